//! Errors in sentences that are read in one breath. docs/words.md says how words and characters are counted.

use crate::locales;
use crate::text::{CHINESE_QUOTES, ENGLISH_QUOTES, PLACED, is_letter, quotations, without_marks};

const MOST_WORDS: usize = 25;
const MOST_CHARACTERS: usize = 40;

/// Ids that state an error or its remedy, by how they begin.
const FAMILIES: [&str; 7] = ["problem-", "note-", "doctor-", "refused-", "trouble-", "cli-problem-", "unopened-"];

/// The same by a word within: `proxy-refused-why`.
const WITHIN: [&str; 6] = ["-problem", "-refused", "-failed", "-wrong", "-trouble", "-missing"];

fn is_error(id: &str) -> bool {
    FAMILIES.iter().any(|family| id.starts_with(family)) || WITHIN.iter().any(|word| id.contains(word))
}

/// The parts of a text that end with a full stop or its like.
fn split(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.trim().chars().collect();
    let mut found = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        found.last_mut().unwrap().push(*letter);
        let before_space = letters.get(at + 1).is_none_or(|next| next.is_whitespace() || "”’)".contains(*next));
        if "。！？".contains(*letter) || (".!?".contains(*letter) && before_space) {
            found.push(String::new());
        }
    }
    found.retain(|sentence| sentence.contains(|letter: char| letter.is_alphanumeric() || letter == PLACED));
    found
}

/// What is read: a quotation counts as one thing that is put in.
pub fn read(language: &str, text: &str) -> Vec<String> {
    let quotes = if language == "en" { ENGLISH_QUOTES } else { CHINESE_QUOTES };
    split(&without_marks(&quotations(text, quotes, |_| Some(PLACED.to_string()))))
}

fn english_words(sentence: &str) -> usize {
    let is_word = |word: &&str| word.contains(|letter: char| letter.is_ascii_alphanumeric() || letter == PLACED);
    sentence.split_whitespace().filter(is_word).count()
}

/// Chinese letters, runs of Latin letters and digits, and what is put in.
fn chinese_characters(sentence: &str) -> usize {
    let mut count = 0;
    let mut in_run = false;
    for letter in sentence.chars() {
        let in_word = letter.is_ascii_alphanumeric() || (in_run && "._-:/@+".contains(letter));
        if is_letter(letter) || letter == PLACED || (in_word && !in_run) {
            count += 1;
        }
        in_run = in_word;
    }
    count
}

pub fn is_too_long(language: &str, sentence: &str) -> bool {
    if language == "en" { english_words(sentence) > MOST_WORDS } else { chinese_characters(sentence) > MOST_CHARACTERS }
}

#[test]
fn words_and_characters_are_counted_as_docs_words_says() {
    let english = |text: &str| read("en", text).iter().map(|sentence| english_words(sentence)).collect::<Vec<_>>();
    assert_eq!(english("One two. Three 203.0.113.7 four."), [2, 3]);
    assert_eq!(english("Open “凭证与基础信息 and more” in the x – now."), [6]);
    assert_eq!(english("Copy <cn>安全 设置</cn> again? Yes."), [3, 1]);
    let chinese =
        |text: &str| read("zh-HK", text).iter().map(|sentence| chinese_characters(sentence)).collect::<Vec<_>>();
    assert_eq!(chinese("請打開「凭证与基础信息」，全選。再抄！"), [6, 2]);
    assert_eq!(chinese("例如 203.0.113.10 和 AWS。"), [5]);
    assert_eq!(chinese("按\u{fffc}鍵"), [3]);
    assert!(is_too_long("en", &"one ".repeat(26)) && !is_too_long("en", &"one ".repeat(25)));
    assert!(is_too_long("zh-HK", &"一".repeat(41)) && !is_too_long("zh-HK", &"一".repeat(40)));
    assert!(is_error("problem-x") && is_error("proxy-refused-why") && !is_error("keys-title"));
}

#[test]
fn sentences_are_split_by_their_ends() {
    for (text, expected) in [
        ("One. Two.", 2),
        ("See 203.0.113.10 and .com now.", 1),
        ("一句。", 1),
        ("一句。兩句！三句？", 3),
        ("no end", 1),
        ("He said (go.) Then left.", 2),
    ] {
        assert_eq!(split(text).len(), expected, "{text}");
    }
}

#[test]
fn no_sentence_of_an_error_is_longer_than_a_breath() {
    let mut faults = Vec::new();
    for language in ["en", "zh-HK"] {
        for (id, message) in locales::read(language).messages.iter().filter(|(id, _)| is_error(id)) {
            for (place, readings) in &message.readings {
                let long = readings.iter().flat_map(|reading| read(language, reading));
                let long = long.filter(|sentence| is_too_long(language, sentence));
                faults.extend(long.map(|sentence| format!("{language} {id}.{place}: {sentence}")));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn an_error_says_it_in_two_sentences_and_without_jargon() {
    let mut faults = Vec::new();
    for language in ["en", "zh-HK"] {
        let messages = locales::read(language).messages;
        let errors = messages.iter().filter(|(id, _)| id.starts_with("problem-") || id.starts_with("note-"));
        for (id, message) in errors {
            for (place, readings) in &message.readings {
                for reading in readings.iter().filter(|reading| read(language, reading).len() > 2) {
                    faults.push(format!("{language} {id}.{place}: more than two sentences: {reading}"));
                }
                for word in message.texts[place].split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
                {
                    if ["token", "tokens", "API", "errcode", "endpoint", "payload", "JSON", "null"].contains(&word) {
                        faults.push(format!("{language} {id}.{place}: “{word}” is jargon"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
