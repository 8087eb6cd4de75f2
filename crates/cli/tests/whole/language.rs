//! Help and wrong use, in either language: nothing of the other one is left, and nothing is missing.

use std::collections::BTreeSet;

use tempfile::tempdir;

use crate::program::{Ran, finish, program, run};

/// Words that Chinese help holds because they are names: of the product, of DingTalk's, of formats and keys, of tools.
const NAMES: [&str; 53] = [
    "Node",
    "Postman",
    "Python",
    "HOITUNG_SECRETS_DIR",
    "Windows",
    "systemd",
    "HOST",
    "HTML",
    "Markdown",
    "Google",
    "Outlook",
    "hoitung",
    "env",
    "minisig",
    "TOKEN",
    "BASE64",
    "TICKET",
    "AES",
    "Agent",
    "AppKey",
    "Base64",
    "Client",
    "CorpID",
    "Ctrl",
    "ID",
    "IP",
    "JSAPI",
    "JSON",
    "Hoitung",
    "PORT",
    "SEC",
    "SHA-1",
    "SHA-256",
    "Secret",
    "Stream",
    "TLS",
    "Token",
    "URL",
    "UTF",
    "Webhook",
    "com",
    "config",
    "dd",
    "encrypt",
    "eventId",
    "hoitung-cli",
    "http",
    "io",
    "msg_signature",
    "nonce",
    "signature",
    "success",
    "ticket",
];
/// What an option takes, to be typed as it stands, and what a program reads in the answer; those with a hyphen are told by
/// it.
const VALUES: [&str; 33] = [
    "env",
    "container",
    "nonceStr",
    "timeStamp",
    "timestamp",
    "zh-HK",
    "en",
    "practice",
    "blank",
    "ready",
    "points",
    "scope",
    "published",
    "visible",
    "hosts",
    "admin",
    "it",
    "boss",
    "office",
    "inspection",
    "clock",
    "zone",
    "permissions",
    "address",
    "robots",
    "events",
    "quota",
    "listed",
    "state",
    "fine",
    "needs_you",
    "needs_other",
    "cannot_tell",
];

/// `read-staff` and its like.
fn is_value(word: &str) -> bool {
    VALUES.contains(&word)
        || (word.contains('-') && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'))
}

fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

/// The words of Latin letters that are no option, no command and no name.
fn english_left(text: &str, commands: &BTreeSet<String>) -> Vec<String> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter))
        .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() >= 2)
        .filter(|word| !word.starts_with('-'))
        .filter(|word| !NAMES.contains(word) && !is_value(word) && !commands.contains(*word))
        .map(str::to_owned)
        .collect()
}

/// Nothing that only a fault of ours would print: an id, a variable, clap's own words.
fn check_whole(text: &str) {
    let text = text.replace("hoitung-cli", "");
    for sign in ["cli-", "{", "}", "error:", "tip:", "For more information", "possible values"] {
        assert!(!text.contains(sign), "{sign} in:\n{text}");
    }
}

fn help(path: &[String], language: &str) -> String {
    let home = tempdir().unwrap();
    let mut arguments: Vec<&str> = path.iter().map(String::as_str).collect();
    arguments.extend(["--help", "--lang", language]);
    let Ran { code, stdout, stderr } = run(home.path(), &arguments, "");
    assert_eq!((code, stderr.as_str()), (0, ""), "{path:?}");
    stdout
}

/// The commands that a help lists: indented by two, under the first heading.
fn listed(help: &str, heading: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| line.starts_with("  "));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// Every command there is, by what the help itself says, outermost first.
fn all_commands() -> Vec<Vec<String>> {
    let mut found = vec![Vec::new()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        for name in listed(&help(&path, "en"), "Commands:") {
            found.push([path.clone(), vec![name]].concat());
        }
        next += 1;
    }
    found
}

#[test]
fn every_help_is_whole_in_both_languages_and_leaves_no_english_in_the_chinese_one() {
    let paths = all_commands();
    assert!(paths.len() > 20, "{paths:?}");
    let names: BTreeSet<String> = paths.iter().flatten().cloned().collect();
    for path in &paths {
        let (english, chinese) = (help(path, "en"), help(path, "zh-HK"));
        check_whole(&english);
        check_whole(&chinese);
        assert!(!english.chars().any(is_chinese), "{english}");
        assert_eq!(english_left(&chinese, &names), [""; 0], "{path:?}:\n{chinese}");
        // Each option and each command is explained: as many of them in one language as in the other.
        let options = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('-')).count();
        assert_eq!(options(&english), options(&chinese), "{path:?}");
        for line in chinese.lines().filter(|line| line.trim_start().starts_with('-')) {
            assert!(line.chars().any(is_chinese), "{path:?} says nothing of {line}");
        }
    }
}

/// A command line that is wrong, and a word that its answer has to hold.
const WRONG: [(&[&str], &str); 15] = [
    (&["network", "proxy", "set"], "--system"),
    (&[], "practice"),
    (&["robot"], "add"),
    (&["practise"], "practice"),
    (&["robot", "ad"], "add"),
    (&["token"], "--connection"),
    (&["token", "--conection", "A"], "--connection"),
    (&["token", "--connection"], "--connection"),
    (&["token", "--connection", "A", "--connection", "B"], "--connection"),
    (&["token", "--connection", "A", "--json=yes"], "--json"),
    (&["connection", "add", "--region", "hk"], "--region"),
    (&["practice", "--listen", "here"], "--listen"),
    (&["practice", "--scenario", "rain"], "--scenario"),
    (&["permission", "plan", "--task", "fly"], "--task"),
    (&["sign", "robot", "--timestamp", "1", "--timestamp-stdin", "--secret", "x"], "--timestamp-stdin"),
];

#[test]
fn wrong_use_is_told_in_the_language_asked_for_and_says_where_help_is() {
    let home = tempdir().unwrap();
    let names: BTreeSet<String> = all_commands().into_iter().flatten().collect();
    for (arguments, held) in WRONG {
        for language in ["en", "zh-HK"] {
            let Ran { code, stdout, stderr } = run(home.path(), &[&["--lang", language], arguments].concat(), "");
            assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}: {stderr}");
            check_whole(&stderr);
            assert!(stderr.contains(held), "{arguments:?}: {stderr}");
            let way_out = stderr.lines().nth(1).unwrap();
            assert!(way_out.contains("--help") && way_out.contains("hoitung-cli"), "{arguments:?}: {stderr}");
            if language == "en" {
                assert!(!stderr.chars().any(is_chinese), "{stderr}");
            } else {
                let given: BTreeSet<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
                assert_eq!(english_left(&stderr, &names.union(&given).cloned().collect()), [""; 0], "{stderr}");
            }
        }
    }
}

#[test]
fn the_way_out_names_the_command_that_was_meant() {
    let home = tempdir().unwrap();
    let told = run(home.path(), &["--lang", "en", "robot", "add", "--nmae", "x"], "").stderr;
    assert!(told.contains("hoitung-cli robot add --help") && told.contains("--name"), "{told}");
}

#[test]
fn a_secret_in_the_wrong_place_is_not_repeated() {
    let home = tempdir().unwrap();
    for arguments in [
        &["connection", "add", "--secret-stdin", "canary-secret"][..],
        &["connection", "add", "--secret-stdin=canary-secret"],
        &["token", "--connection", "A", "canary-secret"],
        &["sign", "robot", "--timestamp", "1", "--secret-stdin", "canary-secret"],
    ] {
        for format in [&[][..], &["--json"]] {
            let ran = run(home.path(), &[arguments, format].concat(), "");
            assert_eq!(ran.code, 2, "{arguments:?}");
            assert!(!format!("{}{}", ran.stdout, ran.stderr).contains("canary"), "{}{}", ran.stdout, ran.stderr);
        }
    }
}

#[test]
fn without_lang_the_language_is_the_systems() {
    let home = tempdir().unwrap();
    let told = |locale: &str| {
        let mut command = program(home.path());
        command.env("LC_ALL", locale).env("LANG", locale).env_remove("LANGUAGE").arg("--help");
        finish(&mut command, "").stdout
    };
    assert!(told("zh_HK.UTF-8").contains("用法"));
    // Windows has a setting for it, and asks no variable.
    if cfg!(unix) {
        assert!(told("en_GB.UTF-8").contains("Usage:"));
    }
}
