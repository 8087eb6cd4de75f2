use unic_langid::LanguageIdentifier;

/// A language the product speaks. Both are equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    En,
    /// Traditional Chinese as written in Hong Kong.
    ZhHk,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHk];

    /// The BCP 47 tag, which is also the folder in `locales/` and the value of an HTML `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHk => "zh-HK",
        }
    }

    /// The language that serves a reader of `tag`: any Chinese is served in Traditional Chinese, all else in English.
    /// Takes `zh-HK`, `zh_TW.UTF-8` and an `Accept-Language` entry alike.
    pub fn for_reader_of(tag: &str) -> Self {
        let first = tag.trim().split(['-', '_', '.', ';', ',']).next().unwrap_or_default();
        if first.eq_ignore_ascii_case("zh") || first.eq_ignore_ascii_case("yue") { Self::ZhHk } else { Self::En }
    }

    /// The operating system's language.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::En, |tag| Self::for_reader_of(&tag))
    }

    pub(crate) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

#[cfg(feature = "engine")]
impl From<engine::settings::Language> for Language {
    fn from(language: engine::settings::Language) -> Self {
        match language {
            engine::settings::Language::En => Self::En,
            engine::settings::Language::ZhHk => Self::ZhHk,
        }
    }
}

#[cfg(feature = "engine")]
impl From<Language> for engine::settings::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::ZhHk => Self::ZhHk,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn check(tag: &str, expected: Language) {
        assert_eq!(Language::for_reader_of(tag), expected, "{tag}");
    }

    #[test]
    fn any_chinese_is_served_in_traditional_chinese_and_all_else_in_english() {
        for tag in
            ["zh-HK", "zh_HK.UTF-8", "zh-TW", "zh-Hant", "zh-Hant-HK", "zh-MO", "zh", "ZH-cn", "yue-HK", "zh;q=0.9"]
        {
            check(tag, Language::ZhHk);
        }
        for tag in ["en", "en-GB", "en_HK.UTF-8", "fr", "C", "POSIX", "", "zha-CN"] {
            check(tag, Language::En);
        }
    }

    #[test]
    fn the_tag_is_the_identifiers_own_spelling() {
        for language in Language::ALL {
            assert_eq!(language.tag(), language.identifier().to_string());
        }
    }
}
