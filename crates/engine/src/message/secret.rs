//! Secrets do not belong in messages: what looks like one is pointed out, and a saved one never leaves.

use secrecy::{ExposeSecret as _, SecretString};

use super::MessageDraft;
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::store::{connection, robot};
use crate::vault::Slot;

/// Long enough that no word or number of an office is mistaken for it.
const LONG: usize = 32;
/// A saved secret that is shorter could be an everyday word.
const SHORTEST: usize = 8;

/// What a text seems to hold, by the names that `note-looks-secret` tells apart.
pub(crate) fn looks_like(text: &str) -> Option<&'static str> {
    if text.contains("access_token=") || text.contains("/robot/send") {
        return Some("webhook");
    }
    let key = |letter: char| letter.is_ascii_alphanumeric() || "-_+=".contains(letter);
    for run in text.split(|letter: char| !key(letter)) {
        if run.strip_prefix("SEC").is_some_and(|rest| rest.len() >= 16 && rest.chars().all(|c| c.is_ascii_hexdigit())) {
            return Some("robot-secret");
        }
        let (letters, digits) = (run.chars().any(|c| c.is_ascii_alphabetic()), run.chars().any(|c| c.is_ascii_digit()));
        if run.len() >= LONG && letters && digits {
            return Some("key");
        }
    }
    holds_password(text).then_some("password")
}

/// `密碼：abcd1234`, `password = …`.
fn holds_password(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["password", "passwd", "密碼", "密码"].iter().any(|word| {
        lower.match_indices(word).any(|(at, _)| {
            let rest = lower.get(at + word.len()..).unwrap_or_default().trim_start();
            let value = rest.strip_prefix([':', '：', '=', '是']).map(str::trim_start);
            value.is_some_and(|value| value.chars().take_while(char::is_ascii_graphic).count() >= 4)
        })
    })
}

/// The text without what a person may put into a long secret: line breaks, spaces, signs without width.
fn closed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')).collect()
}

/// Whether it could hold one at all; asking the key store for nothing would trouble a person for a password.
fn may_hold_one(text: &str) -> bool {
    let key = |letter: char| letter.is_ascii_alphanumeric() || "-_+=/".contains(letter);
    let digit = |run: &str| run.chars().any(|c| c.is_ascii_digit());
    text.split(|letter: char| !key(letter)).any(|run| run.len() >= LONG || run.len() >= SHORTEST && digit(run))
}

impl Engine {
    /// Every secret of every company of this installation is looked for: also a colleague's must not reach a group.
    ///
    /// # Errors
    /// `MessageHoldsSecret`; the key store's own, as what cannot be told must not leave.
    pub(crate) async fn refuse_secrets(&self, draft: &MessageDraft) -> Result<()> {
        let text = closed(&draft.whole());
        if !may_hold_one(&text) {
            return Ok(());
        }
        for (id, slot, what) in self.saved_slots().await? {
            let secret = match self.shared.safe.read_any(&id, &slot).await {
                Ok(secret) => secret,
                Err(problem) if problem.code == ProblemCode::SecretMissing => continue,
                Err(problem) => return Err(problem),
            };
            if holds(&text, &secret, &slot) {
                return Err(Problem::new(ProblemCode::MessageHoldsSecret).at(Field::Message).arg("what", what));
            }
        }
        Ok(())
    }

    async fn saved_slots(&self) -> Result<Vec<(ConnectionId, Slot, &'static str)>> {
        self.shared
            .store
            .with(|store| {
                let mut slots = Vec::new();
                for row in connection::all(store)? {
                    if row.secret_set_at.is_some() {
                        slots.push((row.id.clone(), Slot::ClientSecret, "client-secret"));
                    }
                    if row.key_change.holds_old() {
                        slots.push((row.id.clone(), Slot::ClientSecretOld, "client-secret"));
                    }
                    if row.candidate_length.is_some() {
                        slots.push((row.id.clone(), Slot::ClientSecretCandidate, "client-secret"));
                    }
                    for robot in robot::all(store, &row.id)? {
                        if robot.webhook_set_at.is_some() {
                            slots.push((row.id.clone(), Slot::RobotWebhook(robot.id.clone()), "webhook"));
                        }
                        if robot.secret_set_at.is_some() {
                            slots.push((row.id.clone(), Slot::RobotSecret(robot.id), "robot-secret"));
                        }
                    }
                }
                Ok(slots)
            })
            .await
    }
}

/// Of a webhook only the token is secret.
fn holds(text: &str, secret: &SecretString, slot: &Slot) -> bool {
    let secret = secret.expose_secret();
    let part = match slot {
        Slot::RobotWebhook(_) => secret.split_once("access_token=").map_or(secret, |(_, token)| token),
        _ => secret,
    };
    let part = part.split('&').next().unwrap_or(part);
    part.len() >= SHORTEST && text.contains(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(looks_like(text), expected, "{text}");
    }

    #[test]
    fn a_text_that_looks_like_a_secret_is_pointed_out_and_an_everyday_one_is_not() {
        check("https://oapi.dingtalk.com/robot/send?access_token=abc", Some("webhook"));
        check("secret SEC0123456789abcdef0123", Some("robot-secret"));
        check("key: 0a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D", Some("key"));
        check("登入密碼：Abc-1234", Some("password"));
        check("Password = hunter2!", Some("password"));
        check("密碼請向人事部查詢", None);
        check("付款提示：HK$1,234.50，發票 INV-2026-000123", None);
        check("https://demo.example/meeting/2026-11-28/room", None);
        check("00000000000000000000000000000000000000", None);
        check("各位早晨", None);
    }

    #[test]
    fn a_long_secret_without_any_digit_is_looked_for_too() {
        assert!(may_hold_one(&"aZ-_".repeat(16)) && may_hold_one("abcdefg1"));
        assert!(!may_hold_one("good morning everybody") && !may_hold_one("INV-202"));
    }

    #[test]
    fn a_secret_is_found_though_it_was_broken_into_lines() {
        let secret = SecretString::from("SEC0123456789abcdef");
        let slot = Slot::RobotSecret(String::new());
        assert!(holds(&closed("看 SEC01234\n5678\u{200b}9abc def 吧"), &secret, &slot));
        assert!(!holds(&closed("SEC0123456789abcde"), &secret, &slot));
        let webhook = SecretString::from("https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef&x=1");
        assert!(holds("token0123456789abcdef", &webhook, &Slot::RobotWebhook(String::new())));
        assert!(!holds("https://oapi.dingtalk.com/robot/send", &webhook, &Slot::RobotWebhook(String::new())));
    }
}
