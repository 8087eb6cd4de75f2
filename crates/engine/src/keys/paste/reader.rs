//! A page as labels and words, everything else left out.

use super::super::shape::is_secret_letter;
use super::label::{Label, at_start};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Label(Label),
    /// A run of letters that keys are made of.
    Word(&'a str),
}

/// The page must be simplified already.
pub(super) fn read(page: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = page;
    while let Some(first) = rest.chars().next() {
        if let Some((label, length)) = at_start(rest) {
            tokens.push(Token::Label(label));
            rest = &rest[length..];
        } else if is_secret_letter(first) {
            let length = word_length(rest);
            tokens.push(Token::Word(&rest[..length]));
            rest = &rest[length..];
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    tokens
}

/// Up to the end of the run, or to a label inside it after a joint: `DINGTALK_CLIENT_ID`.
fn word_length(text: &str) -> usize {
    let end = text.find(|letter: char| !is_secret_letter(letter)).unwrap_or(text.len());
    let inside = text[..end].match_indices('_').map(|(place, _)| place + 1);
    inside.filter(|place| at_start(&text[*place..]).is_some()).min().unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::super::super::shape::Look;
    use super::*;

    #[test]
    fn a_page_becomes_labels_and_words() {
        let client_id = Token::Label(Label::Key(Look::ClientId));
        assert_eq!(read("AppKey：dingabc 复制"), [client_id, Token::Word("dingabc")]);
        assert_eq!(read("DINGTALK_CLIENT_ID=a1"), [Token::Word("DINGTALK_"), client_id, Token::Word("a1")]);
        assert_eq!(read("MyAppKey"), [Token::Word("MyAppKey")]);
    }
}
