//! A link that opens the mail program with a message in it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// Windows hands at most 2,048 characters on to the mail program; what is over is cut off, in the middle of a letter.
const LIMIT: usize = 2_000;

/// RFC 6068 leaves only these as they are.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLink {
    pub url: String,
    /// Whether the message is in it; otherwise `instead` is, and the message has to be pasted.
    pub whole: bool,
}

/// To nobody yet: who it is for stands in the person's own address book.
pub fn mail_link(subject: &str, body: &str, instead: &str) -> MailLink {
    let whole = link(subject, body);
    if whole.len() <= LIMIT {
        return MailLink { url: whole, whole: true };
    }
    let mut letters: Vec<char> = subject.chars().collect();
    loop {
        let url = link(&letters.iter().collect::<String>(), instead);
        if url.len() <= LIMIT || letters.pop().is_none() {
            return MailLink { url, whole: false };
        }
    }
}

fn link(subject: &str, body: &str) -> String {
    let subject: String = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let body = body.lines().collect::<Vec<_>>().join("\r\n");
    format!("mailto:?subject={}&body={}", encoded(&subject), encoded(&body))
}

fn encoded(text: &str) -> String {
    percent_encode(text.as_bytes(), ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_written_comes_out_as_it_was() {
        for (subject, body) in [
            ("Permissions & more?", "Dear you,\n\n100 % +1 #2 = \"3\" / a@b.example\n"),
            ("開通權限：㗎𨋢", "第一行\n第二行 & 第三"),
            ("", ""),
        ] {
            let MailLink { url, whole } = mail_link(subject, body, "paste");
            assert!(whole && url.is_ascii() && !url.contains(['+', ' ', '#']), "{url}");
            let read = url::Url::parse(&url).unwrap();
            let found: Vec<(String, String)> = read.query_pairs().into_owned().collect();
            let lines = body.lines().collect::<Vec<_>>().join("\r\n");
            assert_eq!(found, [("subject".to_owned(), subject.to_owned()), ("body".to_owned(), lines)]);
        }
    }

    #[test]
    fn lines_end_as_mail_programs_want_them() {
        assert_eq!(mail_link("a\nb", "c\nd\r\ne", "").url, "mailto:?subject=a%20b&body=c%0D%0Ad%0D%0Ae");
    }

    #[test]
    fn no_link_is_longer_than_windows_takes() {
        let long = mail_link("開通權限", &"字".repeat(300), "請貼上");
        assert!(!long.whole && long.url.len() <= LIMIT && long.url.ends_with(&encoded("請貼上")));
        let subject = mail_link(&"字".repeat(400), "x", "請貼上");
        assert!(!subject.whole && subject.url.len() <= LIMIT, "{}", subject.url.len());
        // A letter is whole or not there.
        assert!(url::Url::parse(&subject.url).unwrap().query_pairs().all(|(_, value)| !value.contains('\u{fffd}')));
        let fits = mail_link("s", &"x".repeat(LIMIT - "mailto:?subject=s&body=".len()), "");
        assert!(fits.whole && fits.url.len() == LIMIT);
    }
}
