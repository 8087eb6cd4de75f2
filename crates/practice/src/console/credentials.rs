//! The keys of an app: label and value on lines of their own, so that the whole page can be copied and read by a program.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Tag, tag};
use super::parts;
use super::shell::Page;
use super::told::notices_above;
use super::visit::Visit;
use super::{labels, missing, refusals};
use crate::state::{App, Shared, World};

pub async fn show(visit: Visit, Path(client_id): Path<String>) -> Response {
    let found = visit.shared.read(|world| {
        let app = world.app(&client_id)?;
        Some((sheet(&visit, &world.corp_id, app), quota(&visit, world)))
    });
    let Some((sheet, quota)) = found else {
        return missing::app(&visit);
    };
    let main = parts::heading(&visit, labels::CREDENTIALS, "practice-credentials-why")
        .add(notices_above(&visit, None))
        .add(parts::card().add(sheet))
        .add(visit.told("p", "practice-credentials-helper").class("helper"))
        .add(quota)
        .add(reset(&visit, &client_id));
    Page::of(&visit, labels::CREDENTIALS, main).in_app(&client_id).show(&visit)
}

pub async fn reset_secret(State(shared): State<Shared>, visit: Visit, Path(client_id): Path<String>) -> Response {
    match shared.attempt(|world| world.rotate_secret(&client_id)) {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/credentials?done=secret")).into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

fn sheet(visit: &Visit, corp_id: &str, app: &App) -> Tag {
    tag("dl")
        .class("sheet")
        .add(value(visit, labels::CORP_ID, corp_id, "practice-key-corp-id"))
        .add(value(visit, labels::CLIENT_ID, &app.client_id, "practice-key-client-id"))
        .add(secret(visit, app))
        .add(value(visit, labels::AGENT_ID, &app.agent_id, "practice-key-agent-id"))
        .add(value(visit, labels::UNIFIED_APP_ID, &app.unified_app_id, "practice-key-unified-app-id"))
}

fn value(visit: &Visit, label: &str, value: &str, hint: &str) -> Tag {
    tag("div").add(tag("dt").set("lang", "zh-CN").text(label)).add(
        tag("dd")
            .add(tag("div").add(tag("code").text(value)))
            .add(visit.told("p", hint).class("hint"))
            .add(tag("div").class("row").add(parts::copy_button(visit, label, value))),
    )
}

fn secret(visit: &Visit, app: &App) -> Tag {
    let shown = visit.asked("secret") == Some("shown");
    let (text, turn, next) = if shown {
        (app.client_secret.as_str(), labels::HIDE, "hidden")
    } else {
        ("••••••••••••••••", labels::SHOW, "shown")
    };
    let turn = tag("form").class("inline").set("method", "get").add(
        parts::button()
            .class("copy")
            .set("name", "secret")
            .set("value", next)
            .set("aria-label", &format!("{} Client Secret", visit.both_as_text(turn)))
            .add(visit.both(turn)),
    );
    tag("div").add(tag("dt").set("lang", "zh-CN").text(labels::CLIENT_SECRET)).add(
        tag("dd")
            .add(tag("div").add(tag("code").text(text)))
            .add(visit.told("p", "practice-key-client-secret").class("hint"))
            .add(tag("div").class("row").add(turn).add(parts::copy_button(visit, "Client Secret", &app.client_secret))),
    )
}

/// What the company used of its month: all its apps share it.
fn quota(visit: &Visit, world: &World) -> Tag {
    let used = world.usage_this_month();
    let line = |count: u32, limit: Option<u32>, counted: &str, alone: &str| {
        let count = count.to_string();
        let words = match limit {
            Some(limit) => visit.say_with(counted, &[("count", &count), ("limit", &limit.to_string())]),
            None => visit.say_with(alone, &[("count", &count)]),
        };
        tag("p").text(&words)
    };
    let limits = &world.limits;
    parts::card()
        .add(visit.told("h2", "practice-quota"))
        .add(line(used.org_calls, limits.org_per_month, "practice-quota-calls", "practice-quota-calls-unlimited"))
        .add(line(
            used.webhook_calls,
            limits.webhook_per_month,
            "practice-quota-messages",
            "practice-quota-messages-unlimited",
        ))
        .add(visit.told("p", "practice-quota-why").class("hint"))
}

fn reset(visit: &Visit, client_id: &str) -> Tag {
    let address = format!("/apps/{client_id}/credentials/reset");
    parts::card().add(
        tag("details")
            .add(visit.told("summary", "practice-secret-reset-open"))
            .add(visit.told("p", "practice-secret-reset-why"))
            .add(parts::form(&address).add(parts::button().class("danger").add(visit.both(labels::RESET_SECRET)))),
    )
}

/// The robot of the app itself (应用能力 > 机器人): there is nothing to set in practice, only to know.
pub async fn robot(visit: Visit, Path(client_id): Path<String>) -> Response {
    if visit.shared.read(|world| world.app(&client_id).is_none()) {
        return missing::app(&visit);
    }
    let sheet = tag("dl").class("sheet").add(value(&visit, "RobotCode", &client_id, "practice-key-robot-code"));
    let main = parts::heading(&visit, labels::ROBOT, "practice-app-robot-why").add(parts::card().add(sheet)).add(
        parts::card()
            .add(visit.told("h2", "practice-app-robot-group"))
            .add(visit.told("p", "practice-app-robot-group-why"))
            .add(tag("p").add(parts::link_button("/groups/finance").text(&visit.say("practice-app-robot-group-go")))),
    );
    Page::of(&visit, labels::ROBOT, main).in_app(&client_id).show(&visit)
}
