//! Registering the developer.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, tag};
use super::parts::{self, Line, Wrong};
use super::refusals;
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use crate::state::Shared;

pub async fn show(visit: Visit) -> Response {
    let typed = visit.shared.read(|world| {
        let known = world.developer.as_ref();
        known.map(|developer| (developer.name.clone(), developer.email.clone()))
    });
    let registered = typed.is_some();
    let (name, email) = typed.unwrap_or_default();
    page(&visit, registered, &name, &email, None).show(&visit)
}

pub async fn save(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let (name, email) = (fields.text("name"), fields.text("email"));
    match shared.attempt(|world| world.register_developer(name, email)) {
        Ok(()) => Redirect::to("/apps?done=registered").into_response(),
        Err(error) => {
            let wrong = refusals::wrong(&visit, &error);
            page(&visit, false, name, email, Some(&wrong)).refused(&visit)
        }
    }
}

fn page(visit: &Visit, registered: bool, name: &str, email: &str, wrong: Option<&Wrong>) -> Page {
    let fields = parts::form("/register")
        .add(parts::line(
            visit,
            wrong,
            Line {
                name: "name",
                kind: "text",
                label: Html::text(&visit.say("practice-register-name")),
                hint: Some("practice-register-name-hint"),
                value: name,
            },
        ))
        .add(parts::line(
            visit,
            wrong,
            Line {
                name: "email",
                kind: "email",
                label: Html::text(&visit.say("practice-register-email")),
                hint: None,
                value: email,
            },
        ))
        .add(parts::first_button().text(&visit.say("practice-register-do")));
    let main = Html::empty()
        .add(visit.told("h1", "practice-register"))
        .add(visit.told("p", "practice-register-why").class("why"))
        .add(notices_above(visit, wrong))
        .add(registered.then(|| tag("p").class("told").text(&visit.say("practice-register-already"))))
        .add(parts::card().add(fields))
        .add(visit.told("p", "practice-register-real").class("helper"));
    Page { title: visit.say("practice-register"), app: None, main }
}
