//! Everything that leaves the program on stdout and stderr.

use std::fmt::Write as _;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use serde_json::{Value, json};
use words::Speaker;

use crate::exit::Exit;
use crate::failure::{Failure, Told};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Words,
    Json,
}

/// What a command found, for a program and for a person.
#[derive(Debug)]
pub struct Answer {
    pub json: Value,
    pub words: String,
}

pub fn help(text: &str) {
    write_to(stdout(), text.trim_end());
}

/// One line of JSON, at once: somebody waits for it on the other side of a pipe.
pub fn line(value: &Value) {
    write_to(stdout(), &value.to_string());
}

/// The same for a person.
pub fn line_of_words(text: &str) {
    write_to(stdout(), text);
}

/// Lines of which each must have left before something depends on it.
///
/// # Errors
/// Of writing; then some may have left and others not.
pub fn lines(lines: &[String]) -> std::io::Result<()> {
    let mut sink = stdout().lock();
    for line in lines {
        writeln!(sink, "{line}")?;
    }
    sink.flush()
}

/// A remark for the person at the screen, aside from the answer.
pub fn aside(text: &str) {
    write_to(stderr(), text);
}

pub fn answered(answer: &Answer, format: Format) -> ExitCode {
    match format {
        Format::Json if !answer.json.is_null() => line(&answer.json),
        Format::Words if !answer.words.is_empty() => write_to(stdout(), &answer.words),
        Format::Json | Format::Words => {}
    }
    Exit::Fine.into()
}

pub fn failed(failure: &Failure, speaker: Speaker, format: Format) -> ExitCode {
    if let Failure::No(answer) | Failure::NotReached(answer) = failure {
        answered(answer, format);
        return failure.exit().into();
    }
    let told = failure.told(speaker);
    match format {
        Format::Json => line(&as_json(&told)),
        Format::Words => write_to(stderr(), &as_words(&told, speaker)),
    }
    failure.exit().into()
}

fn as_json(told: &Told) -> Value {
    let mut value = json!({
        "problem": told.code,
        "who": told.who_code,
        "what": told.what,
        "fix": told.fix,
        "args": told.args,
    });
    if let (Some(server), Some(fields)) = (&told.server, value.as_object_mut()) {
        fields.insert(
            String::from("server"),
            json!({ "code": server.code, "message": server.message, "request_id": server.request_id }),
        );
    }
    value
}

fn as_words(told: &Told, speaker: Speaker) -> String {
    let mut text = format!("{}\n{}\n", told.what, told.fix);
    let _ = write!(text, "{}", speaker.text_with("cli-whose-turn", &[("who", &told.who)]));
    if let Some(clock) = &told.clock {
        let _ = write!(text, "\n{clock}");
    }
    if let Some(server) = &told.server {
        let words = [("code", server.code.as_str()), ("message", server.message.as_str())];
        let _ = write!(text, "\n{}", speaker.text_with("cli-server-words", &words));
    }
    text
}

/// A reader that went away (`| head`) is no failure of ours.
fn write_to(mut sink: impl Write, text: &str) {
    let _ = writeln!(sink, "{text}").and_then(|()| sink.flush());
}
