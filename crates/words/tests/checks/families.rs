//! Ids that a program composes: `problem-<code>` and its like. Each family is named here with the list it runs over.

use std::collections::BTreeSet;

use crate::enums;
use crate::tree;

/// Prefix, and the enum whose variants follow it.
const OVER_ENUMS: [(&str, &str); 22] = [
    ("problem-", "ProblemCode"),
    ("note-", "NoteCode"),
    ("answer-", "AnswerCode"),
    ("who-", "Who"),
    ("field-", "Field"),
    ("stop-", "Stop"),
    ("task-", "Task"),
    ("task-state-", "TaskState"),
    ("purpose-", "Purpose"),
    ("point-state-", "PointState"),
    ("place-", "Place"),
    ("region-", "RegionChoice"),
    ("residency-", "Residency"),
    ("app-type-", "AppType"),
    ("robot-mode-", "RobotMode"),
    ("mode-", "RobotMode"),
    ("evidence-", "EvidenceKind"),
    ("language-", "Language"),
    ("network-span-", "SpanUnit"),
    ("network-role-", "HostRole"),
    ("network-state-", "HostState"),
    ("proxy-mode-", "ProxyMode"),
];

/// What may follow `prefix`, or nothing if no family has that prefix.
pub fn members(prefix: &str) -> Option<BTreeSet<String>> {
    if prefix == "point-" {
        return Some(points());
    }
    let (_, name) = OVER_ENUMS.iter().find(|(known, _)| *known == prefix)?;
    Some(enums::variants(name).into_iter().map(|variant| variant.name).collect())
}

/// DingTalk's codes of permission points in the engine's catalogue, as ids hold them: `Contact.Org.Read` is `contact-org-read`.
fn points() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in tree::rust_sources() {
        if !file.name.starts_with("crates/engine/src/permission") {
            continue;
        }
        for piece in tree::without_comments(&file.text).split('"').skip(1).step_by(2) {
            let is_point = piece.starts_with("qyapi_") || piece.starts_with("field");
            if is_point && piece.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.".contains(letter)) {
                found.insert(piece.replace(['_', '.'], "-").to_lowercase());
            }
        }
    }
    found
}

#[test]
fn every_family_runs_over_an_enum_that_is_there() {
    for (prefix, name) in OVER_ENUMS {
        assert!(!enums::variants(name).is_empty(), "{prefix} {name}");
    }
    assert!(members("no-family-").is_none());
}
