//! Troubles to practise with, and the address that DingTalk pretends to see.

use std::str::FromStr;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::parts::{self, Line, Sign, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{missing, refusals};
use crate::scenario::Scenario;
use crate::state::{ChangeError, Shared};

pub async fn show(visit: Visit) -> Response {
    let address = visit.shared.read(|world| world.public_address.clone());
    page(&visit, &address, None).show(&visit)
}

pub async fn switch(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let Ok(scenario) = Scenario::from_str(fields.text("scenario")) else {
        return missing::app(&visit);
    };
    let on = fields.text("turn") == "on";
    let done = if on { "trouble-on" } else { "trouble-off" };
    let switched = shared.change(|world| if on { world.switch_on(scenario) } else { world.switch_off(scenario) });
    match switched.map_err(ChangeError::from) {
        Ok(()) => Redirect::to(&format!("/trouble?done={done}")).into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

pub async fn set_address(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let typed = fields.text("addresses");
    match shared.attempt(|world| world.set_public_address(typed)) {
        Ok(()) => Redirect::to("/trouble?done=public-address").into_response(),
        Err(error) => {
            let wrong = refusals::wrong(&visit, &error);
            page(&visit, typed, Some(&wrong)).refused(&visit)
        }
    }
}

fn page(visit: &Visit, typed: &str, wrong: Option<&Wrong>) -> Page {
    let on = visit.shared.read(|world| world.scenarios.clone());
    let rows: Html = Scenario::ALL.into_iter().map(|scenario| row(visit, scenario, on.contains(&scenario))).collect();
    let address = parts::form("/trouble/address")
        .add(parts::line(
            visit,
            wrong,
            Line {
                name: "addresses",
                kind: "text",
                label: Html::text(&visit.say("practice-public-address")),
                hint: Some("practice-public-address-hint"),
                value: typed,
            },
        ))
        .add(parts::button().text(&visit.say("practice-public-address-do")));
    let main = Html::empty()
        .add(visit.told("h1", "practice-trouble"))
        .add(visit.told("p", "practice-trouble-why").class("why"))
        .add(notices_above(visit, wrong))
        .add(parts::card().add(tag("ul").class("list").add(rows)))
        .add(
            parts::card()
                .add(visit.told("h2", "practice-public-address-title"))
                .add(visit.told("p", "practice-public-address-why").class("quiet"))
                .add(address),
        );
    Page { title: visit.say("practice-trouble"), app: None, main }
}

fn row(visit: &Visit, scenario: Scenario, on: bool) -> Tag {
    let name = visit.say(title(scenario));
    let (words, turn) =
        if on { (visit.say("practice-trouble-off"), "off") } else { (visit.say("practice-trouble-on"), "on") };
    let press = parts::form("/trouble").class("inline").add(parts::hidden("scenario", scenario.name())).add(
        parts::button()
            .set("name", "turn")
            .set("value", turn)
            .set("aria-label", &format!("{words} {name}"))
            .text(&words),
    );
    tag("li")
        .add(
            tag("div")
                .add(tag("h2").class("name").text(&name))
                .add(tag("small").text(&visit.say(scenario.story_id())))
                .add(tag("code").class("quiet").text(scenario.name())),
        )
        .add(
            tag("div")
                .class("acts")
                .add(on.then(|| parts::sign(visit, Sign::Waits, "practice-trouble-is-on")))
                .add(press),
        )
}

fn title(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::WrongKey => "practice-trouble-wrong-key",
        Scenario::ExpiredToken => "practice-trouble-expired-token",
        Scenario::MissingPermission => "practice-trouble-missing-permission",
        Scenario::IpRefused => "practice-trouble-ip-refused",
        Scenario::Throttled => "practice-trouble-throttled",
        Scenario::Unreachable => "practice-trouble-unreachable",
        Scenario::Slow => "practice-trouble-slow",
        Scenario::ClockOffset => "practice-trouble-clock-offset",
    }
}
