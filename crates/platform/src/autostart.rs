//! Starting with the desktop: one entry of the user's own, without a right of anybody else's. Off unless somebody
//! switches it on.

use std::io;
use std::path::PathBuf;

/// What the entry hands over, so that nobody's screen is taken at sign-in.
pub const ARGUMENT: &str = "--hidden";

/// Whether this program starts at sign-in. None where this system is not supported.
///
/// # Errors
/// Of reading the entry.
pub fn is_on() -> io::Result<Option<bool>> {
    entry::is_on()
}

/// Makes the entry for this very program, or takes it away; either may have been so already.
///
/// # Errors
/// Of writing the entry; `Unsupported` on another system.
pub fn set(on: bool) -> io::Result<()> {
    if on { entry::make(&program()?) } else { entry::take_away() }
}

/// The file that a person starts: an AppImage runs from a folder that is gone by then.
fn program() -> io::Result<PathBuf> {
    match std::env::var_os("APPIMAGE").filter(|path| !path.is_empty()) {
        Some(image) => Ok(PathBuf::from(image)),
        None => std::env::current_exe(),
    }
}

#[cfg(target_os = "linux")]
mod entry {
    use std::path::{Path, PathBuf};
    use std::{env, fs, io};

    use super::ARGUMENT;

    const FILE: &str = "hk.hoitung.app.desktop";

    pub fn is_on() -> io::Result<Option<bool>> {
        match fs::read_to_string(path()?) {
            // Desktops switch an entry off by a line in it.
            Ok(text) => Ok(Some(
                !text.lines().any(|line| matches!(line.trim(), "Hidden=true" | "X-GNOME-Autostart-enabled=false")),
            )),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(false)),
            Err(error) => Err(error),
        }
    }

    pub fn make(program: &Path) -> io::Result<()> {
        let path = path()?;
        if let Some(dir) = path.parent() {
            fs::create_dir_all(dir)?;
        }
        let part = path.with_extension("part");
        fs::write(&part, text(program))?;
        fs::rename(&part, &path)
    }

    pub fn take_away() -> io::Result<()> {
        match fs::remove_file(path()?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// The XDG rule: a relative path there is to be ignored.
    fn path() -> io::Result<PathBuf> {
        let given = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let dir = given("XDG_CONFIG_HOME").or_else(|| given("HOME").map(|home| home.join(".config")));
        let dir = dir.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(dir.join("autostart").join(FILE))
    }

    pub(super) fn text(program: &Path) -> String {
        let exec = quoted(&program.to_string_lossy());
        format!(
            "[Desktop Entry]\nType=Application\nName=Hoitung 開通\nExec={exec} {ARGUMENT}\nTerminal=false\n\
             X-GNOME-Autostart-enabled=true\n"
        )
    }

    /// By the rules for `Exec`: in quotes, with what a shell would read escaped; then once more, as every value; and a
    /// per cent sign doubled.
    fn quoted(program: &str) -> String {
        let mut out = String::from("\"");
        for letter in program.chars() {
            match letter {
                '"' | '`' | '$' => {
                    out.push_str("\\\\");
                    out.push(letter);
                }
                '\\' => out.push_str("\\\\\\\\"),
                '%' => out.push_str("%%"),
                _ => out.push(letter),
            }
        }
        out.push('"');
        out
    }
}

#[cfg(windows)]
mod entry {
    use std::io;
    use std::path::Path;

    use windows_registry::CURRENT_USER;

    use super::ARGUMENT;
    use crate::registry::{found, told};

    const KEY: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run";
    /// Where the Task Manager writes down what a person switched on or off there.
    const VERDICTS: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
    const NAME: &str = "Hoitung";

    pub fn is_on() -> io::Result<Option<bool>> {
        let is_there = found(CURRENT_USER.open(KEY).and_then(|key| key.get_string(NAME)))?.is_some();
        Ok(Some(is_there && !is_switched_off()?))
    }

    pub fn make(program: &Path) -> io::Result<()> {
        let line = format!("\"{}\" {ARGUMENT}", program.display());
        CURRENT_USER.create(KEY).and_then(|key| key.set_string(NAME, &line)).map_err(told)?;
        remove(VERDICTS)
    }

    pub fn take_away() -> io::Result<()> {
        remove(KEY)?;
        remove(VERDICTS)
    }

    /// The first byte's lowest bit says so; the rest is when.
    fn is_switched_off() -> io::Result<bool> {
        let verdict = found(CURRENT_USER.open(VERDICTS).and_then(|key| key.get_value(NAME)))?;
        Ok(verdict.is_some_and(|bytes| bytes.first().is_some_and(|first| first & 1 == 1)))
    }

    fn remove(key: &str) -> io::Result<()> {
        let removed = CURRENT_USER.options().write().open(key).and_then(|key| key.remove_value(NAME));
        found(removed).map(drop)
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
mod entry {
    use std::io;
    use std::path::Path;

    pub fn is_on() -> io::Result<Option<bool>> {
        Ok(None)
    }

    pub fn make(_program: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn take_away() -> io::Result<()> {
        Ok(())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use super::*;

    fn check(program: &str, exec: &str) {
        let text = entry::text(Path::new(program));
        assert_eq!(text.lines().find(|line| line.starts_with("Exec=")), Some(exec), "{program}");
    }

    #[test]
    fn a_path_with_any_sign_is_started_as_it_is() {
        check("/usr/bin/hoitung", r#"Exec="/usr/bin/hoitung" --hidden"#);
        check("/home/Zoë/My Apps/hoitung", r#"Exec="/home/Zoë/My Apps/hoitung" --hidden"#);
        check(r#"/o/a"b$c"#, r#"Exec="/o/a\\"b\\$c" --hidden"#);
        check("/o/100%", r#"Exec="/o/100%%" --hidden"#);
        check(r"/o/a\b", r#"Exec="/o/a\\\\b" --hidden"#);
    }
}
