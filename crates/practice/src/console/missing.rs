//! What stands where nothing is, or where something could not be done.

use axum::http::StatusCode;
use axum::response::Response;

use super::drawings;
use super::html::{Html, tag};
use super::parts::{self, Wrong};
use super::shell::Page;
use super::visit::Visit;

/// No app of that Client ID, or no page at that address.
pub fn app(visit: &Visit) -> Response {
    let home = parts::first_link("/").text(&visit.say("practice-missing-go"));
    let words = visit.say("practice-missing-why");
    let main = Html::empty().add(visit.told("h1", "practice-missing")).add(parts::card().add(parts::empty(
        drawings::tram(),
        &words,
        home,
    )));
    Page { title: visit.say("practice-missing"), app: None, main }.show_as(visit, StatusCode::NOT_FOUND)
}

pub async fn page(visit: Visit) -> Response {
    app(&visit)
}

/// A press of a button that came too late, or a world that could not be saved.
pub fn because(visit: &Visit, wrong: &Wrong) -> Response {
    let home = parts::first_link("/").text(&visit.say("practice-missing-go"));
    let main = Html::empty()
        .add(visit.told("h1", "practice-not-done"))
        .add(tag("p").class("told wrong").set("role", "alert").text(&wrong.words))
        .add(parts::card().add(home));
    Page { title: visit.say("practice-not-done"), app: None, main }.show_as(visit, StatusCode::CONFLICT)
}
