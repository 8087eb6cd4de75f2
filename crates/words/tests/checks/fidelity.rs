//! `docs/fidelity.md`: each fact of dingtalk-api.md that a test pins, made from the marks above tests.
//!
//! A mark is a line `// V §5.1: a fact` (Python: `# V §5.1: a fact`) above a test, or inside one above what shows it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use serde_json::Value;

use crate::marks::{Language, PYTHON, RUST};
use crate::tree::{self, SourceFile};

const PAGE: &str = "docs/fidelity.md";

const HEAD: &str = "# Fidelity

What DingTalk was seen to do, or says that it does, and the test that holds us to it. Sections are those of `dingtalk-api.md`, our
reference (0 is what stands before its first section); only what it marks **V**, verified, is here.

Made from the marks `V §…` above tests and from `tests/golden` by `HOITUNG_UPDATE=1 cargo test -p words --test checks fidelity`.
Do not edit.
";

#[derive(Debug, PartialEq, Eq)]
struct Mark {
    section: String,
    fact: String,
    test: String,
}

fn marks(file: &SourceFile, language: &Language) -> Result<Vec<Mark>, String> {
    let lines: Vec<&str> = file.text.lines().collect();
    let mark = format!("{} V §", language.comment);
    let mut marks = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(rest) = line.trim_start().strip_prefix(&mark) else {
            continue;
        };
        let place = format!("{}:{}", file.name, at + 1);
        let (section, fact) = rest.split_once(": ").ok_or_else(|| format!("{place}: no fact after its section"))?;
        let good = !section.is_empty() && section.chars().all(|c| c.is_ascii_digit() || c == '.');
        if !good || fact.trim().is_empty() {
            return Err(format!("{place}: not `V §<section>: <fact>`"));
        }
        let test = language.test(&lines, at).ok_or_else(|| format!("{place}: the mark stands above no test"))?;
        marks.push(Mark { section: section.to_owned(), fact: fact.trim().to_owned(), test });
    }
    Ok(marks)
}

fn order(section: &str) -> Vec<u32> {
    section.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

/// By section as numbers, section and fact: its tests as `file::name`.
type Facts = BTreeMap<(Vec<u32>, String, String), Vec<String>>;

fn facts() -> Result<Facts, Vec<String>> {
    let (mut facts, mut faults) = (Facts::new(), Vec::new());
    for (folder, language) in [("crates", RUST), ("tests/sdk", PYTHON)] {
        for file in tree::files(folder, &[language.ending]) {
            // What is written about marks here is no mark.
            if file.name.ends_with("checks/fidelity.rs") {
                continue;
            }
            match marks(&file, &language) {
                Ok(found) => {
                    for mark in found {
                        let key = (order(&mark.section), mark.section, mark.fact);
                        facts.entry(key).or_default().push(format!("{}::{}", file.name, mark.test));
                    }
                }
                Err(fault) => faults.push(fault),
            }
        }
    }
    if faults.is_empty() { Ok(facts) } else { Err(faults) }
}

fn exchanges(page: &mut String) {
    let mut rows = Vec::new();
    for file in tree::files("tests/golden", &[".json"]) {
        let records: Vec<Value> = serde_json::from_str(&file.text).unwrap();
        for record in records {
            let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
            let given = if record["practice"] == Value::Bool(false) { "" } else { "✓" };
            let read = if record["client"].is_null() { "" } else { "✓" };
            let name = format!("{}: {}", file.name.trim_start_matches("tests/golden/"), text("name"));
            let row =
                format!("| {} | {} | {} | {given} | {read} |", text("section"), cell(&name), cell(&text("source")));
            rows.push((order(&text("section")), row));
        }
    }
    rows.sort();
    for (_, row) in rows {
        writeln!(page, "{row}").unwrap();
    }
}

fn fresh() -> String {
    let facts = facts().unwrap_or_else(|faults| panic!("\n{}", faults.join("\n")));
    let mut page = format!("{HEAD}\n## Facts\n\n| § | fact | pinned by |\n|---|---|---|\n");
    for ((_, section, fact), tests) in facts {
        let tests: Vec<String> = tests.iter().map(|test| format!("`{test}`")).collect();
        writeln!(page, "| {section} | {} | {} |", cell(&fact), tests.join("<br>")).unwrap();
    }
    page.push_str(
        "\n## Golden exchanges\n\n*Given*: the practice server gives that answer to that request \
         (`crates/practice/tests/golden.rs`). *Read*: the client asks so and reads it rightly (`crates/dingtalk/tests/golden.rs`).\n\n\
         | § | exchange | source | given | read |\n|---|---|---|---|---|\n",
    );
    exchanges(&mut page);
    page
}

#[test]
fn the_page_of_fidelity_is_fresh() {
    let path = tree::root().join(PAGE);
    let fresh = fresh();
    if std::env::var_os("HOITUNG_UPDATE").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let standing = fs::read_to_string(&path).unwrap_or_default();
    assert!(standing == fresh, "{PAGE} is stale: HOITUNG_UPDATE=1 cargo test -p words --test checks fidelity");
}

fn check(language: &Language, text: &str, expected: Result<&str, &str>) {
    let file = SourceFile { name: "file".to_owned(), text: text.to_owned() };
    let found = marks(&file, language).map(|marks| {
        let shown: Vec<String> =
            marks.iter().map(|mark| format!("{} {} {}", mark.section, mark.fact, mark.test)).collect();
        shown.join(", ")
    });
    match expected {
        Ok(expected) => assert_eq!(found.as_deref(), Ok(expected), "{text}"),
        Err(expected) => assert!(found.as_ref().is_err_and(|fault| fault.contains(expected)), "{text} {found:?}"),
    }
}

#[test]
fn a_mark_belongs_to_the_test_below_it_or_around_it() {
    check(&RUST, "// V §1.1: a\n// V §2: b\n#[test]\nfn it_is() {\n", Ok("1.1 a it_is, 2 b it_is"));
    check(&RUST, "// V §1: a\n// F15\n#[tokio::test(start_paused = true)]\nasync fn it_is() {\n", Ok("1 a it_is"));
    check(&RUST, "#[test]\nfn it_is() {\n    let x = 1;\n    // V §1: a\n    check(x);\n", Ok("1 a it_is"));
    check(&PYTHON, "# V §1: a\n@mark.parametrize(\n    \"x\",\n    [1],\n)\ndef test_it(x):\n", Ok("1 a test_it"));
    check(&PYTHON, "def test_it():\n    # V §1: a\n    assert x\n", Ok("1 a test_it"));
    let within = "def test_it():\n    def ask():\n        x()\n\n    # V §1: a\n    assert ask()\n";
    check(&PYTHON, within, Ok("1 a test_it"));
}

#[test]
fn a_mark_above_nothing_is_seen() {
    let nothing = Err("above no test");
    check(&RUST, "// V §1: a\n\n#[test]\nfn it_is() {\n", nothing);
    check(&RUST, "// V §1: a\nfn helper() {\n", nothing);
    check(&RUST, "fn helper() {\n    // V §1: a\n    check(x);\n", nothing);
    check(&RUST, "#[test]\nfn it_is() {\n    x();\n    // V §1: a\n}\n", nothing);
    check(&RUST, "// V §1: a\n", nothing);
    check(&PYTHON, "# V §1: a\ndef helper():\n", nothing);
    check(&RUST, "// V §1 a\n#[test]\nfn it_is() {\n", Err("no fact"));
    check(&RUST, "// V §one: a\n#[test]\nfn it_is() {\n", Err("not `V §"));
}
