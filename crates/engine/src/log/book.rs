//! The files of a log: appended line by line, turned over when one is full, and never more than so many.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::store::keep_private;

/// One file. Ten of them, the newest not yet full, are 5 MB at most.
const FULL: u64 = 500 * 1024;
const FILES: usize = 10;

pub(super) struct Book {
    dir: PathBuf,
}

impl Book {
    pub fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// One line, whole: several processes append to the same file.
    pub fn write(&self, entry: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(entry)?;
        line.push(b'\n');
        let mut file = self.open()?;
        if file.metadata()?.len() >= FULL {
            drop(file);
            self.turn()?;
            file = self.open()?;
        }
        file.write_all(&line)
    }

    /// Newest first, those that are there.
    pub fn files(&self) -> Vec<PathBuf> {
        (0..FILES).map(|age| self.path(age)).filter(|path| path.exists()).collect()
    }

    pub fn clear(&self) -> io::Result<()> {
        for path in self.files() {
            std::fs::remove_file(path)?;
        }
        Ok(())
    }

    fn open(&self) -> io::Result<File> {
        let path = self.path(0);
        match File::options().append(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            opened => return opened,
        }
        std::fs::create_dir_all(&self.dir)?;
        let file = File::options().create(true).append(true).open(&path)?;
        keep_private(&path)?;
        Ok(file)
    }

    /// Whoever comes second finds a short file and turns nothing.
    fn turn(&self) -> io::Result<()> {
        let lock = File::options().create(true).truncate(false).write(true).open(self.dir.join("turning"))?;
        lock.lock()?;
        if std::fs::metadata(self.path(0)).is_ok_and(|data| data.len() < FULL) {
            return Ok(());
        }
        for age in (0..FILES - 1).rev() {
            match std::fs::rename(self.path(age), self.path(age + 1)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }

    fn path(&self, age: usize) -> PathBuf {
        self.dir.join(if age == 0 { "hoitung.jsonl".to_owned() } else { format!("hoitung.{age}.jsonl") })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // F59
    #[test]
    fn the_files_turn_over_and_never_grow_beyond_their_share() {
        let dir = tempfile::tempdir().unwrap();
        let book = Book::new(&dir.path().join("logs"));
        let line = "x".repeat(20_000);
        for _ in 0..600 {
            book.write(&line).unwrap();
        }
        let files = book.files();
        assert_eq!(files.len(), FILES);
        let total: u64 = files.iter().map(|path| std::fs::metadata(path).unwrap().len()).sum();
        assert!((4 << 20..=5 << 20).contains(&total), "{total}");
        book.clear().unwrap();
        assert!(book.files().is_empty());
    }

    #[test]
    #[cfg_attr(windows, ignore = "lines are lost in Wine; a real Windows has not been asked yet (docs/windows.md)")]
    fn two_processes_write_whole_lines_and_lose_none() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &'static str| {
            let book = Book::new(dir.path());
            std::thread::spawn(move || (0..400).for_each(|_| book.write(&name.repeat(500)).unwrap()))
        };
        for writer in [write("a"), write("b")] {
            writer.join().unwrap();
        }
        let text: String =
            Book::new(dir.path()).files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        assert_eq!(text.lines().count(), 800);
        assert!(text.lines().all(|line| line.len() == 502), "a line was torn");
    }
}
