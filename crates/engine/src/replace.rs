//! A file takes another one's place. Windows refuses while somebody has the old one open without letting it go, as a
//! virus scanner or an indexer does for an instant with whatever was just written.

use std::io;
use std::path::Path;
use std::time::Duration;

/// F64: until an instant is no instant any more.
const PATIENCE: Duration = Duration::from_secs(2);
const STEP: Duration = Duration::from_millis(20);

/// As `std::fs::rename`, with that patience.
///
/// # Errors
/// Of the system. What stood there stands there still.
pub(crate) fn replace(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| std::fs::rename(from, to), || std::thread::sleep(STEP))
}

fn patiently(mut attempt: impl FnMut() -> io::Result<()>, mut wait: impl FnMut()) -> io::Result<()> {
    let mut left = PATIENCE.as_millis() / STEP.as_millis();
    loop {
        match attempt() {
            Err(error) if left > 0 && is_held(&error) => {
                left -= 1;
                wait();
            }
            done => return done,
        }
    }
}

/// Denied, shared by nobody, locked: Windows says any of them.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

#[cfg(all(test, windows))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::windows::fs::OpenOptionsExt as _;

    use super::*;

    const SHARE_READ: u32 = 1;

    // F64
    #[test]
    fn a_file_that_is_held_for_an_instant_is_replaced_and_one_that_stays_held_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let (old, new) = (dir.path().join("old"), dir.path().join("new"));
        std::fs::write(&old, "old").unwrap();
        std::fs::write(&new, "new").unwrap();
        let mut held = Some(std::fs::File::options().read(true).share_mode(SHARE_READ).open(&old).unwrap());
        let mut waits = 0;
        let refused = patiently(|| std::fs::rename(&new, &old), || waits += 1).unwrap_err();
        assert!(is_held(&refused), "{refused:?}");
        assert_eq!((waits, std::fs::read_to_string(&old).unwrap().as_str()), (100, "old"));
        patiently(|| std::fs::rename(&new, &old), || drop(held.take())).unwrap();
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "new");
    }

    #[test]
    fn any_other_failure_is_told_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let missing = || std::fs::rename(dir.path().join("x"), dir.path().join("y"));
        let refused = patiently(missing, || panic!("nobody holds it")).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::NotFound);
    }
}
