//! The grammar of sending.

use clap::{Arg, ArgAction, Command};
use words::Speaker;

use super::build::{connection, flag, group, leaf, text};

pub fn message(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    let send = written(speaker, "send", "cli-message-send")
        .arg(text("robot", "NAME", &say("cli-robot-name")))
        .arg(called("at-mobile", "NUMBER", &say("cli-message-at-mobile")))
        .arg(called("at-user", "ID", &say("cli-message-at-user")))
        .arg(flag("at-all", &say("cli-message-at-all")));
    let notice = written(speaker, "notice", "cli-message-notice").arg(text("user", "ID", &say("cli-message-user")));
    group(speaker, "message", "cli-message").subcommand(send).subcommand(notice)
}

fn written(speaker: Speaker, name: &'static str, about: &str) -> Command {
    let say = |id: &str| speaker.text(id);
    leaf(speaker, name, about)
        .arg(connection(speaker))
        .arg(text("text", "TEXT", &say("cli-message-text")))
        .arg(text("title", "TEXT", &say("cli-message-title")).required(false))
        .arg(flag("dry-run", &say("cli-message-dry-run")))
        .arg(flag("again", &say("cli-message-again")).conflicts_with("dry-run"))
}

fn called(name: &'static str, value: &'static str, help: &str) -> Arg {
    text(name, value, help).required(false).action(ArgAction::Append).value_delimiter(',')
}
