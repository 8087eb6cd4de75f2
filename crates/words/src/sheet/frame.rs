//! What every printable page shares: one page of A4, self-contained, in one language or both. No script, no picture, no
//! address to fetch; what others typed is text and nothing else.

use crate::{Language, Speaker};

/// Which languages stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetLanguages {
    Both,
    One(Language),
}

const STYLE: &str = include_str!("sheet.css");

/// The languages of a page, and how they stand beside each other.
pub(super) struct Frame {
    pub speakers: Vec<Speaker>,
}

impl Frame {
    pub fn new(languages: SheetLanguages) -> Self {
        let speakers = match languages {
            SheetLanguages::Both => vec![Speaker::new(Language::ZhHk), Speaker::new(Language::En)],
            SheetLanguages::One(language) => vec![Speaker::new(language)],
        };
        Self { speakers }
    }

    /// The whole file. `title` is an id; `name` stands beside it in the window's title.
    pub fn whole(&self, title: &str, name: &str, class: &str, body: &str) -> String {
        let titles: Vec<String> = self.speakers.iter().map(|speaker| escape(&speaker.text(title))).collect();
        let titles = titles.join(" ");
        let tag = self.speakers.first().map_or("en", |speaker| speaker.language().tag());
        format!(
            "<!doctype html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\"><title>{titles} · {}</title>\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
             <style>{STYLE}</style></head><body class=\"{class}\">{body}</body></html>\n",
            escape(name)
        )
    }

    /// The title and what the page is about, as pairs of an id and of HTML.
    pub fn head(&self, title: &str, about: &[(&str, String)]) -> String {
        format!("<header><h1>{}</h1>{}</header>", self.joined(title), self.list(about))
    }

    pub fn list(&self, pairs: &[(&str, String)]) -> String {
        let pair =
            |(name, value): &(&str, String)| format!("<div><dt>{}</dt><dd>{value}</dd></div>", self.joined(name));
        format!("<dl>{}</dl>", pairs.iter().map(pair).collect::<String>())
    }

    /// The words over a table.
    pub fn columns(&self, ids: &[&str]) -> String {
        let cell = |id: &&str| match *id {
            "" => "<th></th>".to_owned(),
            id => format!("<th>{}</th>", self.joined(id)),
        };
        format!("<thead><tr>{}</tr></thead>", ids.iter().map(cell).collect::<String>())
    }

    pub fn title(&self, id: &str) -> String {
        format!("<h2>{}</h2>", self.joined(id))
    }

    pub fn told(&self, id: &str) -> String {
        self.told_with(id, &[])
    }

    pub fn told_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.each(|speaker| console_words(&escape(&speaker.text_with(id, values))))
    }

    /// A paragraph a language.
    pub fn each(&self, text: impl Fn(Speaker) -> String) -> String {
        let paragraph = |speaker: &Speaker| format!("<p lang=\"{}\">{}</p>", speaker.language().tag(), text(*speaker));
        self.speakers.iter().map(paragraph).collect()
    }

    /// The languages of a short text side by side.
    pub fn joined(&self, id: &str) -> String {
        self.joined_with(id, &[])
    }

    pub fn joined_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.beside(|speaker| escape(&speaker.text_with(id, values)))
    }

    /// The same for HTML; said once where one language says it within the other's words, as with `CorpID`.
    pub fn beside(&self, text: impl Fn(Speaker) -> String) -> String {
        let mut said: Vec<String> = Vec::new();
        let mut spans: Vec<String> = Vec::new();
        for speaker in &self.speakers {
            let text = text(*speaker);
            if !said.iter().any(|before| before.contains(&text)) {
                spans.push(format!("<span lang=\"{}\">{text}</span>", speaker.language().tag()));
                said.push(text);
            }
        }
        spans.join(" ")
    }

    /// The first of them, each at most as long as one line, and how many more there are.
    pub fn some<T>(&self, all: &[T], most: usize, row: impl Fn(&T) -> String) -> (String, String) {
        let shown = all.iter().take(most).map(row).collect();
        let more = all.len().saturating_sub(most);
        let rest =
            if more == 0 { String::new() } else { self.told_with("sheet-and-more", &[("count", &more.to_string())]) };
        (shown, rest)
    }
}

pub(super) fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}

/// What somebody typed, in one line whatever its length.
pub(super) fn line(text: &str) -> String {
    format!("<span class=\"line\">{}</span>", escape(text))
}

/// What the console prints is marked in the locale files; everything else in them is text.
fn console_words(escaped: &str) -> String {
    escaped.replace("&lt;cn&gt;", "<span lang=\"zh-CN\">").replace("&lt;/cn&gt;", "</span>")
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
