//! The addresses that may call DingTalk with this app's token.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::html::tag;
use super::parts::{self, Line, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{labels, missing, refusals};
use crate::state::Shared;

pub async fn show(visit: Visit, Path(client_id): Path<String>) -> Response {
    let list = visit.shared.read(|world| world.app(&client_id).map(|app| app.allow_list.join(", ")));
    match list {
        Some(list) => page(&visit, &client_id, &list, None).show(&visit),
        None => missing::app(&visit),
    }
}

pub async fn save(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let typed = fields.text("addresses");
    match shared.attempt(|world| world.set_allow_list(&client_id, typed)) {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/security?done=addresses")).into_response(),
        Err(error) => {
            let wrong = refusals::wrong(&visit, &error);
            if shared.read(|world| world.app(&client_id).is_none()) {
                return missing::because(&visit, &wrong);
            }
            page(&visit, &client_id, typed, Some(&wrong)).refused(&visit)
        }
    }
}

fn page(visit: &Visit, client_id: &str, typed: &str, wrong: Option<&Wrong>) -> Page {
    let count = visit.shared.read(|world| {
        let app = world.app(client_id);
        app.map_or(0, |app| app.allow_list.len())
    });
    let state = if count == 0 {
        parts::sign(visit, Sign::Waits, "practice-addresses-empty")
    } else {
        parts::sign(visit, Sign::Well, "practice-addresses-set")
    };
    let fields = parts::form(&format!("/apps/{client_id}/security"))
        .add(parts::lines(
            visit,
            wrong,
            Line {
                name: "addresses",
                kind: "text",
                label: visit.both(labels::EXIT_ADDRESS),
                hint: Some("practice-addresses-hint"),
                value: typed,
            },
        ))
        .add(parts::first_button().add(visit.both(labels::SAVE)));
    let main = parts::heading(visit, labels::SECURITY, "practice-security-why")
        .add(notices_above(visit, wrong))
        .add(
            parts::card()
                .add(tag("p").add(state))
                .add(visit.told("p", "practice-addresses-why").class("quiet"))
                .add(fields),
        )
        .add(visit.told("p", "practice-addresses-helper").class("helper"));
    Page::of(visit, labels::SECURITY, main).in_app(client_id)
}
