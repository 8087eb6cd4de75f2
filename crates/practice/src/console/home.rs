//! The first page: how far everything is, and what to do next.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

use super::groups::ADDRESS;
use super::html::{Html, Tag, tag};
use super::shell::Page;
use super::told::notices_above;
use super::visit::Visit;
use super::{drawings, labels, missing, parts};
use crate::state::address::list_holds;
use crate::state::group::FINANCE_GROUP;
use crate::state::{App, World};

/// One stop of the way through.
struct Step {
    word: &'static str,
    why: &'static str,
    go: &'static str,
    address: String,
    done: bool,
}

pub async fn show(visit: Visit) -> Response {
    let steps = visit.shared.read(steps);
    let welcome = tag("div")
        .class("hero")
        .add(tag("div").add(parts::heading(&visit, labels::HOME, "practice-home-why")))
        .add(drawings::tram());
    let main = Html::from(welcome)
        .add(notices_above(&visit, None))
        .add(way(&visit, &steps))
        .add(visit.told("p", "practice-home-helper").class("helper"));
    Page::of(&visit, labels::HOME, main).show(&visit)
}

fn way(visit: &Visit, steps: &[Step]) -> Tag {
    let now = steps.iter().position(|step| !step.done);
    let rows: Html = steps.iter().enumerate().map(|(place, step)| row(visit, step, now == Some(place))).collect();
    let title = if now.is_some() { "practice-home-way" } else { "practice-home-done" };
    parts::card().add(visit.told("h2", title)).add(tag("ol").class("line").add(rows))
}

fn row(visit: &Visit, step: &Step, now: bool) -> Tag {
    let item = tag("li");
    let item = match (step.done, now) {
        (true, _) => item.class("done"),
        (false, true) => item.class("now").set("aria-current", "step"),
        (false, false) => item,
    };
    let state = if step.done {
        visit.told("span", "practice-step-done").class("quiet")
    } else if now {
        parts::first_link(&step.address).text(&visit.say(step.go))
    } else {
        visit.told("span", "practice-step-open").class("quiet")
    };
    item.add(
        tag("div")
            .add(tag("a").class("name").set("href", &step.address).text(&visit.say(step.word)))
            .add(visit.told("small", step.why)),
    )
    .add(state)
}

fn steps(world: &World) -> [Step; 7] {
    let app = world.latest_app();
    let group = world.group(FINANCE_GROUP);
    let in_app =
        |page: &str| app.map_or_else(|| "/apps/new".to_owned(), |app| format!("/apps/{}/{page}", app.client_id));
    let allows = |app: &App| list_holds(&app.allow_list, world.seen_address());
    [
        Step {
            word: "practice-step-register",
            why: "practice-step-register-why",
            go: "practice-step-register-go",
            address: "/register".to_owned(),
            done: world.developer.is_some(),
        },
        Step {
            word: "practice-step-app",
            why: "practice-step-app-why",
            go: "practice-step-app-go",
            address: in_app("credentials"),
            done: app.is_some(),
        },
        Step {
            word: "practice-step-permissions",
            why: "practice-step-permissions-why",
            go: "practice-step-permissions-go",
            address: in_app("permissions"),
            // Messages to a group need none: once a version is out, the question is settled.
            done: app.is_some_and(|app| app.permissions.len() > 1 || app.is_published()),
        },
        Step {
            word: "practice-step-addresses",
            why: "practice-step-addresses-why",
            go: "practice-step-addresses-go",
            address: in_app("security"),
            done: app.is_some_and(allows),
        },
        Step {
            word: "practice-step-version",
            why: "practice-step-version-why",
            go: "practice-step-version-go",
            address: in_app("versions"),
            done: app.is_some_and(App::is_published),
        },
        Step {
            word: "practice-step-robot",
            why: "practice-step-robot-why",
            go: "practice-step-robot-go",
            address: ADDRESS.to_owned(),
            done: group.is_some_and(|group| !group.robots.is_empty()),
        },
        Step {
            word: "practice-step-message",
            why: "practice-step-message-why",
            go: "practice-step-message-go",
            address: ADDRESS.to_owned(),
            done: group.is_some_and(|group| !group.messages.is_empty()),
        },
    ]
}

/// The app's links name a place; the page depends on the latest app.
pub async fn go(visit: Visit, Path(place): Path<String>) -> Response {
    let in_app = |page: &str| {
        visit.shared.read(|world| {
            world.latest_app().map_or_else(|| "/apps".to_owned(), |app| format!("/apps/{}/{page}", app.client_id))
        })
    };
    let address = match place.as_str() {
        "credentials" => in_app("credentials"),
        "permissions" => in_app("permissions"),
        "security" => in_app("security"),
        "versions" => in_app("versions"),
        "events" => in_app("events"),
        "app-list" => "/apps".to_owned(),
        "robot" | "group" => ADDRESS.to_owned(),
        "register" => "/register".to_owned(),
        "admin-desk" => "/admin-desk".to_owned(),
        _ => return missing::app(&visit),
    };
    let asked = visit.asked("lang").map(|_| visit.language.tag());
    let address = match asked {
        Some(language) => format!("{address}?lang={language}"),
        None => address,
    };
    Redirect::to(&address).into_response()
}
