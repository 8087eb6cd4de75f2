//! The key store and the disk of this machine, by what systems and libraries say of them.

use super::{Clue, Source};
use crate::problem::{Problem, ProblemCode as Code};

const WORDS: &[(Code, &[&str])] = &[
    (
        Code::SecretTooLong,
        &[
            "longer than platform limit",
            "is longer than the",
            "credential blob",
            "error_invalid_parameter credwrite",
            "os error 1783",
            "stub received bad data",
        ],
    ),
    (
        Code::VaultLocked,
        &[
            "secret.error.islocked",
            "keyring is locked",
            "collection is locked",
            "errsecinteractionnotallowed",
            "-25308",
            "user interaction is not allowed",
            "keychain is locked",
            "prompt dismissed",
            "prompt was dismissed",
            "couldn't access platform secure storage",
            "keyring locked",
        ],
    ),
    (
        Code::VaultAbsent,
        &[
            "org.freedesktop.secrets was not provided",
            "name org.freedesktop.secrets",
            "no such logon session",
            "os error 1312",
            "cannot autolaunch d-bus",
            "dbus_session_bus_address",
            "no secret service",
            "no default credential store",
            "secret service: no result",
        ],
    ),
    (
        Code::DiskFull,
        &[
            "no space left on device",
            "enospc",
            "not enough space on the disk",
            "os error 28)",
            "os error 112)",
            "database or disk is full",
            "sqlite_full",
            "disk full",
            "disk quota exceeded",
        ],
    ),
    (
        Code::DiskReadOnly,
        &[
            "read-only file system",
            "erofs",
            "readonly database",
            "sqlite_readonly",
            "os error 30)",
            "write protected",
            "os error 19)",
        ],
    ),
];

pub(super) fn read(text: &str, clues: &mut Vec<Clue>) {
    let mut at = 0;
    for (number, line) in text.lines().enumerate() {
        let lower = line.to_ascii_lowercase();
        let found = WORDS.iter().find_map(|(code, words)| {
            let place = words.iter().find_map(|word| lower.find(word))?;
            Some((place, *code))
        });
        if let Some((place, code)) = found {
            let mut problem = Problem::new(code);
            if code == Code::SecretTooLong {
                problem = problem.arg("length", "").arg("limit", "");
            }
            clues.push(Clue { problem, source: Source::Labelled, at: at + place, line: number });
        }
        at += line.len() + 1;
    }
}
