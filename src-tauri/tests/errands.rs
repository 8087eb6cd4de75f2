//! The program itself, as an installer calls it.
#![allow(clippy::unwrap_used)]

use std::process::{Command, Stdio};

/// There is no shortcut of ours to be named here, and it says so.
#[test]
fn the_installers_errand_ends_without_a_window_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_hoitung"));
    program.arg("--installed").env("HOITUNG_HOME", home.path()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    assert_eq!(program.status().unwrap().code(), Some(1));
    assert_eq!(home.path().read_dir().unwrap().count(), 0);
}

/// It is started when the window that used the folder has ended.
#[test]
fn what_the_web_view_kept_is_removed_and_what_lies_beside_it_stays() {
    let data = tempfile::tempdir().unwrap();
    let kept = data.path().join("hk.hoitung.app").join("EBWebView");
    std::fs::create_dir_all(&kept).unwrap();
    std::fs::write(kept.join("Local State"), "{}").unwrap();
    std::fs::write(data.path().join("mine.txt"), "mine").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_hoitung"));
    program.arg("--forget-pages").env("XDG_DATA_HOME", data.path()).env("LOCALAPPDATA", data.path());
    program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").stdin(Stdio::piped());
    let mut started = program.spawn().unwrap();
    // It waits for whoever started it, as long as that holds its input open.
    assert!(kept.exists());
    drop(started.stdin.take());
    assert_eq!(started.wait().unwrap().code(), Some(0));
    let left: Vec<_> = data.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["mine.txt"]);
}
