//! Permission points and the contact scope of an app.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::parts::{self, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{labels, missing, points, ranges, refusals};
use crate::state::permission::{Approval, CATALOGUE};
use crate::state::{App, PermissionStatus, Point, Shared, World};

pub async fn show(visit: Visit, Path(client_id): Path<String>) -> Response {
    page(&visit, &client_id, None).map_or_else(|| missing::app(&visit), |page| page.show(&visit))
}

/// Asks for a point, or gives one back.
pub async fn change(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let looked_for = fields.text("search");
    let (code, done, outcome) = match (fields.get("ask"), fields.get("withdraw")) {
        (Some(code), _) => {
            let outcome = shared.attempt(|world| world.request_permission(&client_id, code));
            let done = match outcome {
                Ok(PermissionStatus::Active) => "point",
                _ => "point-asked",
            };
            (code, done, outcome.map(|_| ()))
        }
        (None, code) => {
            let code = code.unwrap_or_default();
            let outcome = shared.attempt(|world| world.withdraw_permission(&client_id, code));
            (code, "point-withdrawn", outcome)
        }
    };
    if let Err(error) = outcome {
        return refused(&visit, &client_id, &refusals::wrong(&visit, &error));
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("search", looked_for)
        .append_pair("done", done)
        .append_pair("point", code)
        .finish();
    let address = format!("/apps/{client_id}/permissions?{query}#{}", anchor(code));
    Redirect::to(&address).into_response()
}

pub async fn set_scope(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let chosen = ranges::read(&fields);
    let outcome = match chosen {
        Some(scope) => shared.attempt(|world| world.set_contact_scope(&client_id, scope)),
        None => return refused(&visit, &client_id, &ranges::empty(&visit)),
    };
    match outcome {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/permissions?done=scope")).into_response(),
        Err(error) => refused(&visit, &client_id, &refusals::wrong(&visit, &error)),
    }
}

fn refused(visit: &Visit, client_id: &str, wrong: &Wrong) -> Response {
    page(visit, client_id, Some(wrong)).map_or_else(|| missing::app(visit), |page| page.refused(visit))
}

fn anchor(code: &str) -> String {
    format!("point-{code}")
}

fn page(visit: &Visit, client_id: &str, wrong: Option<&Wrong>) -> Option<Page> {
    let looked_for = visit.asked("search").unwrap_or_default().trim().to_owned();
    let (rows, waits, scope) = visit.shared.read(|world| {
        let app = world.app(client_id)?;
        let found = CATALOGUE.iter().filter(|point| matches(point, &looked_for));
        let rows: Vec<Tag> = found.map(|point| row(visit, app, point, &looked_for)).collect();
        let waits = app.permissions.keys().any(|code| {
            matches!(app.permission_status(code), PermissionStatus::Requested | PermissionStatus::WaitsForVersion)
        });
        let scope = scope_form(visit, world, app, wrong);
        Some((rows, waits, scope))
    })?;
    let none_found = rows.is_empty().then(|| visit.told("p", "practice-permissions-none-found").class("quiet"));
    let points = parts::card()
        .add(search(visit, client_id, &looked_for))
        .add(none_found)
        .add(tag("ul").class("list").add(rows.into_iter().collect::<Html>()));
    let waiting = waits.then(|| {
        tag("p")
            .class("told waits")
            .text(&visit.say("practice-permissions-waiting"))
            .add(Html::fixed(" "))
            .add(visit.told("a", "practice-permissions-waiting-go").set("href", "/admin-desk"))
    });
    let main = parts::heading(visit, labels::PERMISSIONS, "practice-permissions-why")
        .add(notices_above(visit, wrong))
        .add(waiting)
        .add(points)
        .add(scope);
    Some(Page::of(visit, labels::PERMISSIONS, main).in_app(client_id))
}

fn matches(point: &Point, looked_for: &str) -> bool {
    let looked_for = looked_for.to_lowercase();
    point.code.to_lowercase().contains(&looked_for) || point.console_name.contains(&looked_for)
}

fn search(visit: &Visit, client_id: &str, looked_for: &str) -> Tag {
    tag("form").set("method", "get").set("action", &format!("/apps/{client_id}/permissions")).set("role", "search").add(
        tag("div").class("field").add(visit.told("label", "practice-permissions-search").set("for", "search")).add(
            tag("div")
                .class("row")
                .add(
                    tag("input")
                        .set("type", "text")
                        .set("name", "search")
                        .set("id", "search")
                        .set("autocomplete", "off")
                        .set("value", looked_for),
                )
                .add(parts::button().text(&visit.say("practice-permissions-search-do"))),
        ),
    )
}

fn row(visit: &Visit, app: &App, point: &Point, looked_for: &str) -> Tag {
    let explanation = points::explanation(point.code).map(|id| visit.told("small", id));
    tag("li")
        .set("id", &anchor(point.code))
        .add(
            tag("div")
                .add(tag("div").class("name").set("lang", "zh-CN").text(point.console_name))
                .add(explanation)
                .add(tag("code").class("quiet").text(point.code)),
        )
        .add(
            tag("div")
                .class("acts")
                .add(standing(visit, app.permission_status(point.code)))
                .add(act(visit, app, point, looked_for)),
        )
}

fn standing(visit: &Visit, status: PermissionStatus) -> Option<Tag> {
    let (how, id) = match status {
        PermissionStatus::NotRequested => return None,
        PermissionStatus::Requested => (Sign::Waits, "practice-point-waits-administrator"),
        PermissionStatus::WaitsForVersion => (Sign::Waits, "practice-point-waits-version"),
        PermissionStatus::Active => (Sign::Well, "practice-point-active"),
    };
    Some(parts::sign(visit, how, id))
}

fn act(visit: &Visit, app: &App, point: &Point, looked_for: &str) -> Tag {
    let named = |words: &str| format!("{words} {}", point.code);
    let press = match (app.permission_status(point.code), point.approval) {
        (PermissionStatus::NotRequested, approval) => {
            let label = match approval {
                Approval::None => labels::OPEN_NOW,
                Approval::Administrator => labels::ASK,
            };
            parts::button()
                .set("name", "ask")
                .set("aria-label", &named(&visit.both_as_text(label)))
                .add(visit.both(label))
        }
        (PermissionStatus::Requested | PermissionStatus::WaitsForVersion | PermissionStatus::Active, _) => {
            let words = visit.say("practice-point-withdraw");
            parts::button().set("name", "withdraw").set("aria-label", &named(&words)).text(&words)
        }
    };
    parts::form(&format!("/apps/{}/permissions", app.client_id))
        .class("inline")
        .add(parts::hidden("search", looked_for))
        .add(press.set("value", point.code))
}

fn scope_form(visit: &Visit, world: &World, app: &App, wrong: Option<&Wrong>) -> Tag {
    parts::card().set("id", "scope").add(
        parts::form(&format!("/apps/{}/permissions/scope", app.client_id))
            .add(ranges::field(visit, world, labels::SCOPE, "practice-scope-why", &app.contact_scope, wrong))
            .add(parts::button().add(visit.both(labels::SAVE))),
    )
}
