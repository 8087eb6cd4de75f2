//! The line above a page that says what was just done, or why it was not.

use super::html::{Html, tag};
use super::parts::Wrong;
use super::refusals::WHOLE_PAGE;
use super::visit::Visit;

pub fn notices_above(visit: &Visit, wrong: Option<&Wrong>) -> Html {
    let refused = wrong
        .filter(|wrong| wrong.field == WHOLE_PAGE)
        .map(|wrong| tag("p").class("told wrong").set("role", "alert").text(&wrong.words));
    let done = visit
        .asked("done")
        .filter(|_| wrong.is_none())
        .and_then(words_for)
        .map(|id| tag("p").class("told").set("role", "status").text(&visit.say(id)));
    Html::empty().add(refused).add(done)
}

fn words_for(done: &str) -> Option<&'static str> {
    Some(match done {
        "registered" => "practice-done-registered",
        "app" => "practice-done-app",
        "secret" => "practice-done-secret",
        "point" => "practice-done-point",
        "point-asked" => "practice-done-point-asked",
        "point-withdrawn" => "practice-done-point-withdrawn",
        "scope" => "practice-done-scope",
        "addresses" => "practice-done-addresses",
        "events" => "practice-done-events",
        "event-types" => "practice-done-event-types",
        "event" => "practice-done-event",
        "redirects" => "practice-done-redirects",
        "version" => "practice-done-version",
        "published" => "practice-done-published",
        "submitted" => "practice-done-submitted",
        "granted" => "practice-done-granted",
        "approved" => "practice-done-approved",
        "rejected" => "practice-done-rejected",
        "group" => "practice-done-group",
        "robot" => "practice-done-robot",
        "robot-security" => "practice-done-robot-security",
        "robot-keys" => "practice-done-robot-keys",
        "robot-on" => "practice-done-robot-on",
        "robot-off" => "practice-done-robot-off",
        "trouble-on" => "practice-done-trouble-on",
        "trouble-off" => "practice-done-trouble-off",
        "public-address" => "practice-done-public-address",
        _ => return None,
    })
}
