//! How each key usually looks. Nothing here is a rule of DingTalk's: only what its documents and console show.

use crate::problem::Field;

/// Letters in a Client Secret.
pub(crate) const SECRET_LENGTH: usize = 64;
const CORP_HEX: usize = 32;

/// How sure a look is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    CorpId,
    ClientId,
    ClientSecret,
    AgentId,
    Unclear,
}

impl Look {
    pub fn field(self) -> Option<Field> {
        match self {
            Self::CorpId => Some(Field::CorpId),
            Self::ClientId => Some(Field::ClientId),
            Self::ClientSecret => Some(Field::ClientSecret),
            Self::AgentId => Some(Field::AgentId),
            Self::Unclear => None,
        }
    }
}

/// What a value looks like, when it looks like one thing only.
pub(crate) fn look(value: &str) -> Look {
    if is_corp_id(value) {
        Look::CorpId
    } else if is_client_id(value) {
        Look::ClientId
    } else if is_secret(value) {
        Look::ClientSecret
    } else if is_agent_id(value) {
        Look::AgentId
    } else {
        Look::Unclear
    }
}

/// `ding` and 32 hexadecimal digits.
fn is_corp_id(value: &str) -> bool {
    value
        .strip_prefix("ding")
        .is_some_and(|rest| rest.len() == CORP_HEX && rest.chars().all(|letter| letter.is_ascii_hexdigit()))
}

/// `ding` or `suite` and 12 to 20 letters and digits.
fn is_client_id(value: &str) -> bool {
    let rest = value.strip_prefix("ding").or_else(|| value.strip_prefix("suite"));
    rest.is_some_and(|rest| {
        (12..=20).contains(&rest.len()) && rest.chars().all(|letter| letter.is_ascii_alphanumeric())
    })
}

fn is_secret(value: &str) -> bool {
    value.len() == SECRET_LENGTH && value.chars().all(is_secret_letter)
}

pub(crate) fn is_secret_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

fn is_agent_id(value: &str) -> bool {
    (6..=12).contains(&value.len()) && value.chars().all(|letter| letter.is_ascii_digit())
}

/// A letter of another alphabet that is drawn like a Latin one.
pub(crate) fn look_alike(value: &str) -> Option<char> {
    value
        .chars()
        .find(|letter| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}'))
}

/// A character no key has.
pub(crate) fn odd(value: &str) -> Option<char> {
    value.chars().find(|letter| !is_secret_letter(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: Look) {
        assert_eq!(look(value), expected, "{value:?}");
    }

    #[test]
    fn each_key_has_its_look() {
        check("ding3f2a9c4b7d1e8056af12bc34de56f789", Look::CorpId);
        check("ding1234567890abcdef1234567890ABCDEF", Look::CorpId);
        check("dingu4xk9pqw2zr7m1ab", Look::ClientId);
        check("suite4xxxxxxxxxxxxxxx", Look::ClientId);
        check(&"aZ9_-".repeat(13)[..64], Look::ClientSecret);
        check("3456789012", Look::AgentId);
        check("", Look::Unclear);
        check("ding", Look::Unclear);
        check(&"a".repeat(30), Look::Unclear);
        check("12345", Look::Unclear);
    }

    #[test]
    fn letters_of_other_alphabets_are_found() {
        assert_eq!(look_alike("dingа"), Some('а'));
        assert_eq!(look_alike("dingο"), Some('ο'));
        assert_eq!(look_alike("ding陳"), None);
        assert_eq!(odd("abc陳"), Some('陳'));
        assert_eq!(odd("abc_-9"), None);
    }
}
