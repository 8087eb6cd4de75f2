#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::commands;

include!("../commands.rs");

fn bindings_path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/src/generated/bindings.ts")
}

/// `HOITUNG_UPDATE=1` writes the file; otherwise it must be fresh.
#[test]
fn the_bindings_in_the_window_are_those_of_the_commands() {
    let made = std::env::temp_dir().join(format!("hoitung-bindings-{}.ts", std::process::id()));
    commands::builder().export(specta_typescript::Typescript::default(), &made).unwrap();
    let text = std::fs::read_to_string(&made).unwrap();
    std::fs::remove_file(&made).unwrap();
    if std::env::var_os("HOITUNG_UPDATE").is_some() {
        std::fs::create_dir_all(bindings_path().parent().unwrap()).unwrap();
        std::fs::write(bindings_path(), &text).unwrap();
    }
    let kept = std::fs::read_to_string(bindings_path()).unwrap_or_default();
    assert!(kept == text, "ui/src/generated/bindings.ts is stale: HOITUNG_UPDATE=1 cargo test -p hoitung");
}

#[test]
fn every_command_is_declared_granted_and_bound_and_nothing_else_is() {
    let declared: BTreeSet<String> = COMMANDS.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    let capability: serde_json::Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap().to_owned())
        .filter(|one| !one.starts_with("core:"))
        .collect();
    assert_eq!(declared, granted);
    let bound = std::fs::read_to_string(bindings_path()).unwrap();
    for name in COMMANDS {
        assert!(bound.contains(&format!("\"{name}\"")), "{name} is declared but not bound");
    }
}
