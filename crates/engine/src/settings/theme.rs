//! Light or dark. Without a choice the window follows the system; high contrast always does.

use serde::{Deserialize, Serialize};

use super::AppSnapshot;
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::setting;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the file says, if it is a theme.
pub(super) fn read(word: Option<&str>) -> Theme {
    Theme::ALL.into_iter().find(|theme| Some(theme.word()) == word).unwrap_or_default()
}

impl Engine {
    pub async fn theme(&self, theme: Theme) -> Result<AppSnapshot> {
        self.shared.store.with(move |store| setting::write(store, setting::THEME, theme.word())).await?;
        self.told_app().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_that_is_none_is_the_systems() {
        for word in [None, Some(""), Some("Dark"), Some("blue")] {
            assert_eq!(read(word), Theme::System, "{word:?}");
        }
        for theme in Theme::ALL {
            assert_eq!(read(Some(theme.word())), theme);
        }
    }
}
