//! What lies outside our folder: what makes the system start us by itself.

use crate::problem::{Problem, ProblemCode, Result};

/// Where our tasks are in the system's own scheduler.
#[cfg(windows)]
const FOLDER: &str = r"\Hoitung\";

pub(super) fn starts_itself() -> bool {
    platform::autostart::is_on().ok().flatten().unwrap_or(false)
}

/// Their names, with their folder.
#[cfg(windows)]
pub(super) fn tasks() -> Vec<String> {
    let listed = scheduler(&["/Query", "/FO", "CSV", "/NH"]);
    let mut names: Vec<String> = listed
        .lines()
        .filter_map(|line| line.split('"').nth(1))
        .filter(|name| name.starts_with(FOLDER))
        .map(ToOwned::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(not(windows))]
pub(super) fn tasks() -> Vec<String> {
    Vec::new()
}

#[cfg(windows)]
pub(super) fn remove() -> Result<()> {
    for name in tasks() {
        scheduler(&["/Delete", "/TN", &name, "/F"]);
    }
    start_no_more()
}

#[cfg(not(windows))]
pub(super) fn remove() -> Result<()> {
    start_no_more()
}

/// A system that has no such place has nothing there either.
fn start_no_more() -> Result<()> {
    if !starts_itself() {
        return Ok(());
    }
    platform::autostart::set(false).map_err(|_| Problem::new(ProblemCode::HomeUnusable))
}

/// S58: the system's own tool by its whole path, never one that lies beside us.
#[cfg(windows)]
fn scheduler(arguments: &[&str]) -> String {
    let Some(root) = std::env::var_os("SystemRoot") else { return String::new() };
    let tool = std::path::Path::new(&root).join("System32").join("schtasks.exe");
    let told = std::process::Command::new(tool).args(arguments).output();
    told.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default()
}
