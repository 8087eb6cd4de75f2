//! The grammar of `key`: another secret for a connection, without setting it up again.

use clap::{ArgMatches, Command};
use words::Speaker;

use super::build::{connection, flag, group, leaf};
use super::request::{Request, text};

/// What is done with a connection's secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAct {
    Show,
    /// The old one is kept until it is said to be disabled.
    Rotate,
    /// The old one is dead.
    Replace,
    Disabled,
}

pub fn command(speaker: Speaker) -> Command {
    let secret = || flag("secret-stdin", &speaker.text("cli-connection-secret-stdin")).required(true);
    group(speaker, "key", "cli-key")
        .subcommand(leaf(speaker, "show", "cli-key-show").arg(connection(speaker)))
        .subcommand(leaf(speaker, "rotate", "cli-key-rotate").arg(connection(speaker)).arg(secret()))
        .subcommand(leaf(speaker, "replace", "cli-key-replace").arg(connection(speaker)).arg(secret()))
        .subcommand(leaf(speaker, "disabled", "cli-key-disabled").arg(connection(speaker)))
}

pub fn read(name: &str, given: &ArgMatches) -> Request {
    let act = match name {
        "rotate" => KeyAct::Rotate,
        "replace" => KeyAct::Replace,
        "disabled" => KeyAct::Disabled,
        _ => KeyAct::Show,
    };
    Request::Key { connection: text(given, "connection"), act }
}
