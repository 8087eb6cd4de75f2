//! Answers and evidence in words.

use std::collections::BTreeMap;

use engine::setup::{Answer, Evidence, EvidenceKind};
use serde::Serialize;

use crate::Speaker;

impl Speaker {
    /// Added in brackets, with the blank before them that the language wants.
    pub fn aside(self, what: &str) -> String {
        self.text_with("sign-aside", &[("what", what)])
    }

    /// In the language's quotation marks.
    pub fn quoted(self, what: &str) -> String {
        self.text_with("sign-quoted", &[("what", what)])
    }

    /// Two sentences in a row.
    pub fn sentences(self, one: &str, other: &str) -> String {
        self.text_with("sign-sentences", &[("one", one), ("other", other)])
    }

    /// What was answered, or what a person said.
    pub fn answer_text(self, answer: &Answer) -> String {
        self.text_with(&format!("answer-{}", code_name(&answer.code)), &values(&answer.args))
    }

    /// How it is known, in one line. `at` is Hong Kong time as the reader is to see it.
    pub fn evidence_text(self, evidence: &Evidence, at: &str) -> String {
        let answer = self.answer_text(&evidence.answer);
        match (evidence.kind, &evidence.call, &evidence.by) {
            (EvidenceKind::Verified, Some(call), _) => {
                self.text_with("cli-evidence-verified-by", &[("answer", &answer), ("at", at), ("call", call)])
            }
            (EvidenceKind::Verified, None, _) => {
                self.text_with("cli-evidence-verified", &[("answer", &answer), ("at", at)])
            }
            (EvidenceKind::Said, _, Some(by)) => {
                self.text_with("cli-evidence-said-by", &[("answer", &answer), ("at", at), ("by", by)])
            }
            (EvidenceKind::Said, _, None) => self.text_with("cli-evidence-said", &[("answer", &answer), ("at", at)]),
        }
    }
}

/// An enum's name as it travels in JSON: `problem-<name>` and its like are the ids of the locale files.
pub(crate) fn code_name<T: Serialize>(code: &T) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::from("unknown"),
    }
}

/// What DingTalk, or the text that was pasted, did not tell.
pub(crate) const UNTOLD: &str = "unknown";

/// The practice server's own hosts, whose numbers tell nobody anything, go by its name; no other connection has such.
/// What was not told goes by `unknown`, for which such messages have words of their own.
fn named(value: &str) -> &str {
    if value.is_empty() {
        return UNTOLD;
    }
    let is_practice = |host: &str| {
        host.strip_prefix("127.0.0.1:").is_some_and(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))
    };
    if value.split(", ").all(is_practice) { "practice" } else { value }
}

pub(crate) fn values(args: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    args.iter()
        // An office may run its proxy on this very machine; it is not the practice server.
        .map(|(name, value)| (name.as_str(), if name == "proxy" { value.as_str() } else { named(value) }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn signs_stand_with_the_blanks_of_their_language() {
        let check = |language: Language, expected: [&str; 4]| {
            let speaker = Speaker::new(language);
            let told = [
                speaker.aside("x"),
                speaker.quoted("x"),
                speaker.sentences("A.", "B."),
                speaker.text("network-sentence-separator"),
            ];
            assert_eq!(told, expected);
        };
        check(Language::En, [" (x)", "“x”", "A. B.", "; "]);
        check(Language::ZhHk, ["（x）", "「x」", "A.B.", "；"]);
    }

    #[test]
    fn the_practice_server_goes_by_its_name_and_no_other_host_does() {
        let check = |value: &str, expected: &str| assert_eq!(named(value), expected);
        check("127.0.0.1:40459", "practice");
        check("127.0.0.1:40459, 127.0.0.1:35549", "practice");
        check("127.0.0.1", "127.0.0.1");
        check("127.0.0.1:", "127.0.0.1:");
        check("api.dingtalk.com", "api.dingtalk.com");
        check("api.dingtalk.com, 127.0.0.1:40459", "api.dingtalk.com, 127.0.0.1:40459");
        check("", "unknown");
    }
}
