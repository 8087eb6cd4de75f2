//! The first table of architecture.md: what each crate of ours may know.

use std::collections::BTreeSet;

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

use crate::tree;

struct Rule {
    name: &'static str,
    /// Crates of ours that it may use.
    ours: &'static [&'static str],
    /// Beginnings of names of other crates that it may never use.
    never: &'static [&'static str],
}

const RULES: [Rule; 9] = [
    Rule { name: "dingtalk", ours: &[], never: &["tauri", "axum", "rusqlite", "keyring", "i18n", "fluent"] },
    Rule { name: "practice", ours: &["words"], never: &["tauri", "reqwest", "rusqlite", "keyring"] },
    Rule { name: "platform", ours: &[], never: &["tauri", "axum", "reqwest", "tokio", "rusqlite"] },
    Rule { name: "engine", ours: &["dingtalk", "platform"], never: &["tauri", "axum", "i18n", "fluent", "clap"] },
    Rule {
        name: "words",
        ours: &["engine"],
        never: &["tauri", "reqwest", "axum", "tokio", "rusqlite", "keyring", "tempfile"],
    },
    Rule { name: "cli", ours: &["dingtalk", "practice", "engine", "words", "platform"], never: &["tauri"] },
    Rule { name: "bench", ours: &["dingtalk"], never: &["tauri"] },
    Rule { name: "floor", ours: &[], never: &["tokio", "serde"] },
    Rule { name: "hoitung", ours: &["dingtalk", "practice", "engine", "words", "platform"], never: &[] },
];

/// What a package needs to be built and run; what only its tests need is exempt.
fn needs(package: &Package) -> impl Iterator<Item = &cargo_metadata::Dependency> {
    package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development)
}

fn workspace() -> Vec<Package> {
    MetadataCommand::new()
        .manifest_path(tree::root().join("Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .unwrap()
        .packages
}

#[test]
fn a_crate_knows_only_what_the_table_lets_it_know() {
    let packages = workspace();
    let ours: BTreeSet<String> = packages.iter().map(|package| package.name.to_string()).collect();
    let mut faults = Vec::new();
    for package in &packages {
        let Some(rule) = RULES.iter().find(|rule| rule.name == package.name.as_str()) else {
            faults.push(format!("{} has no row in the table", package.name));
            continue;
        };
        for dependency in needs(package) {
            let name = dependency.name.as_str();
            if ours.contains(name) && !rule.ours.contains(&name) {
                faults.push(format!("{} may not know {name}", rule.name));
            }
            if rule.never.iter().any(|never| name.starts_with(never)) {
                faults.push(format!("{} may not use {name}", rule.name));
            }
        }
    }
    for rule in &RULES {
        assert!(ours.contains(rule.name), "{} is in the table and not in the workspace", rule.name);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn practice_takes_words_without_the_engine() {
    let packages = workspace();
    let practice = packages.iter().find(|package| package.name.as_str() == "practice").unwrap();
    let words = needs(practice).find(|dependency| dependency.name == "words").unwrap();
    assert!(!words.uses_default_features, "the default features of words bring the engine");
    assert!(words.features.is_empty(), "{:?}", words.features);
}

#[test]
fn practice_shares_no_code_with_the_client() {
    for file in tree::files("crates/practice/src", &[".rs"]) {
        for ours in ["dingtalk::", "engine::", "tauri::"] {
            let uses = file
                .text
                .lines()
                .any(|line| line.trim_start().starts_with("use ") && line.contains(&format!("use {ours}")));
            assert!(!uses, "{} uses {ours}", file.name);
        }
    }
}

#[test]
fn no_certificate_is_ever_taken_unseen() {
    // F32: no "continue anyway".
    let word = ["danger", "accept"].join("_");
    let sources = [tree::files("crates", &[".rs", ".toml"]), tree::files("src-tauri", &[".rs", ".toml"])].concat_all();
    for file in sources {
        assert!(!file.text.contains(&word), "{} accepts what it should refuse", file.name);
    }
}

trait ConcatAll<T> {
    fn concat_all(self) -> Vec<T>;
}

impl<T, const COUNT: usize> ConcatAll<T> for [Vec<T>; COUNT] {
    fn concat_all(self) -> Vec<T> {
        self.into_iter().flatten().collect()
    }
}
