//! Hong Kong's words and letters: `docs/words.md` is the list, and every Chinese text of ours is held to it.

use std::collections::BTreeSet;

use crate::text::{CHINESE_QUOTES, is_letter, quotations, without_marks};
use crate::{locales, tree};

/// A row of the list.
struct Entry {
    /// Forms of the mainland and of Taiwan.
    foreign: BTreeSet<String>,
    ours: String,
    /// Longer words that hold such a form and are right.
    within: Vec<String>,
}

/// The cells of the table that begins with `heading`, row by row.
fn rows<'a>(text: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let table = text.lines().skip_while(|line| !line.starts_with(heading)).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn document(name: &str) -> String {
    tree::files("docs", &[name]).pop().unwrap().text
}

fn list() -> Vec<Entry> {
    let words = |cell: &str| -> Vec<String> {
        cell.split('、').filter(|word| !["", "—"].contains(word)).map(str::to_owned).collect()
    };
    let read = |cells: &Vec<&str>| {
        assert_eq!(cells.len(), 4, "docs/words.md: {cells:?}");
        Entry {
            foreign: [words(cells[0]), words(cells[1])].concat().into_iter().collect(),
            ours: cells[2].to_owned(),
            within: words(cells[3]),
        }
    };
    rows(&document("words.md"), "| 內地 Mainland |").iter().map(read).collect()
}

/// What DingTalk prints though both scripts write it alike.
fn labels() -> BTreeSet<String> {
    let messages = locales::read("zh-HK").messages;
    messages
        .values()
        .flat_map(|message| PRINTED.iter().filter_map(|place| message.texts.get(*place)))
        .cloned()
        .collect()
}

/// Attributes of an entry of the glossary that are not ours to write.
const PRINTED: [&str; 3] = ["label", "older", "other"];

/// Letters that only Simplified Chinese writes so: those of GB 2312 that Big5 lacks (but 着, which Hong Kong writes), and
/// some that Big5 has for another word.
const SIMPLIFIED: &str = include_str!("simplified.txt");

pub fn is_simplified(letter: char) -> bool {
    is_letter(letter) && SIMPLIFIED.contains(letter)
}

pub struct Checker {
    list: Vec<Entry>,
    labels: BTreeSet<String>,
}

impl Checker {
    pub fn new() -> Self {
        Self { list: list(), labels: labels() }
    }

    /// The text without what is quoted as printed.
    fn ours(&self, text: &str) -> String {
        let is_printed = |quoted: &str| quoted.chars().any(is_simplified) || self.labels.contains(quoted);
        without_marks(&quotations(text, CHINESE_QUOTES, |quoted| is_printed(quoted).then(|| String::from("「」"))))
    }

    pub fn faults(&self, text: &str) -> Vec<String> {
        let text = self.ours(text);
        let mut faults = Vec::new();
        for entry in &self.list {
            let masked = entry.within.iter().fold(text.clone(), |text, right| text.replace(right, "·"));
            let found = entry.foreign.iter().filter(|foreign| masked.contains(*foreign));
            faults.extend(found.map(|foreign| format!("{foreign} is said {} in Hong Kong", entry.ours)));
        }
        let simplified = text.chars().filter(|letter| is_simplified(*letter));
        faults.extend(simplified.map(|letter| format!("{letter} is Simplified Chinese")));
        faults.extend(spacing(&text));
        faults
    }
}

/// One space between Chinese and Latin, none between Chinese and Chinese.
fn spacing(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut faults = Vec::new();
    for (at, three) in letters.windows(3).enumerate() {
        let around: String = letters[at.saturating_sub(4)..(at + 7).min(letters.len())].iter().collect();
        if is_letter(three[0]) && three[1] == ' ' && is_letter(three[2]) {
            faults.push(format!("a space between Chinese letters: {around}"));
        }
    }
    for (at, two) in letters.windows(2).enumerate() {
        let around: String = letters[at.saturating_sub(4)..(at + 6).min(letters.len())].iter().collect();
        let (one, other) = (two[0], two[1]);
        if is_letter(one) && other.is_ascii_alphanumeric() || one.is_ascii_alphanumeric() && is_letter(other) {
            faults.push(format!("no space between Chinese and Latin: {around}"));
        }
    }
    faults
}

/// A guide's prose: no code, no addresses of links, no HTML.
fn prose(markdown: &str) -> String {
    let mut is_code = false;
    let mut out = String::new();
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code && !line.starts_with("    ") {
            // Between backquotes is code: every second piece.
            out.extend(line.split('`').step_by(2));
            out.push('\n');
        }
    }
    out
}

#[test]
fn wording_from_elsewhere_is_seen_and_quotes_of_the_console_are_not() {
    let checker = Checker::new();
    let check = |text: &str, expected: &[&str]| assert_eq!(checker.faults(text), expected, "{text}");
    check("請登入電郵，再儲存設定。", &[]);
    check("請在「权限管理」開通，再到「安全设置」。", &[]);
    check("請在<cn>权限管理</cn>開通。", &[]);
    check("中國內地的互聯網，送到 2 部打印機。", &[]);
    check("請登錄郵箱。", &["登錄 is said 登入 in Hong Kong", "郵箱 is said 電郵 in Hong Kong"]);
    check("請按「設置」。", &["設置 is said 設定 in Hong Kong"]);
    check("請設好网。", &["网 is Simplified Chinese"]);
    check("這裡", &["裡 is said 裏 in Hong Kong"]);
    check("請找 同事", &["a space between Chinese letters: 請找 同事"]);
    check(
        "請按Enter鍵",
        &["no space between Chinese and Latin: 請按Enter", "no space between Chinese and Latin: Enter鍵"],
    );
    check("憑證 Agent ID、<b>CorpID</b> 和「Client ID」", &[]);
}

#[test]
fn the_list_is_long_and_contradicts_itself_nowhere() {
    let checker = Checker::new();
    assert!(checker.list.len() >= 120, "docs/words.md has {} rows", checker.list.len());
    for entry in &checker.list {
        assert!(!entry.foreign.is_empty() && !entry.ours.is_empty(), "{}", entry.ours);
        let faults = checker.faults(&entry.ours);
        assert!(faults.is_empty(), "{}: {faults:?}", entry.ours);
        for right in &entry.within {
            assert!(entry.foreign.iter().any(|foreign| right.contains(foreign)), "{right} holds nothing of its row");
        }
    }
}

#[test]
fn traditional_chinese_is_written_as_in_hong_kong() {
    let checker = Checker::new();
    let mut faults = Vec::new();
    for (id, message) in locales::read("zh-HK").messages {
        for (place, readings) in message.readings.iter().filter(|(place, _)| !PRINTED.contains(&place.as_str())) {
            let found = readings.iter().flat_map(|text| checker.faults(text));
            faults.extend(found.map(|fault| format!("{} {id}.{place}: {fault}", message.file)));
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_chinese_guides_are_written_as_in_hong_kong() {
    let checker = Checker::new();
    let mut guides = tree::files("docs/guides/zh-HK", &[".md"]);
    assert!(guides.len() >= 2, "the Chinese guides were not found");
    guides.extend(tree::files(".", &["README.md"]).into_iter().filter(|file| file.name == "README.md"));
    let mut faults = Vec::new();
    for guide in guides {
        for (number, line) in prose(&guide.text).lines().enumerate() {
            faults.extend(checker.faults(line).into_iter().map(|fault| format!("{} {number}: {fault}", guide.name)));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
