//! The grammar of the network: testing the way, and setting the proxy.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgGroup, ArgMatches, Command};
use engine::connection::Region;
use engine::network::ProxyMode;
use words::Speaker;

use super::build::{flag, group, leaf};
use super::misuse::Misuse;
use super::request::{self, Request};
use crate::failure::Failure;

/// Whose hosts are tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tested {
    Connection(String),
    Region(Region),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetProxy {
    pub mode: ProxyMode,
    pub address: String,
    pub user: String,
    pub password_stdin: bool,
}

pub fn command(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    let value = |name: &'static str, shown: &'static str, help: &str| {
        Arg::new(name).long(name).value_name(shown).help(speaker.text(help))
    };
    let test = leaf(speaker, "test", "cli-network-test")
        .arg(value("connection", "NAME", "cli-connection-name"))
        .arg(
            value("region", "practice|com|io", "cli-connection-region")
                .value_parser(PossibleValuesParser::new(["practice", "com", "io"]))
                .hide_possible_values(true),
        )
        .group(ArgGroup::new("whose").args(["connection", "region"]).required(true))
        .arg(flag("for-it", &say("cli-network-for-it")));
    let set = leaf(speaker, "set", "cli-network-proxy-set")
        .arg(value("address", "HOST:PORT", "cli-network-address"))
        .arg(flag("system", &say("cli-network-system")))
        .arg(flag("none", &say("cli-network-none")))
        .group(ArgGroup::new("way").args(["address", "system", "none"]).required(true))
        .arg(value("user", "NAME", "cli-network-user").requires("address").requires("password-stdin"))
        .arg(flag("password-stdin", &say("cli-network-password-stdin")).requires("user"));
    group(speaker, "network", "cli-network").subcommand(test).subcommand(
        group(speaker, "proxy", "cli-network-proxy")
            .subcommand(leaf(speaker, "show", "cli-network-proxy-show"))
            .subcommand(set)
            .subcommand(leaf(speaker, "clear", "cli-network-proxy-clear")),
    )
}

pub fn test(given: &ArgMatches) -> Request {
    let region = given.get_one::<String>("region").map(|name| request::region(name));
    let named = || given.get_one::<String>("connection").cloned().unwrap_or_default();
    let tested = region.map_or_else(|| Tested::Connection(named()), Tested::Region);
    Request::NetworkTest { tested, for_it: given.get_flag("for-it") }
}

pub fn proxy(given: &ArgMatches) -> Result<Request, Failure> {
    match given.subcommand() {
        Some(("show", _)) => Ok(Request::ProxyShow),
        Some(("clear", _)) => Ok(Request::ProxyClear),
        Some(("set", given)) => Ok(Request::ProxySet(set(given))),
        Some((name, _)) => Err(Failure::WrongUse(Misuse::of_path(&["network", "proxy", name]))),
        None => Err(Failure::WrongUse(Misuse::of_path(&["network", "proxy"]))),
    }
}

fn set(given: &ArgMatches) -> SetProxy {
    let text = |name: &str| given.get_one::<String>(name).cloned().unwrap_or_default();
    let mode = match (given.get_flag("system"), given.get_flag("none")) {
        (true, _) => ProxyMode::System,
        (false, true) => ProxyMode::None,
        (false, false) => ProxyMode::Manual,
    };
    SetProxy { mode, address: text("address"), user: text("user"), password_stdin: given.get_flag("password-stdin") }
}
