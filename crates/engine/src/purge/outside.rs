//! What lies outside our folder: what makes the system start us by itself, and what it noted about us.

use crate::problem::{Problem, ProblemCode, Result};

/// Our task in the system's own scheduler, as the files for it name it; or a folder of that name.
#[cfg(any(windows, test))]
const TASK: &str = r"\Hoitung";

pub(super) fn starts_itself() -> bool {
    platform::autostart::is_on().ok().flatten().unwrap_or(false)
}

/// Their names, with their folder.
#[cfg(windows)]
pub(super) fn tasks() -> Vec<String> {
    ours(&scheduler(&["/Query", "/FO", "CSV", "/NH"]))
}

/// A task stands in the list once for each of its times.
#[cfg(any(windows, test))]
fn ours(listed: &str) -> Vec<String> {
    let is_ours = |name: &&str| name.strip_prefix(TASK).is_some_and(|rest| rest.is_empty() || rest.starts_with('\\'));
    let mut names: Vec<String> =
        listed.lines().filter_map(|line| line.split('"').nth(1)).filter(is_ours).map(ToOwned::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(not(windows))]
pub(super) fn tasks() -> Vec<String> {
    Vec::new()
}

/// # Errors
/// `TaskLeft`: the system's own tool is asked again, for its word is not enough, and an administrator's task is not ours.
pub(super) fn remove_tasks() -> Result<()> {
    #[cfg(windows)]
    for name in tasks() {
        scheduler(&["/Delete", "/TN", &name, "/F"]);
    }
    match tasks().first() {
        Some(name) => Err(Problem::new(ProblemCode::TaskLeft).arg("task", name)),
        None => Ok(()),
    }
}

/// # Errors
/// `AutostartUnset`. An entry that is switched off goes too; where it cannot, it starts nothing.
pub(super) fn remove() -> Result<()> {
    platform::identity::forget_notices();
    if platform::autostart::set(false).is_err() && starts_itself() {
        return Err(Problem::new(ProblemCode::AutostartUnset));
    }
    Ok(())
}

/// S58: the system's own tool by its whole path, never one that lies beside us.
#[cfg(windows)]
fn scheduler(arguments: &[&str]) -> String {
    use std::os::windows::process::CommandExt as _;

    /// Windows' `CREATE_NO_WINDOW`: a console would flash up over our window.
    const NO_WINDOW: u32 = 0x0800_0000;
    /// What the tool starts may hold its output open for ever.
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

    let Some(tools) = platform::installation::system_folder() else { return String::new() };
    let tool = tools.join("schtasks.exe");
    let mut command = std::process::Command::new(tool);
    command.args(arguments).creation_flags(NO_WINDOW).stdin(std::process::Stdio::null());
    let (told, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || told.send(command.output()));
    let output = heard.recv_timeout(PATIENCE).ok().and_then(std::result::Result::ok);
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_tasks_are_told_from_everybody_elses() {
        let listed = "\"\\Hoitung\",\"1/12/2026 09:00:00\",\"Ready\"\r\n\"\\Hoitung\",\"1/12/2026 15:00:00\",\"Ready\"\r\n\
            \"\\Hoitung\\check\",\"N/A\",\"Ready\"\r\n\"\\Hoitung2\",\"N/A\",\"Ready\"\r\n\"\\Microsoft\\Hoitung\",\"N/A\",\"Ready\"\r\n";
        assert_eq!(ours(listed), [r"\Hoitung", r"\Hoitung\check"]);
        assert!(ours("INFO: There are no scheduled tasks presently available.\r\n").is_empty());
    }
}
