//! The grammar of the command line, with its help in words of ours.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use words::Speaker;

use super::{ask, diagnose, guides, handover, key, message, network, permission, place, reminder, upkeep};

/// What stands for a value in a help, in the reader's language.
const VALUES: [(&str, &str); 18] = [
    ("WAY", "cli-value-way"),
    ("DIR|systemd", "cli-value-folder-or-systemd"),
    ("FILE", "cli-value-file"),
    ("DIR", "cli-value-folder"),
    ("PLACE", "cli-value-place"),
    ("NAME", "cli-value-name"),
    ("TEXT", "cli-value-text"),
    ("WORD", "cli-value-word"),
    ("NUMBER", "cli-value-number"),
    ("URL", "cli-value-url"),
    ("TASK", "cli-value-task"),
    ("LANG", "cli-value-language"),
    ("KEY", "cli-value-key"),
    ("ID", "cli-value-id"),
    ("DIGITS", "cli-value-digits"),
    ("MS", "cli-value-milliseconds"),
    ("HEX", "cli-value-hexadecimal"),
    ("SECRET", "cli-value-secret"),
];

pub fn command(speaker: Speaker) -> Command {
    with_values(grammar(speaker), speaker)
}

fn with_values(command: Command, speaker: Speaker) -> Command {
    let named = |argument: Arg| {
        let name = argument.get_value_names().and_then(<[_]>::first).map(ToString::to_string);
        let known = name.and_then(|name| VALUES.iter().find(|(known, _)| *known == name));
        match known {
            Some((_, id)) => argument.value_name(speaker.text(id)),
            None => argument,
        }
    };
    command.mut_args(named).mut_subcommands(|inner| with_values(inner, speaker))
}

fn grammar(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    // Whatever its file is called: on Windows that has an ending which nobody types.
    group(speaker, "hoitung-cli", "cli-about")
        .bin_name("hoitung-cli")
        .version(env!("CARGO_PKG_VERSION"))
        .arg(Arg::new("json").long("json").global(true).action(ArgAction::SetTrue).help(say("cli-json")))
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("LANG")
                .value_parser(PossibleValuesParser::new(["en", "zh-HK"]))
                .hide_possible_values(true)
                .help(say("cli-lang")),
        )
        .arg(place::secrets_option(speaker))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(say("cli-version")))
        .subcommand(practice(speaker))
        .subcommand(
            group(speaker, "connection", "cli-connection")
                .subcommand(connection_add(speaker))
                .subcommand(leaf(speaker, "list", "cli-connection-list"))
                .subcommand(
                    leaf(speaker, "rename", "cli-connection-rename")
                        .arg(text("name", "NAME", &say("cli-connection-name")))
                        .arg(text("to", "NAME", &say("cli-connection-to"))),
                )
                .subcommand(
                    leaf(speaker, "duplicate", "cli-connection-duplicate")
                        .arg(text("name", "NAME", &say("cli-connection-name")))
                        .arg(text("to", "NAME", &say("cli-connection-to"))),
                )
                .subcommand(leaf(speaker, "remove", "cli-connection-remove").arg(text(
                    "name",
                    "NAME",
                    &say("cli-connection-name"),
                ))),
        )
        .subcommand(
            group(speaker, "robot", "cli-robot")
                .subcommand(
                    leaf(speaker, "add", "cli-robot-add")
                        .arg(connection(speaker))
                        .arg(text("name", "NAME", &say("cli-robot-name")))
                        .arg(text("keyword", "WORD", &say("cli-robot-keyword")).required(false))
                        .arg(flag("webhook-stdin", &say("cli-robot-webhook-stdin")).required(true)),
                )
                .subcommand(leaf(speaker, "list", "cli-robot-list").arg(connection(speaker)))
                .subcommand(leaf(speaker, "remove", "cli-robot-remove").arg(connection(speaker)).arg(text(
                    "name",
                    "NAME",
                    &say("cli-robot-name"),
                ))),
        )
        .subcommand(ask::ask(speaker))
        .subcommand(ask::waiting(speaker))
        .subcommand(super::check::command(speaker))
        .subcommand(leaf(speaker, "token", "cli-token").arg(connection(speaker)))
        .subcommand(
            leaf(speaker, "doctor", "cli-doctor")
                .arg(
                    Arg::new("text").value_name("TEXT").allow_hyphen_values(true).help(speaker.text("cli-doctor-text")),
                )
                .arg(flag("for-it", &speaker.text("cli-doctor-for-it"))),
        )
        .subcommand(key::command(speaker))
        .subcommand(
            leaf(speaker, "glossary", "cli-glossary")
                .arg(Arg::new("word").value_name("TEXT").allow_hyphen_values(true).help(say("cli-glossary-word"))),
        )
        .subcommand(permission::command(speaker))
        .subcommand(message::message(speaker))
        .subcommand(leaf(speaker, "listen", "cli-listen").arg(connection(speaker)).arg(
            Arg::new("count").long("count").value_name("NUMBER").value_parser(count).help(say("cli-listen-count")),
        ))
        .subcommand(place::run(speaker))
        .subcommand(place::deploy(speaker))
        .subcommand(network::command(speaker))
        .subcommand(leaf(speaker, "policy", "cli-policy"))
        .subcommand(reminder::command(speaker))
        .subcommand(guides::guides(speaker))
        .subcommand(handover::command(speaker))
        .subcommand(handover::starter(speaker))
        .subcommand(diagnose::event(speaker))
        .subcommand(diagnose::sign(speaker))
        .subcommand(upkeep::report(speaker))
        .subcommand(upkeep::purge(speaker))
}

fn count(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|count| *count > 0).ok_or("not a whole number above 0")
}

fn practice(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    leaf(speaker, "practice", "cli-practice")
        .arg(
            Arg::new("listen")
                .long("listen")
                .value_name("127.0.0.1:PORT")
                .value_parser(value_parser!(std::net::SocketAddr))
                .help(say("cli-practice-listen")),
        )
        .arg(
            Arg::new("app")
                .long("app")
                .value_name("blank|ready")
                .value_parser(PossibleValuesParser::new(["blank", "ready"]))
                .hide_possible_values(true)
                .help(say("cli-practice-app")),
        )
        .arg(
            Arg::new("scenario")
                .long("scenario")
                .value_name("NAME")
                .action(ArgAction::Append)
                .value_parser(|name: &str| name.parse::<practice::Scenario>().map_err(|_| "no scenario of this name"))
                .help(say("cli-practice-scenario")),
        )
        .arg(flag("virtual-clock", &say("cli-practice-virtual-clock")))
        .arg(flag("tls", &say("cli-practice-tls")))
        .arg(flag("list", &say("cli-practice-list")))
}

fn connection_add(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    let host = |name: &'static str, id: &str| text(name, "URL", &say(id)).required(false);
    leaf(speaker, "add", "cli-connection-add")
        .arg(text("name", "NAME", &say("cli-connection-name")))
        .arg(
            text("region", "practice|com|io", &say("cli-connection-region"))
                .value_parser(PossibleValuesParser::new(["practice", "com", "io"]))
                .hide_possible_values(true),
        )
        .arg(text("corp-id", "ID", &say("cli-connection-corp-id")))
        .arg(text("client-id", "ID", &say("cli-connection-client-id")))
        .arg(text("agent-id", "ID", &say("cli-connection-agent-id")).required(false))
        .arg(flag("secret-stdin", &say("cli-connection-secret-stdin")))
        .arg(host("old-host", "cli-connection-old-host").requires("new-host"))
        .arg(host("new-host", "cli-connection-new-host").requires("old-host"))
        .arg(host("login-host", "cli-connection-login-host").requires("old-host"))
}

/// A command that only holds others.
pub(super) fn group(speaker: Speaker, name: &'static str, about: &str) -> Command {
    leaf(speaker, name, about)
        .subcommand_required(true)
        .subcommand_value_name(speaker.text("cli-value-command"))
        .subcommand_help_heading(speaker.text("cli-heading-commands"))
}

pub(super) fn leaf(speaker: Speaker, name: &'static str, about: &str) -> Command {
    let usage = speaker.text("cli-heading-usage");
    Command::new(name)
        .about(speaker.text(about))
        .help_template(format!("{{about-with-newline}}\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}"))
        .next_help_heading(speaker.text("cli-heading-options"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(speaker.text("cli-help")))
}

pub(super) fn text(name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).value_name(value).required(true).allow_hyphen_values(true).help(help.to_owned())
}

pub(super) fn flag(name: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help.to_owned())
}

pub(super) fn connection(speaker: Speaker) -> Arg {
    text("connection", "NAME", &speaker.text("cli-connection-name"))
}
