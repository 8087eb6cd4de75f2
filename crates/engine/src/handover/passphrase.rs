//! The passphrase of a hand-over file: how good it is, and the form that is offered to be written down.

use secrecy::{ExposeSecret, SecretString};
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

use crate::problem::{Field, Problem, ProblemCode, Result};

/// What the window offers: five groups of four, without the letters and digits that are taken for each other.
const OFFERED: &str = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const OFFERED_LENGTH: usize = 20;
const GROUP: usize = 4;
/// Nobody types more, and weighing grows with it.
const LONGEST: usize = 1024;

/// An offered one is the same however it is typed off the paper: small letters, spaces, no dashes.
pub(super) fn canonical(typed: &SecretString) -> SecretString {
    let letters: Vec<char> = typed
        .expose_secret()
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    if letters.len() != OFFERED_LENGTH || !letters.iter().all(|letter| OFFERED.contains(*letter)) {
        return typed.clone();
    }
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    SecretString::from(groups.join("-"))
}

/// The file may travel by e-mail, so its passphrase has to withstand somebody with time. `known` is what a stranger
/// would try first: the company's name, the user's.
///
/// # Errors
/// `PassphraseWeak` with a reason.
pub(super) fn check(passphrase: &SecretString, known: &[String]) -> Result<()> {
    let text = passphrase.expose_secret();
    let length = text.chars().count();
    if text.trim().is_empty() {
        return Err(weak("empty"));
    }
    if length > LONGEST {
        return Err(weak("long"));
    }
    let mut inputs: Vec<&str> = vec!["hoitung", "dingtalk"];
    inputs.extend(known.iter().map(String::as_str).filter(|word| !word.is_empty()));
    let entropy = zxcvbn(text, &inputs);
    if entropy.score() >= Score::Four {
        return Ok(());
    }
    let lowered = text.to_lowercase();
    if inputs.iter().any(|word| word.chars().count() > 1 && lowered.contains(&word.to_lowercase())) {
        return Err(weak("known"));
    }
    Err(weak(entropy.feedback().and_then(zxcvbn::feedback::Feedback::warning).map_or("short", reason)))
}

fn weak(reason: &str) -> Problem {
    Problem::new(ProblemCode::PassphraseWeak).at(Field::Passphrase).arg("reason", reason)
}

fn reason(warning: Warning) -> &'static str {
    use Warning as W;
    match warning {
        W::StraightRowsOfKeysAreEasyToGuess
        | W::ShortKeyboardPatternsAreEasyToGuess
        | W::SequencesLikeAbcAreEasyToGuess => "row",
        W::RepeatsLikeAaaAreEasyToGuess | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => "repeat",
        W::ThisIsATop10Password
        | W::ThisIsATop100Password
        | W::ThisIsACommonPassword
        | W::ThisIsSimilarToACommonlyUsedPassword
        | W::AWordByItselfIsEasyToGuess
        | W::NamesAndSurnamesByThemselvesAreEasyToGuess
        | W::CommonNamesAndSurnamesAreEasyToGuess => "common",
        W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess => "date",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_weak_one_is_refused_with_its_reason() {
        let known = ["Harbour Demo Trading".to_owned(), "示範貿易有限公司".to_owned()];
        let told = |text: &str| check(&text.into(), &known).err().map(|problem| problem.args["reason"].clone());
        for (text, expected) in [
            ("", "empty"),
            ("   ", "empty"),
            ("password1", "common"),
            ("qwertyuiop", "common"),
            ("aaaaaaaaaaaa", "repeat"),
            ("20261128", "date"),
            ("Harbour Demo Trading", "known"),
            ("x7#Kq", "short"),
        ] {
            assert_eq!(told(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(told(&"x".repeat(2_000)).as_deref(), Some("long"));
        for fine in ["7KMQ-3FHT-9XWR-VBNC-4DPE", "電車路上有五個站同埋一隻貓", "correct tram battery harbour 19"]
        {
            assert_eq!(told(fine), None, "{fine}");
        }
    }

    #[test]
    fn an_offered_one_is_typed_off_the_paper_in_any_way() {
        let check = |typed: &str, expected: &str| assert_eq!(canonical(&typed.into()).expose_secret(), expected);
        for typed in ["7KMQ-3FHT-9XWR-VBNC-4DPE", "7kmq 3fht 9xwr vbnc 4dpe", "7kmq3fht9xwrvbnc4dpe\t"] {
            check(typed, "7KMQ-3FHT-9XWR-VBNC-4DPE");
        }
        // Anybody's own is left as it is, spaces included.
        check(" my own words ", " my own words ");
        check("0KMQ-3FHT-9XWR-VBNC-4DPE", "0KMQ-3FHT-9XWR-VBNC-4DPE");
    }
}
