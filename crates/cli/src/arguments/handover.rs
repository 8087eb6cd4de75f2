//! The grammar of what is given into other hands: pages, the sealed file, and files for programmers.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use words::Speaker;

use super::build::{flag, group, leaf};
use super::request::Request;

#[derive(Debug)]
pub enum HandoverAct {
    Export(Export),
    Import(Import),
}

#[derive(Debug)]
pub struct Export {
    /// By name; none means all.
    pub connections: Vec<String>,
    pub out: Option<PathBuf>,
    pub dry_run: bool,
    pub force: bool,
}

#[derive(Debug)]
pub struct Import {
    pub file: PathBuf,
    pub only: Option<String>,
    pub name: Option<String>,
    pub replace: bool,
    pub dry_run: bool,
}

pub fn command(speaker: Speaker) -> Command {
    group(speaker, "handover", "cli-handover").subcommand(export(speaker)).subcommand(import(speaker))
}

fn export(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    leaf(speaker, "export", "cli-handover-export")
        .arg(
            Arg::new("connection")
                .long("connection")
                .value_name("NAME")
                .action(ArgAction::Append)
                .required_unless_present("all")
                .allow_hyphen_values(true)
                .help(say("cli-handover-export-connection")),
        )
        .arg(flag("all", &say("cli-handover-export-all")).conflicts_with("connection"))
        .arg(path("out", "FILE", speaker, "cli-handover-export-out").required_unless_present("dry-run"))
        .arg(flag("passphrase-stdin", &say("cli-handover-passphrase-stdin")).required_unless_present("dry-run"))
        .arg(flag("dry-run", &say("cli-handover-export-dry-run")))
        .arg(flag("force", &say("cli-handover-export-force")))
}

fn import(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    let name = |name: &'static str, id: &str| {
        Arg::new(name).long(name).value_name("NAME").allow_hyphen_values(true).help(say(id))
    };
    leaf(speaker, "import", "cli-handover-import")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(say("cli-handover-import-file")),
        )
        .arg(flag("passphrase-stdin", &say("cli-handover-passphrase-stdin")).required(true))
        .arg(name("only", "cli-handover-import-only"))
        .arg(name("as", "cli-handover-import-as").conflicts_with("replace"))
        .arg(flag("replace", &say("cli-handover-import-replace")))
        .arg(flag("dry-run", &say("cli-handover-import-dry-run")))
}

fn path(name: &'static str, value: &'static str, speaker: Speaker, help: &str) -> Arg {
    Arg::new(name).long(name).value_name(value).value_parser(value_parser!(PathBuf)).help(speaker.text(help))
}

pub fn read(name: &str, given: &ArgMatches) -> Request {
    let given_path = |name: &str| given.get_one::<PathBuf>(name).cloned();
    Request::Handover(match name {
        "import" => HandoverAct::Import(Import {
            file: given_path("file").unwrap_or_default(),
            only: given.get_one::<String>("only").cloned(),
            name: given.get_one::<String>("as").cloned(),
            replace: given.get_flag("replace"),
            dry_run: given.get_flag("dry-run"),
        }),
        _ => HandoverAct::Export(Export {
            connections: given.get_many::<String>("connection").into_iter().flatten().cloned().collect(),
            out: given_path("out"),
            dry_run: given.get_flag("dry-run"),
            force: given.get_flag("force"),
        }),
    })
}
