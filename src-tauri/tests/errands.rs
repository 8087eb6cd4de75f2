//! The program itself, as an installer calls it.
#![allow(clippy::unwrap_used)]

use std::process::Command;

/// There is no shortcut of ours to be named here, and it says so.
#[test]
fn the_installers_errand_ends_without_a_window_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_hoitung"));
    program.arg("--installed").env("HOITUNG_HOME", home.path()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    assert_eq!(program.status().unwrap().code(), Some(1));
    assert_eq!(home.path().read_dir().unwrap().count(), 0);
}
