//! WebView2's back doors: whoever sets one of its variables, or a value in the registry, has our pages opened to a
//! debugger, or shown by another program (faults.md S11). And what a web view keeps of its own, which is removed with ours.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::{identity, installation};

/// What in `arguments` would let somebody look into the pages, or lead them elsewhere. Others, such as a switch against
/// a faulty graphics driver, are IT's good right.
pub fn opened_by(arguments: &str) -> Option<&'static str> {
    const SWITCHES: [&str; 9] = [
        "--remote-debugging",
        "--remote-allow-origins",
        "--auto-open-devtools",
        "--load-extension",
        "--disable-web-security",
        "--ignore-certificate-errors",
        "--no-sandbox",
        "--proxy-server",
        "--host-resolver-rules",
    ];
    let arguments = arguments.to_ascii_lowercase();
    SWITCHES.into_iter().find(|switch| arguments.contains(switch))
}

/// Takes the variables away from this process and what it starts.
pub fn forget_variables() {
    system::forget_variables();
}

/// The value in the registry that would open our pages, as its whole path; and by which switch.
pub fn opened_in_registry() -> Option<(String, &'static str)> {
    system::opened_in_registry()
}

/// What the web view keeps for our pages lies there, beside nothing of ours.
fn folder() -> Option<PathBuf> {
    system::data().map(|data| data.join(identity::ID))
}

/// That folder, where there is one.
pub fn pages() -> Option<PathBuf> {
    folder().filter(|folder| folder.is_dir())
}

/// Removes it, without following a link, unless a window is open that uses it. The web view's own processes hold it for a
/// while after their window is gone: it is tried for so long. True when nothing is left.
pub fn forget_pages(patience: Duration) -> bool {
    folder().is_none_or(|folder| removed(&folder, patience, installation::is_open))
}

fn removed(folder: &Path, patience: Duration, is_used: impl Fn() -> bool) -> bool {
    const AGAIN: Duration = Duration::from_millis(250);
    let end = Instant::now() + patience;
    loop {
        if is_used() {
            return false;
        }
        let _ = std::fs::remove_dir_all(folder);
        if folder.symlink_metadata().is_err() {
            return true;
        }
        if Instant::now() >= end {
            return false;
        }
        std::thread::sleep(AGAIN);
    }
}

#[cfg(windows)]
mod system {
    use std::env;
    use std::path::PathBuf;

    use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

    use super::opened_by;
    use crate::identity;

    const KEY: &str = r"SOFTWARE\Policies\Microsoft\Edge\WebView2\AdditionalBrowserArguments";

    pub fn data() -> Option<PathBuf> {
        env::var_os("LOCALAPPDATA").map(PathBuf::from).filter(|path| path.is_absolute())
    }

    #[allow(unsafe_code, reason = "the environment of the whole process")]
    pub fn forget_variables() {
        let names: Vec<_> = env::vars_os().map(|(name, _)| name).collect();
        let theirs = |name: &std::ffi::OsString| name.to_string_lossy().to_ascii_uppercase().starts_with("WEBVIEW2_");
        for name in names.iter().filter(|name| theirs(name)) {
            // SAFETY: std says that on Windows it always is.
            unsafe { env::remove_var(name) };
        }
    }

    pub fn opened_in_registry() -> Option<(String, &'static str)> {
        let exe = env::current_exe().unwrap_or_default();
        let exe = exe.file_name().unwrap_or_default().to_string_lossy();
        let roots: [(&str, &Key); 2] = [("HKEY_LOCAL_MACHINE", LOCAL_MACHINE), ("HKEY_CURRENT_USER", CURRENT_USER)];
        for (root, key) in roots {
            let Ok(key) = key.open(KEY) else { continue };
            for name in [identity::ID, &exe, "*"] {
                let switch = key.get_string(name).ok().and_then(|value| opened_by(&value));
                if let Some(switch) = switch {
                    return Some((format!(r"{root}\{KEY}\{name}"), switch));
                }
            }
        }
        None
    }
}

#[cfg(not(windows))]
mod system {
    use std::env;
    use std::path::PathBuf;

    /// The XDG rule: a relative path there is to be ignored.
    pub fn data() -> Option<PathBuf> {
        let given = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        given("XDG_DATA_HOME").or_else(|| given("HOME").map(|home| home.join(".local/share")))
    }

    pub fn forget_variables() {}

    pub fn opened_in_registry() -> Option<(String, &'static str)> {
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // S11
    #[test]
    fn a_switch_that_lets_somebody_look_in_is_known_and_a_harmless_one_is_left_alone() {
        let check = |arguments: &str, expected: Option<&str>| assert_eq!(opened_by(arguments), expected, "{arguments}");
        check("--remote-debugging-port=9222", Some("--remote-debugging"));
        check("--Remote-Debugging-Pipe", Some("--remote-debugging"));
        check("--disable-gpu --load-extension=C:\\x", Some("--load-extension"));
        check("--disable-gpu", None);
        check("", None);
    }

    #[cfg(unix)]
    fn link(to: &Path, from: &Path) {
        std::os::unix::fs::symlink(to, from).unwrap();
    }

    /// Wine makes no junctions: that none is followed is seen on a real Windows (docs/windows.md).
    #[cfg(windows)]
    fn link(_to: &Path, _from: &Path) {}

    #[test]
    fn what_the_web_view_kept_goes_and_what_a_link_in_it_leads_to_stays() {
        let base = std::env::temp_dir().join(format!("hoitung-webview-{}", std::process::id()));
        let (folder, elsewhere) = (base.join("pages"), base.join("elsewhere"));
        std::fs::create_dir_all(folder.join("EBWebView")).unwrap();
        std::fs::create_dir_all(&elsewhere).unwrap();
        std::fs::write(elsewhere.join("letter.txt"), "mine").unwrap();
        link(&elsewhere, &folder.join("EBWebView").join("link"));
        assert!(!removed(&folder, Duration::ZERO, || true), "a window uses it");
        assert!(folder.join("EBWebView").exists());
        assert!(removed(&folder, Duration::ZERO, || false));
        assert!(!folder.exists());
        assert!(removed(&folder, Duration::ZERO, || false), "nothing there is as good");
        assert!(elsewhere.join("letter.txt").exists());
        std::fs::remove_dir_all(&base).unwrap();
    }

    // S11
    #[cfg(windows)]
    #[test]
    fn the_web_views_variables_are_gone_from_this_process() {
        #[allow(unsafe_code, reason = "the environment of the whole process")]
        // SAFETY: std says that on Windows it always is.
        unsafe {
            std::env::set_var("WebView2_Additional_Browser_Arguments", "--remote-debugging-port=9222");
        };
        forget_variables();
        assert!(std::env::vars().all(|(name, _)| !name.to_ascii_uppercase().starts_with("WEBVIEW2_")));
    }
}
