use std::sync::LazyLock;

use fluent::FluentArgs;
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;

use crate::Language;
use crate::assets::{DOMAIN, Locales};

static EN: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::En));
static ZH_HK: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::ZhHk));

/// Each loader knows one language alone: the other one is no fallback, for a missing word must show.
fn load(language: Language) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new(DOMAIN, language.identifier());
    // Fails only when a language has no file; then every id stands for itself, and the tests tell.
    let _missing = loader.load_languages(&Locales, &[language.identifier()]);
    loader.set_use_isolating(false);
    loader
}

/// Speaks one language. Costs nothing to make or to copy; the locale files are read once a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker {
    language: Language,
}

impl Speaker {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    pub fn language(self) -> Language {
        self.language
    }

    pub fn knows(self, id: &str) -> bool {
        self.loader().has(id)
    }

    /// The message `id`. An id that no file holds comes back as it is.
    pub fn text(self, id: &str) -> String {
        self.text_with(id, &[])
    }

    /// The message `id` with its variables. Numbers and dates are handed over as text, formatted already.
    pub fn text_with(self, id: &str, values: &[(&str, &str)]) -> String {
        if !self.knows(id) {
            return id.to_owned();
        }
        self.loader().get_args_fluent(id, Some(&arguments(values)))
    }

    /// An attribute of a message, e.g. `fix`. One that no file holds comes back as `id.attribute`.
    pub fn attribute(self, id: &str, attribute: &str, values: &[(&str, &str)]) -> String {
        if !self.loader().has_attr(id, attribute) {
            return format!("{id}.{attribute}");
        }
        self.loader().get_attr_args_fluent(id, attribute, Some(&arguments(values)))
    }

    pub(crate) fn has_attribute(self, id: &str, attribute: &str) -> bool {
        self.loader().has_attr(id, attribute)
    }

    fn loader(self) -> &'static FluentLanguageLoader {
        match self.language {
            Language::En => &EN,
            Language::ZhHk => &ZH_HK,
        }
    }
}

fn arguments<'a>(values: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    values.iter().map(|(name, value)| (*name, *value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_id_stands_for_itself_and_never_panics() {
        for language in Language::ALL {
            let speaker = Speaker::new(language);
            assert_eq!(speaker.text("no-such-id"), "no-such-id");
            assert_eq!(speaker.attribute("who-you", "no-such", &[]), "who-you.no-such");
            assert!(!speaker.knows("no-such-id"));
        }
    }

    #[test]
    fn a_value_is_put_in_without_invisible_marks() {
        let text = Speaker::new(Language::En).text_with("problem-name-unknown", &[("host", "api.dingtalk.com")]);
        assert!(text.contains("api.dingtalk.com"), "{text}");
        assert!(!text.contains(['\u{2068}', '\u{2069}', '{', '$']), "{text}");
    }

    #[test]
    fn each_language_speaks_its_own_words() {
        assert_eq!(Speaker::new(Language::En).text("who-you"), "You");
        assert_eq!(Speaker::new(Language::ZhHk).text("who-you"), "您");
    }
}
