//! The list of apps, and creating one.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::parts::{self, Line, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{drawings, labels, refusals};
use crate::state::{App, Shared};

pub async fn list(visit: Visit) -> Response {
    let rows = visit.shared.read(|world| {
        let newest_first = world.apps.iter().rev();
        newest_first.map(|app| row(&visit, app)).collect::<Vec<_>>()
    });
    let create = || parts::first_link("/apps/new").add(visit.both(labels::CREATE_APP));
    let body = if rows.is_empty() {
        parts::empty(drawings::parcel(), &visit.say("practice-apps-none"), create())
    } else {
        tag("div")
            .add(tag("div").class("row apart").add(tag("h2").add(visit.both(labels::INTERNAL_APPS))).add(create()))
            .add(tag("ul").class("list").add(rows.into_iter().collect::<Html>()))
    };
    let main = parts::heading(&visit, labels::APPS, "practice-apps-why")
        .add(notices_above(&visit, None))
        .add(parts::card().add(body));
    Page::of(&visit, labels::APPS, main).show(&visit)
}

fn row(visit: &Visit, app: &App) -> Tag {
    let state = if app.is_published() {
        parts::sign(visit, Sign::Well, "practice-app-published")
    } else {
        parts::sign(visit, Sign::Waits, "practice-app-not-published")
    };
    let address = format!("/apps/{}/credentials", app.client_id);
    tag("li")
        .add(
            tag("div")
                .add(tag("a").class("name").set("href", &address).text(&app.name))
                .add(tag("small").text(&app.description)),
        )
        .add(tag("div").class("acts").add(state))
}

pub async fn new(visit: Visit) -> Response {
    if visit.shared.read(|world| world.developer.is_none()) {
        let register = parts::first_link("/register").text(&visit.say("practice-register"));
        let words = visit.say("practice-refused-not-registered");
        let main = parts::heading(&visit, labels::CREATE_APP, "practice-app-new-why")
            .add(parts::card().add(parts::empty(drawings::tram(), &words, register)));
        return Page::of(&visit, labels::CREATE_APP, main).show(&visit);
    }
    page(&visit, "", "", None).show(&visit)
}

pub async fn create(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let (name, description) = (fields.text("name"), fields.text("description"));
    match shared.attempt(|world| world.create_app(name, description)) {
        Ok(client_id) => Redirect::to(&format!("/apps/{client_id}/credentials?done=app")).into_response(),
        Err(error) => {
            let wrong = refusals::wrong(&visit, &error);
            page(&visit, name, description, Some(&wrong)).refused(&visit)
        }
    }
}

fn page(visit: &Visit, name: &str, description: &str, wrong: Option<&Wrong>) -> Page {
    let fields = parts::form("/apps/new")
        .add(parts::line(
            visit,
            wrong,
            Line {
                name: "name",
                kind: "text",
                label: visit.both(labels::APP_NAME),
                hint: Some("practice-app-name-hint"),
                value: name,
            },
        ))
        .add(parts::line(
            visit,
            wrong,
            Line {
                name: "description",
                kind: "text",
                label: visit.both(labels::APP_DESCRIPTION),
                hint: Some("practice-app-description-hint"),
                value: description,
            },
        ))
        .add(parts::first_button().add(visit.both(labels::SAVE)));
    let main = parts::heading(visit, labels::CREATE_APP, "practice-app-new-why")
        .add(notices_above(visit, wrong))
        .add(parts::card().add(fields));
    Page::of(visit, labels::CREATE_APP, main)
}
