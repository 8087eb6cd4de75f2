//! What to say beside the text while it is written. DingTalk decides; a note only saves a refused try.

use std::collections::BTreeMap;

use super::draft::listed;
use super::{MessageDraft, secret};
use crate::note::{Note, NoteCode, NoteLevel};
use crate::problem::Field;

/// `keyword`: what the robot insists on, if it does.
pub(super) fn notes(draft: &MessageDraft, keyword: Option<&str>) -> Vec<Note> {
    let mut found = Vec::new();
    let mut warn = |field, code, name: &str, value: &str| {
        let args = BTreeMap::from([(name.to_owned(), value.to_owned())]);
        found.push(Note { field, level: NoteLevel::Warn, code, args });
    };
    if let Some(what) = secret::looks_like(&draft.whole()) {
        warn(Field::Message, NoteCode::LooksSecret, "what", what);
    }
    if let Some(keyword) = keyword.filter(|keyword| !draft.holds(keyword)) {
        warn(Field::Message, NoteCode::KeywordAbsent, "keyword", keyword);
    }
    if let Some(place) = blank(&draft.text) {
        warn(Field::Message, NoteCode::BlankLeft, "place", place);
    }
    if let Some(mobile) = listed(&draft.mobiles).iter().find(|mobile| is_bare_hong_kong(mobile)) {
        warn(Field::Mentions, NoteCode::MobileWithoutRegion, "mobile", mobile);
    }
    found
}

/// A place of a template that nobody has filled in: `〔日期〕`, `[date]`. With an address behind it, it is a link.
fn blank(text: &str) -> Option<&str> {
    [('〔', '〕'), ('[', ']')].into_iter().find_map(|(open, close)| {
        text.match_indices(open).find_map(|(start, _)| {
            let rest = text.get(start..)?;
            let end = rest.find(close)? + close.len_utf8();
            let is_link = rest.get(end..)?.starts_with('(');
            rest.get(..end).filter(|place| !is_link && place.chars().count() <= 24)
        })
    })
}

fn is_bare_hong_kong(mobile: &str) -> bool {
    mobile.len() == 8 && mobile.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::MessageKind;
    use super::*;

    fn check(draft: &MessageDraft, keyword: Option<&str>, expected: &[NoteCode]) {
        let found: Vec<NoteCode> = notes(draft, keyword).iter().map(|note| note.code).collect();
        assert_eq!(found, expected, "{draft:?}");
    }

    #[test]
    fn a_message_is_looked_over_while_it_is_written() {
        check(&"付款提示".into(), Some("付款"), &[]);
        check(&"各位早晨".into(), Some("付款"), &[NoteCode::KeywordAbsent]);
        check(&"今日 〔日期〕 出糧".into(), None, &[NoteCode::BlankLeft]);
        check(&"Salaries go out on [date].".into(), None, &[NoteCode::BlankLeft]);
        check(&"[here](https://demo.example) and 〔沒有關上".into(), None, &[]);
        check(&"access_token=x".into(), None, &[NoteCode::LooksSecret]);
        let title = MessageDraft { kind: MessageKind::Markdown, title: "付款".to_owned(), ..MessageDraft::from("x") };
        check(&title, Some("付款"), &[]);
        // The title of a plain text leaves nowhere.
        check(&MessageDraft { kind: MessageKind::Text, ..title }, Some("付款"), &[NoteCode::KeywordAbsent]);
        let called = MessageDraft { mobiles: "9123 4567".to_owned(), ..MessageDraft::from("x") };
        check(&called, None, &[NoteCode::MobileWithoutRegion]);
    }
}
