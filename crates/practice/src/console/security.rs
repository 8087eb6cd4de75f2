//! The addresses that may call DingTalk with this app's token, and those that the sign-in page may return to.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Tag, tag};
use super::parts::{self, Line, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{labels, missing, refusals};
use crate::state::{ChangeError, Shared};

/// What stands in the two fields.
#[derive(Default)]
struct Typed {
    addresses: String,
    redirects: String,
}

impl Typed {
    /// `None` when there is no such app.
    fn saved(visit: &Visit, client_id: &str) -> Option<Self> {
        visit.shared.read(|world| {
            let app = world.app(client_id)?;
            Some(Self { addresses: app.allow_list.join(", "), redirects: app.redirect_addresses.join("\n") })
        })
    }
}

pub async fn show(visit: Visit, Path(client_id): Path<String>) -> Response {
    match Typed::saved(&visit, &client_id) {
        Some(typed) => page(&visit, &client_id, &typed, None).show(&visit),
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
        Err(error) => again(&visit, &client_id, &error, |all| typed.clone_into(&mut all.addresses)),
    }
}

pub async fn save_redirects(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let typed = fields.text("redirects");
    match shared.attempt(|world| world.set_redirect_addresses(&client_id, typed)) {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/security?done=redirects")).into_response(),
        Err(error) => again(&visit, &client_id, &error, |all| typed.clone_into(&mut all.redirects)),
    }
}

/// The page with what was typed and why it was not taken.
fn again(visit: &Visit, client_id: &str, error: &ChangeError, keep: impl FnOnce(&mut Typed)) -> Response {
    let wrong = refusals::wrong(visit, error);
    let Some(mut typed) = Typed::saved(visit, client_id) else {
        return missing::because(visit, &wrong);
    };
    keep(&mut typed);
    page(visit, client_id, &typed, Some(&wrong)).refused(visit)
}

fn page(visit: &Visit, client_id: &str, typed: &Typed, wrong: Option<&Wrong>) -> Page {
    let main = parts::heading(visit, labels::SECURITY, "practice-security-why")
        .add(notices_above(visit, wrong))
        .add(exit_addresses(visit, client_id, &typed.addresses, wrong))
        .add(visit.told("p", "practice-addresses-helper").class("helper"))
        .add(redirects(visit, client_id, &typed.redirects, wrong));
    Page::of(visit, labels::SECURITY, main).in_app(client_id)
}

fn exit_addresses(visit: &Visit, client_id: &str, typed: &str, wrong: Option<&Wrong>) -> Tag {
    let count = visit.shared.read(|world| world.app(client_id).map_or(0, |app| app.allow_list.len()));
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
    parts::card().add(tag("p").add(state)).add(visit.told("p", "practice-addresses-why").class("quiet")).add(fields)
}

fn redirects(visit: &Visit, client_id: &str, typed: &str, wrong: Option<&Wrong>) -> Tag {
    let fields = parts::form(&format!("/apps/{client_id}/security/redirects"))
        .add(parts::lines(
            visit,
            wrong,
            Line {
                name: "redirects",
                kind: "text",
                label: visit.both(labels::REDIRECT),
                hint: Some("practice-redirects-hint"),
                value: typed,
            },
        ))
        .add(parts::button().set("aria-label", &visit.say("practice-redirects-save")).add(visit.both(labels::SAVE)));
    parts::card().add(visit.told("p", "practice-redirects-why").class("quiet")).add(fields)
}
