//! The grammar of the check-up.

use clap::{Arg, ArgAction, ArgMatches, Command};
use engine::checkup::CheckId;
use words::Speaker;

use super::build::{connection, leaf};
use super::request::Request;

pub fn command(speaker: Speaker) -> Command {
    leaf(speaker, "check", "cli-check")
        .arg(connection(speaker))
        .arg(
            Arg::new("only")
                .long("only")
                .value_name("ID")
                .action(ArgAction::Append)
                .value_parser(|name: &str| CheckId::named(name).ok_or("no check of this name"))
                .help(speaker.text("cli-check-only")),
        )
        .after_help(speaker.text("cli-check-exit"))
}

pub fn read(given: &ArgMatches) -> Request {
    Request::Check {
        connection: given.get_one::<String>("connection").cloned().unwrap_or_default(),
        only: given.get_many::<CheckId>("only").into_iter().flatten().copied().collect(),
    }
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    #[test]
    fn the_help_names_every_check() {
        for language in Language::ALL {
            let help = Speaker::new(language).text("cli-check-only");
            for id in CheckId::ALL {
                assert!(help.contains(&id.name()), "no {} in {help}", id.name());
            }
        }
    }
}
