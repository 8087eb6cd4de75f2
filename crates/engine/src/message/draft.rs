//! What is being written, and what it becomes: a robot's message, or a work notice.

use std::fmt::Write as _;

use dingtalk::{At, NoticeMessage, RobotMarkdown, RobotMessage, RobotText, UserId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{LIMIT, MessageKind, NOTICE_LIMIT};
use crate::note::Note;
use crate::problem::{Field, Problem, ProblemCode, Result};

/// A message as typed, with whom it calls by name. Kept as typed, so that nothing of it is lost while it is unfinished.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessageDraft {
    pub kind: MessageKind,
    /// Of a markdown message: what a notification shows.
    pub title: String,
    pub text: String,
    /// Mobiles to call by name, with commas or line breaks between them.
    pub mobiles: String,
    /// User IDs to call by name.
    pub user_ids: String,
    pub everyone: bool,
}

impl From<String> for MessageDraft {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for MessageDraft {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl MessageDraft {
    /// As it goes to a group. Whoever is called by name is called in the text too, as DingTalk wants it.
    pub(crate) fn for_group(&self) -> RobotMessage {
        let at = At {
            mobiles: listed(&self.mobiles),
            user_ids: listed(&self.user_ids).into_iter().map(UserId).collect(),
            everyone: self.everyone,
        };
        let text = at.called_in(&self.text);
        match self.kind {
            MessageKind::Text => RobotMessage::Text(RobotText { content: text, at }),
            MessageKind::Markdown => RobotMessage::Markdown(RobotMarkdown { title: self.title.clone(), text, at }),
        }
    }

    /// The text as a group reads it.
    pub(super) fn called(&self) -> String {
        match self.for_group() {
            RobotMessage::Text(RobotText { content, .. }) => content,
            RobotMessage::Markdown(RobotMarkdown { text, .. }) => text,
            _ => self.text.clone(),
        }
    }

    /// Where a robot looks for its keywords.
    pub(super) fn holds(&self, keyword: &str) -> bool {
        self.text.contains(keyword) || (self.kind == MessageKind::Markdown && self.title.contains(keyword))
    }

    /// As it goes to one colleague, who needs no calling.
    pub(crate) fn for_person(&self) -> NoticeMessage {
        match self.kind {
            MessageKind::Text => NoticeMessage::Text { content: self.text.clone() },
            MessageKind::Markdown => NoticeMessage::Markdown { title: self.title.clone(), text: self.text.clone() },
        }
    }

    /// # Errors
    /// `MessageEmpty`, `MessageTitleMissing`, `MentionMalformed`, `MessageLinkUnsafe`, `MessageTooLong`.
    pub(crate) fn check_for_group(&self, json: &str) -> Result<()> {
        self.check()?;
        for mobile in listed(&self.mobiles) {
            if !is_mobile(&mobile) {
                return Err(Problem::new(ProblemCode::MentionMalformed).at(Field::Mentions).arg("value", mobile));
            }
        }
        weigh(json.len(), LIMIT)
    }

    pub(crate) fn check_for_person(&self, bytes: usize) -> Result<()> {
        self.check()?;
        weigh(bytes, NOTICE_LIMIT)
    }

    fn check(&self) -> Result<()> {
        if self.text.trim().is_empty() {
            return Err(Problem::new(ProblemCode::MessageEmpty).at(Field::Message));
        }
        if self.kind == MessageKind::Markdown && self.title.trim().is_empty() {
            return Err(Problem::new(ProblemCode::MessageTitleMissing).at(Field::MessageTitle));
        }
        // D44
        match unsafe_link(&self.text) {
            Some(link) if self.kind == MessageKind::Markdown => {
                Err(Problem::new(ProblemCode::MessageLinkUnsafe).at(Field::Message).arg("link", link))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// What to say beside it while it is written.
    pub(crate) fn notes(&self, keyword: Option<&str>) -> Vec<Note> {
        super::note::notes(self, keyword)
    }

    /// All that was typed, for looking through.
    pub(crate) fn whole(&self) -> String {
        [&self.title, &self.text, &self.mobiles, &self.user_ids].map(String::as_str).join("\n")
    }

    /// The beginning, by which a person finds it again in a group.
    pub(crate) fn opening(&self) -> String {
        let text = if self.kind == MessageKind::Markdown { &self.title } else { &self.text };
        let first = text.trim().lines().next().unwrap_or_default();
        let mut letters = first.chars();
        let opening: String = letters.by_ref().take(24).collect();
        if letters.next().is_some() { opening + "…" } else { opening }
    }

    /// The same for the same message alone, whatever way it goes.
    pub(crate) fn digest(&self) -> String {
        hex(&self.for_group().to_json(None))
    }
}

pub(crate) fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // a String takes whatever is written
        hex
    })
}

fn weigh(bytes: usize, limit: usize) -> Result<()> {
    if bytes <= limit {
        return Ok(());
    }
    let too_long = Problem::new(ProblemCode::MessageTooLong).at(Field::Message);
    Err(too_long.arg("bytes", bytes).arg("limit", limit))
}

/// Spaces are no separators: people write `9123 4567`.
pub(super) fn listed(typed: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for piece in typed.split([',', '，', '、', ';', '；', '\n']) {
        let piece: String = piece.chars().filter(|letter| !letter.is_whitespace()).collect();
        let piece = piece.trim_start_matches('@').to_owned();
        if !piece.is_empty() && !found.contains(&piece) {
            found.push(piece);
        }
    }
    found
}

fn is_mobile(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits) && text.chars().all(|letter| letter.is_ascii_digit() || "+-".contains(letter))
}

/// A markdown link that runs something or reads a file instead of opening a page.
fn unsafe_link(text: &str) -> Option<String> {
    const SCHEMES: [&str; 5] = ["javascript:", "data:", "file:", "vbscript:", "blob:"];
    text.match_indices("](").find_map(|(at, _)| {
        let target = text.get(at + 2..)?.trim_start().split([')', ' ', '\n']).next()?;
        let plain: String = target.chars().filter(|letter| !letter.is_whitespace() && *letter != '<').collect();
        let lower = plain.to_ascii_lowercase();
        SCHEMES.iter().any(|scheme| lower.starts_with(scheme)).then(|| target.chars().take(40).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> MessageDraft {
        text.into()
    }

    #[test]
    fn whoever_is_called_stands_in_the_text_and_beside_it() {
        let mut called = draft("開會");
        called.mobiles = "+852-9123 4567，@13800000000、".to_owned();
        called.user_ids = "u1; u1".to_owned();
        let expected = r#"{"msgtype":"text","text":{"content":"開會 @+852-91234567 @13800000000 @u1"},"at":{"atMobiles":["+852-91234567","13800000000"],"atUserIds":["u1"],"isAtAll":false}}"#;
        assert_eq!(called.for_group().to_json(None), expected);
        let everyone = MessageDraft { everyone: true, ..draft("開會") };
        let expected =
            r#"{"msgtype":"text","text":{"content":"開會"},"at":{"atMobiles":[],"atUserIds":[],"isAtAll":true}}"#;
        assert_eq!(everyone.for_group().to_json(None), expected);
        assert_eq!(draft("開會").for_group().to_json(None), r#"{"msgtype":"text","text":{"content":"開會"}}"#);
    }

    fn check(draft: &MessageDraft, expected: Option<(ProblemCode, Field)>) {
        let json = draft.for_group().to_json(None);
        let found =
            draft.check_for_group(&json).err().map(|problem| (problem.code, problem.field.unwrap_or(Field::Paste)));
        assert_eq!(found, expected, "{draft:?}");
    }

    #[test]
    fn what_dingtalk_would_refuse_is_refused_here() {
        // D44
        let markdown = |title: &str, text: &str| MessageDraft {
            kind: MessageKind::Markdown,
            title: title.to_owned(),
            ..draft(text)
        };
        check(&draft("x"), None);
        check(&draft(" \n"), Some((ProblemCode::MessageEmpty, Field::Message)));
        check(&markdown("", "x"), Some((ProblemCode::MessageTitleMissing, Field::MessageTitle)));
        check(&markdown("t", "[a](https://demo.example)"), None);
        let unsafe_link = Some((ProblemCode::MessageLinkUnsafe, Field::Message));
        check(&markdown("t", "[a](JavaScript:alert(1))"), unsafe_link);
        check(&markdown("t", "![a]( data:text/html,x)"), unsafe_link);
        check(&markdown("t", "![a](data:text/html,x)"), unsafe_link);
        // As plain text it is only words.
        check(&draft("[a](javascript:alert(1))"), None);
        let mention = |mobiles: &str| MessageDraft { mobiles: mobiles.to_owned(), ..draft("x") };
        check(&mention("+852-91234567"), None);
        check(&mention("Chan"), Some((ProblemCode::MentionMalformed, Field::Mentions)));
        check(&draft(&"字".repeat(6_700)), Some((ProblemCode::MessageTooLong, Field::Message)));
        // A thousand people called by name.
        let crowd: Vec<String> = (0..1_000).map(|number| format!("+852-9{number:07}")).collect();
        check(&mention(&crowd.join(",")), Some((ProblemCode::MessageTooLong, Field::Message)));
    }

    #[test]
    fn the_same_message_has_the_same_digest_and_another_has_not() {
        assert_eq!(draft("a").digest(), draft("a").digest());
        assert_ne!(draft("a").digest(), draft("b").digest());
        let everyone = MessageDraft { everyone: true, ..draft("a") };
        assert_ne!(draft("a").digest(), everyone.digest());
    }

    #[test]
    fn a_message_is_found_again_by_its_beginning() {
        assert_eq!(draft("\n各位早晨\n第二行").opening(), "各位早晨");
        assert_eq!(draft(&"字".repeat(30)).opening(), format!("{}…", "字".repeat(24)));
    }
}
