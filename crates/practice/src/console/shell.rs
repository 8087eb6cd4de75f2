//! The frame around every page: the band that says this is practice, the menu, the language.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use words::Language;

use super::drawings;
use super::html::{Html, Tag, tag};
use super::labels::{self, Label};
use super::parts;
use super::visit::Visit;
use crate::state::World;

/// A page about to be put into its frame.
pub struct Page {
    pub title: String,
    /// The app whose menu is shown; else the latest one.
    pub app: Option<String>,
    pub main: Html,
}

impl Page {
    pub fn of(visit: &Visit, label: Label, main: Html) -> Self {
        Self { title: visit.both_as_text(label), app: None, main }
    }

    #[must_use]
    pub fn in_app(mut self, client_id: &str) -> Self {
        self.app = Some(client_id.to_owned());
        self
    }

    pub fn show(self, visit: &Visit) -> Response {
        self.show_as(visit, StatusCode::OK)
    }

    /// A page whose form was refused. Words and typed values are on it.
    pub fn refused(self, visit: &Visit) -> Response {
        self.show_as(visit, StatusCode::UNPROCESSABLE_ENTITY)
    }

    pub fn show_as(self, visit: &Visit, status: StatusCode) -> Response {
        let frame = visit.shared.read(|world| self.frame(visit, world));
        (status, frame).into_response()
    }

    fn frame(self, visit: &Visit, world: &World) -> Html {
        let title = format!("{} · {}", self.title, visit.say("practice-title"));
        let app = match &self.app {
            Some(client_id) => world.app(client_id),
            None => world.latest_app(),
        };
        let rail = tag("nav")
            .class("rail")
            .set("aria-label", &visit.say("practice-menu"))
            .add(menu(visit))
            .add(app.map(|app| app_menu(visit, &app.name, &app.client_id)));
        let head = tag("head")
            .add(tag("meta").set("charset", "utf-8"))
            .add(tag("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"))
            .add(tag("title").text(&title))
            .add(tag("link").set("rel", "icon").set("type", "image/svg+xml").set("href", "/assets/mark.svg"))
            .add(tag("link").set("rel", "stylesheet").set("href", "/assets/console.css"))
            .add(tag("script").set("src", "/assets/console.js").flag("defer", true));
        let body = tag("body")
            .add(visit.told("a", "practice-skip").class("skip").set("href", "#main"))
            .add(tag("header").add(band(visit)).add(top(visit, world)))
            .add(
                tag("div")
                    .class("frame")
                    .add(rail)
                    .add(tag("main").set("id", "main").add(trouble_is_on(visit, world)).add(self.main)),
            )
            .add(visit.told("footer", "practice-footer"))
            .add(tag("div").class("skip").set("id", "said").set("role", "status"));
        let page = tag("html").set("lang", visit.language.tag());
        Html::fixed("<!doctype html>").add(page.add(head).add(body))
    }
}

/// Whoever is refused looks here for the reason, on whatever page.
fn trouble_is_on(visit: &Visit, world: &World) -> Option<Tag> {
    let is_there = visit.path == "/trouble";
    (!world.scenarios.is_empty() && !is_there).then(|| {
        tag("p")
            .class("told waits")
            .text(&visit.say("practice-trouble-reminder"))
            .add(Html::fixed(" "))
            .add(visit.told("a", "practice-trouble-go").set("href", "/trouble"))
    })
}

fn band(visit: &Visit) -> Tag {
    tag("div").class("band").add(visit.told("strong", "practice-band")).add(visit.told("span", "practice-band-why"))
}

fn top(visit: &Visit, world: &World) -> Tag {
    let company = match visit.language {
        Language::En => &world.company_name_en,
        Language::ZhHk => &world.company_name,
    };
    let brand = tag("a")
        .class("brand")
        .set("href", "/")
        .add(drawings::mark())
        .add(tag("span").add(visit.told("b", "practice-title")).add(tag("small").text(company)));
    // The page of keys has a copy button for it already.
    let repeated = visit.path.ends_with("/credentials");
    // Label and value on lines of their own, so that a copied page can be read line by line.
    let corp = tag("div")
        .class("corp")
        .add(tag("span").text(labels::CORP_ID))
        .add(tag("div").add(tag("code").set("aria-label", labels::CORP_ID).text(&world.corp_id)))
        .add((!repeated).then(|| parts::copy_button(visit, labels::CORP_ID, &world.corp_id)));
    tag("div").class("top").add(brand).add(corp).add(languages(visit))
}

fn languages(visit: &Visit) -> Tag {
    let choice = |language: Language, name: &str| {
        let link = tag("a")
            .set("href", &format!("?lang={}", language.tag()))
            .set("lang", language.tag())
            .set("hreflang", language.tag())
            .text(name);
        if language == visit.language {
            return link.set("aria-current", "true");
        }
        link
    };
    tag("nav")
        .class("languages")
        .set("aria-label", &visit.say("practice-language"))
        .add(choice(Language::ZhHk, labels::CHINESE))
        .add(choice(Language::En, "English"))
}

fn menu(visit: &Visit) -> Html {
    Html::empty()
        .add(tag("h2").add(visit.both(labels::CONSOLE)))
        .add(tag("ul").add(entry(visit, "/", visit.both(labels::HOME))).add(entry(
            visit,
            "/apps",
            visit.both(labels::APPS),
        )))
        .add(visit.told("h2", "practice-menu-company"))
        .add(
            tag("ul")
                .add(entry(visit, "/groups", visit.both(labels::GROUPS)))
                .add(entry(visit, "/notices", visit.both(labels::WORK_NOTICES)))
                .add(entry(visit, "/admin-desk", visit.both(labels::ADMIN_CONSOLE))),
        )
        .add(visit.told("h2", "practice-menu-practice"))
        .add(tag("ul").add(entry(visit, "/trouble", Html::text(&visit.say("practice-trouble")))))
}

fn app_menu(visit: &Visit, name: &str, client_id: &str) -> Tag {
    let at = |page: &str| format!("/apps/{client_id}/{page}");
    let group =
        |title: Label, entries: Html| Html::empty().add(tag("h2").add(visit.both(title))).add(tag("ul").add(entries));
    let one = |page: &str, label: Label| entry(visit, &at(page), visit.both(label)).into();
    tag("div")
        .class("app")
        .add(tag("p").text(name))
        .add(group(labels::BASICS, one("credentials", labels::CREDENTIALS)))
        .add(group(labels::ABILITIES, one("robot", labels::ROBOT)))
        .add(group(
            labels::CONFIGURATION,
            Html::empty()
                .add(one("permissions", labels::PERMISSIONS))
                .add(one("security", labels::SECURITY))
                .add(one("events", labels::EVENTS)),
        ))
        .add(group(labels::RELEASE, one("versions", labels::VERSIONS)))
}

fn entry(visit: &Visit, address: &str, words: Html) -> Tag {
    let here = visit.path == address
        || (address != "/" && visit.path.starts_with(&format!("{address}/")) && {
            // An app's own pages stand in the app's own menu.
            address != "/apps" || visit.path == "/apps/new"
        });
    let link = tag("a").set("href", address).add(words);
    let link = if here { link.set("aria-current", "page") } else { link };
    tag("li").add(link)
}
