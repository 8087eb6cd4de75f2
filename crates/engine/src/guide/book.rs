//! The guides in force: the newer pack if one is installed and still good, else the shipped ones.

use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};

use super::{GuideView, Pack, pack, shipped};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, locked};
use crate::problem::{Problem, Result};
use crate::setup::RegionChoice;
use crate::store::setting;

/// Where the guides in force came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    Shipped,
    Installed,
}

/// The guides in force, for every edition.
#[derive(Debug, Clone)]
pub struct Book {
    pub pack: Pack,
    pub source: Source,
    /// Why an installed pack is not in force. Told once a start: the shipped guides are as good a help.
    pub trouble: Option<Problem>,
}

/// The guides as one company needs them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Shelf {
    pub region: RegionChoice,
    pub practising: bool,
    pub source: Source,
    /// As text: it is a number that only grows.
    pub edition: String,
    pub guides: Vec<GuideView>,
    pub trouble: Option<Problem>,
}

impl Book {
    pub fn shelf(&self, region: RegionChoice, practising: bool) -> Shelf {
        Shelf {
            region,
            practising,
            source: self.source,
            edition: self.pack.edition.to_string(),
            guides: self.pack.guides.iter().map(|guide| guide.view(region, practising)).collect(),
            trouble: self.trouble.clone(),
        }
    }
}

impl Engine {
    /// The guides in force. Trouble with an installed pack is told in it, and only the first time.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn guides(&self) -> Result<Book> {
        let kept = self.shared.store.with(setting::guides).await?;
        let whole = || Book { pack: shipped().clone(), source: Source::Shipped, trouble: None };
        let Some((text, signature)) = kept else { return Ok(whole()) };
        let key = locked(&self.shared.guide_key).clone();
        match pack::read(text.as_bytes(), &signature, &key) {
            Ok(pack) => Ok(Book { pack, source: Source::Installed, trouble: None }),
            // This program came with newer ones: nothing is wrong.
            Err(problem) if problem.code == crate::problem::ProblemCode::GuidesOlder => Ok(whole()),
            Err(problem) => {
                let told = self.shared.guides_told.swap(true, Ordering::Relaxed);
                Ok(Book { trouble: Some(problem).filter(|_| !told), ..whole() })
            }
        }
    }

    /// The guides for this company's edition. While practising, for the edition that is being tried out.
    ///
    /// # Errors
    /// `ConnectionUnknown`, and those of the store.
    pub async fn guide_shelf(&self, id: &ConnectionId) -> Result<Shelf> {
        let row = self.row(id).await?;
        Ok(self.guides().await?.shelf(row.region_choice(), row.region == Region::Practice))
    }
}
