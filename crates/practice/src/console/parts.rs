//! The small pieces that every page is made of.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::html::{Html, Tag, tag};
use super::labels::{self, Label};
use super::visit::Visit;

/// How a thing stands: a sign and a word, never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Well,
    Waits,
    Open,
}

pub fn sign(visit: &Visit, how: Sign, id: &str) -> Tag {
    let element = match how {
        Sign::Well => tag("span").class("sign well"),
        Sign::Waits => tag("span").class("sign waits"),
        Sign::Open => tag("span").class("sign open"),
    };
    element.text(&visit.say(id))
}

pub fn card() -> Tag {
    tag("section").class("card")
}

pub fn link_button(address: &str) -> Tag {
    tag("a").class("button").set("href", address)
}

/// The one thing to do on this page.
pub fn first_link(address: &str) -> Tag {
    tag("a").class("button first").set("href", address)
}

pub fn button() -> Tag {
    tag("button").set("type", "submit")
}

pub fn first_button() -> Tag {
    button().class("first")
}

pub fn form(address: &str) -> Tag {
    tag("form").set("method", "post").set("action", address)
}

pub fn hidden(name: &str, value: &str) -> Tag {
    tag("input").set("type", "hidden").set("name", name).set("value", value)
}

/// Copies `value`; `what` makes its name unlike that of its neighbours. Appears when the script runs.
pub fn copy_button(visit: &Visit, what: &str, value: &str) -> Tag {
    tag("button")
        .class("copy")
        .set("type", "button")
        .set("data-copy", value)
        .set("aria-label", &format!("{} {what}", visit.both_as_text(labels::COPY)))
        .flag("hidden", true)
        .add(tag("span").set("data-says", &visit.say("practice-copied")).text(&visit.both_as_text(labels::COPY)))
}

/// What the console refused, beside the field it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub field: &'static str,
    pub words: String,
}

/// One line to type in.
pub struct Line<'a> {
    pub name: &'static str,
    pub kind: &'static str,
    pub label: Html,
    pub hint: Option<&'a str>,
    pub value: &'a str,
}

pub fn line(visit: &Visit, wrong: Option<&Wrong>, field: Line<'_>) -> Tag {
    let input = tag("input")
        .set("type", field.kind)
        .set("name", field.name)
        .set("value", field.value)
        .set("autocomplete", "off");
    framed(visit, wrong, field.name, field.label, field.hint, input)
}

/// Several lines to type in.
pub fn lines(visit: &Visit, wrong: Option<&Wrong>, field: Line<'_>) -> Tag {
    let area = tag("textarea")
        .class("key")
        .set("name", field.name)
        .set("rows", "3")
        .set("spellcheck", "false")
        // A browser drops the first line break of a text area.
        .text("\n")
        .text(field.value);
    framed(visit, wrong, field.name, field.label, field.hint, area)
}

fn framed(
    visit: &Visit,
    wrong: Option<&Wrong>,
    name: &'static str,
    label: Html,
    hint: Option<&str>,
    input: Tag,
) -> Tag {
    let wrong = wrong.filter(|wrong| wrong.field == name);
    let hint_id = format!("{name}-hint");
    let error_id = format!("{name}-error");
    let mut described = Vec::new();
    if wrong.is_some() {
        described.push(error_id.as_str());
    }
    if hint.is_some() {
        described.push(hint_id.as_str());
    }
    let mut input = input.set("id", name);
    if !described.is_empty() {
        input = input.set("aria-describedby", &described.join(" "));
    }
    if wrong.is_some() {
        input = input.set("aria-invalid", "true").flag("autofocus", true);
    }
    tag("div")
        .class("field")
        .add(tag("label").set("for", name).add(label))
        .add(hint.map(|id| visit.told("p", id).class("hint").set("id", &hint_id)))
        .add(input)
        .add(wrong.map(|wrong| error(&wrong.words).set("id", &error_id)))
}

pub fn error(words: &str) -> Tag {
    tag("p").class("error").text(words)
}

/// A choice among several: a round or square box with its words.
pub struct Choice<'a> {
    pub kind: &'static str,
    pub name: &'static str,
    pub value: &'a str,
    pub on: bool,
    pub label: Html,
    pub hint: Option<String>,
}

pub fn choice(field: Choice<'_>) -> Tag {
    let id = format!("{}-{}", field.name, field.value);
    let hint_id = format!("{id}-hint");
    let mut input = tag("input")
        .set("type", field.kind)
        .set("name", field.name)
        .set("value", field.value)
        .set("id", &id)
        .flag("checked", field.on);
    if field.hint.is_some() {
        input = input.set("aria-describedby", &hint_id);
    }
    tag("div")
        .class("choice")
        .add(input)
        .add(tag("label").set("for", &id).add(field.label))
        .add(field.hint.map(|words| tag("p").class("hint").set("id", &hint_id).text(&words)))
}

pub fn empty(drawing: Html, words: &str, action: impl Into<Html>) -> Tag {
    tag("div").class("empty").add(drawing).add(tag("p").text(words)).add(action)
}

pub fn heading(visit: &Visit, label: Label, why: &str) -> Html {
    Html::empty().add(tag("h1").add(visit.both(label))).add(visit.told("p", why).class("why"))
}

/// Hong Kong time, e.g. `2026-11-22 14:05`.
pub fn clock(at: Timestamp) -> String {
    let hong_kong = TimeZone::fixed(Offset::constant(8));
    at.to_zoned(hong_kong).strftime("%Y-%m-%d %H:%M").to_string()
}
