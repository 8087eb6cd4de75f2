//! Codes in running text: those that are called so (`errcode: 60020`, `subcode=60020`, `Error code: 88, msg: …`), and
//! those that stand by themselves.

use dingtalk::{Error, read_refusal};
use serde_json::{Value, json};

use super::{Clue, Source, objects};
use crate::refusal;

/// What a code is called, in small letters. The longer before what it ends with.
const LABELS: [&str; 18] = [
    "error_code",
    "error code",
    "errorcode",
    "err code",
    "err_code",
    "errcode",
    "sub_code",
    "subcode",
    "sub code",
    "error no",
    "错误代码",
    "错误码",
    "返回码",
    "代码",
    "错误",
    "error",
    "code",
    "err",
];

/// After these a code that nobody knows is still a code.
const SURE: usize = 13;

const LONGEST_LINE: usize = 4_000;
const MOST_CLUES: usize = 2_000;

pub(super) fn read(text: &str, clues: &mut Vec<Clue>) {
    let whole = text.trim();
    let mut at = 0;
    for (number, line) in text.lines().enumerate() {
        if clues.len() >= MOST_CLUES {
            return;
        }
        let line_text = clipped(line);
        let here = Place { text, at, line: number, alone: whole.len() <= 60 && whole == line.trim() };
        let before = clues.len();
        labelled(line_text, &here, clues);
        if clues.len() == before && line_text.contains(' ') {
            // Read off a picture, a code is torn: `err code : 6 0 0 2 0`.
            labelled(&line_text.replace(' ', ""), &here, clues);
        }
        bare(line_text, &here, before, clues);
        at += line.len() + 1;
    }
}

struct Place<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    /// Nothing else is in the text.
    alone: bool,
}

fn clipped(line: &str) -> &str {
    let end = (0..=LONGEST_LINE.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    line.get(..end).unwrap_or_default()
}

fn labelled(line: &str, here: &Place<'_>, clues: &mut Vec<Clue>) {
    let lower = line.to_ascii_lowercase();
    let mut from = 0;
    while let Some((start, rank, label)) = next_label(&lower, from) {
        from = start + label.len();
        let Some(rest) = line.get(from..) else { continue };
        let rest = rest.trim_start_matches([' ', '"', '\'', '\\', ':', '=', '>', '(', '[', '#', '*', '|', '`']);
        let token = token(rest);
        if token.is_empty() {
            continue;
        }
        let message = rest.get(token.len()..).unwrap_or_default();
        let error = named(token, message, here).filter(is_known).or_else(|| named(token, line, here));
        let Some(error) = error else { continue };
        if is_known(&error) || rank < SURE && is_code(token) {
            let problem = refusal::problem(&error);
            clues.push(Clue { problem, source: Source::Labelled, at: here.at + start, line: here.line });
        }
    }
}

/// Where the next label stands, its rank, and itself.
fn next_label(lower: &str, from: usize) -> Option<(usize, usize, &'static str)> {
    let rest = lower.get(from..)?;
    rest.char_indices().find_map(|(at, _)| {
        let here = rest.get(at..)?;
        let (rank, label) = LABELS.iter().enumerate().find(|(_, label)| here.starts_with(**label))?;
        begins_word(lower, from + at).then_some((from + at, rank, *label))
    })
}

fn begins_word(text: &str, at: usize) -> bool {
    !text.get(..at).unwrap_or_default().ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

/// Digits with their sign, or a dotted name.
fn token(rest: &str) -> &str {
    let number = rest.strip_prefix('-').unwrap_or(rest);
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        return rest.get(..rest.len() - number.len() + digits).unwrap_or_default();
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_')).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default().trim_end_matches(['.', '-'])
}

fn is_code(token: &str) -> bool {
    token.parse::<i64>().is_ok_and(|number| !(0..=600).contains(&number)) || token.contains('.')
}

fn named(code: &str, message: &str, here: &Place<'_>) -> Option<Error> {
    let asked = objects::asked(here.text, here.at, here.at);
    read_refusal(&answer(code, message), None, asked)
}

fn answer(code: &str, message: &str) -> Value {
    let message = message.trim_matches([' ', ',', ';', ':', '"', '\'', '}']);
    if code.parse::<i64>().is_ok() {
        json!({"errcode": code, "errmsg": message})
    } else {
        json!({"code": code, "message": message})
    }
}

fn is_known(error: &Error) -> bool {
    !matches!(error, Error::Unknown { words } if words.code != "310000")
}

fn bare(line: &str, here: &Place<'_>, before: usize, clues: &mut Vec<Clue>) {
    let code_of = |clue: &Clue| clue.problem.server.as_ref().map(|server| server.code.clone());
    let told: Vec<String> = clues.get(before..).unwrap_or_default().iter().filter_map(code_of).collect();
    let mut from = 0;
    for piece in line.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '@' | '%'))) {
        let start = line.get(from..).and_then(|rest| rest.find(piece)).map_or(from, |at| from + at);
        from = start + piece.len();
        let word = piece.trim_matches(['.', '-', '/']);
        let token = if here.alone && line.trim() == piece { piece } else { word };
        if token.is_empty() || told.iter().any(|code| code == token) || !stands_alone(line, start, token, here) {
            continue;
        }
        let worth = |error: &Error| is_known(error) || (here.alone && line.trim() == token && is_code(token));
        // First without the line, which is long and mostly in vain.
        if !named(token, "", here).is_some_and(|error| worth(&error)) {
            continue;
        }
        let Some(error) = named(token, line, here) else { continue };
        if worth(&error) {
            let problem = refusal::problem(&error);
            clues.push(Clue { problem, source: Source::Bare, at: here.at + start, line: here.line });
        }
    }
}

/// Whether it looks like a code without being called one.
fn stands_alone(line: &str, start: usize, token: &str, here: &Place<'_>) -> bool {
    if here.alone && line.trim() == token {
        return true;
    }
    if token.bytes().all(|byte| byte.is_ascii_digit()) {
        // A port, a process or a line number stands after a colon.
        let before = line.get(..start).unwrap_or_default();
        return (5..=7).contains(&token.len()) && !before.ends_with(':');
    }
    if let Some(name) = token.strip_prefix("Missing") {
        return name.starts_with(|c: char| c.is_ascii_lowercase());
    }
    let inner = token.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let is_dotted_or_camel = inner.starts_with(|c: char| c.is_ascii_uppercase() || c == '.');
    is_dotted_or_camel && !token.starts_with("param.") && !token.contains(['/', '@', '%', '_'])
}
