//! `docs/faults.md`: each numbered fault, bad input and control, and the tests that prove it.
//!
//! A mark is a comment of nothing but numbers, `// F05, F58`, or of numbers and a remark, `// F53: the clock is wrong`, above a test or
//! within one. The same above what is no test explains the product's code and counts for nothing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::marks::{JAVASCRIPT, Language, PYTHON, RUST, TYPESCRIPT};
use crate::tree;

const PAGE: &str = "docs/faults.md";
const ROWS: &str = include_str!("faults.txt");

const HEAD: &str = "# Faults, bad input, controls

What must hold when something goes wrong (F), when what comes in is wrong (D), and for security (S), and the tests that prove it.
A row without a test is not proved: what it is about is not built yet, or nobody has tried it.

Made from the marks above tests by `HOITUNG_UPDATE=1 cargo test -p words --test checks faults`. Do not edit.
";

/// The numbers at the beginning of a comment, if it begins with any.
fn numbers(comment: &str) -> Vec<&str> {
    let text = comment.trim_start_matches(['/', '#', '!']).trim_start();
    let text = text.strip_prefix("§ 9, ").unwrap_or(text);
    let marked = text.split([':', '.']).next().unwrap_or_default();
    let words: Vec<&str> = marked.split([',', ' ']).filter(|word| !word.is_empty()).collect();
    if words.iter().all(|word| is_number(word)) { words } else { Vec::new() }
}

fn is_number(word: &str) -> bool {
    word.len() == 3 && word.starts_with(['F', 'D', 'S']) && word.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

/// By number: its tests as `file::name`.
fn proofs() -> BTreeMap<String, Vec<String>> {
    let mut proofs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let places: [(&str, Language); 7] = [
        ("crates", RUST),
        ("src-tauri", RUST),
        ("tests/sdk", PYTHON),
        ("tests/journey", JAVASCRIPT),
        ("tests/windows", JAVASCRIPT),
        ("ui/src", TYPESCRIPT),
        ("fuzz", RUST),
    ];
    for (folder, language) in places {
        for file in tree::files(folder, &[language.ending]) {
            // What is written about marks here is no mark.
            if file.name.ends_with("checks/faults.rs") || file.name.ends_with("checks/fidelity.rs") {
                continue;
            }
            let lines: Vec<&str> = file.text.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                if !line.trim_start().starts_with(language.comment) {
                    continue;
                }
                for number in numbers(line.trim_start()) {
                    let Some(test) = language.test(&lines, at) else { continue };
                    let proof = format!("{}::{test}", file.name);
                    let known = proofs.entry(number.to_owned()).or_default();
                    if !known.contains(&proof) {
                        known.push(proof);
                    }
                }
            }
        }
    }
    proofs
}

fn fresh() -> String {
    let mut proofs = proofs();
    let mut page = format!("{HEAD}\n| row | what | proved by |\n|---|---|---|\n");
    for row in ROWS.lines() {
        let (number, what) = row.split_once(' ').unwrap();
        let tests = proofs.remove(number).unwrap_or_default();
        let tests: Vec<String> = tests.iter().map(|test| format!("`{test}`")).collect();
        let what = what.replace('|', "\\|").replace('<', "&lt;");
        writeln!(page, "| {number} | {what} | {} |", tests.join("<br>")).unwrap();
    }
    assert!(proofs.is_empty(), "there is no such row: {proofs:?}");
    page
}

#[test]
fn the_page_of_faults_is_fresh() {
    let path = tree::root().join(PAGE);
    let fresh = fresh();
    if std::env::var_os("HOITUNG_UPDATE").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let standing = fs::read_to_string(&path).unwrap_or_default();
    assert!(standing == fresh, "{PAGE} is stale: HOITUNG_UPDATE=1 cargo test -p words --test checks faults");
}

#[test]
fn a_mark_begins_with_numbers_and_may_go_on_with_a_remark() {
    let check = |comment: &str, expected: &[&str]| assert_eq!(numbers(comment), expected, "{comment}");
    check("// F05", &["F05"]);
    check("/// § 9, F06, F07", &["F06", "F07"]);
    check("// F56 F57", &["F56", "F57"]);
    check("# F53: the clock is wrong", &["F53"]);
    check("// F46. A push is small.", &["F46"]);
    check("// See F53", &[]);
    check("// F5", &[]);
    check("//", &[]);
}

#[test]
fn a_mark_in_a_script_belongs_to_the_test_below_it_or_around_it() {
    let check = |text: &str, expected: Option<&str>| {
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.contains("F75")).unwrap();
        assert_eq!(JAVASCRIPT.test(&lines, at).as_deref(), expected, "{text}");
    };
    check("// F75\ntest('it is', async () => {\n", Some("it is"));
    check("  // F75\n  test(`it is (${language})`, async t => {\n", Some("it is (${language})"));
    check("test('it is', async t => {\n  // F75\n  await t.test('in part', () => {\n", Some("in part"));
    check("test('it is', async t => {\n  // F75\n  await act()\n", Some("it is"));
    check("// F75\nfunction act() {\n", None);
}
