//! One request as a page sees it: the world, the reader's language, and where the reader is.

use std::convert::Infallible;

use axum::extract::rejection::RawFormRejection;
use axum::extract::{FromRequest, FromRequestParts, RawForm, Request};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use words::{Language, Speaker};

use super::html::{Html, Tag, tag};
use super::labels::Label;
use crate::state::Shared;

pub const LANGUAGE_COOKIE: &str = "hoitung_practice_language";

pub struct Visit {
    pub shared: Shared,
    pub path: String,
    pub language: Language,
    speaker: Speaker,
    pub query: Fields,
}

impl Visit {
    pub fn say(&self, id: &str) -> String {
        self.speaker.text(id)
    }

    pub fn say_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.speaker.text_with(id, values)
    }

    /// A paragraph or another element holding one message.
    pub fn told(&self, name: &'static str, id: &str) -> Tag {
        tag(name).text(&self.say(id))
    }

    /// The console's word as printed there, and the reader's word beside it.
    pub fn both(&self, label: Label) -> Html {
        let printed = tag("span").set("lang", "zh-CN").text(label.printed);
        let both = tag("span").class("both").add(printed);
        let own = self.say(label.word);
        if own == label.printed {
            return both.into();
        }
        both.add(Html::fixed(" ")).add(tag("span").class("own").text(&own)).into()
    }

    /// For places that take text only: a title, an accessible name.
    pub fn both_as_text(&self, label: Label) -> String {
        let own = self.say(label.word);
        if own == label.printed {
            return own;
        }
        format!("{} {own}", label.printed)
    }

    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.get(name)
    }
}

impl FromRequestParts<Shared> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Infallible> {
        let language = language_of(&parts.headers, &parts.uri);
        Ok(Self {
            shared: shared.clone(),
            path: parts.uri.path().to_owned(),
            language,
            speaker: Speaker::new(language),
            query: Fields::read(parts.uri.query().unwrap_or_default().as_bytes()),
        })
    }
}

/// Asked for in the address, else remembered, else what the browser prefers.
pub fn language_of(headers: &HeaderMap, uri: &Uri) -> Language {
    if let Some(language) = asked_language(uri) {
        return language;
    }
    let remembered = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == LANGUAGE_COOKIE);
    if let Some((_, tag)) = remembered {
        return Language::for_reader_of(tag);
    }
    headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map_or(Language::En, Language::for_reader_of)
}

pub fn asked_language(uri: &Uri) -> Option<Language> {
    let query = Fields::read(uri.query()?.as_bytes());
    query.get("lang").map(Language::for_reader_of)
}

/// The fields of a form, or of a query, in the order they came.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn read(encoded: &[u8]) -> Self {
        let pairs = url::form_urlencoded::parse(encoded);
        Self(pairs.into_owned().collect())
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let mut pairs = self.0.iter();
        let (_, value) = pairs.find(|(field, _)| field == name)?;
        Some(value)
    }

    /// Empty when the field is absent.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(field, _)| field == name);
        named.map(|(_, value)| value.as_str())
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = RawFormRejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, RawFormRejection> {
        let RawForm(body) = RawForm::from_request(request, state).await?;
        Ok(Self::read(&body))
    }
}
