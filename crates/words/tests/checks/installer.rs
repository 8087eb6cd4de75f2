//! `packaging/windows/installer/words.nsh` and `words.sql`: the words of the installers, made from `installer.ftl`, so that
//! they are held to the same rules as all others.

use std::fmt::Write;
use std::fs;

use words::{Language, Speaker};

use crate::{locales, tree};

const FOLDER: &str = "packaging/windows/installer";
const FRESH: &str = "HOITUNG_UPDATE=1 cargo test -p words --test checks installer";

/// The ids that an installer asks for, as `$(installer_new)`.
pub fn asked() -> Vec<String> {
    let mut ids: Vec<String> = tree::files(FOLDER, &[".nsi", ".nsh"])
        .iter()
        .filter(|file| !file.name.ends_with("words.nsh"))
        .flat_map(|file| file.text.split("$(").skip(1).filter_map(name).collect::<Vec<_>>())
        .collect();
    // In words.sql.
    ids.push("installer-newer-msi".to_owned());
    ids.push("installer-shortcut".to_owned());
    ids.sort();
    ids.dedup();
    ids
}

fn name(rest: &str) -> Option<String> {
    let (name, _) = rest.split_once(')')?;
    name.starts_with("installer_").then(|| name.replace('_', "-"))
}

/// Each variable is one of the installer's own, with a capital.
fn variables(id: &str) -> Vec<(String, String)> {
    let messages = locales::read("en").messages;
    let names = messages.get(id).into_iter().flat_map(|message| message.patterns.values().flatten());
    names.map(|name| (name.clone(), format!("\u{1}{}{}", name[..1].to_uppercase(), &name[1..]))).collect()
}

/// As NSIS reads a string in double quotes.
fn quoted(text: &str) -> String {
    text.replace('$', "$$").replace('"', "$\\\"").replace('\n', "$\\r$\\n").replace('\u{1}', "$")
}

fn nsis() -> String {
    let mut text = format!("; Made from locales/ by `{FRESH}`. Do not edit.\n");
    for (language, name) in [(Language::En, "ENGLISH"), (Language::ZhHk, "TRADCHINESE")] {
        text.push('\n');
        for id in asked().iter().filter(|id| *id != "installer-newer-msi") {
            let variables = variables(id);
            let values: Vec<_> = variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let said = Speaker::new(language).text_with(id, &values);
            writeln!(text, "LangString {} ${{LANG_{name}}} \"{}\"", id.replace('-', "_"), quoted(&said)).unwrap();
        }
    }
    text
}

/// An MSI has one language, so both stand in each of its texts. One query a line.
fn msi() -> String {
    let both = |id| {
        let both = Language::ALL.map(|language| Speaker::new(language).text(id)).join(" ");
        assert!(!both.contains('\''), "{both}");
        both
    };
    let newer = both("installer-newer-msi");
    let about = both("installer-shortcut");
    format!(
        "-- Made from locales/ by `{FRESH}`. Do not edit.\n\
         UPDATE `LaunchCondition` SET `Description` = '{newer}' WHERE `Condition` = 'NOT WIX_DOWNGRADE_DETECTED'\n\
         UPDATE `Shortcut` SET `Description` = '{about}' WHERE `Shortcut` = 'Shortcut'\n"
    )
}

#[test]
fn the_words_of_the_installers_are_fresh() {
    for (file, fresh) in [("words.nsh", nsis()), ("words.sql", msi())] {
        let path = tree::root().join(FOLDER).join(file);
        if std::env::var_os("HOITUNG_UPDATE").is_some() {
            fs::write(&path, &fresh).unwrap();
        }
        let standing = fs::read_to_string(&path).unwrap_or_default();
        assert!(standing == fresh, "{FOLDER}/{file} is stale: {FRESH}");
    }
}

#[test]
fn every_variable_in_the_installers_words_is_one_of_the_installers() {
    let script = tree::files(FOLDER, &["hoitung.nsi"]).pop().unwrap().text;
    for id in asked() {
        for (_, variable) in variables(&id) {
            let declared = format!("Var {}", variable.trim_start_matches('\u{1}'));
            assert!(script.lines().any(|line| line == declared), "{id}: {declared}");
        }
    }
}
