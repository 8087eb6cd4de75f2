//! The grammar of what is given into other hands: pages, the sealed file, and files for programmers.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use words::{Language, SheetLanguages, Speaker};

use super::build::{connection, flag, group, leaf};
use super::request::{Request, text};

#[derive(Debug)]
pub enum HandoverAct {
    Export(Export),
    Import(Import),
    /// A page for people.
    Page {
        connection: String,
        page: Page,
        out: PathBuf,
        languages: SheetLanguages,
    },
    Starter {
        connection: String,
        out: PathBuf,
        force: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Sheet,
    Health,
}

#[derive(Debug)]
pub struct Export {
    /// By name; none means all.
    pub connections: Vec<String>,
    pub out: Option<PathBuf>,
    pub recovery: Option<PathBuf>,
    pub languages: SheetLanguages,
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
    group(speaker, "handover", "cli-handover")
        .subcommand(export(speaker))
        .subcommand(import(speaker))
        .subcommand(page(speaker, "sheet", "cli-handover-sheet"))
        .subcommand(page(speaker, "health", "cli-handover-health"))
}

pub fn starter(speaker: Speaker) -> Command {
    leaf(speaker, "starter", "cli-starter")
        .arg(connection(speaker))
        .arg(path("out", "DIR", speaker, "cli-starter-out").required(true))
        .arg(flag("force", &speaker.text("cli-starter-force")))
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
        .arg(path("recovery", "FILE", speaker, "cli-handover-export-recovery"))
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

fn page(speaker: Speaker, name: &'static str, about: &str) -> Command {
    leaf(speaker, name, about)
        .arg(connection(speaker))
        .arg(path("out", "FILE", speaker, "cli-handover-page-out").required(true))
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
        "sheet" | "health" => HandoverAct::Page {
            connection: text(given, "connection"),
            page: if name == "sheet" { Page::Sheet } else { Page::Health },
            out: given_path("out").unwrap_or_default(),
            languages: languages(given),
        },
        _ => HandoverAct::Export(Export {
            connections: given.get_many::<String>("connection").into_iter().flatten().cloned().collect(),
            out: given_path("out"),
            recovery: given_path("recovery"),
            languages: languages(given),
            dry_run: given.get_flag("dry-run"),
            force: given.get_flag("force"),
        }),
    })
}

pub fn read_starter(given: &ArgMatches) -> Request {
    let out = given.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let (connection, force) = (text(given, "connection"), given.get_flag("force"));
    Request::Handover(HandoverAct::Starter { connection, out, force })
}

/// Both, unless one was asked for.
pub(super) fn languages(given: &ArgMatches) -> SheetLanguages {
    match given.get_one::<String>("lang").map(String::as_str) {
        Some("en") => SheetLanguages::One(Language::En),
        Some("zh-HK") => SheetLanguages::One(Language::ZhHk),
        Some(_) | None => SheetLanguages::Both,
    }
}
