//! Loading a world and keeping it: what a killed server had answered is there, what it had not may be.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::journal::{self, Journal};
use super::super::rows::without_lists;
use super::super::{Entry, World};
use super::changes::{Changes, Commit, replay};
use super::journal_file::JournalFile;
use super::{StoreError, unusable, write_whole};

const WORLD_FILE: &str = "world.json";
const CHANGES_FILE: &str = "changes.jsonl";
const JOURNAL_FILE: &str = "journal.jsonl";

/// Format 1 was one file with the journal inside.
const FORMAT: u32 = 2;

/// Changes are folded into `world.json` when they are longer than this, in bytes.
const CHANGES_LIMIT: u64 = 16 * 1024 * 1024;

#[derive(Serialize)]
struct Saving<'a> {
    format: u32,
    generation: u64,
    /// Lines of the journal file that belong to this world.
    journal: u64,
    world: &'a World,
}

#[derive(Deserialize)]
struct Saved {
    format: u32,
    #[serde(default)]
    generation: u64,
    #[serde(default)]
    journal: u64,
    world: Value,
}

/// A world as the folder holds it.
#[derive(Debug)]
pub struct Loaded {
    pub world: World,
    generation: u64,
    /// Lines of the journal file that belong to it. `None`: the journal is in the world, of format 1.
    lines: Option<u64>,
}

/// The open files of the world that is served.
#[derive(Debug)]
pub struct Disk {
    dir: PathBuf,
    generation: u64,
    changes: Changes,
    journal: JournalFile,
    /// The world's plain fields as they were last saved.
    rest: String,
    /// A write failed half-way: only writing all can mend the folder.
    damaged: bool,
    unsynced: bool,
}

/// The saved world; `None` in a new folder. Changes nothing there.
pub fn load(dir: &Path) -> Result<Option<Loaded>, StoreError> {
    let path = dir.join(WORLD_FILE);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable(&path, &error)),
    };
    let saved: Saved = serde_json::from_slice(&text).map_err(|error| unusable(&path, &error))?;
    let Saved { format, generation, mut journal, mut world } = saved;
    if !(1..=FORMAT).contains(&format) {
        return Err(unusable(&path, &format!("format {format}")));
    }
    if format > 1 {
        // A folder copied without it is only older.
        let changes = fs::read(dir.join(CHANGES_FILE)).unwrap_or_default();
        journal = replay(&String::from_utf8_lossy(&changes), generation, &mut world).unwrap_or(journal);
    }
    let world = serde_json::from_value(world).map_err(|error| unusable(&path, &error))?;
    Ok(Some(Loaded { world, generation, lines: (format > 1).then_some(journal) }))
}

impl Loaded {
    /// A new world for a new folder.
    pub fn fresh(world: World) -> Self {
        Self { world, generation: 0, lines: None }
    }

    /// Puts the saved world and its journal aside as `world-YYYYMMDD-HHMMSS.json` and
    /// `journal-YYYYMMDD-HHMMSS.jsonl`, so that starting over loses nothing.
    pub fn set_aside(self, dir: &Path, now: Timestamp) -> Result<(), StoreError> {
        let stamp = now.strftime("%Y%m%d-%H%M%S");
        Disk::begin(dir, self)?;
        // Folded into the world, and not to be taken for changes of the next one.
        fs::remove_file(dir.join(CHANGES_FILE)).map_err(|error| unusable(dir, &error))?;
        for (name, aside) in
            [(WORLD_FILE, format!("world-{stamp}.json")), (JOURNAL_FILE, format!("journal-{stamp}.jsonl"))]
        {
            fs::rename(dir.join(name), dir.join(aside)).map_err(|error| unusable(&dir.join(name), &error))?;
        }
        Ok(())
    }
}

/// Everything, whole: the folder holds the world as before or as now, whatever happens.
fn write_world(dir: &Path, generation: u64, journal: &mut JournalFile, world: &mut World) -> io::Result<Changes> {
    journal.shorten(world.journal.saved_lines())?;
    journal.append(world.journal.unsaved())?;
    journal.file().sync_data()?;
    world.journal.mark_saved();
    let saving = Saving { format: FORMAT, generation, journal: journal.lines(), world };
    write_whole(&dir.join(WORLD_FILE), &serde_json::to_vec(&saving)?)?;
    // The old ones name an older generation, so they no longer count.
    let changes = Changes::begin(&dir.join(CHANGES_FILE), generation)?;
    world.take_changes()?;
    Ok(changes)
}

impl Disk {
    /// Writes the world whole, and begins to keep its changes.
    pub fn begin(dir: &Path, loaded: Loaded) -> Result<(Self, World), StoreError> {
        let Loaded { mut world, generation, lines } = loaded;
        let failed = |error| unusable(dir, &error);
        let mut journal = JournalFile::open(&dir.join(JOURNAL_FILE), lines.unwrap_or_default()).map_err(failed)?;
        if lines.is_some() {
            let earlier = journal.lines().saturating_sub(journal::kept());
            let unsaved = std::mem::take(&mut world.journal);
            world.journal = Journal::saved(journal.page(earlier, usize::MAX).map_err(failed)?, earlier);
            unsaved.iter().for_each(|entry| world.journal.push(entry.clone()));
        }
        let generation = generation + 1;
        let changes = write_world(dir, generation, &mut journal, &mut world).map_err(failed)?;
        let rest = without_lists(&world).map_err(|error| unusable(dir, &error))?;
        let dir = dir.to_owned();
        Ok((Self { dir, generation, changes, journal, rest, damaged: false, unsynced: false }, world))
    }

    fn failed(&self, error: &dyn ToString) -> StoreError {
        unusable(&self.dir, error)
    }

    /// Hands what changed to the operating system: a killed server loses none of it, a power cut may.
    pub fn keep(&mut self, world: &mut World) -> Result<(), StoreError> {
        if self.damaged || self.changes.size() > CHANGES_LIMIT {
            return self.write_all(world).map_err(|error| self.failed(&error));
        }
        // First, since the line of the changes tells how much of it counts.
        let news = !world.journal.unsaved().is_empty();
        self.journal.append(world.journal.unsaved()).map_err(|error| self.failed(&error))?;
        world.journal.mark_saved();
        // From here on the lists believe to be saved.
        self.damaged = true;
        let lists = world.take_changes().map_err(|error| self.failed(&error))?;
        let rest = without_lists(world).map_err(|error| self.failed(&error))?;
        let rest = (rest != self.rest).then_some(rest);
        if news || rest.is_some() || !lists.is_empty() {
            let commit = Commit { journal: self.journal.lines(), rest, lists };
            self.changes.append(&commit).map_err(|error| self.failed(&error))?;
            self.rest = commit.rest.unwrap_or_else(|| std::mem::take(&mut self.rest));
            self.unsynced = true;
        }
        self.damaged = false;
        Ok(())
    }

    fn write_all(&mut self, world: &mut World) -> io::Result<()> {
        self.damaged = true;
        self.generation += 1;
        self.changes = write_world(&self.dir, self.generation, &mut self.journal, world)?;
        self.rest = without_lists(world)?;
        self.damaged = false;
        self.unsynced = false;
        Ok(())
    }

    /// What was kept last is not the world's any more: the next time everything is written.
    pub fn mistrust(&mut self) {
        self.damaged = true;
    }

    /// Files to sync, without holding up anybody. Empty when nothing is new.
    pub fn unsynced(&mut self) -> io::Result<Vec<File>> {
        if !std::mem::take(&mut self.unsynced) {
            return Ok(Vec::new());
        }
        Ok(vec![self.journal.file().try_clone()?, self.changes.file().try_clone()?])
    }

    /// Returns when everything kept so far has reached the disk.
    pub fn sync(&mut self) -> Result<(), StoreError> {
        for file in self.unsynced().map_err(|error| self.failed(&error))? {
            file.sync_data().map_err(|error| self.failed(&error))?;
        }
        Ok(())
    }

    /// Entries of the journal file numbered from `after` + 1 on.
    pub fn journal_page(&mut self, after: u64, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.journal.page(after, limit).map_err(|error| self.failed(&error))
    }
}
