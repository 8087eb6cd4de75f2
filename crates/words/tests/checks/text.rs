//! What a check sees of a text: letters, quotations, marks.

/// Stands in a reading for what a program puts in.
pub const PLACED: char = '\u{fffc}';

pub type Quotes = &'static [(&'static str, &'static str)];

/// What the console prints stands in these; `<cn>…</cn>` is the window's.
pub const CHINESE_QUOTES: Quotes = &[("<cn>", "</cn>"), ("「", "」"), ("『", "』")];
pub const ENGLISH_QUOTES: Quotes = &[("<cn>", "</cn>"), ("“", "”")];

/// The text with something else in the place of each quotation, or as it is where `instead` gives nothing.
pub fn quotations(text: &str, quotes: Quotes, instead: impl Fn(&str) -> Option<String>) -> String {
    let mut text = text.to_owned();
    for (open, close) in quotes {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at) {
            let inside = start + open.len();
            let Some(length) = text[inside..].find(close) else {
                break;
            };
            from = inside + length + close.len();
            if let Some(other) = instead(&text[inside..inside + length]) {
                text.replace_range(start..from, &other);
                from = start + other.len();
            }
        }
    }
    text
}

/// The text without its marks, such as `<b>`; what stands between them stays.
pub fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>') {
            Some((name, after)) if name.chars().all(|letter| letter.is_ascii_lowercase() || "-/".contains(letter)) => {
                rest = after;
            }
            _ => {
                out.push('<');
                rest = after;
            }
        }
    }
    out + rest
}

/// A Chinese letter.
pub fn is_letter(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

/// A Chinese letter or sign.
pub fn is_chinese(letter: char) -> bool {
    is_letter(letter) || ('\u{3000}'..='\u{303f}').contains(&letter) || ('\u{ff00}'..='\u{ffef}').contains(&letter)
}

#[test]
fn quotations_and_marks_are_seen() {
    let gone = |text: &str| quotations(text, CHINESE_QUOTES, |_| Some(String::from("_")));
    assert_eq!(gone("在「<cn>权限</cn>」開通「一」"), "在_開通_");
    assert_eq!(gone("沒有「關上"), "沒有「關上");
    assert_eq!(quotations("「甲」「乙」", CHINESE_QUOTES, |text| (text == "乙").then(String::new)), "「甲」");
    assert_eq!(without_marks("<b>a</b> < <client-id>b</client-id>"), "a < b");
}
