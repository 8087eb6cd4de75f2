//! `journal.jsonl`: every entry of the journal, one a line, oldest first. Only ever appended to.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::super::Entry;
use super::private_file;

/// The place of every so-many-th line is remembered.
const STRIDE: u64 = 256;

#[derive(Debug)]
pub struct JournalFile {
    path: PathBuf,
    file: File,
    /// Where the lines 0, STRIDE, 2 × STRIDE … begin.
    places: Vec<u64>,
    lines: u64,
    size: u64,
}

impl JournalFile {
    /// Drops whatever stands after the given number of lines: its call was never answered.
    pub fn open(path: &Path, lines: u64) -> io::Result<Self> {
        let file = private_file().create(true).append(true).read(true).open(path)?;
        let mut opened = Self { path: path.to_owned(), file, places: Vec::new(), lines: 0, size: 0 };
        let mut reader = BufReader::new(&opened.file);
        let mut line = Vec::new();
        while opened.lines < lines {
            line.clear();
            let length = reader.read_until(b'\n', &mut line)?;
            if !line.ends_with(b"\n") {
                break;
            }
            if opened.lines.is_multiple_of(STRIDE) {
                opened.places.push(opened.size);
            }
            opened.lines += 1;
            opened.size += length as u64;
        }
        opened.file.set_len(opened.size)?;
        Ok(opened)
    }

    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// Drops whatever stands after the given number of lines.
    pub fn shorten(&mut self, lines: u64) -> io::Result<()> {
        if lines < self.lines {
            *self = Self::open(&self.path, lines)?;
        }
        Ok(())
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    /// In one write. After an error the file is as before.
    pub fn append(&mut self, entries: &[Entry]) -> io::Result<()> {
        if entries.is_empty() {
            return Ok(());
        }
        let mut text = Vec::new();
        let mut places = Vec::new();
        for (entry, line) in entries.iter().zip(self.lines..) {
            if line.is_multiple_of(STRIDE) {
                places.push(self.size + text.len() as u64);
            }
            serde_json::to_writer(&mut text, entry)?;
            text.push(b'\n');
        }
        if let Err(error) = self.file.write_all(&text) {
            self.file.set_len(self.size)?;
            return Err(error);
        }
        self.places.extend(places);
        self.lines += entries.len() as u64;
        self.size += text.len() as u64;
        Ok(())
    }

    /// Entries numbered from `after` + 1 on, at most `limit`.
    pub fn page(&mut self, after: u64, limit: usize) -> io::Result<Vec<Entry>> {
        let Some(place) = usize::try_from(after / STRIDE).ok().and_then(|stride| self.places.get(stride)) else {
            return Ok(Vec::new());
        };
        self.file.seek(SeekFrom::Start(*place))?;
        let lines = BufReader::new((&self.file).take(self.size - place)).lines();
        let skipped = usize::try_from(after % STRIDE).unwrap_or_default();
        lines.skip(skipped).take(limit).map(|line| Ok(serde_json::from_str(&line?)?)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::Timestamp;

    use super::*;
    use crate::state::Effect;

    fn entries(numbers: std::ops::Range<u64>) -> Vec<Entry> {
        let entry = |number: u64| Entry {
            at: Timestamp::UNIX_EPOCH,
            effect: Effect::TokenIssued { client_id: number.to_string() },
        };
        numbers.map(entry).collect()
    }

    #[test]
    fn any_page_is_found_also_after_opening_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        let mut file = JournalFile::open(&path, 0).unwrap();
        for number in 0..100 {
            file.append(&entries(number * 10..number * 10 + 10)).unwrap();
        }
        let check = |file: &mut JournalFile, after: u64, limit: usize, expected: std::ops::Range<u64>| {
            assert_eq!(file.page(after, limit).unwrap(), entries(expected), "{after} {limit}");
        };
        let mut again = JournalFile::open(&path, 1000).unwrap();
        for file in [&mut file, &mut again] {
            check(file, 0, 3, 0..3);
            check(file, 255, 2, 255..257);
            check(file, 256, 2, 256..258);
            check(file, 998, 10, 998..1000);
            check(file, 1000, 10, 0..0);
            check(file, 5000, 10, 0..0);
        }
    }

    #[test]
    fn what_was_never_answered_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        JournalFile::open(&path, 0).unwrap().append(&entries(0..3)).unwrap();
        std::fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"{\"at\":").unwrap();
        let mut file = JournalFile::open(&path, 2).unwrap();
        file.append(&entries(9..10)).unwrap();
        assert_eq!(file.page(0, 9).unwrap(), [entries(0..2), entries(9..10)].concat());
    }
}
