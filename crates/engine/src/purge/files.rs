//! Our files in our folder, and nobody else's. No link is followed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::home::{Home, unwritten};
use crate::problem::Result;

/// Our folders within the folder, and what we write into each.
const FOLDERS: [(&str, Judge); 3] = [("practice", is_practice), ("sheets", is_sheet), ("logs", is_log)];
/// Holds a folder for each company and place.
const DEPLOY: &str = "deploy";

type Judge = fn(&str) -> bool;

pub(super) struct Found {
    pub ours: Vec<PathBuf>,
    pub strangers: Vec<PathBuf>,
}

pub(super) struct Removed {
    pub files: u32,
    pub folder_gone: bool,
}

impl Found {
    fn sort_in(&mut self, folder: &Path, is_ours: Judge) {
        for inner in entries(folder) {
            let ours = is_ours(&name_of(&inner)) && !is_folder(&inner);
            if ours { self.ours.push(inner) } else { self.strangers.push(inner) }
        }
    }
}

pub(super) fn look(dir: &Path) -> Found {
    let mut found = Found { ours: Vec::new(), strangers: Vec::new() };
    for path in entries(dir) {
        let name = name_of(&path);
        if name == DEPLOY && is_folder(&path) {
            for place in entries(&path) {
                if is_folder(&place) { found.sort_in(&place, is_deployed) } else { found.strangers.push(place) }
            }
            continue;
        }
        let folder = FOLDERS.iter().find(|(folder, _)| *folder == name).filter(|_| is_folder(&path));
        match folder {
            Some((_, is_ours)) => found.sort_in(&path, *is_ours),
            None if Home::is_ours(&name) && !is_folder(&path) => found.ours.push(path),
            None => found.strangers.push(path),
        }
    }
    // The file that names the secrets last; its copies would bring it back.
    found.ours.sort_by_key(|path| rank(&name_of(path)));
    found
}

/// # Errors
/// Of the disk, with the folder; what is left is removed the next time.
pub(super) fn remove(dir: &Path, lock: Option<File>) -> Result<Removed> {
    let mut files = 0;
    for path in look(dir).ours.iter().filter(|path| name_of(path) != "in-use") {
        match fs::remove_file(path) {
            Ok(()) => files += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(unwritten(&error, dir)),
        }
    }
    // One that holds a stranger's file stays.
    for place in entries(&dir.join(DEPLOY)).iter().filter(|place| is_folder(place)) {
        let _ = fs::remove_dir(place);
    }
    for folder in FOLDERS.map(|(folder, _)| folder).into_iter().chain([DEPLOY]) {
        let _ = fs::remove_dir(dir.join(folder));
    }
    drop(lock);
    if fs::remove_file(dir.join("in-use")).is_ok() {
        files += 1;
    }
    Ok(Removed { files, folder_gone: fs::remove_dir(dir).is_ok() })
}

pub(super) fn shown(dir: &Path, path: &Path) -> String {
    path.strip_prefix(dir).unwrap_or(path).display().to_string()
}

fn rank(name: &str) -> u8 {
    match name {
        "hoitung.db" => 5,
        "hoitung.db-wal" | "hoitung.db-shm" => 4,
        "installation" => 3,
        _ if name.starts_with("hoitung.db.") => 2,
        _ => 1,
    }
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    all.sort();
    all
}

/// A link to a folder is none.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_dir())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_practice(name: &str) -> bool {
    let stem = name.strip_suffix(".part").or_else(|| name.strip_suffix(".new")).unwrap_or(name);
    ["world.json", "changes.jsonl", "journal.jsonl", "ports.json", "running.json", "lock", "ca.pem", "ca.key"]
        .contains(&stem)
}

fn is_sheet(name: &str) -> bool {
    ends(name, &["html", "ics", "txt"]) || is_unfinished(name)
}

fn is_deployed(name: &str) -> bool {
    let written = ["hoitung.service", "hoitung-check.service", "hoitung-check.timer", "install.sh"];
    let others = ["Containerfile", "compose.yaml", "hoitung-task.xml"];
    written.contains(&name) || others.contains(&name) || is_unfinished(name)
}

/// What a kill left of a file that was being written (`write.rs`).
fn is_unfinished(name: &str) -> bool {
    name.starts_with('.') && ends(name, &["part"])
}

fn is_log(name: &str) -> bool {
    name == "turning" || (name.starts_with("hoitung") && ends(name, &["jsonl"]))
}

fn ends(name: &str, endings: &[&str]) -> bool {
    Path::new(name).extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))
}
