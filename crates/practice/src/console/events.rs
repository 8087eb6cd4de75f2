//! Event subscription: how events reach the app, which ones, a test, and what became of them.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::event_words;
use super::html::{Html, Tag, tag};
use super::parts::{self, Choice, Line, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{labels, missing, refusals};
use crate::event::kind::{KINDS, sample};
use crate::event::{Delivery, MadeBy, Mode, Subscription, Way};
use crate::push::verify::verify;
use crate::state::{ChangeError, Shared};

/// Deliveries shown.
const SHOWN: usize = 30;

pub async fn show(visit: Visit, Path(client_id): Path<String>) -> Response {
    let saved = visit.shared.read(|world| {
        let known = world.app(&client_id)?;
        Some(world.subscription(&known.client_id).cloned())
    });
    match saved {
        None => missing::app(&visit),
        Some(saved) => page(&visit, &client_id, &saved.unwrap_or_else(Subscription::draft), None).show(&visit),
    }
}

/// Proves the connection first: only what works is saved.
pub async fn save(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let Some(saved) = shared.read(|world| world.app(&client_id).map(|_| world.subscription(&client_id).cloned()))
    else {
        return missing::app(&visit);
    };
    let wanted = typed(saved, &fields);
    if let Some(wrong) = disproved(&visit, &shared, &client_id, &wanted).await {
        return page(&visit, &client_id, &wanted, Some(&wrong)).refused(&visit);
    }
    let proved = Subscription { verified_at: Some(shared.clock().now()), ..wanted.clone() };
    match shared.attempt(|world| world.subscribe(&client_id, proved)) {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/events?done=events")).into_response(),
        Err(error) => page(&visit, &client_id, &wanted, Some(&refusals::wrong(&visit, &error))).refused(&visit),
    }
}

fn typed(saved: Option<Subscription>, fields: &Fields) -> Subscription {
    let saved = saved.unwrap_or_else(Subscription::draft);
    if fields.text("mode") != "http" {
        return Subscription { mode: Mode::Stream, made_by: MadeBy::Console, ..saved };
    }
    Subscription {
        mode: Mode::Http,
        url: fields.text("url").trim().to_owned(),
        token: fields.text("token").trim().to_owned(),
        aes_key: fields.text("aes_key").trim().to_owned(),
        made_by: MadeBy::Console,
        ..saved
    }
}

async fn disproved(visit: &Visit, shared: &Shared, client_id: &str, wanted: &Subscription) -> Option<Wrong> {
    if let Err(refusal) = wanted.check() {
        return Some(refusals::wrong(visit, &ChangeError::from(refusal)));
    }
    match wanted.mode {
        Mode::Stream => {
            let connected = !shared.hub().connections(Some(client_id)).is_empty();
            (!connected).then(|| Wrong { field: "mode", words: visit.say("practice-refused-event-no-stream") })
        }
        Mode::Http => {
            let why = verify(shared, client_id, wanted).await.err()?;
            Some(Wrong { field: "url", words: event_words::why(visit, why) })
        }
    }
}

pub async fn choose(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let chosen = fields.all("type").filter(|one| KINDS.contains(one)).map(str::to_owned).collect();
    let Some(saved) = shared.read(|world| world.subscription(&client_id).cloned()) else {
        return missing::app(&visit);
    };
    match shared.attempt(|world| world.subscribe(&client_id, Subscription { event_types: chosen, ..saved })) {
        Ok(()) => Redirect::to(&format!("/apps/{client_id}/events?done=event-types")).into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

pub async fn test(
    State(shared): State<Shared>,
    visit: Visit,
    Path(client_id): Path<String>,
    fields: Fields,
) -> Response {
    let Some(event_type) = KINDS.into_iter().find(|kind| *kind == fields.text("type")) else {
        return missing::app(&visit);
    };
    let raised = shared.change(|world| {
        let data = sample(world, event_type);
        world.raise_event(event_type, data)
    });
    match raised {
        Ok(_) => Redirect::to(&format!("/apps/{client_id}/events?done=event")).into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &ChangeError::from(error))),
    }
}

fn page(visit: &Visit, client_id: &str, subscription: &Subscription, wrong: Option<&Wrong>) -> Page {
    let proved = subscription.verified_at.is_some();
    let main = parts::heading(visit, labels::EVENTS, "practice-events-why")
        .add(notices_above(visit, wrong))
        .add(way(visit, client_id, subscription, wrong))
        .add(proved.then(|| types(visit, client_id, subscription)))
        .add(proved.then(|| try_one(visit, client_id, subscription)))
        .add(deliveries(visit, client_id));
    Page::of(visit, labels::EVENTS, main).in_app(client_id)
}

fn way(visit: &Visit, client_id: &str, subscription: &Subscription, wrong: Option<&Wrong>) -> Tag {
    let connected = visit.shared.hub().connections(Some(client_id)).len().to_string();
    let stream = Choice {
        kind: "radio",
        name: "mode",
        value: "stream",
        on: subscription.mode == Mode::Stream,
        label: visit.both(labels::STREAM_PUSH),
        hint: Some(visit.say_with("practice-events-stream-hint", &[("count", &connected)])),
    };
    let http = Choice {
        kind: "radio",
        name: "mode",
        value: "http",
        on: subscription.mode == Mode::Http,
        label: visit.both(labels::HTTP_PUSH),
        hint: Some(visit.say("practice-events-http-hint")),
    };
    let field = |name, label: &str, hint, value| {
        let label = Html::text(&visit.say(label));
        parts::line(visit, wrong, Line { name, kind: "text", label, hint: Some(hint), value })
    };
    let refused = wrong.filter(|wrong| wrong.field == "mode").map(|wrong| parts::error(&wrong.words));
    let state = if subscription.verified_at.is_some() {
        parts::sign(visit, Sign::Well, "practice-events-proved")
    } else {
        parts::sign(visit, Sign::Waits, "practice-events-not-proved")
    };
    parts::card().add(tag("p").add(state)).add(
        parts::form(&format!("/apps/{client_id}/events"))
            .add(
                tag("fieldset")
                    .class("field")
                    .add(visit.told("legend", "practice-events-way"))
                    .add(refused)
                    .add(parts::choice(stream))
                    .add(parts::choice(http)),
            )
            .add(field("url", "practice-events-url", "practice-events-url-hint", &subscription.url))
            .add(field("token", "practice-events-token", "practice-events-token-hint", &subscription.token))
            .add(field("aes_key", "practice-events-key", "practice-events-key-hint", &subscription.aes_key))
            .add(parts::first_button().add(visit.both(labels::VERIFY_CHANNEL))),
    )
}

fn types(visit: &Visit, client_id: &str, subscription: &Subscription) -> Tag {
    let boxes: Html = KINDS
        .into_iter()
        .map(|kind| {
            parts::choice(Choice {
                kind: "checkbox",
                name: "type",
                value: kind,
                on: subscription.event_types.contains(kind),
                label: Html::text(&event_words::kind(visit, kind)),
                hint: Some(kind.to_owned()),
            })
        })
        .collect();
    parts::card().add(
        parts::form(&format!("/apps/{client_id}/events/types"))
            .add(tag("fieldset").class("field columns").add(visit.told("legend", "practice-events-types")).add(boxes))
            .add(parts::button().add(visit.both(labels::SAVE))),
    )
}

fn try_one(visit: &Visit, client_id: &str, subscription: &Subscription) -> Tag {
    let acts: Html = subscription
        .event_types
        .iter()
        .map(|kind| parts::button().set("name", "type").set("value", kind).text(&event_words::kind(visit, kind)))
        .collect();
    parts::card()
        .add(visit.told("h2", "practice-events-test"))
        .add(visit.told("p", "practice-events-test-why").class("quiet"))
        .add(parts::form(&format!("/apps/{client_id}/events/test")).class("row").add(acts))
}

fn deliveries(visit: &Visit, client_id: &str) -> Tag {
    let all = visit.shared.hub().deliveries();
    let of_app = all.iter().rev().filter(|delivery| delivery.client_id == client_id);
    let rows: Html = of_app.take(SHOWN).map(|delivery| row(visit, delivery)).collect();
    let list: Html = if rows.is_empty() {
        visit.told("p", "practice-events-none").class("quiet").into()
    } else {
        tag("ul").class("list").add(rows).into()
    };
    parts::card().add(visit.told("h2", "practice-events-deliveries")).add(list)
}

fn row(visit: &Visit, delivery: &Delivery) -> Tag {
    let (how, id) = event_words::state(delivery.state);
    let way = match delivery.way {
        Way::Stream => "Stream",
        Way::Http => "HTTP",
    };
    let tries = visit.say_with(
        "practice-delivery-tries",
        &[("way", way), ("count", &delivery.attempts.to_string()), ("time", &parts::clock(delivery.born))],
    );
    tag("li")
        .add(
            tag("div")
                .add(tag("span").class("name").text(&event_words::kind(visit, &delivery.event_type)))
                .add(tag("small").add(tag("code").text(&delivery.event_type)))
                .add(tag("small").text(&tries))
                .add(delivery.why.map(|why| tag("small").text(&event_words::why(visit, why)))),
        )
        .add(tag("div").class("acts").add(parts::sign(visit, how, id)))
}
