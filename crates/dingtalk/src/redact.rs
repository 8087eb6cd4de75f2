//! Takes secrets out of a text at the place where an error is made of it.

use secrecy::{ExposeSecret, SecretString};

const HIDDEN: &str = "[hidden]";
/// Shorter ones are no secrets, and hiding every `a` of a text would tell more than it hides.
const SHORTEST: usize = 4;
const LONGEST_TEXT: usize = 1_000;

/// The secrets that took part in one request.
#[derive(Default)]
pub(crate) struct Redactor<'a> {
    secrets: Vec<&'a SecretString>,
}

impl<'a> Redactor<'a> {
    /// For a text whose secrets were taken out before.
    pub(crate) const NONE: Self = Self { secrets: Vec::new() };

    pub(crate) fn of(secrets: impl IntoIterator<Item = &'a SecretString>) -> Self {
        Self { secrets: secrets.into_iter().collect() }
    }

    /// The text without secrets (plain, URL-encoded or JSON-escaped) and control characters, cut to 1,000 characters.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in &self.secrets {
            let plain = secret.expose_secret();
            if plain.chars().count() < SHORTEST {
                continue;
            }
            let encoded: String = url::form_urlencoded::byte_serialize(plain.as_bytes()).collect();
            let escaped = serde_json::Value::from(plain).to_string();
            for form in [plain, encoded.as_str(), escaped.trim_matches('"')] {
                text = text.replace(form, HIDDEN);
            }
        }
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_TEXT).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(secret: &str, text: &str, expected: &str) {
        let secret = SecretString::from(secret);
        assert_eq!(Redactor::of([&secret]).clean(text), expected);
    }

    #[test]
    fn a_secret_is_hidden_in_each_form_it_can_take_and_nothing_else_is() {
        check("SEC+abc/=", "sign SEC+abc/= no", "sign [hidden] no");
        check("SEC+abc/=", "?sign=SEC%2Babc%2F%3D&x=1", "?sign=[hidden]&x=1");
        check("say\"so", r#"{"secret":"say\"so"}"#, r#"{"secret":"[hidden]"}"#);
        check("canary", "can a canary sing canaries", "can a [hidden] sing canaries");
        check("", "nothing to hide", "nothing to hide");
        check("a", "a bad idea", "a bad idea");
        check("secret", "line\nbreak\u{1b}[31m", "line break [31m");
        check("secret", "密鑰 appKey(ding-example)", "密鑰 appKey(ding-example)");
    }

    #[test]
    fn a_text_without_end_is_cut() {
        assert_eq!(Redactor::default().clean(&"鐘".repeat(5_000)).chars().count(), LONGEST_TEXT);
    }
}
