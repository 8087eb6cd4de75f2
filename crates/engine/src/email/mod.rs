//! The company's e-mail: free mail is refused, because DingTalk's registration asks for the company's own.

mod free;

use std::collections::BTreeMap;

use crate::note::{Note, NoteCode, NoteLevel};
use crate::problem::{Field, Problem, ProblemCode, Result};

/// What an address turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Mail {
    Empty,
    Malformed,
    Free { domain: String },
    Company,
}

/// What a cautious clerk would type: trimmed, full-width letters made plain.
pub(crate) fn tidy(typed: &str) -> String {
    typed.trim().chars().map(crate::keys::plain).collect()
}

/// # Errors
/// `EmailEmpty`, `EmailMalformed`, `EmailFreeMail` with its domain.
pub(crate) fn check(typed: &str) -> Result<String> {
    let mail = tidy(typed);
    match judge(&mail) {
        Mail::Company => Ok(mail),
        Mail::Empty => Err(Problem::new(ProblemCode::EmailEmpty).at(Field::Email)),
        Mail::Malformed => Err(Problem::new(ProblemCode::EmailMalformed).at(Field::Email)),
        Mail::Free { domain } => Err(Problem::new(ProblemCode::EmailFreeMail).at(Field::Email).arg("domain", domain)),
    }
}

pub(crate) fn note(typed: &str) -> Option<Note> {
    let (level, code, args) = match judge(&tidy(typed)) {
        Mail::Empty => return None,
        Mail::Company => (NoteLevel::Fine, NoteCode::CompanyMail, BTreeMap::new()),
        Mail::Malformed => (NoteLevel::Warn, NoteCode::MailMalformed, BTreeMap::new()),
        Mail::Free { domain } => (NoteLevel::Stop, NoteCode::FreeMail, BTreeMap::from([("domain".to_owned(), domain)])),
    };
    Some(Note { field: Field::Email, level, code, args })
}

fn judge(mail: &str) -> Mail {
    if mail.is_empty() {
        return Mail::Empty;
    }
    let Some((local, domain)) = mail.rsplit_once('@') else { return Mail::Malformed };
    let domain = domain.to_lowercase();
    if !is_local(local) || !is_domain(&domain) {
        return Mail::Malformed;
    }
    if free::is_free(&domain) { Mail::Free { domain } } else { Mail::Company }
}

fn is_local(local: &str) -> bool {
    let allowed = |letter: char| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter);
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(label)
        && domain.rsplit('.').next().is_some_and(|last| last.chars().all(|letter| !letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &Mail) {
        assert_eq!(&judge(&tidy(typed)), expected, "{typed:?}");
    }

    fn free(domain: &str) -> Mail {
        Mail::Free { domain: domain.to_owned() }
    }

    #[test]
    fn a_company_mail_is_told_from_free_mail() {
        check("it@harbour-demo.example", &Mail::Company);
        check("  IT.Admin+ding@mail.harbour-demo.com.hk ", &Mail::Company);
        check("ｉｔ＠harbour-demo.example", &Mail::Company);
        check("陳@示範貿易.香港", &Mail::Company);
        check("someone@Gmail.com", &free("gmail.com"));
        check("someone@yahoo.com.hk", &free("yahoo.com.hk"));
        check("someone@ymail.com", &free("ymail.com"));
        check("someone@outlook.com", &free("outlook.com"));
        check("someone@hotmail.com.hk", &free("hotmail.com.hk"));
        check("123456@qq.com", &free("qq.com"));
        check("123456@vip.163.com", &free("vip.163.com"));
        check("someone@netvigator.com", &free("netvigator.com"));
        check("someone@gmail.com.evil.example", &Mail::Company);
        check("someone@notgmail.com", &Mail::Company);
    }

    #[test]
    fn what_is_no_mail_is_said_so() {
        check("", &Mail::Empty);
        check("   ", &Mail::Empty);
        for typed in [
            "it",
            "it@",
            "@harbour-demo.example",
            "it@harbour",
            "it@@harbour-demo.example",
            "it @harbour-demo.example",
            "it@harbour demo.example",
            "it@-harbour.example",
            "it@harbour..example",
            ".it@harbour-demo.example",
            "i..t@harbour-demo.example",
            "it@203.0.113.10",
            "it@harbour-demo.example\u{0}",
            "a@b@c.example",
            "it\r\nBcc: x@harbour-demo.example",
        ] {
            check(typed, &Mail::Malformed);
        }
    }

    #[test]
    fn free_mail_is_refused_with_its_domain() {
        let problem = super::check("shop@gmail.com").expect_err("free mail");
        assert_eq!((problem.code, problem.field), (ProblemCode::EmailFreeMail, Some(Field::Email)));
        assert_eq!(problem.args["domain"], "gmail.com");
    }
}
