//! The administrator's desk (钉钉管理后台 in small): the newcomer plays the administrator and says yes or no.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{approval, drawings, labels, missing, parts, points, ranges, refusals};
use crate::state::permission::point;
use crate::state::{App, PermissionStatus, Shared, Version, VersionStatus, World};

pub async fn show(visit: Visit) -> Response {
    let waiting = visit.shared.read(|world| {
        let points = world.apps.iter().flat_map(|app| waiting_points(&visit, app));
        let versions = world.apps.iter().flat_map(|app| waiting_versions(&visit, world, app));
        points.chain(versions).collect::<Vec<_>>()
    });
    let body = if waiting.is_empty() {
        parts::empty(drawings::desk(), &visit.say("practice-desk-none"), Html::empty())
    } else {
        tag("ul").class("list").add(waiting.into_iter().collect::<Html>())
    };
    let main = parts::heading(&visit, labels::ADMIN_CONSOLE, "practice-desk-why")
        .add(notices_above(&visit, None))
        .add(parts::card().add(body))
        .add(approval::rules(&visit))
        .add(visit.told("p", "practice-desk-helper").class("helper"));
    Page::of(&visit, labels::ADMIN_CONSOLE, main).show(&visit)
}

pub async fn grant(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let (client_id, code) = (fields.text("app"), fields.text("point"));
    match shared.attempt(|world| world.grant_permission(client_id, code)) {
        Ok(_) => Redirect::to("/admin-desk?done=granted").into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

pub async fn approve(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let (client_id, number) = (fields.text("app"), fields.text("version"));
    match shared.attempt(|world| world.approve_version(client_id, number)) {
        Ok(_) => Redirect::to("/admin-desk?done=approved").into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

pub async fn reject(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let (client_id, number) = (fields.text("app"), fields.text("version"));
    let reason = fields.text("reason");
    match shared.attempt(|world| world.reject_version(client_id, number, reason)) {
        Ok(()) => Redirect::to("/admin-desk?done=rejected").into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

fn waiting_points(visit: &Visit, app: &App) -> Vec<Tag> {
    let waits = |code: &&String| app.permission_status(code) == PermissionStatus::Requested;
    let codes = app.permissions.keys().filter(waits);
    codes
        .map(|code| {
            let printed = point(code).map_or(code.as_str(), |point| point.console_name);
            let explanation = points::explanation(code).map(|id| visit.told("small", id));
            let act = decide(visit, "/admin-desk/grant", &app.client_id, ("point", code), "practice-desk-grant")
                .class("inline");
            tag("li")
                .add(
                    tag("div")
                        .add(tag("small").text(&visit.say_with("practice-desk-asks", &[("app", &app.name)])))
                        .add(tag("div").class("name").set("lang", "zh-CN").text(printed))
                        .add(explanation)
                        .add(tag("code").class("quiet").text(code)),
                )
                .add(tag("div").class("acts").add(act))
        })
        .collect()
}

fn waiting_versions(visit: &Visit, world: &World, app: &App) -> Vec<Tag> {
    let submitted = |version: &&Version| version.status == VersionStatus::Submitted;
    let versions = app.versions.iter().filter(submitted);
    versions
        .map(|version| {
            let key = ("version", version.number.as_str());
            let yes = decide(visit, "/admin-desk/approve", &app.client_id, key, "practice-desk-approve");
            let no = decide(visit, "/admin-desk/reject", &app.client_id, key, "practice-desk-reject")
                .add(approval::reason(visit, &version.number));
            tag("li")
                .add(
                    tag("div")
                        .add(tag("small").text(&visit.say_with("practice-desk-releases", &[("app", &app.name)])))
                        .add(tag("div").class("name").text(&version.number))
                        .add(tag("small").add(visit.both(labels::VISIBLE_RANGE)).text(" – ").text(&ranges::in_words(
                            visit,
                            world,
                            &version.visible_range,
                        ))),
                )
                .add(tag("div").class("acts").add(yes).add(no))
        })
        .collect()
}

fn decide(visit: &Visit, address: &str, client_id: &str, (name, value): (&'static str, &str), words: &str) -> Tag {
    let words = visit.say(words);
    parts::form(address)
        .add(parts::hidden("app", client_id))
        .add(parts::hidden(name, value))
        .add(parts::button().set("aria-label", &format!("{words} {value}")).text(&words))
}
