//! The grammar of `permission`.

use clap::{Arg, ArgAction, ArgMatches, Command};
use engine::permission::Purpose;
use words::{Language, SheetLanguages, Speaker};

use super::build::{connection, group, leaf};
use super::request::{Request, named, text};

pub fn command(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    group(speaker, "permission", "cli-permission")
        .subcommand(leaf(speaker, "plan", "cli-permission-plan").arg(tasks(speaker).required(true)))
        .subcommand(
            leaf(speaker, "list", "cli-permission-list")
                .arg(connection(speaker).required(false).help(say("cli-permission-list-connection"))),
        )
        .subcommand(leaf(speaker, "check", "cli-permission-check").arg(connection(speaker)).arg(tasks(speaker)))
        .subcommand(
            leaf(speaker, "sheet", "cli-permission-sheet")
                .arg(connection(speaker))
                .arg(
                    Arg::new("out")
                        .long("out")
                        .value_name("FILE")
                        .required(true)
                        .value_parser(clap::value_parser!(std::path::PathBuf))
                        .help(say("cli-permission-sheet-out")),
                )
                .arg(
                    Arg::new("review-months")
                        .long("review-months")
                        .value_name("NUMBER")
                        .value_parser(clap::value_parser!(u32).range(1..=24))
                        .help(say("cli-permission-sheet-review")),
                ),
        )
}

pub fn read(name: &str, given: &ArgMatches) -> Request {
    let purposes: Vec<Purpose> = match given.try_get_many::<Purpose>("task") {
        Ok(Some(found)) => found.copied().collect(),
        Ok(None) | Err(_) => Vec::new(),
    };
    match name {
        "list" => Request::PermissionList { connection: given.get_one::<String>("connection").cloned() },
        "check" => Request::PermissionCheck { connection: text(given, "connection"), purposes },
        "sheet" => Request::PermissionSheet {
            connection: text(given, "connection"),
            out: given.get_one::<std::path::PathBuf>("out").cloned().unwrap_or_default(),
            languages: match given.get_one::<String>("lang").map(String::as_str) {
                Some("en") => SheetLanguages::One(Language::En),
                Some("zh-HK") => SheetLanguages::One(Language::ZhHk),
                Some(_) | None => SheetLanguages::Both,
            },
            review_months: given.get_one::<u32>("review-months").copied().unwrap_or(6),
        },
        _ => Request::PermissionPlan { purposes },
    }
}

fn tasks(speaker: Speaker) -> Arg {
    Arg::new("task")
        .long("task")
        .value_name("TASK")
        .action(ArgAction::Append)
        .value_delimiter(',')
        .value_parser(named::<Purpose>)
        .help(speaker.text("cli-permission-task"))
}
