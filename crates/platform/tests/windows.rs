//! What this Windows answers. Runs only in a session of its own (`HOITUNG_TEST_SESSION=1`): anywhere else it would write
//! into somebody's settings.
#![cfg(windows)]
#![allow(clippy::unwrap_used)]
#![allow(unsafe_code, reason = "Windows is asked for its code page")]

use std::io::Write as _;
use std::sync::Mutex;

use platform::{SystemProxy, autostart, identity, settings_proxy, system_proxy};
use windows_registry::{CURRENT_USER, Type};

const RUN: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run";
const VERDICTS: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
const CONNECTIONS: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections";

#[link(name = "kernel32")]
unsafe extern "system" {
    fn GetACP() -> u32;
}

/// The registry is one for all tests.
static REGISTRY: Mutex<()> = Mutex::new(());

fn in_a_session(test: &str) -> bool {
    let is_given = std::env::var("HOITUNG_TEST_SESSION").is_ok_and(|value| value == "1");
    if !is_given {
        let said = format!("SKIPPED {test}: no registry of its own (HOITUNG_TEST_SESSION is not 1)\n");
        std::io::stderr().write_all(said.as_bytes()).unwrap();
    }
    is_given
}

#[test]
fn starting_at_sign_in_is_one_value_of_the_users_own_and_can_be_taken_back() {
    if !in_a_session("starting_at_sign_in") {
        return;
    }
    let _alone = REGISTRY.lock().unwrap();
    autostart::set(false).unwrap();
    assert_eq!(autostart::is_on().unwrap(), Some(false));
    autostart::set(true).unwrap();
    assert_eq!(autostart::is_on().unwrap(), Some(true));
    let line = CURRENT_USER.open(RUN).unwrap().get_string("Hoitung").unwrap();
    assert_eq!(line, format!("\"{}\" --hidden", std::env::current_exe().unwrap().display()));

    // Switched off in the Task Manager, which leaves the value where it is; then on again, by us.
    let verdicts = CURRENT_USER.create(VERDICTS).unwrap();
    verdicts.set_bytes("Hoitung", Type::Bytes, &[3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]).unwrap();
    assert_eq!(autostart::is_on().unwrap(), Some(false));
    autostart::set(true).unwrap();
    assert_eq!(autostart::is_on().unwrap(), Some(true));

    verdicts.set_bytes("Hoitung", Type::Bytes, &[2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).unwrap();
    autostart::set(false).unwrap();
    autostart::set(false).unwrap();
    assert_eq!(autostart::is_on().unwrap(), Some(false));
    assert!(CURRENT_USER.open(RUN).unwrap().get_string("Hoitung").is_err());
    assert!(verdicts.get_value("Hoitung").is_err());
}

/// `packaging/windows/test` says which code page it made, and every test of every crate runs under it.
#[test]
fn the_code_page_is_the_one_that_was_asked_for() {
    if let Ok(asked) = std::env::var("HOITUNG_TEST_CODE_PAGE") {
        // SAFETY: it takes nothing and reads one number.
        assert_eq!(unsafe { GetACP() }.to_string(), asked);
        assert!(std::env::temp_dir().to_string_lossy().contains("陳大文"), "{:?}", std::env::temp_dir());
    }
}

/// The user's settings as Windows keeps them: a version, a count of changes, flags, then three texts with their lengths.
fn set_proxy(flags: u32, proxy: &str, exempt: &str) {
    let mut bytes: Vec<u8> = [0x46, 1, flags].into_iter().flat_map(u32::to_le_bytes).collect();
    for text in [proxy, exempt, ""] {
        bytes.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    bytes.extend([0; 32]);
    let key = CURRENT_USER.create(CONNECTIONS).unwrap();
    key.set_bytes("DefaultConnectionSettings", Type::Bytes, &bytes).unwrap();
}

fn check(url: &str, expected: Option<&str>) {
    let found = match system_proxy(url).unwrap() {
        SystemProxy::Direct => None,
        SystemProxy::Through { url, authorization } => {
            assert!(authorization.is_none());
            Some(url)
        }
    };
    assert_eq!(found.as_deref(), expected, "{url}");
}

// F34
#[test]
fn the_proxy_of_the_users_settings_is_read_each_time_with_its_exceptions() {
    const DIRECT: u32 = 1;
    const NAMED: u32 = 3;
    if !in_a_session("the_proxy_of_the_users_settings") {
        return;
    }
    let _alone = REGISTRY.lock().unwrap();
    let api = "https://api.dingtalk.com/";
    set_proxy(DIRECT, "proxy.office:8080", "");
    check(api, None);
    set_proxy(NAMED, "proxy.office:8080", "");
    check(api, Some("http://proxy.office:8080"));
    set_proxy(NAMED, "http=a.office:80;https=b.office:8443", "*.dingtalk.com;<local>");
    check(api, None);
    check("https://api.example/", Some("http://b.office:8443"));
    set_proxy(DIRECT, "", "");
    check("https://api.example/", None);

    // A variable goes before it, but not where IT has laid down the settings.
    // SAFETY: std says that on Windows it always is.
    unsafe { std::env::set_var("HTTPS_PROXY", "http://mine.example:1") };
    check(api, Some("http://mine.example:1"));
    assert!(matches!(settings_proxy(api), Ok(SystemProxy::Direct)));
    // SAFETY: as above.
    unsafe { std::env::remove_var("HTTPS_PROXY") };
}

#[test]
fn what_windows_noted_about_our_notifications_goes_and_others_stay() {
    const NOTICES: &str = r"Software\Microsoft\Windows\CurrentVersion\Notifications\Settings";
    if !in_a_session("what_windows_noted") {
        return;
    }
    let all = CURRENT_USER.create(NOTICES).unwrap();
    for name in [identity::ID, "other.app"] {
        all.create(name).unwrap().set_u32("Enabled", 1).unwrap();
    }
    identity::forget_notices();
    assert!(all.open(identity::ID).is_err());
    assert!(all.open("other.app").is_ok());
    identity::forget_notices();
}
