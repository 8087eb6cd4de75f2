//! Work notices: what colleagues would see on their phones.

use axum::response::{IntoResponse, Response};

use super::html::{Html, Tag, tag};
use super::shell::Page;
use super::visit::Visit;
use super::{drawings, labels, parts};
use crate::state::{Notice, World};

pub async fn show(visit: Visit) -> Response {
    let list = visit.shared.read(|world| notices(&visit, world));
    let main = parts::heading(&visit, labels::WORK_NOTICES, "practice-notices-why").add(
        tag("section")
            .class("chat")
            .set("aria-labelledby", "messages")
            .add(visit.told("h2", "practice-notices-received").set("id", "messages"))
            .add(
                tag("div")
                    .set("role", "log")
                    .set("aria-live", "polite")
                    .set("aria-labelledby", "messages")
                    .set("tabindex", "0")
                    .set("data-live", "/notices/list")
                    .add(list),
            )
            .add(visit.told("p", "practice-group-live").class("live")),
    );
    Page::of(&visit, labels::WORK_NOTICES, main).show(&visit)
}

/// The notices alone, for the page that looks again by itself.
pub async fn fragment(visit: Visit) -> Response {
    visit.shared.read(|world| notices(&visit, world)).into_response()
}

fn notices(visit: &Visit, world: &World) -> Html {
    if world.notices.is_empty() {
        let words = visit.say("practice-notices-none");
        return parts::empty(drawings::quiet_group(), &words, Html::empty()).into();
    }
    let items: Html = world.notices.iter().map(|notice| item(visit, world, notice)).collect();
    tag("ol").add(items).into()
}

fn item(visit: &Visit, world: &World, notice: &Notice) -> Tag {
    let to = names(world, &notice.delivered_to);
    let reached = if to.is_empty() {
        visit.told("div", "practice-notice-nobody").class("error")
    } else {
        tag("div").class("by").text(&visit.say_with("practice-notice-to", &[("names", &to)]))
    };
    let hidden_from = names(world, &notice.not_visible);
    let not_visible = (!hidden_from.is_empty()).then(|| {
        tag("div").class("error").text(&visit.say_with("practice-notice-not-visible", &[("names", &hidden_from)]))
    });
    let forbidden =
        (!notice.forbidden.is_empty()).then(|| visit.told("div", "practice-notice-forbidden").class("error"));
    tag("li").set("data-id", &notice.task_id.to_string()).add(drawings::bell_face()).add(
        tag("div")
            .add(
                tag("div")
                    .class("by")
                    .add(tag("b").text(&notice.app_name))
                    .text(" · ")
                    .add(tag("time").text(&parts::clock(notice.at))),
            )
            .add(tag("div").class("said").text(&notice.text))
            .add(reached)
            .add(not_visible)
            .add(forbidden),
    )
}

fn names(world: &World, userids: &[String]) -> String {
    let known = userids.iter().filter_map(|id| world.member(id));
    let names: Vec<&str> = known.map(|member| member.name.as_str()).collect();
    names.join(" · ")
}
