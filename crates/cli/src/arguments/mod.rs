//! The command line as a request. Its help speaks the language on now, so that language is looked for first.

mod ask;
mod build;
mod check;
mod diagnose;
mod guides;
mod handover;
mod key;
mod message;
mod misuse;
mod network;
mod permission;
mod place;
mod reminder;
mod request;
mod upkeep;
mod values;

use std::ffi::OsString;

use clap::ArgMatches;
use clap::error::ErrorKind;
use engine::vault::SecretSource;
use words::{Language, Speaker};

pub use ask::Ask;
pub use handover::{Export, HandoverAct, Import, Page};
pub use key::KeyAct;
pub use misuse::Misuse;
pub use network::{SetProxy, Tested};
pub use place::{Run, RunHow};
pub use request::{AddConnection, Explain, Request, Sending};
pub use values::Value;

use crate::failure::Failure;
use crate::output::Format;

pub enum Parsed {
    Request(Request, Format, Option<SecretSource>),
    Help(String),
    WrongUse(Failure, Format),
}

/// `--lang`, wherever it stands; else the system's language.
pub fn language(given: &[OsString]) -> Language {
    let words: Vec<_> = given.iter().map(|word| word.to_string_lossy()).collect();
    let after = words.iter().position(|word| word == "--lang").and_then(|at| words.get(at + 1)).map(AsRef::as_ref);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    after.or(joined).map_or_else(Language::of_system, Language::for_reader_of)
}

pub fn parse(given: &[OsString], speaker: Speaker) -> Parsed {
    let format = if given.iter().any(|word| word == "--json") { Format::Json } else { Format::Words };
    let mut grammar = build::command(speaker);
    match grammar.try_get_matches_from_mut(given) {
        Ok(matches) => match request::read(&matches) {
            Ok(request) => Parsed::Request(request, format, place::secrets(innermost(&matches))),
            Err(failure) => Parsed::WrongUse(failure, format),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Parsed::Help(in_words(&error.to_string(), speaker)),
            _ => {
                let words: Vec<_> = given.iter().map(|word| word.to_string_lossy().into_owned()).collect();
                Parsed::WrongUse(Failure::WrongUse(Misuse::of(&error, &grammar, &words)), format)
            }
        },
    }
}

/// Options of the whole program are told with the command that they were given to.
fn innermost(given: &ArgMatches) -> &ArgMatches {
    given.subcommand().map_or(given, |(_, inner)| innermost(inner))
}

/// What clap lets nobody choose: a word of its usage, and the sign after a heading.
fn in_words(help: &str, speaker: Speaker) -> String {
    let mut text = help.replace("[OPTIONS]", &format!("[{}]", speaker.text("cli-value-options")));
    for heading in ["cli-heading-commands", "cli-heading-options"] {
        let heading = speaker.text(heading);
        text = text.replace(
            &format!("{heading}:\n"),
            &format!("{}\n", speaker.text_with("cli-heading", &[("heading", &heading)])),
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &[&str], expected: Language) {
        let given: Vec<OsString> = given.iter().map(OsString::from).collect();
        assert_eq!(language(&given), expected, "{given:?}");
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        check(&["hoitung-cli", "--lang", "zh-HK", "practice"], Language::ZhHk);
        check(&["hoitung-cli", "practice", "--lang=zh-HK"], Language::ZhHk);
        check(&["hoitung-cli", "practice", "--lang", "en"], Language::En);
    }

    #[test]
    fn clap_finds_no_fault_with_the_grammar() {
        for language in Language::ALL {
            build::command(Speaker::new(language)).debug_assert();
        }
    }
}
