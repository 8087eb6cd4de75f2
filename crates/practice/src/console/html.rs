//! Markup that is escaped by construction: a text from outside can enter only through `text` and `set`.

use axum::response::{Html as Body, IntoResponse, Response};

/// A finished piece of markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn empty() -> Self {
        Self::default()
    }

    /// Only for markup written in this crate.
    pub fn fixed(markup: &'static str) -> Self {
        Self(markup.to_owned())
    }

    pub fn text(text: &str) -> Self {
        let mut markup = String::with_capacity(text.len());
        escape_into(&mut markup, text);
        Self(markup)
    }

    #[must_use]
    pub fn add(mut self, piece: impl Into<Self>) -> Self {
        self.0.push_str(&piece.into().0);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        Body(self.0).into_response()
    }
}

impl<P: Into<Html>> From<Option<P>> for Html {
    fn from(piece: Option<P>) -> Self {
        piece.map_or_else(Self::empty, Into::into)
    }
}

impl<P: Into<Html>> FromIterator<P> for Html {
    fn from_iter<I: IntoIterator<Item = P>>(pieces: I) -> Self {
        pieces.into_iter().fold(Self::empty(), Self::add)
    }
}

/// One element being built.
#[derive(Debug)]
pub struct Tag {
    name: &'static str,
    open: String,
    inner: String,
}

pub fn tag(name: &'static str) -> Tag {
    Tag { name, open: format!("<{name}"), inner: String::new() }
}

impl Tag {
    #[must_use]
    pub fn set(mut self, attribute: &'static str, value: &str) -> Self {
        self.open.push(' ');
        self.open.push_str(attribute);
        self.open.push_str("=\"");
        escape_into(&mut self.open, value);
        self.open.push('"');
        self
    }

    #[must_use]
    pub fn class(self, names: &'static str) -> Self {
        self.set("class", names)
    }

    /// An attribute without a value, set when `on`.
    #[must_use]
    pub fn flag(mut self, attribute: &'static str, on: bool) -> Self {
        if on {
            self.open.push(' ');
            self.open.push_str(attribute);
        }
        self
    }

    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        escape_into(&mut self.inner, text);
        self
    }

    #[must_use]
    pub fn add(mut self, piece: impl Into<Html>) -> Self {
        self.inner.push_str(&piece.into().0);
        self
    }
}

impl From<Tag> for Html {
    fn from(element: Tag) -> Self {
        let Tag { name, open, inner } = element;
        if matches!(name, "input" | "meta" | "link" | "br") {
            return Self(format!("{open}>"));
        }
        Self(format!("{open}>{inner}</{name}>"))
    }
}

fn escape_into(markup: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\'' => markup.push_str("&#39;"),
            other => markup.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, tag};

    fn check(made: impl Into<Html>, expected: &str) {
        assert_eq!(made.into().0, expected);
    }

    #[test]
    fn a_text_or_a_value_can_never_open_an_element() {
        check(tag("p").text("<img src=x onerror=alert(1)>"), "<p>&lt;img src=x onerror=alert(1)&gt;</p>");
        check(tag("input").set("value", "\"><script>'&"), "<input value=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">");
        check(tag("b").add(Html::text("a<b")).flag("hidden", false), "<b>a&lt;b</b>");
    }
}
