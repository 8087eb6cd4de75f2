//! The sign-in page itself.

use axum::http::StatusCode;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{IntoResponse, Response};
use url::form_urlencoded;
use words::Language;

use super::policy;
use super::request::{SignInRequest, Why};
use crate::console::html::{Html, Tag, tag};
use crate::console::labels;
use crate::console::parts;
use crate::console::visit::Visit;

pub fn ask(visit: &Visit, request: &SignInRequest) -> Response {
    let (app, people) = visit.shared.read(|world| {
        let people =
            world.staff.iter().map(|member| (member.userid.clone(), member.name.clone(), member.title.clone()));
        let app = world.app(&request.client_id).map(|app| app.name.clone());
        (app.unwrap_or_default(), people.collect::<Vec<_>>())
    });
    let option = |(userid, name, title): &(String, String, String)| {
        tag("option").set("value", userid).text(&format!("{name}  {title}"))
    };
    let choice = tag("div")
        .class("field")
        .add(visit.told("label", "practice-login-who").set("for", "userid"))
        .add(tag("select").set("id", "userid").set("name", "userid").add(people.iter().map(option).collect::<Html>()));
    let told = if request.tells_corp() { "practice-login-gives-company" } else { "practice-login-gives" };
    let hidden: Html = request.parameters().iter().map(|(name, value)| parts::hidden(name, value)).collect();
    let answer =
        |value: &str, id: &str, button: Tag| button.set("name", "answer").set("value", value).text(&visit.say(id));
    let form = parts::form("/oauth2/auth").add(hidden).add(choice).add(visit.told("p", told).class("quiet")).add(
        tag("div").class("row after").add(answer("agree", "practice-login-agree", parts::first_button())).add(answer(
            "refuse",
            "practice-login-refuse",
            parts::button(),
        )),
    );
    let main = Html::empty()
        .add(tag("h1").text(&visit.say_with("practice-login-title", &[("app", &app)])))
        .add(visit.told("p", "practice-login-why").class("why"))
        .add(parts::card().add(form))
        .add(visit.told("p", "practice-login-real").class("helper"));
    framed(visit, request, main, StatusCode::OK)
}

pub fn refused(visit: &Visit, request: &SignInRequest, why: Why) -> Response {
    let id = match why {
        Why::NoSuchApp => "practice-login-no-app",
        Why::RedirectNotRegistered => "practice-login-redirect",
        Why::ResponseType => "practice-login-response-type",
        Why::Scope => "practice-login-scope",
        Why::Prompt => "practice-login-prompt",
        Why::NeedsCorpScope => "practice-login-needs-corpid",
        Why::OtherCompany => "practice-login-other-company",
    };
    let came = if why == Why::RedirectNotRegistered { request.redirect_uri.as_str() } else { "" };
    let shown = (!came.is_empty()).then(|| tag("p").add(tag("code").text(came)));
    let main = Html::empty()
        .add(visit.told("h1", "practice-login-refused"))
        .add(parts::card().add(visit.told("p", id).class("told wrong").set("role", "alert")).add(shown));
    framed(visit, request, main, StatusCode::BAD_REQUEST)
}

fn framed(visit: &Visit, request: &SignInRequest, main: Html, status: StatusCode) -> Response {
    let title = visit.say("practice-login-heading");
    let head = tag("head")
        .add(tag("meta").set("charset", "utf-8"))
        .add(tag("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"))
        .add(tag("title").text(&title))
        .add(tag("link").set("rel", "icon").set("type", "image/svg+xml").set("href", "/assets/mark.svg"))
        .add(tag("link").set("rel", "stylesheet").set("href", "/assets/console.css"));
    let band = tag("div")
        .class("band")
        .add(visit.told("strong", "practice-band"))
        .add(visit.told("span", "practice-band-why"));
    let top = tag("div").class("top").add(tag("b").text(&title)).add(languages(visit, request));
    let body = tag("body").add(tag("header").add(band).add(top)).add(tag("main").set("id", "main").add(main));
    let page = tag("html").set("lang", visit.language.tag()).add(head).add(body);
    let markup = Html::fixed("<!doctype html>").add(page);
    (status, [(CONTENT_SECURITY_POLICY, policy(&request.redirect_uri))], markup).into_response()
}

/// The other language, with everything else of the address as it came.
fn languages(visit: &Visit, request: &SignInRequest) -> Tag {
    let choice = |language: Language, name: &str| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(request.parameters()).append_pair("lang", language.tag());
        let link = tag("a")
            .set("href", &format!("/oauth2/auth?{}", query.finish()))
            .set("lang", language.tag())
            .set("hreflang", language.tag())
            .text(name);
        if language == visit.language { link.set("aria-current", "true") } else { link }
    };
    tag("nav")
        .class("languages")
        .set("aria-label", &visit.say("practice-language"))
        .add(choice(Language::ZhHk, labels::CHINESE))
        .add(choice(Language::En, "English"))
}
