//! Ids that a program composes: `problem-<code>` and its like. Each family is named here with the list it runs over.

use std::collections::BTreeSet;

use crate::enums;
use crate::locales;
use crate::tree;

/// Prefix, and the enum whose variants follow it.
const OVER_ENUMS: [(&str, &str); 42] = [
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
    ("area-", "PointArea"),
    ("risk-", "PointRisk"),
    ("source-", "PointSource"),
    ("settings-risk-", "Risk"),
    ("place-", "Place"),
    ("place-step-", "DeployStep"),
    ("place-runner-", "Program"),
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
    ("overview-state-", "Standing"),
    ("ask-task-", "Task"),
    ("reminder-kind-", "ReminderKind"),
    ("reminder-do-", "ReminderKind"),
    ("reminder-state-", "ReminderState"),
    ("checkup-name-", "CheckId"),
    ("checkup-state-", "CheckState"),
    ("checkup-cause-", "CheckupCause"),
    ("say-", "SayCode"),
    ("changed-", "ChangeCode"),
    ("advice-", "AdviceCode"),
    ("address-source-", "AddressSource"),
    ("policy-rule-", "PolicyEffect"),
    ("policy-fault-", "PolicyFaultKind"),
];

/// What may follow `prefix`, or nothing if no family has that prefix.
pub fn members(prefix: &str) -> Option<BTreeSet<String>> {
    if prefix == "point-" {
        return Some(points());
    }
    if prefix == "term-" {
        // The window shows the whole glossary; what an entry holds is checked in glossary.rs.
        let messages = locales::read("en").messages;
        return Some(messages.keys().filter_map(|id| id.strip_prefix(prefix)).map(str::to_owned).collect());
    }
    let (_, name) = OVER_ENUMS.iter().find(|(known, _)| *known == prefix)?;
    Some(enums::variants(name).into_iter().map(|variant| variant.name).collect())
}

/// DingTalk's codes of permission points in the engine's catalogue, as ids hold them: `Contact.Org.Read` is
/// `contact-org-read`, and a family's `*` is `all`.
fn points() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in tree::rust_sources() {
        if file.name != "crates/engine/src/permission/catalogue.rs" {
            continue;
        }
        for piece in tree::without_comments(&file.text).split('"').skip(1).step_by(2) {
            let is_code = piece.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.*".contains(letter));
            if is_code && !piece.is_empty() && (piece.contains(['_', '.']) || piece.starts_with("field")) {
                found.insert(piece.replace(['_', '.'], "-").replace('*', "all").to_lowercase());
            }
        }
    }
    found
}

#[test]
fn every_permission_point_says_what_it_is_for_and_what_it_risks() {
    assert!(points().len() > 50, "{:?}", points());
    for language in ["en", "zh-HK"] {
        let messages = crate::locales::read(language).messages;
        for code in points() {
            let message = messages.get(&format!("point-{code}"));
            let places = message.map(|message| message.patterns.keys().cloned().collect::<Vec<_>>());
            assert_eq!(places.unwrap_or_default(), ["", "risk"], "{language} point-{code}");
        }
    }
}

#[test]
fn every_family_runs_over_an_enum_that_is_there() {
    for (prefix, name) in OVER_ENUMS {
        assert!(!enums::variants(name).is_empty(), "{prefix} {name}");
    }
    assert!(members("no-family-").is_none());
}
