use std::collections::BTreeSet;

use crate::literals::{self, Found};
use crate::{enums, families, installer, locales};

/// Ids that the product can ask for by composing them.
fn composed(found: &Found) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for one in &found.composed {
        for member in families::members(&one.prefix).into_iter().flatten() {
            ids.insert(format!("{}{member}{}", one.prefix, one.suffix));
        }
    }
    ids
}

#[test]
fn no_id_is_unused() {
    let found = literals::of_product();
    let composed = composed(&found);
    let installers = installer::asked();
    let unused: Vec<String> = locales::read("en")
        .messages
        .iter()
        .filter(|(id, _)| !found.whole.contains(*id) && !composed.contains(*id) && !installers.contains(id))
        .map(|(id, message)| format!("{id} ({})", message.file))
        .collect();
    assert!(
        unused.is_empty(),
        "no source asks for these (a new family wants a row in families.rs):\n{}",
        unused.join("\n")
    );
}

#[test]
fn no_id_that_is_asked_for_is_missing() {
    let found = literals::of_product();
    let messages = locales::read("en").messages;
    let files: BTreeSet<&str> = messages.values().filter_map(|message| message.file.strip_suffix(".ftl")).collect();
    let mut missing: Vec<String> = composed(&found).into_iter().filter(|id| !messages.contains_key(id)).collect();
    missing.extend(installer::asked().into_iter().filter(|id| !messages.contains_key(id)));
    for id in &found.whole {
        let noun = id.split('-').next().unwrap();
        if ASKED_BY_LITERAL.contains(&noun) && files.contains(noun) && id.contains('-') && !messages.contains_key(id) {
            missing.push(id.clone());
        }
    }
    assert!(missing.is_empty(), "asked for and not there:\n{}", missing.join("\n"));
}

/// Nouns whose ids Rust asks for by literals. What the window asks for is typed by `generated/words.ts`.
const ASKED_BY_LITERAL: [&str; 9] =
    ["cli", "practice", "problem", "note", "answer", "who", "doctor", "sheet", "unopened"];

/// The engine promises each message some variables; a message that wants another one would show a hole.
fn check_variables(prefix: &str, name: &str) {
    let mut faults = Vec::new();
    for language in ["en", "zh-HK"] {
        let messages = locales::read(language).messages;
        for variant in enums::variants(name) {
            let id = format!("{prefix}{}", variant.name);
            let Some(message) = messages.get(&id) else {
                faults.push(format!("{language}: {id} is missing"));
                continue;
            };
            for (place, variables) in &message.patterns {
                for variable in variables.difference(&variant.args) {
                    faults.push(format!("{language}: {id}.{place} wants ${variable}, which the engine does not give"));
                }
            }
        }
        let known: BTreeSet<String> =
            enums::variants(name).into_iter().map(|variant| format!("{prefix}{}", variant.name)).collect();
        faults.extend(
            messages
                .keys()
                .filter(|id| id.starts_with(prefix) && !known.contains(*id))
                .map(|id| format!("{language}: {id} has no cause")),
        );
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_problem_note_and_answer_has_words_and_only_the_variables_it_is_given() {
    check_variables("problem-", "ProblemCode");
    check_variables("note-", "NoteCode");
    check_variables("answer-", "AnswerCode");
    check_variables("who-", "Who");
}

#[test]
fn every_problem_has_a_way_out() {
    for language in ["en", "zh-HK"] {
        for (id, message) in locales::read(language).messages.iter().filter(|(id, _)| id.starts_with("problem-")) {
            let places: Vec<_> = message.patterns.keys().map(String::as_str).collect();
            assert_eq!(places, ["", "fix"], "{language}: {id}");
        }
    }
}
