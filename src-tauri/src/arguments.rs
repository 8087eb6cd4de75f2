//! What may stand on the command line: `--practice`, `--hidden`, `--lang en|zh-HK`; from the installer, `--quit` and
//! `--installed`; from our own end, `--ask-to-quit` and `--forget-pages`. Anything else is ignored (faults.md S14).

use engine::settings::Language;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    pub practice: bool,
    /// Into the tray, as at sign-in: nobody's screen is taken.
    pub hidden: bool,
    /// The installer's, or our own.
    pub errand: Option<Errand>,
    pub language: Option<Language>,
}

/// What is done instead of opening a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// Ends the one that runs, as its own "quit" would, and is gone when that is.
    Quit,
    /// The same without waiting for it.
    AskToQuit,
    /// Removes what the web view kept, once the window that used it is gone.
    ForgetPages,
    /// Gives the shortcut that the installer made our name, and is gone.
    NameShortcut,
}

impl Errand {
    /// Whether the one that runs is to end.
    pub fn ends(self) -> bool {
        matches!(self, Self::Quit | Self::AskToQuit)
    }
}

impl Arguments {
    pub fn read(words: impl IntoIterator<Item = String>) -> Self {
        let mut found = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--practice" => found.practice = true,
                "--hidden" => found.hidden = true,
                "--quit" => found.errand = Some(Errand::Quit),
                "--ask-to-quit" => found.errand = Some(Errand::AskToQuit),
                "--forget-pages" => found.errand = Some(Errand::ForgetPages),
                "--installed" => found.errand = Some(Errand::NameShortcut),
                "--lang" => found.language = words.next().and_then(|tag| language(&tag)),
                other => {
                    if let Some(tag) = other.strip_prefix("--lang=") {
                        found.language = language(tag);
                    }
                }
            }
        }
        found
    }
}

fn language(tag: &str) -> Option<Language> {
    match tag {
        "en" => Some(Language::En),
        "zh-HK" => Some(Language::ZhHk),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], practice: bool, language: Option<Language>) {
        let read = Arguments::read(words.iter().map(ToString::to_string));
        let given = |word: &str| words.contains(&word);
        let errands = [
            ("--quit", Errand::Quit),
            ("--ask-to-quit", Errand::AskToQuit),
            ("--forget-pages", Errand::ForgetPages),
            ("--installed", Errand::NameShortcut),
        ];
        let errand = errands.into_iter().find(|(word, _)| given(word)).map(|(_, errand)| errand);
        assert_eq!(read, Arguments { practice, hidden: given("--hidden"), errand, language });
    }

    #[test]
    fn only_the_known_words_are_heard() {
        check(&[], false, None);
        check(&["--practice"], true, None);
        check(&["--lang", "zh-HK", "--practice"], true, Some(Language::ZhHk));
        check(&["--hidden"], false, None);
        check(&["--quit"], false, None);
        check(&["--ask-to-quit"], false, None);
        check(&["--forget-pages"], false, None);
        check(&["--installed"], false, None);
        check(&["quit", "--quit=1", "--installed=C:\\x.lnk"], false, None);
        check(&["--lang=en"], false, Some(Language::En));
        check(&["--lang", "fr"], false, None);
        check(&["--lang"], false, None);
        check(&["file:///etc/passwd", "--remote-debugging-port=1"], false, None);
    }
}
