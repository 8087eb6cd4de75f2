//! Smart paste: finding the keys in a whole page copied from DingTalk's console, old or new, in any of its languages.

mod label;
mod reader;

use secrecy::{ExposeSecret, SecretString};

use super::clean::{clean, plain};
use super::shape::{Look, SECRET_LENGTH, look};
use crate::problem::{Field, Problem, ProblemCode, Result};
use label::Label;
use reader::{Token, read};

/// A console page is a few kilobytes; more is not one.
const LIMIT: usize = 256 * 1024;

/// What a page held. The secret stays a secret.
#[derive(Default)]
pub(crate) struct Found {
    pub corp_id: Option<String>,
    pub client_id: Option<String>,
    pub agent_id: Option<String>,
    pub client_secret: Option<SecretString>,
}

/// # Errors
/// `PasteTooLong`, `PasteNothingFound`.
pub(crate) fn find(page: &SecretString) -> Result<Found> {
    let page = page.expose_secret();
    if page.len() > LIMIT {
        return Err(Problem::new(ProblemCode::PasteTooLong).at(Field::Paste));
    }
    let page = simplified(page);
    let tokens = read(&page);
    let mut sorter = Sorter::default();
    sorter.sort(&tokens);
    let found = sorter.found();
    if found.is_empty() {
        return Err(Problem::new(ProblemCode::PasteNothingFound).at(Field::Paste));
    }
    Ok(found)
}

impl Found {
    fn is_empty(&self) -> bool {
        self.corp_id.is_none() && self.client_id.is_none() && self.agent_id.is_none() && self.client_secret.is_none()
    }
}

/// Values under their labels, and values that only their look gives away.
#[derive(Default)]
struct Sorter<'a> {
    labelled: Vec<(Look, String)>,
    bare: Vec<(Look, &'a str)>,
    numbers: Vec<&'a str>,
}

impl<'a> Sorter<'a> {
    fn sort(&mut self, tokens: &[Token<'a>]) {
        let mut pending = None;
        let mut tokens = tokens.iter().copied().peekable();
        while let Some(token) = tokens.next() {
            let word = match token {
                Token::Label(label) => {
                    pending = Some(label);
                    continue;
                }
                Token::Word(word) => word,
            };
            match pending {
                Some(Label::Other) if is_value(word) => pending = None,
                Some(Label::Key(key)) if fits(key, word) => {
                    let mut value = word.to_owned();
                    // A narrow column breaks the long secret over two lines.
                    if let Some(Token::Word(rest)) = tokens.peek().copied()
                        && key == Look::ClientSecret
                        && word.len() < SECRET_LENGTH
                        && word.len() + rest.len() == SECRET_LENGTH
                    {
                        value.push_str(rest);
                        tokens.next();
                    }
                    self.labelled.push((key, value));
                    pending = None;
                }
                Some(Label::Other | Label::Key(_)) | None => self.keep_bare(word),
            }
        }
    }

    fn keep_bare(&mut self, word: &'a str) {
        match look(word) {
            Look::AgentId if (9..=10).contains(&word.len()) => self.numbers.push(word),
            Look::AgentId | Look::Unclear => {}
            other => self.bare.push((other, word)),
        }
    }

    fn found(&self) -> Found {
        let corp_id = self.value(Look::CorpId);
        let client_id = self.value(Look::ClientId);
        let client_secret = self.value(Look::ClientSecret);
        // A number alone may be a telephone or a date: it counts only beside another key, and only if there is one.
        let beside = corp_id.is_some() || client_id.is_some() || client_secret.is_some();
        let lone = self.numbers.first().filter(|first| beside && self.numbers.iter().all(|number| number == *first));
        let agent_id = self.value(Look::AgentId).or_else(|| lone.map(|number| (*number).to_owned()));
        Found { corp_id, client_id, agent_id, client_secret: client_secret.map(SecretString::from) }
    }

    /// The first under its label; else the only one with its look.
    fn value(&self, key: Look) -> Option<String> {
        if let Some((_, value)) = self.labelled.iter().find(|(found, _)| *found == key) {
            return Some(clean(value).value);
        }
        let mut bare = self.bare.iter().filter(|(found, _)| *found == key).map(|(_, word)| *word);
        let first = bare.next()?;
        bare.all(|word| word == first).then(|| clean(first).value)
    }
}

/// Whether a word can stand under a label: loosely, because the real call decides; but never another key's clear look.
fn fits(key: Look, word: &str) -> bool {
    let seen = look(word);
    if seen != Look::Unclear && seen != key {
        return false;
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    match key {
        Look::CorpId | Look::ClientId => word.len() >= 8 && digits > 0,
        // A page may speak of the secret, and long words follow: `missing_permission`, `TemporaryQrCodeInfo`. A piece of a
        // secret without any digit is rare, but comes: nearly half of its letters are capitals then.
        Look::ClientSecret => {
            let capitals = word.chars().filter(char::is_ascii_uppercase).count();
            word.len() >= 16 && (digits > 0 || capitals * 4 > word.len() || word.len() >= SECRET_LENGTH / 2)
        }
        Look::AgentId => word.len() >= 5 && digits == word.len(),
        Look::Unclear => false,
    }
}

fn is_value(word: &str) -> bool {
    word.len() >= 6 && word.chars().any(|letter| letter.is_ascii_digit())
}

/// The page with full-width letters made plain and invisible ones taken out.
fn simplified(page: &str) -> String {
    page.chars()
        .map(plain)
        .filter(|letter| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .collect()
}

#[cfg(test)]
mod tests;
