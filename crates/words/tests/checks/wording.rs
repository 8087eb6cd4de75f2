//! No words outside locales/, and no Chinese in an English sentence but what is quoted.

use crate::text::{ENGLISH_QUOTES, is_chinese, is_letter, quotations};
use crate::{locales, tree};

#[test]
fn english_holds_chinese_only_in_quotes() {
    let mut faults = Vec::new();
    for (id, message) in locales::read("en").messages {
        for (place, text) in &message.texts {
            // The switch of languages is read by those who read the other one.
            if quotations(text, ENGLISH_QUOTES, |_| Some(String::new())).chars().any(is_chinese)
                && !["practice.ftl", "glossary.ftl"].contains(&message.file.as_str())
                && !id.contains("language")
            {
                faults.push(format!("{} {id}.{place}: {text}", message.file));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Sources that hold Chinese which is not ours to translate, each with its reason.
const CHINESE_DATA: [(&str, &str); 10] = [
    ("crates/practice/src/gateway/", "DingTalk's own answers"),
    ("crates/practice/src/fault/", "DingTalk's own answers when it fails"),
    ("crates/practice/src/state/", "the demo company, and the console's names of permission points"),
    ("crates/practice/src/console/labels.rs", "the console's words as printed there"),
    ("crates/dingtalk/src/gateway/", "what DingTalk's refusals are told by"),
    ("crates/engine/src/doctor/", "what refusals are told by, and the letters they are converted from"),
    ("crates/engine/src/permission/catalogue.rs", "the console's names of permission points"),
    ("crates/engine/src/keys/", "labels that a pasted console page holds"),
    ("crates/engine/src/message/secret.rs", "what people call a password"),
    ("crates/engine/src/checkup/signature.rs", "known answers of the signature over Chinese texts"),
];

/// The product's name is the same in both languages.
const PRODUCT: &str = "Hoitung 開通";

#[test]
fn no_words_of_ours_stand_outside_the_locale_files() {
    let sources: Vec<_> = tree::rust_sources().into_iter().chain(tree::ui_sources()).collect();
    for (name, reason) in CHINESE_DATA {
        let holds = |file: &tree::SourceFile| file.name.starts_with(name) && file.text.chars().any(is_chinese);
        assert!(sources.iter().any(holds), "{name} needs no exception any more: {reason}");
    }
    let mut faults = Vec::new();
    for file in &sources {
        if CHINESE_DATA.iter().any(|(name, _)| file.name.starts_with(name)) {
            continue;
        }
        for (number, line) in tree::without_comments(&file.text).lines().enumerate() {
            if line.replace(PRODUCT, "").chars().any(is_letter) {
                faults.push(format!("{}:{}: {}", file.name, number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
