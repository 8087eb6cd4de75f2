//! A pack of guides in one file, signed with minisign beside it. Everything wrong with it is a cause of its own.

use minisign_verify::{PublicKey, Signature};
use serde::{Deserialize, Serialize};

use super::{Guide, GuidePlace, faults, shipped};
use crate::problem::{Problem, ProblemCode, Result};

/// The shape of packs that this program reads.
pub const FORMAT: u32 = 1;

/// All shipped guides are a seventh of this.
pub const LARGEST_PACK: u64 = 512 * 1024;

/// A signature by minisign is four lines.
pub(super) const LARGEST_SIGNATURE: u64 = 4 * 1024;

/// What the signature's file adds to the name of the pack's.
pub const SIGNATURE_ENDING: &str = ".minisig";

/// Guides for all places, numbered: a higher edition is a newer one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub format: u32,
    pub edition: u64,
    pub guides: Vec<Guide>,
}

/// Only these two are asked for first: a pack of a later format may hold anything else.
#[derive(Deserialize)]
struct Head {
    format: u32,
    edition: u64,
}

/// What the pack says, if `key` signed exactly these bytes and they are guides that this program can show.
///
/// # Errors
/// `GuidesKeyMissing`, `GuidesUnsigned`, `GuidesTampered`, `GuidesTooLarge`, `GuidesUnfit`, `GuidesTooNew`, `GuidesOlder`.
pub(super) fn read(bytes: &[u8], signature: &str, key: &str) -> Result<Pack> {
    if bytes.len() as u64 > LARGEST_PACK {
        return Err(too_large());
    }
    verify(bytes, signature, key)?;
    let head: Head = serde_json::from_slice(bytes).map_err(|error| unreadable_at(&error))?;
    if head.format > FORMAT {
        return Err(Problem::new(ProblemCode::GuidesTooNew));
    }
    newer_than(head.edition, shipped().edition)?;
    let pack: Pack = serde_json::from_slice(bytes).map_err(|error| unreadable_at(&error))?;
    match faults(&pack).first() {
        Some(fault) => Err(unfit(fault.place.map_or_else(|| "guides".to_owned(), GuidePlace::name))),
        None => Ok(pack),
    }
}

/// `place`: the guide at fault, or the line and column where reading stopped.
fn unfit(place: String) -> Problem {
    Problem::new(ProblemCode::GuidesUnfit).arg("place", place)
}

fn unreadable_at(error: &serde_json::Error) -> Problem {
    unfit(format!("{}:{}", error.line(), error.column()))
}

/// The signature is over the bytes themselves: nothing is read out of them before it holds.
fn verify(bytes: &[u8], signature: &str, key: &str) -> Result<()> {
    if key.is_empty() {
        return Err(Problem::new(ProblemCode::GuidesKeyMissing));
    }
    let key = PublicKey::from_base64(key).map_err(|_| Problem::new(ProblemCode::GuidesKeyMissing))?;
    if signature.trim().is_empty() {
        return Err(Problem::new(ProblemCode::GuidesUnsigned));
    }
    let tampered = || Problem::new(ProblemCode::GuidesTampered);
    let signature = Signature::decode(signature).map_err(|_| tampered())?;
    // `false`: the old way of signing, over the whole text at once, is not taken.
    key.verify(bytes, &signature, false).map_err(|_| tampered())
}

/// An older pack, even a genuine one, would bring back what was mended since.
pub(super) fn newer_than(edition: u64, present: u64) -> Result<()> {
    if edition > present {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::GuidesOlder).arg("edition", edition).arg("present", present))
}

pub(super) fn too_large() -> Problem {
    Problem::new(ProblemCode::GuidesTooLarge).arg("limit", LARGEST_PACK / 1024)
}
