use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use crate::vocabulary::is_simplified;
use crate::{locales, tree};

const WORDS: &str = "ui/src/generated/words.ts";

fn fresh() -> String {
    let mut text = String::from(
        "// Made from locales/ by `HOITUNG_UPDATE=1 cargo test -p words --test checks generated`. Do not edit.\n\nexport type WordId =\n",
    );
    let messages = locales::read("en").messages;
    for (id, message) in &messages {
        // The window never speaks these.
        if !["cli.ftl", "installer.ftl", "letter.ftl", "practice.ftl", "unopened.ftl"].contains(&message.file.as_str())
        {
            writeln!(text, "  | '{id}'").unwrap();
        }
    }
    text.push_str("\n/** The entries of the glossary. */\nexport const terms = [\n");
    for id in messages.keys() {
        if let Some(name) = id.strip_prefix("term-") {
            writeln!(text, "  '{name}',").unwrap();
        }
    }
    text.push_str("] as const\n");
    let letters: BTreeSet<char> = tree::files("locales", &[".ftl"])
        .iter()
        .flat_map(|file| file.text.chars().filter(|letter| is_simplified(*letter)).collect::<Vec<_>>())
        .collect();
    text.push_str(
        "\n/** Letters of Simplified Chinese alone that the words or the console's labels in them hold. */\n",
    );
    writeln!(text, "export const simplified =\n  '{}'", letters.iter().collect::<String>()).unwrap();
    text
}

#[test]
fn the_generated_ids_of_the_window_are_fresh() {
    let path = tree::root().join(WORDS);
    let fresh = fresh();
    if std::env::var_os("HOITUNG_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &fresh).unwrap();
    }
    let standing = fs::read_to_string(&path).unwrap_or_default();
    assert!(standing == fresh, "{WORDS} is stale: HOITUNG_UPDATE=1 cargo test -p words --test checks generated");
}

#[test]
fn the_window_types_its_ids_by_the_generated_list() {
    let imports = tree::ui_sources().iter().any(|file| file.text.contains("from '../../generated/words'"));
    assert!(imports, "ui/src/shared/words/ids.ts should be: export type {{ WordId }} from '../../generated/words'");
}
