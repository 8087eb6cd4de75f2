//! What the company's IT has laid down for this computer: which regions, which proxy, where updates come from, and whether
//! anybody may practise. Read once, at the start; a rule that cannot be understood is taken as its strictest.

mod read;
mod view;

use crate::connection::Region;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::RegionChoice;

pub use view::{PolicyEffect, PolicyFault, PolicyFaultKind, PolicyName, PolicyPlace, PolicyRule, PolicyView};

/// The rules of this computer. None of them: everybody decides for themselves.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    regions: Option<Vec<RegionChoice>>,
    proxy: Option<ProxyRule>,
    updates: Option<UpdateRule>,
    practice_off: bool,
    view: PolicyView,
}

/// Which way requests leave, whatever is set here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ProxyRule {
    System,
    Direct,
    /// `proxy.office:8080`. Who signs in there is everybody's own.
    Address(String),
    /// Something was laid down, and nobody can tell what: nothing leaves.
    Blocked,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UpdateRule {
    Off,
    /// An address that was looked at.
    From(String),
}

impl Policy {
    /// As it stands on this computer now.
    pub fn of_this_computer() -> Self {
        Self::of(&platform::policy::read())
    }

    pub fn view(&self) -> &PolicyView {
        &self.view
    }

    /// # Errors
    /// `PracticeForbidden`, `RegionForbidden`.
    pub fn allow(&self, region: Region) -> Result<()> {
        match region {
            Region::Practice if self.practice_off => Err(Problem::new(ProblemCode::PracticeForbidden)),
            Region::Practice => Ok(()),
            Region::Com => self.allow_choice(RegionChoice::Com),
            Region::Io => self.allow_choice(RegionChoice::Io),
        }
    }

    /// # Errors
    /// `RegionForbidden`.
    pub fn allow_choice(&self, region: RegionChoice) -> Result<()> {
        match &self.regions {
            Some(allowed) if !allowed.contains(&region) => {
                let allowed = allowed.first().map_or("none", |only| only.name());
                Err(Problem::new(ProblemCode::RegionForbidden).arg("allowed", allowed).at(Field::Region))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Where a company begins before anybody has chosen: in the usual region, or in the one that is allowed.
    pub(crate) fn beginning(&self, region: Region) -> Region {
        match self.regions.as_deref() {
            Some([RegionChoice::Io]) if region == Region::Com => Region::Io,
            Some(_) | None => region,
        }
    }

    pub(crate) fn proxy(&self) -> Option<&ProxyRule> {
        self.proxy.as_ref()
    }

    pub(crate) fn updates(&self) -> Option<&UpdateRule> {
        self.updates.as_ref()
    }
}

impl RegionChoice {
    fn name(self) -> &'static str {
        match self {
            Self::Com => "com",
            Self::Io => "io",
        }
    }
}
