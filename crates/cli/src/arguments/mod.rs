//! The command line as a request. Its help speaks the language on now, so that language is looked for first.

mod ask;
mod build;
mod diagnose;
mod permission;
mod request;
mod values;

use std::ffi::OsString;

use clap::error::ErrorKind;
use words::{Language, Speaker};

pub use ask::Ask;
pub use request::{AddConnection, Explain, Request};
pub use values::Value;

use crate::failure::Failure;
use crate::output::Format;

pub enum Parsed {
    Request(Request, Format),
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
    match build::command(speaker).try_get_matches_from(given) {
        Ok(matches) => match request::read(&matches) {
            Ok(request) => Parsed::Request(request, format),
            Err(failure) => Parsed::WrongUse(failure, format),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Parsed::Help(error.to_string()),
            _ => Parsed::WrongUse(Failure::WrongUse { detail: detail(&error) }, format),
        },
    }
}

/// The first line of what clap says, without its own prefix: the rest is a usage that our words replace.
fn detail(error: &clap::Error) -> String {
    let text = error.to_string();
    let first: Vec<&str> = text.lines().take_while(|line| !line.starts_with("Usage")).map(str::trim).collect();
    first.join(" ").trim_start_matches("error:").trim().to_owned()
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

    #[test]
    fn the_help_is_in_the_language_on_now() {
        let given: Vec<OsString> = ["hoitung-cli", "practice", "--help"].iter().map(OsString::from).collect();
        let Parsed::Help(text) = parse(&given, Speaker::new(Language::ZhHk)) else {
            panic!("no help");
        };
        for english in ["Usage", "Options", "Print", "possible values", "default"] {
            assert!(!text.contains(english), "{english} in:\n{text}");
        }
        assert!(text.contains("--listen") && text.contains("選項"), "{text}");
    }
}
