//! DingTalk's words, explained: the messages `term-<name>` of glossary.ftl.

use std::sync::LazyLock;

use crate::Speaker;
use crate::assets::Locales;

/// A word of DingTalk's, as the reader's language has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The same in every language, e.g. `client-id`.
    pub name: &'static str,
    pub title: String,
    /// Its name in the other language.
    pub other: String,
    /// As DingTalk's console prints it, now and before.
    pub label: Option<String>,
    pub older: Option<String>,
    pub what: String,
}

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let terms = Locales::text("en/glossary.ftl");
    let ids = terms.lines().filter_map(|line| line.strip_prefix("term-")?.split_once(" = "));
    ids.map(|(name, _)| name.to_owned()).collect()
});

impl Speaker {
    /// The whole glossary, in the order of its file.
    pub fn glossary(self) -> Vec<Term> {
        NAMES.iter().map(|name| self.term(name)).collect()
    }

    fn term(self, name: &'static str) -> Term {
        let id = format!("term-{name}");
        let attribute = |place: &str| self.attribute(&id, place, &[]);
        let printed = |place: &str| self.has_attribute(&id, place).then(|| attribute(place));
        Term {
            name,
            title: self.text(&id),
            other: attribute("other"),
            label: printed("label"),
            older: printed("older"),
            what: attribute("what"),
        }
    }
}

impl Term {
    /// Whether any of its names holds `word`, whatever the case; if none does, its explanation is not looked at.
    pub fn is_called(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let names =
            [Some(self.name), Some(&self.title), Some(&self.other), self.label.as_deref(), self.older.as_deref()];
        names.into_iter().flatten().any(|name| name.to_lowercase().contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Speaker};

    #[test]
    fn an_old_name_finds_the_new_one_in_either_language() {
        for language in Language::ALL {
            let glossary = Speaker::new(language).glossary();
            assert!(glossary.len() >= 30);
            let found: Vec<_> = glossary.iter().filter(|term| term.is_called("appsecret")).collect();
            assert_eq!(found.iter().map(|term| term.name).collect::<Vec<_>>(), ["client-secret"]);
            assert!(found[0].title.contains("Client Secret"), "{}", found[0].title);
            assert!(glossary.iter().all(|term| !term.what.contains("term-") && !term.other.contains("term-")));
            assert!(glossary.iter().any(|term| term.older.is_none()));
        }
    }
}
