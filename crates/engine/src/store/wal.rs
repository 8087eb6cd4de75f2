//! The file and its write-ahead log read as bytes, without SQLite and without writing: for a folder that cannot be
//! written, and to see a log that SQLite would cut short in silence. Format: <https://sqlite.org/fileformat2.html#walformat>.

use std::collections::BTreeMap;
use std::path::Path;

const HEADER: usize = 32;
const FRAME: usize = 24;
const USUAL_PAGE: usize = 4_096;

/// What of the log counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// Up to the first frame that is not as it was written, as SQLite does.
    Sound,
    /// Whatever is as it was written, also after such a frame.
    Everything,
}

/// One database, whole, as bytes.
pub(super) struct Image {
    pub bytes: Vec<u8>,
    /// Something that was written to the log is not there any more.
    pub torn: bool,
}

struct Frame<'a> {
    page: u32,
    /// The pages of the database after this commit; 0 in the midst of one.
    commit: u32,
    ours: Ours,
    sound: bool,
    body: &'a [u8],
}

/// Whether a frame is of this log, or left over from an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ours {
    Yes,
    /// One of its two marks is: no log writes that.
    Half,
    No,
}

/// # Errors
/// Of reading. A log that is not there is an empty one.
pub(super) fn read(db: &Path, wal: &Path, take: Take) -> std::io::Result<Image> {
    let mut bytes = std::fs::read(db)?;
    let log = match std::fs::read(wal) {
        Ok(log) => log,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let torn = apply(&mut bytes, &log, take);
    Ok(Image { bytes, torn })
}

fn apply(bytes: &mut Vec<u8>, log: &[u8], take: Take) -> bool {
    // A log that was cut back to nothing, or whose first frame was not finished, holds nothing.
    if log.len() < HEADER + FRAME {
        return false;
    }
    let sound_header = header_is_sound(log);
    let page_size = if sound_header { size(number(log, 8)) } else { page_size_of(bytes) };
    let frames = frames(log, sound_header, page_size);
    let first_bad = frames.iter().position(|frame| !frame.sound).unwrap_or(frames.len());
    let torn = !sound_header
        || frames.get(first_bad).is_some_and(|frame| frame.ours != Ours::No)
        || frames.iter().skip(first_bad).any(|frame| frame.sound);
    let taken = match take {
        Take::Sound if !sound_header => 0,
        Take::Sound => first_bad,
        Take::Everything => frames.len(),
    };
    let mut pending = BTreeMap::new();
    for frame in frames.iter().take(taken).filter(|frame| frame.sound) {
        pending.insert(frame.page, frame.body);
        if frame.commit > 0 {
            commit(bytes, &mut pending, frame.commit, page_size);
        }
    }
    torn
}

fn commit(bytes: &mut Vec<u8>, pending: &mut BTreeMap<u32, &[u8]>, pages: u32, page_size: usize) {
    let whole = usize::try_from(pages).unwrap_or(0).saturating_mul(page_size);
    // A count that is far from what is there is no count.
    let most = bytes.len().saturating_add(pending.len().saturating_add(1).saturating_mul(page_size) * 64);
    if whole == 0 || whole > most {
        return;
    }
    bytes.resize(whole, 0);
    for (page, body) in std::mem::take(pending) {
        let start = usize::try_from(page.saturating_sub(1)).unwrap_or(0).saturating_mul(page_size);
        if let Some(place) = bytes.get_mut(start..start.saturating_add(page_size)) {
            place.copy_from_slice(body);
        }
    }
}

fn frames(log: &[u8], sound_header: bool, page_size: usize) -> Vec<Frame<'_>> {
    let body = log.get(HEADER..).unwrap_or_default();
    let big = number(log, 0) & 1 == 1 && sound_header;
    // Of a header that is lost, its first frame tells the marks.
    let salts = if sound_header { (number(log, 16), number(log, 20)) } else { (number(body, 8), number(body, 12)) };
    let mut chain = sound_header.then(|| (number(log, 24), number(log, 28)));
    body.chunks_exact(FRAME + page_size)
        .map(|frame| {
            let (head, page) = frame.split_at(FRAME);
            let found = (number(head, 8), number(head, 12));
            let ours = match (found.0 == salts.0, found.1 == salts.1) {
                (true, true) => Ours::Yes,
                (false, false) => Ours::No,
                _ => Ours::Half,
            };
            let kept = (number(head, 16), number(head, 20));
            let same = chain.is_none_or(|chain| {
                let begun = sum(head.get(..8).unwrap_or_default(), chain, big);
                sum(page, begun, big) == kept
            });
            // Each frame is held against what the one before says, so that one bad frame spoils no other.
            chain = Some(kept);
            let number_of_page = number(head, 0);
            let sound = ours == Ours::Yes && same && number_of_page > 0;
            Frame { page: number_of_page, commit: number(head, 4), ours, sound, body: page }
        })
        .collect()
}

fn header_is_sound(log: &[u8]) -> bool {
    let magic = number(log, 0);
    let kept = (number(log, 24), number(log, 28));
    magic & !1 == 0x377f_0682
        && size(number(log, 8)).is_power_of_two()
        && (512..=65_536).contains(&size(number(log, 8)))
        && sum(log.get(..24).unwrap_or_default(), (0, 0), magic & 1 == 1) == kept
}

fn page_size_of(db: &[u8]) -> usize {
    let told = db.get(16..18).map_or(0, |two| usize::from(u16::from_be_bytes([two[0], two[1]])));
    let told = if told == 1 { 65_536 } else { told };
    if told.is_power_of_two() && told >= 512 { told } else { USUAL_PAGE }
}

fn size(told: u32) -> usize {
    usize::try_from(told).unwrap_or(USUAL_PAGE)
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes)
}

fn sum(bytes: &[u8], from: (u32, u32), big: bool) -> (u32, u32) {
    let word = |four: &[u8]| {
        let four: [u8; 4] = four.try_into().unwrap_or_default();
        if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
    };
    bytes.chunks_exact(8).fold(from, |(one, two), eight| {
        let (left, right) = eight.split_at(4);
        let one = one.wrapping_add(word(left)).wrapping_add(two);
        (one, two.wrapping_add(word(right)).wrapping_add(one))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use rusqlite::Connection;

    use super::super::image;
    use super::*;

    fn log_of_two() -> (tempfile::TempDir, Connection, std::path::PathBuf, std::path::PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let (db, wal) = (dir.path().join("one.db"), dir.path().join("one.db-wal"));
        let connection = Connection::open(&db).unwrap();
        connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        connection.execute_batch("CREATE TABLE word(value TEXT)").unwrap();
        for number in 0..40 {
            connection.execute("INSERT INTO word VALUES (?1)", [format!("{number} {}", "示".repeat(300))]).unwrap();
        }
        (dir, connection, db, wal)
    }

    fn count(image: Image) -> i64 {
        image::open(image.bytes).unwrap().query_row("SELECT count(*) FROM word", [], |row| row.get(0)).unwrap()
    }

    // F65
    #[test]
    fn the_bytes_say_the_same_as_sqlite_does() {
        let (_dir, connection, db, wal) = log_of_two();
        for take in [Take::Sound, Take::Everything] {
            let image = read(&db, &wal, take).unwrap();
            assert!(!image.torn);
            assert_eq!(count(image), 40);
        }
        // A log that was emptied and begun anew has old frames behind the new ones.
        connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(())).unwrap();
        connection.execute("INSERT INTO word VALUES ('new')", []).unwrap();
        let image = read(&db, &wal, Take::Sound).unwrap();
        assert!(!image.torn);
        assert_eq!(count(image), 41);
    }

    // F62
    #[test]
    fn every_bit_that_flips_in_the_log_is_seen() {
        let (_dir, _connection, db, wal) = log_of_two();
        let bytes = std::fs::read(&db).unwrap();
        let log = std::fs::read(&wal).unwrap();
        for at in (0..log.len()).step_by(97) {
            let mut damaged = log.clone();
            damaged[at] ^= 0x10;
            assert!(apply(&mut bytes.clone(), &damaged, Take::Sound), "byte {at} of {}", log.len());
        }
    }
}
