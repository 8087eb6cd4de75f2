//! Any text that somebody was shown when DingTalk, or the way to it, refused: read, and told as causes.
//!
//! What a code means is told by the same tables as for calls of ours (`dingtalk::read_refusal`, then `refusal`). Here are
//! only the finding of codes in a text, the errors of other people's libraries, and where the remedy is. No words, and
//! nothing of the text comes back but what is named in `args` and DingTalk's own sentence, both without secrets.

mod codes;
mod destination;
mod evidence;
mod http;
mod machine;
mod objects;
mod order;
mod phrases;
mod plain;
mod redact;
#[cfg(test)]
mod tests;
mod way;

use serde::Serialize;

pub use destination::Destination;
pub(crate) use redact::redact as without_secrets;

use crate::problem::{Problem, ProblemCode};

/// Longer texts are cut: what matters in a log of a megabyte stands in it more than once.
pub const LONGEST_TEXT: usize = 1024 * 1024;

/// What a text tells, the most specific cause first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    pub first: Finding,
    pub also: Vec<Finding>,
}

/// One cause, and where its remedy is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    pub problem: Problem,
    pub destination: Destination,
}

impl Diagnosis {
    /// Whether anything in the text was recognised.
    pub fn is_known(&self) -> bool {
        self.first.problem.code != ProblemCode::Unknown
    }
}

/// Total: what nobody here knows is `ProblemCode::Unknown`, with the code if the text holds one.
pub fn diagnose(text: &str) -> Diagnosis {
    let text = redact::redact(&plain::plain(clip(text)));
    let (mut clues, rest) = objects::read(&text);
    codes::read(&rest, &mut clues);
    phrases::read(&rest, &mut clues);
    way::read(&rest, &mut clues);
    machine::read(&rest, &mut clues);
    http::read(&rest, &mut clues);
    let mut problems = order::ordered(clues).into_iter().map(|problem| evidence::complete(problem, &text));
    let first = problems.next().unwrap_or_else(|| Problem::new(ProblemCode::Unknown).arg("code", ""));
    Diagnosis { first: finding(first), also: problems.map(finding).collect() }
}

/// What is known about a problem that stands in the window already.
pub fn explain(problem: Problem) -> Diagnosis {
    let words = problem.server.as_ref().map(|server| server.message.clone()).unwrap_or_default();
    Diagnosis { first: finding(evidence::complete(problem, &words)), also: Vec::new() }
}

fn finding(problem: Problem) -> Finding {
    Finding { destination: Destination::of(&problem), problem }
}

fn clip(text: &str) -> &str {
    let end = (0..=LONGEST_TEXT.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// A cause that something in the text points to.
struct Clue {
    problem: Problem,
    source: Source,
    /// Where in the text it stands.
    at: usize,
    line: usize,
}

/// How sure a clue is, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// A whole answer of DingTalk's.
    Answer,
    /// A code that the text calls one, or the words of a library.
    Labelled,
    /// A code that stands by itself.
    Bare,
    /// DingTalk's sentence without its code.
    Phrase,
    /// A status line, a page.
    Frame,
}
