//! The grammar of what keeps a machine tidy: removing everything, and a report of a problem.

use std::path::PathBuf;

use clap::{Arg, ArgGroup, ArgMatches, Command, value_parser};
use words::Speaker;

use super::build::{flag, leaf};
use super::request::Request;

pub fn purge(speaker: Speaker) -> Command {
    leaf(speaker, "purge", "cli-purge")
        .arg(flag("yes", &speaker.text("cli-purge-yes")))
        .arg(flag("dry-run", &speaker.text("cli-purge-dry-run")))
        .group(ArgGroup::new("really").args(["yes", "dry-run"]).required(true))
}

pub fn report(speaker: Speaker) -> Command {
    leaf(speaker, "report", "cli-report")
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(speaker.text("cli-report-out")),
        )
        .arg(
            Arg::new("note")
                .long("note")
                .value_name("TEXT")
                .allow_hyphen_values(true)
                .help(speaker.text("cli-report-note")),
        )
}

pub fn read_purge(given: &ArgMatches) -> Request {
    if given.get_flag("dry-run") { Request::PurgeList } else { Request::Purge }
}

pub fn read_report(given: &ArgMatches) -> Request {
    Request::Report {
        out: given.get_one::<PathBuf>("out").cloned().unwrap_or_default(),
        note: given.get_one::<String>("note").cloned().unwrap_or_default(),
    }
}
