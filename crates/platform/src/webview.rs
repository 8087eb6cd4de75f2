//! WebView2's back doors: whoever sets one of its variables, or a value in the registry, has our pages opened to a
//! debugger, or shown by another program (faults.md S11).

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

#[cfg(windows)]
mod system {
    use std::env;

    use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

    use super::opened_by;
    use crate::identity;

    const KEY: &str = r"SOFTWARE\Policies\Microsoft\Edge\WebView2\AdditionalBrowserArguments";

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
    pub fn forget_variables() {}

    pub fn opened_in_registry() -> Option<(String, &'static str)> {
        None
    }
}

#[cfg(test)]
mod tests {
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
