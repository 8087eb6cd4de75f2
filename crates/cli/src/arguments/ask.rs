//! `ask` and `waiting`: what somebody else has to do.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use engine::problem::Who;
use engine::setup::Task;
use words::Speaker;

use super::build::{connection, flag, leaf, text};
use super::request::{self, Request};

/// Whom to ask for what, and whether to note that it was done.
#[derive(Debug)]
pub struct Ask {
    pub connection: String,
    pub task: Task,
    /// Whoever's turn it is, when nobody is named.
    pub who: Option<Who>,
    pub noted: bool,
}

pub fn ask(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    leaf(speaker, "ask", "cli-ask")
        .arg(connection(speaker))
        .arg(text("task", "TASK", &say("cli-ask-task")).value_parser(request::named::<Task>))
        .arg(
            text("who", "admin|it|boss", &say("cli-ask-who"))
                .required(false)
                .value_parser(PossibleValuesParser::new(["admin", "it", "boss"]))
                .hide_possible_values(true),
        )
        .arg(flag("noted", &say("cli-ask-noted")))
}

pub fn waiting(speaker: Speaker) -> Command {
    leaf(speaker, "waiting", "cli-waiting").arg(connection(speaker).required(false))
}

pub fn read_ask(given: &ArgMatches) -> Option<Request> {
    let who = given.get_one::<String>("who").map(|who| match who.as_str() {
        "it" => Who::It,
        "boss" => Who::Boss,
        _ => Who::DingtalkAdmin,
    });
    let task = given.get_one::<Task>("task").copied()?;
    let connection = request::text(given, "connection");
    Some(Request::Ask(Ask { connection, task, who, noted: given.get_flag("noted") }))
}

pub fn read_waiting(given: &ArgMatches) -> Request {
    Request::Waiting { connection: given.get_one::<String>("connection").cloned() }
}
