//! Values that are given as arguments, or line by line through standard input: `--token T` or `--token-stdin`.

use clap::{Arg, ArgAction, ArgMatches, Command};
use secrecy::SecretString;
use words::Speaker;

/// One value: its name, and itself or `None` if it comes through standard input.
#[derive(Debug)]
pub struct Value {
    pub name: &'static str,
    pub given: Option<SecretString>,
}

/// A value of a command, with the id of its help.
pub struct Wanted {
    pub name: &'static str,
    pub stdin: &'static str,
    pub placeholder: &'static str,
    pub help: &'static str,
}

/// Each may be an argument or come through standard input, and must be one of them.
pub fn arguments(mut command: Command, speaker: Speaker, wanted: &[Wanted]) -> Command {
    for one in wanted {
        command = command.arg(
            Arg::new(one.name)
                .long(one.name)
                .value_name(one.placeholder)
                .allow_hyphen_values(true)
                .required_unless_present(one.stdin)
                .conflicts_with(one.stdin)
                .help(speaker.text(one.help)),
        );
    }
    for one in wanted {
        command = command.arg(
            Arg::new(one.stdin)
                .long(one.stdin)
                .action(ArgAction::SetTrue)
                .help(speaker.text_with("cli-from-stdin", &[("option", &format!("--{}", one.name))])),
        );
    }
    command
}

/// In the order of the command line, which is the order of the lines of standard input.
pub fn read(given: &ArgMatches, wanted: &[Wanted]) -> Vec<Value> {
    let mut found: Vec<(usize, Value)> = Vec::new();
    for one in wanted {
        if given.get_flag(one.stdin) {
            let place = given.index_of(one.stdin).unwrap_or_default();
            found.push((place, Value { name: one.name, given: None }));
        } else if let Some(text) = given.get_one::<String>(one.name) {
            let place = given.index_of(one.name).unwrap_or_default();
            found.push((place, Value { name: one.name, given: Some(SecretString::from(text.as_str())) }));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, value)| value).collect()
}
