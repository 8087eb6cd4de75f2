//! Files for whoever programs against this app: what is filled in, and writing them beside what is there.

use std::path::{Path, PathBuf};

use super::is_plain;
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::write::{Readers, make_dir, write_whole};

/// What a program has to know, without what it has to be given: secrets are theirs to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterKit {
    pub company: String,
    pub practice: bool,
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
    /// `https://oapi.dingtalk.com`
    pub old_host: String,
    /// `https://api.dingtalk.com`
    pub new_host: String,
}

/// One file of the kit: its name, and what is in it.
pub type StarterFile = (&'static str, String);

/// Whether what is there may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    Nothing,
    Seen,
}

impl Engine {
    /// # Errors
    /// `ConnectionUnknown`, `PracticeNotRunning`.
    pub async fn starter_kit(&self, id: &ConnectionId) -> Result<StarterKit> {
        let row = self.row(id).await?;
        let hosts = self.hosts(&row)?;
        // They go into programs: what is not a plain identifier is left for a person to fill in.
        let plain = |text: &str| if is_plain(text) { text.to_owned() } else { String::new() };
        let keys = row.working_keys.as_ref();
        Ok(StarterKit {
            company: row.name.clone(),
            practice: row.region == Region::Practice,
            corp_id: keys.map(|keys| plain(&keys.corp_id)).unwrap_or_default(),
            client_id: plain(row.client_id()),
            agent_id: keys.map(|keys| plain(&keys.agent_id)).unwrap_or_default(),
            old_host: hosts.old().to_owned(),
            new_host: hosts.new_host().to_owned(),
        })
    }
}

/// A folder of this name that is not there yet, with a number where one is.
pub fn free_dir(parent: &Path, name: &str) -> PathBuf {
    let first = parent.join(name);
    if !first.exists() {
        return first;
    }
    let numbered = (2..).map(|number: u32| parent.join(format!("{name}-{number}")));
    numbered.into_iter().find(|path| !path.exists()).unwrap_or(first)
}

/// All of them, or none where one would replace something unseen.
///
/// # Errors
/// `FilesInTheWay` with their names; `FileUnwritable`, `DiskFull`.
pub fn write_starter(dir: &Path, files: &[StarterFile], replace: Replace) -> Result<Vec<PathBuf>> {
    let in_the_way: Vec<&str> = files.iter().map(|(name, _)| *name).filter(|name| dir.join(name).exists()).collect();
    if replace == Replace::Nothing && !in_the_way.is_empty() {
        return Err(Problem::new(ProblemCode::FilesInTheWay).arg("names", in_the_way.join(", ")));
    }
    make_dir(dir)?;
    let mut written = Vec::new();
    for (name, text) in files {
        let path = dir.join(name);
        write_whole(&path, text.as_bytes(), Readers::Usual)?;
        written.push(path);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_there_is_replaced_only_by_somebody_who_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let into = dir.path().join("new").join("folder");
        let files = [("README.md", "one".to_owned()), ("read.py", "two".to_owned())];
        assert_eq!(write_starter(&into, &files, Replace::Nothing).unwrap().len(), 2);
        std::fs::write(into.join("read.py"), "mine").unwrap();
        std::fs::remove_file(into.join("README.md")).unwrap();
        let refused = write_starter(&into, &files, Replace::Nothing).unwrap_err();
        assert_eq!((refused.code, refused.args["names"].as_str()), (ProblemCode::FilesInTheWay, "read.py"));
        assert_eq!(std::fs::read_to_string(into.join("read.py")).unwrap(), "mine");
        assert!(!into.join("README.md").exists(), "nothing was written");
        write_starter(&into, &files, Replace::Seen).unwrap();
        assert_eq!(std::fs::read_to_string(into.join("read.py")).unwrap(), "two");
    }
}
