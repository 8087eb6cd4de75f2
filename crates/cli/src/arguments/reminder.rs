//! `reminder`: what is to be looked at again, and a calendar file of it.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use words::Speaker;

use super::build::{connection, group, leaf};
use super::misuse::Misuse;
use super::request::Request;
use crate::failure::Failure;

pub fn command(speaker: Speaker) -> Command {
    let ics = Arg::new("ics")
        .long("ics")
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(speaker.text("cli-reminder-ics"));
    group(speaker, "reminder", "cli-reminder")
        .subcommand(leaf(speaker, "list", "cli-reminder-list").arg(connection(speaker).required(false)))
        .subcommand(leaf(speaker, "export", "cli-reminder-export").arg(connection(speaker).required(false)).arg(ics))
}

pub fn read(name: &str, given: &ArgMatches) -> Result<Request, Failure> {
    let connection = || given.get_one::<String>("connection").cloned();
    match name {
        "list" => Ok(Request::ReminderList { connection: connection() }),
        "export" => Ok(Request::ReminderExport {
            connection: connection(),
            ics: given.get_one::<PathBuf>("ics").cloned().unwrap_or_default(),
        }),
        _ => Err(Failure::WrongUse(Misuse::of_path(&["reminder"]))),
    }
}
