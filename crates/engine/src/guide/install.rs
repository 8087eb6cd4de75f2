//! A newer pack of guides takes the place of the present ones: all of it in one transaction, or nothing.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::pack::{LARGEST_SIGNATURE, newer_than, read, too_large};
use super::{Book, LARGEST_PACK, SIGNATURE_ENDING};
use crate::engine::{Engine, locked};
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::setting;

/// Public keys by which a pack is believed. None yet: until there is a maker who signs, every pack is refused.
pub(crate) const MAKERS_KEY: &str = "";

impl Engine {
    /// Reads `file` and the signature beside it, and puts the guides in force. A repeat of the same file is refused as
    /// not newer, and changes nothing.
    ///
    /// # Errors
    /// `GuidesUnreadable`, `GuidesTooLarge`, `GuidesUnsigned`, `GuidesTampered`, `GuidesKeyMissing`, `GuidesTooNew`,
    /// `GuidesUnfit`, `GuidesOlder`, and those of the store.
    pub async fn guides_install(&self, file: &Path) -> Result<Book> {
        let path = file.to_owned();
        let read_both = move || Ok((text_of(&path, LARGEST_PACK)?, signature_beside(&path)?));
        let (text, signature) =
            tokio::task::spawn_blocking(read_both).await.unwrap_or_else(|_| Err(unreadable(Path::new(""))))?;
        let key = locked(&self.shared.guide_key).clone();
        let pack = read(text.as_bytes(), &signature, &key)?;
        let present = self.guides().await?.pack.edition;
        newer_than(pack.edition, present)?;
        self.shared.store.with(move |transaction| setting::set_guides(transaction, &text, &signature)).await?;
        self.guides().await
    }

    /// Believe packs signed by this key instead of the maker's. For tests, whose keys are made in the test.
    pub fn set_guide_key(&self, key: &str) {
        key.clone_into(&mut locked(&self.shared.guide_key));
    }
}

fn signature_beside(file: &Path) -> Result<String> {
    let mut path = file.as_os_str().to_owned();
    path.push(SIGNATURE_ENDING);
    let path = PathBuf::from(path);
    if !path.exists() {
        return Err(Problem::new(ProblemCode::GuidesUnsigned));
    }
    match text_of(&path, LARGEST_SIGNATURE) {
        Err(problem) if problem.code == ProblemCode::GuidesTooLarge => Err(Problem::new(ProblemCode::GuidesTampered)),
        read => read,
    }
}

/// At most `limit` bytes, however large the file says it is or becomes.
fn text_of(path: &Path, limit: u64) -> Result<String> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|_| unreadable(path))?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| unreadable(path))?;
    if bytes.len() as u64 > limit {
        return Err(too_large());
    }
    // Bytes that are no text are no guides; the signature would say so too, in less fitting words.
    String::from_utf8(bytes).map_err(|_| Problem::new(ProblemCode::GuidesTampered))
}

fn unreadable(path: &Path) -> Problem {
    Problem::new(ProblemCode::GuidesUnreadable).arg("path", path.display())
}
