//! Secrets come in through stdin alone: a command line is seen by every process of the machine.

use std::io::Read;

use secrecy::SecretString;

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
    use secrecy::ExposeSecret;

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
}
