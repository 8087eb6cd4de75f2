//! A report of a problem, for whoever mends this program: made here, without what names a person, a company or a computer,
//! and shown whole before it is saved anywhere. It is data, not prose, and the same in every language.

mod head;
mod redact;

use std::path::Path;

pub(crate) use redact::Redactor;
use serde::{Deserialize, Serialize};

use crate::clock::file_stamp;
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::{connection, message, robot};
use crate::write::{Readers, make_dir, write_whole};

/// The end of each log; that of all of them with the rest.
const LOG: usize = 128 * 1024;
const WHOLE: usize = 672 * 1024;
/// Letters of what a person adds.
const NOTE: usize = 4_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub text: String,
    pub kilobytes: u32,
    /// How many places were blotted out.
    pub hidden: u32,
}

impl Engine {
    /// Nothing is sent and nothing is written.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn report(&self, note: &str) -> Result<Report> {
        let head = self.report_head().await?;
        let redactor = self.redactor().await?;
        let logs = self.shared.log.files();
        let note: String = note.chars().take(NOTE).collect();
        let made = tokio::task::spawn_blocking(move || assemble(&head, &note, &logs, &redactor)).await;
        made.map_err(|_| crate::problem::Problem::new(crate::problem::ProblemCode::StoreUnusable))
    }

    /// Keeps what was shown as a file in the folder of printable pages; where it lies.
    ///
    /// # Errors
    /// `FileUnwritable`, `DiskFull`.
    pub fn report_save(&self, name: &str, text: &str) -> Result<String> {
        let dir = &self.shared.sheets_dir;
        let stamp = file_stamp(self.shared.parts.clock.now());
        let path = dir.join(format!("hoitung-{name}-{stamp}.txt"));
        make_dir(dir)?;
        write_whole(&path, text.as_bytes(), Readers::Owner)?;
        Ok(path.display().to_string())
    }

    pub(crate) async fn redactor(&self) -> Result<Redactor> {
        let (rows, robots, sent) = self
            .shared
            .store
            .with(|store| {
                let rows = connection::all(store)?;
                let mut robots = Vec::new();
                let mut sent = Vec::new();
                for row in &rows {
                    robots.extend(robot::all(store, &row.id)?);
                    sent.extend(message::sent(store, &row.id)?);
                }
                Ok((rows, robots, sent))
            })
            .await?;
        let mut redactor = Redactor::default();
        for row in rows {
            redactor.know("company", &[&row.name, &row.register.company_name]);
            redactor.know("app", &[&row.app_name]);
            redactor.know("email", &[&row.register.email]);
            redactor.know("ip", &[row.address.as_deref().unwrap_or_default()]);
            redactor.know("id", &[&row.id.0, &row.draft_corp_id, &row.draft_client_id, &row.draft_agent_id]);
            if let Some(keys) = &row.working_keys {
                redactor.know("id", &[&keys.corp_id, &keys.client_id, &keys.agent_id]);
            }
        }
        for robot in robots {
            redactor.know("robot", &[&robot.name, robot.keyword.as_deref().unwrap_or_default()]);
        }
        for one in sent {
            redactor.know("name", &[&one.name, &one.target]);
        }
        let home = self.shared.home.dir().display().to_string();
        redactor.know("folder", &[&home]);
        for name in ["HOME", "USERPROFILE"] {
            redactor.know("home", &[&std::env::var(name).unwrap_or_default()]);
        }
        redactor.know("user", &[&self.shared.parts.user_name]);
        for name in ["COMPUTERNAME", "HOSTNAME", "USERDOMAIN"] {
            redactor.know("computer", &[&std::env::var(name).unwrap_or_default()]);
        }
        Ok(redactor)
    }
}

fn assemble(head: &str, note: &str, logs: &[std::path::PathBuf], redactor: &Redactor) -> Report {
    let (mut text, mut hidden) = redactor.redact(head);
    if !note.trim().is_empty() {
        let (note, found) = redactor.redact(note.trim());
        text.push_str("\n\n=== note\n");
        text.push_str(&note);
        hidden += found;
    }
    for path in logs {
        let (part, found) = redactor.redact(&tail(path));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if text.len() + part.len() + name.len() + 16 > WHOLE {
            break;
        }
        hidden += found;
        text.push_str("\n\n=== ");
        text.push_str(&name);
        text.push('\n');
        text.push_str(part.trim_end());
    }
    text.push('\n');
    Report { kilobytes: u32::try_from(text.len().div_ceil(1024)).unwrap_or(u32::MAX), hidden, text }
}

/// Whole, oldest first.
pub(crate) fn logs(files: &[std::path::PathBuf], redactor: &Redactor) -> String {
    let read = |path: &std::path::PathBuf| std::fs::read(path).unwrap_or_default();
    let whole: Vec<u8> = files.iter().rev().flat_map(read).collect();
    redactor.redact(&String::from_utf8_lossy(&whole)).0
}

/// The last lines, whole ones.
fn tail(path: &Path) -> String {
    let text = std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    if text.len() <= LOG {
        return text;
    }
    let mut start = text.len() - LOG;
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let rest = text.get(start..).unwrap_or_default();
    rest.split_once('\n').map_or(String::new(), |(_, lines)| lines.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // S24
    #[test]
    fn a_report_is_no_longer_than_somebody_can_send() {
        let dir = tempfile::tempdir().unwrap();
        let logs: Vec<_> = (0..10)
            .map(|number| {
                let path = dir.path().join(format!("hoitung.{number}.jsonl"));
                std::fs::write(&path, format!("{{\"n\":{number}}}\n").repeat(60_000)).unwrap();
                path
            })
            .collect();
        let report = assemble("{}", &"說".repeat(100), &logs, &Redactor::default());
        assert!((600 * 1024..=WHOLE + 1).contains(&report.text.len()), "{}", report.text.len());
        let lines = report.text.lines().filter(|line| line.starts_with("{\"n\""));
        assert!(lines.clone().count() > 10_000 && lines.clone().all(|line| line.ends_with('}')), "a line was cut");
    }
}
