//! Which releases wait for the administrator, and the words with which one is turned down.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::parts::{self, Choice};
use super::visit::{Fields, Visit};
use super::{labels, missing, refusals};
use crate::state::approval::ReleaseRule;
use crate::state::{ChangeError, Shared};

pub async fn set_rule(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let Some(rule) = ReleaseRule::ALL.into_iter().find(|rule| rule.name() == fields.text("rule")) else {
        return missing::app(&visit);
    };
    match shared.change(|world| world.set_release_rule(rule)) {
        Ok(()) => Redirect::to("/admin-desk?done=rule").into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &ChangeError::from(error))),
    }
}

pub fn rules(visit: &Visit) -> Tag {
    let now = visit.shared.read(|world| world.release_rule);
    let choices: Html = ReleaseRule::ALL
        .into_iter()
        .map(|rule| {
            parts::choice(Choice {
                kind: "radio",
                name: "rule",
                value: rule.name(),
                on: rule == now,
                label: Html::text(&visit.say(words(rule))),
                hint: None,
            })
        })
        .collect();
    parts::card().add(
        parts::form("/admin-desk/rule")
            .add(tag("fieldset").class("field").add(tag("legend").add(visit.both(labels::RELEASE_RULES))).add(choices))
            .add(parts::button().add(visit.both(labels::SAVE))),
    )
}

fn words(rule: ReleaseRule) -> &'static str {
    match rule {
        ReleaseRule::Permissions => "practice-rule-permissions",
        ReleaseRule::WiderRange => "practice-rule-wider-range",
        ReleaseRule::Always => "practice-rule-always",
    }
}

/// The field beside the button that turns a version down.
pub fn reason(visit: &Visit, number: &str) -> Tag {
    let words = visit.say("practice-desk-reason");
    tag("input")
        .set("type", "text")
        .set("name", "reason")
        .set("maxlength", "200")
        .set("autocomplete", "off")
        .set("placeholder", &words)
        .set("aria-label", &format!("{words} {number}"))
}
