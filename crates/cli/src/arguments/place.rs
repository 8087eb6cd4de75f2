//! Where it runs: the runner without a window, the files that start it, and where a server's secrets lie.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use engine::vault::SecretSource;
use words::Speaker;

use super::build::{connection, flag, leaf, text};
use super::request::{self, Request};

/// Chosen by the environment where no option says it.
const SECRETS_DIR: &str = "HOITUNG_SECRETS_DIR";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Whose news are told; everybody's if none is named.
    pub connections: Vec<String>,
    pub how: RunHow,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunHow {
    UntilStopped,
    /// What is due now.
    Once,
    /// Asks whether one is running.
    Alive,
}

pub fn secrets_option(speaker: Speaker) -> Arg {
    Arg::new("secrets").long("secrets").global(true).value_name("DIR|systemd").help(speaker.text("cli-secrets"))
}

/// Only what somebody chose; without a choice it is the key store, whatever lies around.
pub fn secrets(given: &ArgMatches) -> Option<SecretSource> {
    let named = given.get_one::<String>("secrets").map(PathBuf::from);
    let chosen = named.or_else(|| std::env::var_os(SECRETS_DIR).filter(|dir| !dir.is_empty()).map(PathBuf::from))?;
    Some(if chosen.as_os_str() == "systemd" { SecretSource::Systemd } else { SecretSource::Folder(chosen) })
}

pub fn run(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    leaf(speaker, "run", "cli-run")
        .arg(connection(speaker).required(false).action(ArgAction::Append).help(say("cli-run-connection")))
        .arg(flag("once", &say("cli-run-once")).conflicts_with("alive"))
        .arg(flag("alive", &say("cli-run-alive")))
}

pub fn deploy(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    let targets = ["systemd", "container", "windows-task"];
    leaf(speaker, "deploy", "cli-deploy")
        .arg(connection(speaker))
        .arg(
            text("for", "WAY", &say("cli-deploy-for"))
                .value_parser(PossibleValuesParser::new(targets))
                .hide_possible_values(true),
        )
        .arg(text("out", "DIR", &say("cli-deploy-out")).value_parser(clap::value_parser!(PathBuf)))
}

pub fn read_run(given: &ArgMatches) -> Request {
    let connections = given.get_many::<String>("connection").into_iter().flatten().cloned().collect();
    let how = match (given.get_flag("once"), given.get_flag("alive")) {
        (true, _) => RunHow::Once,
        (false, true) => RunHow::Alive,
        (false, false) => RunHow::UntilStopped,
    };
    Request::Run(Run { connections, how })
}

pub fn read_deploy(given: &ArgMatches) -> Option<Request> {
    Some(Request::Deploy {
        connection: request::text(given, "connection"),
        target: request::named(&request::text(given, "for")).ok()?,
        out: given.get_one::<PathBuf>("out").cloned()?,
    })
}
