//! A robot of the practice group: adding it, its security, its address and secret.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::groups::ADDRESS;
use super::html::{Html, Tag, tag};
use super::parts::{self, Choice, Line, Wrong};
use super::shell::Page;
use super::told::notices_above;
use super::visit::{Fields, Visit};
use super::{labels, missing, refusals};
use crate::state::group::FINANCE_GROUP;
use crate::state::{Robot, RobotSecurity, Shared};

/// The security form as typed.
#[derive(Default)]
struct Typed {
    signature: bool,
    by_keywords: bool,
    keywords: String,
    by_addresses: bool,
    addresses: String,
}

impl Typed {
    fn of(security: &RobotSecurity) -> Self {
        Self {
            signature: security.signature,
            by_keywords: !security.keywords.is_empty(),
            keywords: security.keywords.join(", "),
            by_addresses: !security.addresses.is_empty(),
            addresses: security.addresses.join(", "),
        }
    }

    fn read(fields: &Fields) -> Self {
        let kinds: Vec<&str> = fields.all("security").collect();
        Self {
            signature: kinds.contains(&"signature"),
            by_keywords: kinds.contains(&"keywords"),
            keywords: fields.text("keywords").to_owned(),
            by_addresses: kinds.contains(&"addresses"),
            addresses: fields.text("addresses").to_owned(),
        }
    }

    /// A kind that is ticked needs its words; else it would silently be off.
    fn incomplete(&self, visit: &Visit) -> Option<Wrong> {
        if self.by_keywords && split(&self.keywords).is_empty() {
            return Some(Wrong { field: "keywords", words: visit.say("practice-refused-keywords") });
        }
        if self.by_addresses && split(&self.addresses).is_empty() {
            return Some(Wrong { field: "addresses", words: visit.say("practice-refused-address") });
        }
        None
    }

    fn security(&self) -> RobotSecurity {
        let when = |on: bool, typed: &str| if on { split(typed) } else { Vec::new() };
        RobotSecurity {
            signature: self.signature,
            keywords: when(self.by_keywords, &self.keywords),
            addresses: when(self.by_addresses, &self.addresses),
        }
    }
}

/// At commas of either width and line breaks; a keyword may hold spaces.
fn split(typed: &str) -> Vec<String> {
    typed
        .split([',', '，', '、', ';', '；', '\n', '\r'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub async fn new(visit: Visit) -> Response {
    if visit.shared.read(|world| world.group(FINANCE_GROUP).is_none()) {
        return Redirect::to(ADDRESS).into_response();
    }
    let name = visit.say("practice-robot-first-name");
    let typed = Typed { signature: true, ..Typed::default() };
    new_page(&visit, &name, &typed, None).show(&visit)
}

pub async fn add(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let typed = Typed::read(&fields);
    let name = fields.text("name");
    if let Some(wrong) = typed.incomplete(&visit) {
        return new_page(&visit, name, &typed, Some(&wrong)).refused(&visit);
    }
    match shared.attempt(|world| world.add_robot(FINANCE_GROUP, name, typed.security())) {
        Ok(id) => Redirect::to(&format!("{ADDRESS}/robots/{id}?done=robot")).into_response(),
        Err(error) => {
            let wrong = refusals::wrong(&visit, &error);
            new_page(&visit, name, &typed, Some(&wrong)).refused(&visit)
        }
    }
}

fn new_page(visit: &Visit, name: &str, typed: &Typed, wrong: Option<&Wrong>) -> Page {
    let name = Line { name: "name", kind: "text", label: visit.both(labels::ROBOT_NAME), hint: None, value: name };
    let fields = parts::form("/groups/finance/robots/new")
        .add(parts::line(visit, wrong, name))
        .add(security_fields(visit, typed, wrong))
        .add(parts::first_button().add(visit.both(labels::ADD_ROBOT)));
    let main = parts::heading(visit, labels::ADD_ROBOT, "practice-robot-new-why")
        .add(notices_above(visit, wrong))
        .add(parts::card().add(fields));
    Page::of(visit, labels::ADD_ROBOT, main)
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    page(&visit, &id, None, None).map_or_else(|| missing::app(&visit), |page| page.show(&visit))
}

pub async fn set_security(
    State(shared): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    fields: Fields,
) -> Response {
    let typed = Typed::read(&fields);
    let outcome = match typed.incomplete(&visit) {
        Some(wrong) => Err(wrong),
        None => shared
            .attempt(|world| world.set_robot_security(FINANCE_GROUP, &id, typed.security()))
            .map_err(|error| refusals::wrong(&visit, &error)),
    };
    match outcome {
        Ok(()) => Redirect::to(&format!("{ADDRESS}/robots/{id}?done=robot-security")).into_response(),
        Err(wrong) => page(&visit, &id, Some(&typed), Some(&wrong))
            .map_or_else(|| missing::app(&visit), |page| page.refused(&visit)),
    }
}

/// New keys, on, or off.
pub async fn act(State(shared): State<Shared>, visit: Visit, Path(id): Path<String>, fields: Fields) -> Response {
    let (outcome, done) = match fields.text("act") {
        "keys" => (shared.attempt(|world| world.rotate_robot(FINANCE_GROUP, &id)), "robot-keys"),
        "on" => (shared.attempt(|world| world.enable_robot(FINANCE_GROUP, &id)), "robot-on"),
        "off" => (shared.attempt(|world| world.disable_robot(FINANCE_GROUP, &id)), "robot-off"),
        _ => return missing::app(&visit),
    };
    match outcome {
        Ok(()) => Redirect::to(&format!("{ADDRESS}/robots/{id}?done={done}")).into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

fn page(visit: &Visit, id: &str, typed: Option<&Typed>, wrong: Option<&Wrong>) -> Option<Page> {
    let robot = visit.shared.read(|world| world.group(FINANCE_GROUP)?.robot(id).cloned())?;
    let saved = Typed::of(&robot.security);
    let security = parts::form(&format!("{ADDRESS}/robots/{id}"))
        .add(security_fields(visit, typed.unwrap_or(&saved), wrong))
        .add(parts::button().add(visit.both(labels::SAVE)));
    let main = Html::empty()
        .add(tag("h1").text(&robot.name))
        .add(visit.told("p", "practice-robot-why").class("why"))
        .add(notices_above(visit, wrong))
        .add(parts::card().add(keys(visit, &robot)))
        .add(parts::card().add(security))
        .add(tag("p").class("after").add(parts::link_button(ADDRESS).text(&visit.say("practice-robot-back"))))
        .add(more(visit, &robot));
    Some(Page { title: robot.name.clone(), app: None, main })
}

fn keys(visit: &Visit, robot: &Robot) -> Tag {
    let webhook = visit.shared.hosts().map(|hosts| robot.webhook(&hosts.old_host)).unwrap_or_default();
    let one = |label: Html, name: &str, value: &str, hint: &str| {
        tag("div").add(tag("dt").add(label)).add(
            tag("dd")
                .add(tag("div").add(tag("code").text(value)))
                .add(visit.told("p", hint).class("hint"))
                .add(tag("div").class("row").add(parts::copy_button(visit, name, value))),
        )
    };
    let secret = robot.security.signature.then(|| {
        one(visit.both(labels::SIGNATURE), labels::SIGNATURE.printed, &robot.secret, "practice-robot-secret-hint")
    });
    tag("dl")
        .class("sheet")
        .add(one(Html::text(labels::WEBHOOK), labels::WEBHOOK, &webhook, "practice-robot-webhook-hint"))
        .add(secret)
}

fn security_fields(visit: &Visit, typed: &Typed, wrong: Option<&Wrong>) -> Tag {
    let kind = |value, on, label, hint| {
        parts::choice(Choice {
            kind: "checkbox",
            name: "security",
            value,
            on,
            label: visit.both(label),
            hint: Some(visit.say(hint)),
        })
    };
    let keywords = Line {
        name: "keywords",
        kind: "text",
        label: Html::text(&visit.say("practice-robot-keywords-field")),
        hint: None,
        value: &typed.keywords,
    };
    let addresses = Line {
        name: "addresses",
        kind: "text",
        label: Html::text(&visit.say("practice-robot-addresses-field")),
        hint: None,
        value: &typed.addresses,
    };
    let none = wrong.filter(|wrong| wrong.field == "security");
    tag("fieldset")
        .class("field")
        .add(tag("legend").add(visit.both(labels::SECURITY)))
        .add(visit.told("p", "practice-robot-security-why").class("hint"))
        .add(none.map(|wrong| parts::error(&wrong.words)))
        .add(kind("signature", typed.signature, labels::SIGNATURE, "practice-robot-signature-hint"))
        .add(
            kind("keywords", typed.by_keywords, labels::KEYWORDS, "practice-robot-keywords-hint")
                .add(tag("div").class("inside").add(parts::line(visit, wrong, keywords))),
        )
        .add(
            kind("addresses", typed.by_addresses, labels::ADDRESSES, "practice-robot-addresses-hint")
                .add(tag("div").class("inside").add(parts::line(visit, wrong, addresses))),
        )
}

fn more(visit: &Visit, robot: &Robot) -> Tag {
    let address = format!("{ADDRESS}/robots/{}/act", robot.id);
    let press = |act: &str, words: &str| {
        parts::form(&address)
            .class("inline")
            .add(parts::button().set("name", "act").set("value", act).text(&visit.say(words)))
    };
    let switch =
        if robot.enabled { press("off", "practice-robot-turn-off") } else { press("on", "practice-robot-turn-on") };
    parts::card().add(
        tag("details")
            .add(visit.told("summary", "practice-robot-more"))
            .add(visit.told("p", "practice-robot-more-why"))
            .add(tag("div").class("row").add(switch).add(press("keys", "practice-robot-new-keys"))),
    )
}
