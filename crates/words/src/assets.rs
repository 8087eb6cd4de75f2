use std::borrow::Cow;

use i18n_embed::I18nAssets;
use rust_embed::RustEmbed;

/// The name under which i18n-embed asks for a language: `en/hoitung.ftl`.
pub(crate) const DOMAIN: &str = "hoitung";

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// All files of a language as one resource. Terms of `name.ftl` are used in every other file, and Fluent finds a
/// term only inside its own bundle.
pub(crate) struct Locales;

impl Locales {
    /// One file, e.g. `en/glossary.ftl`; nothing if it is not there.
    pub(crate) fn text(path: &str) -> String {
        Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
    }
}

impl I18nAssets for Locales {
    fn get_files(&self, file_path: &str) -> Vec<Cow<'_, [u8]>> {
        let Some((language, _)) = file_path.split_once('/') else {
            return Vec::new();
        };
        let folder = format!("{language}/");
        let mut whole = Vec::new();
        for name in Files::iter().filter(|name| name.starts_with(&folder) && name.ends_with(".ftl")) {
            let Some(file) = Files::get(&name) else {
                continue;
            };
            whole.extend_from_slice(&file.data);
            whole.push(b'\n');
        }
        if whole.is_empty() { Vec::new() } else { vec![Cow::Owned(whole)] }
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Files::iter().map(|name| name.to_string()))
    }
}
