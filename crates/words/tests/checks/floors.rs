//! Version floors of faults.md, by the lock file: S01, S29, S44 and the advisories of its section 8.

use std::fs;

use crate::tree;

/// Name, first good version, and why. A crate that is not locked passes.
const FLOORS: [(&str, [u64; 3], &str); 13] = [
    ("tauri", [2, 11, 1], "S01, CVE-2026-42184"),
    ("lettre", [0, 11, 22], "S29, RUSTSEC-2026-0141"),
    ("calamine", [0, 36, 0], "S44"),
    ("rustls-webpki", [0, 103, 13], "RUSTSEC-2026-0098, -0099, -0104"),
    ("tracing-subscriber", [0, 3, 20], "RUSTSEC-2025-0055"),
    ("tungstenite", [0, 20, 1], "RUSTSEC-2023-0065"),
    ("idna", [1, 0, 0], "RUSTSEC-2024-0421"),
    ("bytes", [1, 11, 1], "RUSTSEC-2026-0007"),
    ("time", [0, 3, 47], "RUSTSEC-2026-0009"),
    ("zip", [2, 3, 0], "RUSTSEC-2025-0168"),
    ("wry", [0, 53, 0], "the web view of tauri 2.11 and later"),
    ("rusqlite", [0, 41, 0], "bundled SQLite kept fresh"),
    ("keyring", [4, 2, 0], "F68 to F71 rest on its behaviour"),
];

/// Next major lines that are not to be taken yet, and crates that are not to be there at all.
const CEILINGS: [(&str, u64); 1] = [("tauri", 3)];
const FORBIDDEN: [&str; 5] = ["tauri-plugin-shell", "tauri-plugin-fs", "tauri-plugin-http", "openssl", "native-tls"];

struct Locked {
    name: String,
    version: [u64; 3],
    source: String,
}

fn locked(text: &str) -> Vec<Locked> {
    text.split("[[package]]")
        .skip(1)
        .map(|entry| {
            let value = |key: &str| {
                let opening = format!("{key} = \"");
                entry
                    .lines()
                    .find_map(|line| line.strip_prefix(&opening))
                    .unwrap_or_default()
                    .trim_end_matches('"')
                    .to_owned()
            };
            Locked { name: value("name"), version: numbers(&value("version")), source: value("source") }
        })
        .collect()
}

fn numbers(version: &str) -> [u64; 3] {
    let mut parts = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

fn faults(lock: &[Locked]) -> Vec<String> {
    let mut faults = Vec::new();
    for one in lock {
        for (name, floor, why) in FLOORS {
            if one.name == name && one.version < floor {
                faults.push(format!("{name} {:?} is below {floor:?}: {why}", one.version));
            }
        }
        for (name, ceiling) in CEILINGS {
            if one.name == name && one.version[0] >= ceiling {
                faults.push(format!("{name} {:?}: line {ceiling} is not taken yet", one.version));
            }
        }
        if FORBIDDEN.contains(&one.name.as_str()) {
            faults.push(format!("{} must not be there", one.name));
        }
        if !one.source.is_empty() && !one.source.starts_with("registry+https://github.com/rust-lang/crates.io-index") {
            faults.push(format!("{} comes from {}", one.name, one.source));
        }
    }
    faults
}

fn check(name: &str, version: &str, source: &str, expected: usize) {
    let text = format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nsource = \"{source}\"\n");
    assert_eq!(faults(&locked(&text)).len(), expected, "{name} {version} {source}");
}

#[test]
fn a_version_below_its_floor_is_seen() {
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    check("tauri", "2.11.0", registry, 1);
    check("tauri", "2.11.1", registry, 0);
    check("tauri", "3.0.0-alpha.1", registry, 1);
    check("lettre", "0.11.21", registry, 1);
    check("openssl", "0.10.0", registry, 1);
    check("serde", "1.0.0", "git+https://example.org/serde", 1);
    check("serde", "1.0.0", "", 0);
}

#[test]
fn every_locked_version_is_above_its_floor_and_from_the_registry() {
    let lock = locked(&fs::read_to_string(tree::root().join("Cargo.lock")).unwrap());
    assert!(lock.iter().any(|one| one.name == "tauri"), "the lock file names no tauri");
    let faults = faults(&lock);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
