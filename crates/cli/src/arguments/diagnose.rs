//! The grammar of what a person checks by hand: pushes of events, and signatures.

use clap::{ArgMatches, Command};
use engine::sign::PageHash;
use words::Speaker;

use super::build::{flag, group, leaf};
use super::request::{Explain, Request};
use super::values::{self, Wanted};

const TOKEN: Wanted = Wanted { name: "token", stdin: "token-stdin", placeholder: "TOKEN", help: "cli-event-token" };
const AES_KEY: Wanted =
    Wanted { name: "aes-key", stdin: "aes-key-stdin", placeholder: "KEY", help: "cli-event-aes-key" };
const OWNER_KEY: Wanted =
    Wanted { name: "owner-key", stdin: "owner-key-stdin", placeholder: "ID", help: "cli-event-owner-key" };
const SIGNATURE: Wanted =
    Wanted { name: "signature", stdin: "signature-stdin", placeholder: "HEX", help: "cli-event-signature" };
const EVENT_TIMESTAMP: Wanted =
    Wanted { name: "timestamp", stdin: "timestamp-stdin", placeholder: "DIGITS", help: "cli-event-timestamp" };
const NONCE: Wanted = Wanted { name: "nonce", stdin: "nonce-stdin", placeholder: "TEXT", help: "cli-event-nonce" };
const ENCRYPT: Wanted =
    Wanted { name: "encrypt", stdin: "encrypt-stdin", placeholder: "BASE64", help: "cli-event-encrypted" };
const MESSAGE: Wanted =
    Wanted { name: "message", stdin: "message-stdin", placeholder: "TEXT", help: "cli-event-message" };
const MILLISECONDS: Wanted =
    Wanted { name: "timestamp", stdin: "timestamp-stdin", placeholder: "MS", help: "cli-sign-timestamp" };
const SECRET: Wanted = Wanted { name: "secret", stdin: "secret-stdin", placeholder: "SECRET", help: "cli-sign-secret" };
const TICKET: Wanted = Wanted { name: "ticket", stdin: "ticket-stdin", placeholder: "TICKET", help: "cli-sign-ticket" };
const PAGE_NONCE: Wanted = Wanted { name: "nonce", stdin: "nonce-stdin", placeholder: "TEXT", help: "cli-sign-nonce" };
const PAGE_TIMESTAMP: Wanted =
    Wanted { name: "timestamp", stdin: "timestamp-stdin", placeholder: "DIGITS", help: "cli-sign-page-timestamp" };
const PAGE: Wanted = Wanted { name: "url", stdin: "url-stdin", placeholder: "URL", help: "cli-sign-url" };

const DECRYPT: [Wanted; 7] = [TOKEN, AES_KEY, OWNER_KEY, SIGNATURE, EVENT_TIMESTAMP, NONCE, ENCRYPT];
const SEAL: [Wanted; 6] = [TOKEN, AES_KEY, OWNER_KEY, EVENT_TIMESTAMP, NONCE, MESSAGE];
const ROBOT: [Wanted; 2] = [MILLISECONDS, SECRET];
const JSAPI: [Wanted; 4] = [TICKET, PAGE_NONCE, PAGE_TIMESTAMP, PAGE];

pub fn event(speaker: Speaker) -> Command {
    group(speaker, "event", "cli-event")
        .subcommand(diagnosis(speaker, "decrypt", "cli-event-decrypt", &DECRYPT))
        .subcommand(diagnosis(speaker, "encrypt", "cli-event-encrypt", &SEAL))
}

pub fn sign(speaker: Speaker) -> Command {
    group(speaker, "sign", "cli-sign").subcommand(diagnosis(speaker, "robot", "cli-sign-robot", &ROBOT)).subcommand(
        diagnosis(speaker, "jsapi", "cli-sign-jsapi", &JSAPI)
            .arg(flag("sha256", &speaker.text("cli-sign-sha256")))
            .arg(flag("explain", &speaker.text("cli-sign-explain"))),
    )
}

pub fn event_decrypt(given: &ArgMatches) -> Request {
    Request::EventDecrypt(values::read(given, &DECRYPT))
}

pub fn event_encrypt(given: &ArgMatches) -> Request {
    Request::EventEncrypt(values::read(given, &SEAL))
}

pub fn sign_robot(given: &ArgMatches) -> Request {
    Request::SignRobot(values::read(given, &ROBOT))
}

pub fn sign_page(given: &ArgMatches) -> Request {
    Request::SignPage {
        values: values::read(given, &JSAPI),
        hash: if given.get_flag("sha256") { PageHash::Sha256 } else { PageHash::Sha1 },
        explain: if given.get_flag("explain") { Explain::Yes } else { Explain::No },
    }
}

fn diagnosis(speaker: Speaker, name: &'static str, about: &str, wanted: &[Wanted]) -> Command {
    values::arguments(leaf(speaker, name, about), speaker, wanted).after_help(speaker.text("cli-arguments-seen"))
}
