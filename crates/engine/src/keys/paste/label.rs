//! What the console calls each key: new names, old names, Simplified, Traditional, English.

use super::super::shape::Look;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Key(Look),
    /// A value of no use here stands under it.
    Other,
}

/// Lower case, without spaces, `_` and `-`. Longer ones first where one begins another.
const LABELS: [(&str, Label); 36] = [
    ("clientsecret", Label::Key(Look::ClientSecret)),
    ("appsecret", Label::Key(Look::ClientSecret)),
    ("suitesecret", Label::Key(Look::ClientSecret)),
    ("客户端密钥", Label::Key(Look::ClientSecret)),
    ("客戶端密鑰", Label::Key(Look::ClientSecret)),
    ("用戶端密鑰", Label::Key(Look::ClientSecret)),
    ("应用密钥", Label::Key(Look::ClientSecret)),
    ("應用密鑰", Label::Key(Look::ClientSecret)),
    ("clientid", Label::Key(Look::ClientId)),
    ("appkey", Label::Key(Look::ClientId)),
    ("suitekey", Label::Key(Look::ClientId)),
    ("客户端id", Label::Key(Look::ClientId)),
    ("客戶端id", Label::Key(Look::ClientId)),
    ("用戶端id", Label::Key(Look::ClientId)),
    ("corpid", Label::Key(Look::CorpId)),
    ("企业id", Label::Key(Look::CorpId)),
    ("企業id", Label::Key(Look::CorpId)),
    ("组织id", Label::Key(Look::CorpId)),
    ("組織id", Label::Key(Look::CorpId)),
    ("organizationid", Label::Key(Look::CorpId)),
    ("agentid", Label::Key(Look::AgentId)),
    ("应用编号", Label::Key(Look::AgentId)),
    ("應用編號", Label::Key(Look::AgentId)),
    ("unifiedappid", Label::Other),
    ("miniappid", Label::Other),
    ("统一应用id", Label::Other),
    ("統一應用id", Label::Other),
    ("小程序id", Label::Other),
    ("appid", Label::Other),
    ("suiteid", Label::Other),
    ("robotcode", Label::Other),
    ("apitoken", Label::Other),
    ("ssosecret", Label::Other),
    ("aeskey", Label::Other),
    ("应用id", Label::Other),
    ("應用id", Label::Other),
];

/// The label at the start of this text, and how many bytes it took.
pub(super) fn at_start(text: &str) -> Option<(Label, usize)> {
    LABELS.iter().find_map(|(name, label)| length(text, name).map(|length| (*label, length)))
}

/// Bytes of `text` that spell `name`; case, spaces, `_` and `-` inside do not matter.
fn length(text: &str, name: &str) -> Option<usize> {
    let mut wanted = name.chars();
    let mut next = wanted.next()?;
    for (place, letter) in text.char_indices() {
        if place > 0 && is_joint(letter) {
            continue;
        }
        if letter.to_ascii_lowercase() != next {
            return None;
        }
        let end = place + letter.len_utf8();
        let Some(following) = wanted.next() else {
            let ends = !next.is_ascii() || !text[end..].starts_with(|letter: char| letter.is_ascii_alphanumeric());
            return ends.then_some(end);
        };
        next = following;
    }
    None
}

fn is_joint(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '_' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Label, usize)>) {
        assert_eq!(at_start(text), expected, "{text:?}");
    }

    #[test]
    fn a_label_is_known_however_it_is_written() {
        let client_id = Label::Key(Look::ClientId);
        check("Client ID: x", Some((client_id, 9)));
        check("CLIENT_ID=x", Some((client_id, 9)));
        check("client-id", Some((client_id, 9)));
        check("AppKey", Some((client_id, 6)));
        check("AppKeyring", None);
        check("Client Identity", None);
        check("企业ID?", Some((Label::Key(Look::CorpId), 8)));
        check("App ID", Some((Label::Other, 6)));
        check("Clie", None);
    }
}
