use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

use engine::problem::{Problem, ServerWords};
use words::Speaker;

use crate::arguments::Misuse;
use crate::exit::Exit;
use crate::output::Answer;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    Engine(Problem),
    /// The command line cannot be understood.
    WrongUse(Misuse),
    ListenNotLoopback(SocketAddr),
    /// Another process runs the practice server on this folder.
    PracticeHeld(PathBuf),
    PracticeFailed {
        detail: String,
    },
    /// A folder of the practice server, and the system's words about it.
    PracticeStateUnusable {
        path: PathBuf,
        detail: String,
    },
    PracticePortTaken(u16),
    InputUnreadable,
    /// More than a webhook and a secret, a line each.
    WebhookLines,
    HostsNotPractice,
    /// Several values through standard input, and not as many lines.
    InputLines {
        wanted: usize,
        found: usize,
    },
    /// Not a whole number of milliseconds.
    TimestampMalformed,
    /// Standard output took no more, for another reason than that its reader went away.
    OutputUnwritable {
        detail: String,
    },
    /// No signals, no threads.
    SystemFailed {
        detail: String,
    },
    /// No entry of the glossary is called so.
    TermUnknown {
        word: String,
    },
    DoctorTextMissing,
    DoctorTextTooLong,
    /// The answer to what was asked is "no": the doctor knows nothing of it, a permission is missing.
    No(Box<Answer>),
    /// The answer of a network test in which a host was not reached.
    NotReached(Box<Answer>),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Engine(problem)
    }
}

/// A failure in words.
pub struct Told {
    pub code: String,
    /// Whose turn it is: a code, and the same in words.
    pub who_code: String,
    pub who: String,
    pub what: String,
    pub fix: String,
    /// That the clock is wrong, where that may be the cause.
    pub clock: Option<String>,
    pub args: BTreeMap<String, String>,
    pub server: Option<ServerWords>,
}

impl Failure {
    pub fn exit(&self) -> Exit {
        match self {
            Self::Engine(problem) => Exit::from(problem.code),
            Self::WrongUse(_)
            | Self::ListenNotLoopback(_)
            | Self::InputUnreadable
            | Self::WebhookLines
            | Self::HostsNotPractice
            | Self::InputLines { .. }
            | Self::TimestampMalformed
            | Self::DoctorTextMissing
            | Self::DoctorTextTooLong => Exit::WrongUse,
            Self::No(_) | Self::TermUnknown { .. } => Exit::No,
            Self::NotReached(_) => Exit::Unreached,
            Self::PracticeHeld(_)
            | Self::PracticeFailed { .. }
            | Self::PracticeStateUnusable { .. }
            | Self::PracticePortTaken(_)
            | Self::OutputUnwritable { .. }
            | Self::SystemFailed { .. } => Exit::Machine,
        }
    }

    pub fn told(&self, speaker: Speaker) -> Told {
        match self {
            Self::Engine(problem) => of_engine(problem, speaker),
            Self::WrongUse(misuse) => {
                let args = [("what", &*misuse.what(speaker)), ("command", misuse.command())];
                own(speaker, "cli-problem-wrong-use", &args)
            }
            Self::ListenNotLoopback(address) => {
                own(speaker, "cli-problem-listen-not-loopback", &[("address", &address.to_string())])
            }
            Self::PracticeHeld(path) => {
                own(speaker, "cli-problem-practice-held", &[("path", &path.display().to_string())])
            }
            Self::PracticeFailed { detail } => own(speaker, "cli-problem-practice-failed", &[("detail", detail)]),
            Self::PracticeStateUnusable { path, detail } => {
                let path = path.display().to_string();
                own(speaker, "problem-practice-state-unusable", &[("path", &path), ("detail", detail)])
            }
            Self::PracticePortTaken(port) => {
                own(speaker, "problem-practice-port-taken", &[("port", &port.to_string())])
            }
            Self::InputUnreadable => own(speaker, "cli-problem-input-unreadable", &[]),
            Self::WebhookLines => own(speaker, "cli-problem-webhook-lines", &[]),
            Self::HostsNotPractice => own(speaker, "cli-problem-hosts-not-practice", &[]),
            Self::InputLines { wanted, found } => {
                let counts = [("wanted", &*wanted.to_string()), ("found", &*found.to_string())];
                own(speaker, "cli-problem-input-lines", &counts)
            }
            Self::TimestampMalformed => own(speaker, "cli-problem-timestamp-malformed", &[]),
            Self::OutputUnwritable { detail } => own(speaker, "cli-problem-output-unwritable", &[("detail", detail)]),
            Self::SystemFailed { detail } => own(speaker, "cli-problem-system-failed", &[("detail", detail)]),
            Self::TermUnknown { word } => own(speaker, "cli-problem-term-unknown", &[("word", word)]),
            Self::DoctorTextMissing => own(speaker, "cli-problem-doctor-text-missing", &[]),
            Self::DoctorTextTooLong => own(speaker, "cli-problem-doctor-text-too-long", &[]),
            Self::No(_) | Self::NotReached(_) => own(speaker, "problem-unknown", &[("code", "unknown")]),
        }
    }
}

fn of_engine(problem: &Problem, speaker: Speaker) -> Told {
    let text = speaker.problem_text(problem);
    let who_code = serde_json::to_value(problem.who).ok().and_then(|who| who.as_str().map(str::to_owned));
    Told {
        code: text.code,
        who_code: who_code.unwrap_or_default(),
        who: text.who,
        what: text.what,
        fix: text.fix,
        clock: text.clock,
        args: problem.args.clone(),
        server: problem.server.clone(),
    }
}

/// What only the command line can meet; it is always the caller's turn.
fn own(speaker: Speaker, id: &str, args: &[(&str, &str)]) -> Told {
    Told {
        code: id.trim_start_matches("cli-").trim_start_matches("problem-").to_owned(),
        who_code: String::from("you"),
        who: speaker.text("who-you"),
        what: speaker.text_with(id, args),
        fix: speaker.attribute(id, "fix", args),
        clock: None,
        args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        server: None,
    }
}

#[cfg(test)]
mod tests {
    use words::{Language, Speaker};

    use super::Failure;
    use crate::arguments::Misuse;

    #[test]
    fn every_failure_of_the_command_line_has_words_in_both_languages() {
        let all = [
            Failure::WrongUse(Misuse::of_path(&["x"])),
            Failure::ListenNotLoopback(([192, 0, 2, 1], 80).into()),
            Failure::PracticeHeld("/h".into()),
            Failure::PracticeFailed { detail: String::from("x") },
            Failure::PracticeStateUnusable { path: "/h".into(), detail: String::from("x") },
            Failure::PracticePortTaken(4000),
            Failure::InputUnreadable,
            Failure::WebhookLines,
            Failure::HostsNotPractice,
            Failure::InputLines { wanted: 2, found: 1 },
            Failure::TimestampMalformed,
            Failure::OutputUnwritable { detail: String::from("x") },
            Failure::SystemFailed { detail: String::from("x") },
            Failure::TermUnknown { word: String::from("x") },
            Failure::DoctorTextMissing,
            Failure::DoctorTextTooLong,
        ];
        for language in Language::ALL {
            for failure in &all {
                let told = failure.told(Speaker::new(language));
                for text in [&told.what, &told.fix] {
                    assert!(text.contains(' ') || text.chars().any(|letter| letter > '\u{3000}'), "{text}");
                    assert!(!text.contains("problem-") && !text.contains('{'), "{text}");
                }
            }
        }
    }
}
