//! Versions of an app: making one, choosing who sees it, publishing it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::parts::{self, Line, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{drawings, labels, missing, ranges, refusals};
use crate::state::{App, Scope, Shared, Version, VersionStatus, World};

/// What was typed into the form for a new version.
struct Draft {
    number: String,
    description: String,
    range: Scope,
}

pub async fn show(visit: Visit, Path(client_id): Path<String>) -> Response {
    let draft = visit.shared.read(|world| {
        let app = world.app(&client_id)?;
        let last = app.versions.last();
        Some(Draft {
            number: app.next_version_number(),
            description: String::new(),
            range: last.map_or_else(ranges::only_me, |last| last.visible_range.clone()),
        })
    });
    let page = draft.and_then(|draft| page(&visit, &client_id, &draft, None));
    page.map_or_else(|| missing::app(&visit), |page| page.show(&visit))
}

pub async fn create(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let chosen = ranges::read(&fields);
    let draft = Draft {
        number: fields.text("number").to_owned(),
        description: fields.text("description").to_owned(),
        range: chosen.clone().unwrap_or(Scope::Part { departments: Vec::new(), people: Vec::new() }),
    };
    let Some(range) = chosen else {
        return refused(&visit, &client_id, &draft, &ranges::empty(&visit));
    };
    let outcome = shared.attempt(|world| world.create_version(&client_id, &draft.number, &draft.description, range));
    match outcome {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/versions?done=version")).into_response(),
        Err(error) => refused(&visit, &client_id, &draft, &refusals::wrong(&visit, &error)),
    }
}

pub async fn publish(
    State(shared): State<Shared>,
    visit: Visit,
    Path((client_id, number)): Path<(String, String)>,
) -> Response {
    match shared.attempt(|world| world.publish(&client_id, &number)) {
        Ok(status) => {
            let done = match status {
                VersionStatus::Submitted => "submitted",
                VersionStatus::Released | VersionStatus::Draft | VersionStatus::Rejected => "published",
            };
            Redirect::to(&format!("/apps/{client_id}/versions?done={done}")).into_response()
        }
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

fn refused(visit: &Visit, client_id: &str, draft: &Draft, wrong: &Wrong) -> Response {
    page(visit, client_id, draft, Some(wrong)).map_or_else(|| missing::app(visit), |page| page.refused(visit))
}

fn page(visit: &Visit, client_id: &str, draft: &Draft, wrong: Option<&Wrong>) -> Option<Page> {
    let (list, form) = visit.shared.read(|world| {
        let app = world.app(client_id)?;
        let open = app.versions.iter().all(|version| version.status == VersionStatus::Released);
        let form = (open || wrong.is_some()).then(|| form(visit, world, app, draft, wrong));
        Some((versions(visit, world, app), form))
    })?;
    let main = parts::heading(visit, labels::VERSIONS, "practice-versions-why")
        .add(notices_above(visit, wrong))
        .add(parts::card().add(list))
        .add(form);
    Some(Page::of(visit, labels::VERSIONS, main).in_app(client_id))
}

fn versions(visit: &Visit, world: &World, app: &App) -> Html {
    if app.versions.is_empty() {
        let words = visit.say("practice-versions-none");
        return parts::empty(drawings::parcel(), &words, Html::empty()).into();
    }
    let newest_first = app.versions.iter().rev();
    let rows: Html = newest_first.map(|version| row(visit, world, app, version)).collect();
    tag("ul").class("list").add(rows).into()
}

fn row(visit: &Visit, world: &World, app: &App, version: &Version) -> Tag {
    let live = app.published_version().is_some_and(|live| live.number == version.number);
    let state: Html = match version.status {
        VersionStatus::Draft => parts::sign(visit, Sign::Open, "practice-version-draft").into(),
        VersionStatus::Submitted => parts::sign(visit, Sign::Waits, "practice-version-submitted").into(),
        VersionStatus::Rejected => parts::sign(visit, Sign::Waits, "practice-version-rejected").into(),
        VersionStatus::Released if live => tag("span").class("sign well").add(visit.both(labels::LIVE_VERSION)).into(),
        VersionStatus::Released => parts::sign(visit, Sign::Open, "practice-version-earlier").into(),
    };
    let act: Option<Html> = match version.status {
        VersionStatus::Draft | VersionStatus::Rejected => {
            let address = format!("/apps/{}/versions/{}/publish", app.client_id, version.number);
            Some(
                parts::form(&address)
                    .class("inline")
                    .add(parts::first_button().add(visit.both(labels::PUBLISH)))
                    .into(),
            )
        }
        VersionStatus::Submitted => {
            Some(parts::link_button("/admin-desk").text(&visit.say("practice-permissions-waiting-go")).into())
        }
        VersionStatus::Released => None,
    };
    tag("li")
        .add(
            tag("div")
                .add(tag("div").class("name").text(&version.number))
                .add(tag("small").add(visit.both(labels::VISIBLE_RANGE)).text(" – ").text(&ranges::in_words(
                    visit,
                    world,
                    &version.visible_range,
                )))
                .add((!version.description.is_empty()).then(|| tag("small").text(&version.description)))
                .add(rejection(visit, version))
                .add(version.released_at.map(|at| {
                    tag("small").text(&visit.say_with("practice-version-released-at", &[("time", &parts::clock(at))]))
                })),
        )
        .add(tag("div").class("acts").add(state).add(act))
}

fn rejection(visit: &Visit, version: &Version) -> Option<Tag> {
    let said = version.status == VersionStatus::Rejected && !version.rejection_reason.is_empty();
    let words = || visit.say_with("practice-version-reason", &[("reason", &version.rejection_reason)]);
    said.then(|| tag("small").text(&words()))
}

fn form(visit: &Visit, world: &World, app: &App, draft: &Draft, wrong: Option<&Wrong>) -> Tag {
    let number = Line {
        name: "number",
        kind: "text",
        label: visit.both(labels::VERSION_NUMBER),
        hint: Some("practice-version-number-hint"),
        value: &draft.number,
    };
    let description = Line {
        name: "description",
        kind: "text",
        label: visit.both(labels::VERSION_DESCRIPTION),
        hint: Some("practice-version-description-hint"),
        value: &draft.description,
    };
    let range = ranges::field(visit, world, labels::VISIBLE_RANGE, "practice-versions-helper", &draft.range, wrong);
    parts::card().add(tag("h2").add(visit.both(labels::CREATE_VERSION))).add(
        parts::form(&format!("/apps/{}/versions", app.client_id))
            .add(parts::line(visit, wrong, number))
            .add(parts::line(visit, wrong, description))
            .add(range)
            .add(parts::first_button().add(visit.both(labels::SAVE))),
    )
}
