//! Choosing a part of the company: everyone, some departments, or only oneself. The console's own words for these
//! choices are not known from a source, so the reader's alone stand here.

use super::html::{Html, Tag, tag};
use super::labels::Label;
use super::parts::{self, Choice, Wrong};
use super::visit::{Fields, Visit};
use crate::state::demo::ADMINISTRATOR;
use crate::state::{Scope, World};

const FIELD: &str = "range";

pub fn field(visit: &Visit, world: &World, title: Label, why: &str, now: &Scope, wrong: Option<&Wrong>) -> Tag {
    let chosen: &[u64] = match now {
        Scope::Everyone => &[],
        Scope::Part { departments, .. } => departments,
    };
    let everyone = *now == Scope::Everyone;
    let only_me = *now == only_me();
    let kind = |value, on, id| {
        parts::choice(Choice { kind: "radio", name: FIELD, value, on, label: Html::text(&visit.say(id)), hint: None })
    };
    let departments = world.departments.iter().filter(|department| department.parent_id.is_some());
    let boxes: Html = departments
        .map(|department| {
            parts::choice(Choice {
                kind: "checkbox",
                name: "department",
                value: &department.dept_id.to_string(),
                on: chosen.contains(&department.dept_id),
                label: Html::text(&department.name),
                hint: None,
            })
        })
        .collect();
    let wrong = wrong.filter(|wrong| wrong.field == FIELD);
    tag("fieldset")
        .class("field")
        .add(tag("legend").add(visit.both(title)))
        .add(visit.told("p", why).class("hint"))
        .add(kind("everyone", everyone, "practice-range-everyone"))
        .add(kind("only-me", only_me, "practice-range-only-me"))
        .add(
            kind("part", !everyone && !only_me, "practice-range-part").add(
                tag("div")
                    .class("inside row")
                    .set("role", "group")
                    .set("aria-label", &visit.say("practice-range-departments"))
                    .add(boxes),
            ),
        )
        .add(wrong.map(|wrong| parts::error(&wrong.words)))
}

/// A new app is visible to its maker alone until somebody widens it (pains.md 0.10). The newcomer plays the
/// administrator.
pub fn only_me() -> Scope {
    Scope::Part { departments: Vec::new(), people: vec![ADMINISTRATOR.to_owned()] }
}

/// What was chosen; `None` when "some departments" was chosen without any.
pub fn read(fields: &Fields) -> Option<Scope> {
    match fields.text(FIELD) {
        "everyone" => return Some(Scope::Everyone),
        "only-me" => return Some(only_me()),
        _ => {}
    }
    let departments: Vec<u64> = fields.all("department").filter_map(|id| id.parse().ok()).collect();
    if departments.is_empty() {
        return None;
    }
    Some(Scope::Part { departments, people: Vec::new() })
}

pub fn empty(visit: &Visit) -> Wrong {
    Wrong { field: FIELD, words: visit.say("practice-refused-range-empty") }
}

/// In words: everyone, oneself, or the names of the departments and people.
pub fn in_words(visit: &Visit, world: &World, scope: &Scope) -> String {
    if *scope == only_me() {
        return visit.say("practice-range-only-me");
    }
    match scope {
        Scope::Everyone => visit.say("practice-range-everyone"),
        Scope::Part { departments, people } => {
            let departments = departments.iter().filter_map(|id| world.department(*id));
            let people = people.iter().filter_map(|id| world.member(id));
            let names: Vec<&str> = departments
                .map(|department| department.name.as_str())
                .chain(people.map(|member| member.name.as_str()))
                .collect();
            names.join(" · ")
        }
    }
}
