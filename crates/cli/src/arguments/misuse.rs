//! What the reader of arguments refuses, as words of ours. It never repeats a word that may be a secret in the wrong place.

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use words::Speaker;

/// Why a command line cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misuse {
    id: &'static str,
    args: Vec<(&'static str, String)>,
    /// What was meant, as far as it can be guessed.
    near: Option<String>,
    /// The command as far as it was understood, such as `hoitung-cli robot add`.
    command: String,
}

impl Misuse {
    /// A command that its reader knows and nothing carries out.
    pub fn of_path(path: &[&str]) -> Self {
        Self {
            id: "cli-use-command-unknown",
            args: vec![("command", path.join(" "))],
            near: None,
            command: String::from("hoitung-cli"),
        }
    }

    /// An option that this way of using a command wants.
    pub fn missing(option: &str, command: &str) -> Self {
        Self {
            id: "cli-use-option-missing",
            args: vec![("options", option.to_owned())],
            near: None,
            command: command.to_owned(),
        }
    }

    pub fn of(error: &clap::Error, grammar: &Command, given: &[String]) -> Self {
        let path = Path::of(grammar, given);
        let (id, args) = told(error, path.command);
        let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        let near = near.into_iter().find_map(|kind| all(error, kind).into_iter().next()).map(|name| option(&name));
        Self { id, args, near, command: path.name }
    }

    pub fn what(&self, speaker: Speaker) -> String {
        // A list is written as its language writes lists.
        let comma = speaker.text("cli-use-comma");
        let told = |(name, value): &(&'static str, String)| match *name {
            "commands" | "options" => (*name, value.replace(", ", &comma)),
            _ => (*name, value.clone()),
        };
        let args: Vec<_> = self.args.iter().map(told).collect();
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut text = speaker.text_with(self.id, &args).trim_end().to_owned();
        if let Some(near) = &self.near {
            text.push_str(&speaker.text_with("cli-use-near", &[("near", near)]));
        }
        text
    }

    pub fn command(&self) -> &str {
        &self.command
    }
}

/// The innermost command that was named.
struct Path<'a> {
    name: String,
    command: &'a Command,
}

impl<'a> Path<'a> {
    fn of(grammar: &'a Command, given: &[String]) -> Self {
        let mut path = Self { name: grammar.get_name().to_owned(), command: grammar };
        for word in given.iter().skip(1) {
            if let Some(inner) = path.command.find_subcommand(word) {
                path = Self { name: format!("{} {word}", path.name), command: inner };
            }
        }
        path
    }
}

fn told(error: &clap::Error, command: &Command) -> (&'static str, Vec<(&'static str, String)>) {
    let named = |kind| all(error, kind).iter().map(|name| option(name)).collect::<Vec<_>>();
    let option_given = || named(ContextKind::InvalidArg).join(", ");
    let value = || all(error, ContextKind::InvalidValue).join(", ");
    match error.kind() {
        ErrorKind::UnknownArgument if option_given().starts_with('-') => {
            ("cli-use-option-unknown", vec![("option", option_given())])
        }
        ErrorKind::UnknownArgument => ("cli-use-word-extra", Vec::new()),
        ErrorKind::InvalidSubcommand => {
            ("cli-use-command-unknown", vec![("command", all(error, ContextKind::InvalidSubcommand).join(" "))])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let commands: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
            ("cli-use-command-missing", vec![("commands", commands.join(", "))])
        }
        ErrorKind::MissingRequiredArgument => ("cli-use-option-missing", vec![("options", option_given())]),
        ErrorKind::InvalidValue if value().is_empty() => ("cli-use-value-missing", vec![("option", option_given())]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let hint = hint(command, &option_given());
            ("cli-use-value-wrong", vec![("value", value()), ("option", option_given()), ("hint", hint)])
        }
        ErrorKind::TooManyValues => ("cli-use-value-extra", vec![("option", option_given())]),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            ("cli-use-value-missing", vec![("option", option_given())])
        }
        ErrorKind::ArgumentConflict => {
            let other = named(ContextKind::PriorArg).join(", ");
            if other.is_empty() || other == option_given() {
                ("cli-use-option-doubled", vec![("option", option_given())])
            } else {
                ("cli-use-options-conflict", vec![("option", option_given()), ("other", other)])
            }
        }
        ErrorKind::InvalidUtf8 => ("cli-use-text-unreadable", Vec::new()),
        _ => ("cli-use-unclear", Vec::new()),
    }
}

/// The help of an option says what it takes.
fn hint(command: &Command, option: &str) -> String {
    let long = option.trim_start_matches('-');
    let is_meant = |argument: &&clap::Arg| match argument.get_long() {
        Some(name) => name == long,
        None => argument.to_string() == option,
    };
    let found = command.get_arguments().find(is_meant);
    found.and_then(|argument| argument.get_help()).map(ToString::to_string).unwrap_or_default()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(_) | None => Vec::new(),
    }
}

/// `--name <NAME>` is `--name`; of `<--one <NAME>|--other>` one is wanted.
fn option(name: &str) -> String {
    match name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        Some(choice) if choice.starts_with('-') => choice.split('|').map(option).collect::<Vec<_>>().join(" | "),
        _ => name.split([' ', '=']).next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::option;

    #[test]
    fn an_option_is_told_by_its_name_alone() {
        for (given, expected) in [
            ("--name <NAME>", "--name"),
            ("--json=yes", "--json"),
            ("<PLACE>", "<PLACE>"),
            ("<--address <HOST:PORT>|--system|--none>", "--address | --system | --none"),
        ] {
            assert_eq!(option(given), expected);
        }
    }
}
