//! Secrets come in through stdin alone: a command line is seen by every process of the machine.

use std::io::Read;

use secrecy::{ExposeSecret, SecretString};

use crate::arguments::Value;
use crate::failure::Failure;

/// More than any secret or webhook; what is longer is a mistake.
const LIMIT: u64 = 64 * 1024;

/// Read to the end, one last newline dropped.
pub fn secret() -> Result<SecretString, Failure> {
    read(std::io::stdin().lock()).map(SecretString::from)
}

/// A webhook and, on a second line, the robot's secret if it has one.
pub fn webhook() -> Result<(SecretString, Option<SecretString>), Failure> {
    split(&read(std::io::stdin().lock())?)
}

/// The values of a command by their names, in full.
#[derive(Debug)]
pub struct Values(Vec<(&'static str, SecretString)>);

impl Values {
    /// What was asked for but is not there cannot be: the grammar wants each.
    pub fn take(&mut self, name: &str) -> SecretString {
        let at = self.0.iter().position(|(known, _)| *known == name);
        at.map(|at| self.0.swap_remove(at).1).unwrap_or_default()
    }

    pub fn text(&mut self, name: &str) -> String {
        self.take(name).expose_secret().to_owned()
    }
}

/// Standard input holds what is missing: whole if that is one value, else a line each.
pub fn values(given: Vec<Value>) -> Result<Values, Failure> {
    if given.iter().all(|value| value.given.is_some()) {
        return fill(given, "");
    }
    fill(given, &read(std::io::stdin().lock())?)
}

fn fill(given: Vec<Value>, input: &str) -> Result<Values, Failure> {
    let missing = given.iter().filter(|value| value.given.is_none()).count();
    let lines: Vec<&str> = if missing == 1 { vec![input] } else { input.lines().collect() };
    if missing > 1 && lines.len() != missing {
        return Err(Failure::InputLines { wanted: missing, found: lines.len() });
    }
    let mut lines = lines.into_iter();
    let next = |value: Value| {
        let text = value.given.unwrap_or_else(|| SecretString::from(lines.next().unwrap_or_default()));
        (value.name, text)
    };
    Ok(Values(given.into_iter().map(next).collect()))
}

fn read(source: impl Read) -> Result<String, Failure> {
    let mut text = String::new();
    let length = source.take(LIMIT + 1).read_to_string(&mut text).map_err(|_| Failure::InputUnreadable)?;
    if length as u64 > LIMIT {
        return Err(Failure::InputUnreadable);
    }
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(text)
}

/// A text that somebody copied, whatever its letters: at most `longest` bytes.
pub fn pasted(longest: usize) -> Result<String, Failure> {
    pasted_from(std::io::stdin().lock(), longest)
}

fn pasted_from(source: impl Read, longest: usize) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let length = source.take(longest as u64 + 1).read_to_end(&mut bytes).map_err(|_| Failure::InputUnreadable)?;
    if length > longest {
        return Err(Failure::DoctorTextTooLong);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn split(text: &str) -> Result<(SecretString, Option<SecretString>), Failure> {
    let mut lines = text.lines();
    let webhook = SecretString::from(lines.next().unwrap_or_default());
    let secret = lines.next().filter(|line| !line.is_empty()).map(SecretString::from);
    if lines.next().is_some() {
        return Err(Failure::WebhookLines);
    }
    Ok((webhook, secret))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(given: &[u8], expected: Option<&str>) {
        assert_eq!(read(given).ok().as_deref(), expected, "{given:?}");
    }

    #[test]
    fn one_last_newline_is_dropped_and_nothing_else() {
        check(b"abc", Some("abc"));
        check(b"abc\n", Some("abc"));
        check(b"abc\r\n", Some("abc"));
        check(b"abc\n\n", Some("abc\n"));
        check(b" abc ", Some(" abc "));
        check(b"", Some(""));
        check(&[0xff, 0xfe], None);
        check(&vec![b'a'; 70_000], None);
    }

    #[test]
    fn a_pasted_text_may_hold_any_bytes_but_not_too_many() {
        let check = |given: &[u8], expected: Option<&str>| {
            assert_eq!(pasted_from(given, 4).ok().as_deref(), expected, "{given:?}");
        };
        check(b"a\xffb", Some("a\u{fffd}b"));
        check(b"1234", Some("1234"));
        check(b"12345", None);
        check(b"", Some(""));
    }

    #[test]
    fn a_webhook_may_come_with_its_secret_and_nothing_more() {
        let both = |text| {
            split(text).map(|(webhook, secret)| {
                (webhook.expose_secret().to_owned(), secret.map(|secret| secret.expose_secret().to_owned()))
            })
        };
        assert_eq!(both("https://x").unwrap(), ("https://x".into(), None));
        assert_eq!(both("https://x\nSEC1").unwrap(), ("https://x".into(), Some("SEC1".into())));
        assert_eq!(both("https://x\r\nSEC1").unwrap(), ("https://x".into(), Some("SEC1".into())));
        assert!(both("a\nb\nc").is_err());
    }

    fn check_filled(given: &[(&'static str, Option<&str>)], input: &str, expected: Option<&[&str]>) {
        let names: Vec<&str> = given.iter().map(|(name, _)| *name).collect();
        let given = given.iter().map(|(name, text)| Value { name, given: text.map(SecretString::from) }).collect();
        let found = fill(given, input).ok().map(|mut values| names.iter().map(|name| values.text(name)).collect());
        assert_eq!(found, expected.map(|texts| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()));
    }

    #[test]
    fn values_come_as_arguments_or_in_the_order_of_the_command_line() {
        check_filled(&[("a", Some("1")), ("b", Some("2"))], "", Some(&["1", "2"]));
        check_filled(&[("a", None), ("b", Some("2")), ("c", None)], "x\ny\n", Some(&["x", "2", "y"]));
        // One alone takes it all: a message may have lines.
        check_filled(&[("a", Some("1")), ("b", None)], "x\ny", Some(&["1", "x\ny"]));
        check_filled(&[("a", None), ("b", None)], "x", None);
        check_filled(&[("a", None), ("b", None)], "x\ny\nz", None);
    }
}
