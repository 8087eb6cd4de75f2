//! The only things that a log may hold.

use dingtalk::{Exchange, Fate};
use serde::{Deserialize, Serialize};

use crate::problem::ProblemCode;

/// Which of our programs writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Program {
    Window,
    Cli,
}

impl Program {
    /// By the name of the file that runs.
    pub(super) fn this() -> Self {
        let file = std::env::current_exe().ok();
        let name = file.as_deref().and_then(std::path::Path::file_stem).map(|name| name.to_string_lossy().into_owned());
        if name.is_some_and(|name| name.contains("cli")) { Self::Cli } else { Self::Window }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entry {
    /// RFC 3339, UTC.
    pub at: String,
    pub program: Program,
    #[serde(flatten)]
    pub event: Event,
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(crate) enum Event {
    Start {
        version: String,
        system: &'static str,
    },
    Stop,
    Exchange {
        host: String,
        method: String,
        /// A template: `{}` stands for what varies.
        api: String,
        milliseconds: u128,
        attempt: u32,
        status: Option<u16>,
        code: Option<String>,
        request_id: Option<String>,
        fate: &'static str,
    },
    /// Only when something was unusual about it.
    Beat {
        woke: bool,
        set_back: bool,
    },
    Problem {
        code: ProblemCode,
        /// The name of a task.
        during: String,
    },
    /// The file was copied, rebuilt, or opened again.
    Store {
        what: &'static str,
    },
    /// Where, and never what was said: a panic's text may quote anything.
    Panic {
        file: String,
        line: u32,
    },
}

impl Event {
    pub fn of(exchange: &Exchange) -> Self {
        Self::Exchange {
            host: plain(&exchange.host, 100),
            method: plain(exchange.method.as_str(), 10),
            api: plain(&exchange.api, 120),
            milliseconds: exchange.duration.as_millis(),
            attempt: exchange.attempt,
            status: exchange.status,
            code: exchange.code.as_deref().map(|code| plain(code, 60)),
            request_id: exchange.request_id.as_deref().map(|id| plain(id, 80)),
            fate: match exchange.fate {
                Fate::Good => "good",
                Fate::Refused => "refused",
                Fate::InDoubt => "in-doubt",
                Fate::NotAsked => "not-asked",
            },
        }
    }
}

/// S23: what a server or a panic gave us, as plain signs: no control character, no letter that turns a line around, and
/// not more than fits.
pub(super) fn plain(text: &str, most: usize) -> String {
    text.chars().take(most).map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // S23
    #[test]
    fn what_moves_a_terminal_or_breaks_a_line_is_written_as_a_question_mark() {
        assert_eq!(plain("60020\r\n\u{1b}[2J\u{202e}evil\u{0}示", 40), "60020???[2J?evil??");
        assert_eq!(plain("abcdef", 3), "abc");
    }
}
