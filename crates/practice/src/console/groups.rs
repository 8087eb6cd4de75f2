//! The groups of the company, and the practice group itself: its messages and its robots.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::html::{Html, Tag, tag};
use super::parts::{self, Sign};
use super::shell::Page;
use super::told::notices_above;
use super::visit::Visit;
use super::{bubble, drawings, labels, missing, refusals};
use crate::state::group::FINANCE_GROUP;
use crate::state::{Group, Message, Robot, Shared};

pub const ADDRESS: &str = "/groups/finance";

pub async fn list(visit: Visit) -> Response {
    let count = visit.shared.read(|world| {
        let group = world.group(FINANCE_GROUP)?;
        Some(group.messages.len())
    });
    let row = match count {
        Some(count) => tag("li")
            .add(
                tag("div")
                    .add(tag("a").class("name").set("href", ADDRESS).text(&visit.say("practice-group-name")))
                    .add(tag("small").text(&visit.say_with("practice-group-count", &[("count", &count.to_string())]))),
            )
            .add(tag("div").class("acts").add(parts::sign(&visit, Sign::Well, "practice-group-is-open"))),
        None => tag("li")
            .add(
                tag("div")
                    .add(tag("div").class("name").text(&visit.say("practice-group-name")))
                    .add(visit.told("small", "practice-group-closed")),
            )
            .add(tag("div").class("acts").add(open_form(&visit))),
    };
    let main = parts::heading(&visit, labels::GROUPS, "practice-groups-why")
        .add(notices_above(&visit, None))
        .add(parts::card().add(tag("ul").class("list").add(row)));
    Page::of(&visit, labels::GROUPS, main).show(&visit)
}

pub async fn open(State(shared): State<Shared>, visit: Visit) -> Response {
    match shared.attempt(|world| world.open_group(FINANCE_GROUP)) {
        Ok(()) => Redirect::to("/groups/finance?done=group").into_response(),
        Err(error) => missing::because(&visit, &refusals::wrong(&visit, &error)),
    }
}

fn open_form(visit: &Visit) -> Tag {
    parts::form("/groups/open").class("inline").add(parts::first_button().text(&visit.say("practice-group-open")))
}

pub async fn finance(visit: Visit) -> Response {
    let inside = visit.shared.read(|world| {
        let group = world.group(FINANCE_GROUP)?;
        Some((messages(&visit, group), robots(&visit, group)))
    });
    let title = visit.say("practice-group-name");
    let head = Html::empty()
        .add(tag("h1").text(&title))
        .add(visit.told("p", "practice-group-why").class("why"))
        .add(notices_above(&visit, None));
    let main = match inside {
        Some((messages, robots)) => head.add(robots).add(chat(&visit, messages)),
        None => head.add(parts::card().add(parts::empty(
            drawings::quiet_group(),
            &visit.say("practice-group-closed"),
            open_form(&visit),
        ))),
    };
    Page { title, app: None, main }.show(&visit)
}

/// The messages alone, for the page that looks again by itself.
pub async fn fragment(visit: Visit) -> Response {
    let messages = visit.shared.read(|world| {
        let group = world.group(FINANCE_GROUP)?;
        Some(messages(&visit, group))
    });
    messages.unwrap_or_default().into_response()
}

fn chat(visit: &Visit, messages: Html) -> Tag {
    tag("section")
        .class("chat")
        .set("aria-labelledby", "messages")
        .add(visit.told("h2", "practice-group-messages").set("id", "messages"))
        .add(
            tag("div")
                .set("role", "log")
                .set("aria-live", "polite")
                .set("aria-labelledby", "messages")
                .set("tabindex", "0")
                .set("data-live", "/groups/finance/messages")
                .add(messages),
        )
        .add(visit.told("p", "practice-group-live").class("live"))
}

fn messages(visit: &Visit, group: &Group) -> Html {
    if group.messages.is_empty() {
        let (drawing, id) = if group.robots.is_empty() {
            (drawings::robot(), "practice-group-no-robot")
        } else {
            (drawings::quiet_group(), "practice-group-silent")
        };
        return parts::empty(drawing, &visit.say(id), Html::empty()).into();
    }
    let items: Html = group.messages.iter().map(|message| item(visit, message)).collect();
    tag("ol").add(items).into()
}

fn item(visit: &Visit, message: &Message) -> Tag {
    let everyone = message.everyone_mentioned.then(|| visit.told("div", "practice-message-everyone").class("by"));
    tag("li").set("data-id", &message.id).add(drawings::robot_face()).add(
        tag("div")
            .add(
                tag("div")
                    .class("by")
                    .add(tag("b").text(&message.robot_name))
                    .text(" · ")
                    .add(tag("span").class("pill").set("lang", "zh-CN").text(labels::ROBOT.printed))
                    .text(" · ")
                    .add(tag("time").text(&parts::clock(message.at))),
            )
            .add(tag("div").class("said").add(bubble::said(message)))
            .add(everyone),
    )
}

fn robots(visit: &Visit, group: &Group) -> Tag {
    let address = "/groups/finance/robots/new";
    let add = if group.robots.is_empty() { parts::first_link(address) } else { parts::link_button(address) };
    let add = add.add(visit.both(labels::ADD_ROBOT));
    let rows: Html = group.robots.iter().map(|robot| row(visit, robot)).collect();
    let list: Html = if group.robots.is_empty() {
        visit.told("p", "practice-robots-none").class("quiet").into()
    } else {
        tag("ul").class("list").add(rows).into()
    };
    parts::card()
        .set("id", "robots")
        .add(tag("div").class("row apart").add(tag("h2").add(visit.both(labels::ROBOT))).add(add))
        .add(list)
}

fn row(visit: &Visit, robot: &Robot) -> Tag {
    let address = format!("{ADDRESS}/robots/{}", robot.id);
    let state = if robot.enabled {
        parts::sign(visit, Sign::Well, "practice-robot-is-on")
    } else {
        parts::sign(visit, Sign::Open, "practice-robot-is-off")
    };
    tag("li")
        .add(
            tag("div")
                .add(tag("a").class("name").set("href", &address).text(&robot.name))
                .add(tag("small").add(kinds(visit, robot))),
        )
        .add(tag("div").class("acts").add(state))
}

/// The kinds of security that are on, e.g. `加签 Signature · 自定义关键词 Keywords`.
fn kinds(visit: &Visit, robot: &Robot) -> Html {
    let security = &robot.security;
    let on = [
        (security.signature, labels::SIGNATURE),
        (!security.keywords.is_empty(), labels::KEYWORDS),
        (!security.addresses.is_empty(), labels::ADDRESSES),
    ];
    let mut words = Html::empty();
    for (_, label) in on.into_iter().filter(|(on, _)| *on) {
        if !words.is_empty() {
            words = words.add(Html::fixed(" · "));
        }
        words = words.add(visit.both(label));
    }
    words
}
