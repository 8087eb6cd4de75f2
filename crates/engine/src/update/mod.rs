//! New versions of Hoitung: looked for where the maker or IT said, believed by the maker's signature alone, and installed
//! when nothing runs. Nothing is looked for by itself unless somebody chose so.
//!
//! The engine fetches, over the same way out as everything else. What is a version of ours, whether it is newer and whether
//! its signature holds, is judged by whoever can install it: [`Packages`].

mod download;
mod fetch;
mod habit;
mod idle;
mod install;
mod look;
mod now;
mod view;

use url::Url;

use crate::problem::Result;

pub(crate) use now::Updates;
pub use view::{UpdateHabit, UpdateOffer, UpdateOrigin, UpdateSnapshot, UpdateStage, UpdateWait};

/// What a build brings along. Empty in a build of one's own: it looks for nothing.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Where releases are described.
    pub endpoint: String,
    /// Whose signature makes one believed.
    pub key: String,
}

/// A release, as its description announces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub version: String,
    /// RFC 3339, as it was given.
    pub date: Option<String>,
    /// Where its package lies.
    pub url: String,
    /// All of it, JSON.
    pub description: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announced {
    Same,
    Older(String),
    Newer(Release),
}

/// Whoever tells a release of ours from anything else, and starts its installer. The window has one.
pub trait Packages: Send + Sync {
    /// # Errors
    /// `UpdateByHand` where this installation cannot replace itself.
    fn replaceable(&self) -> Result<()>;

    /// Somebody has the window before them.
    fn is_watched(&self) -> bool;

    /// # Errors
    /// `UpdateUnreadable`, `UpdateNotForHere`.
    fn read(&self, description: &str) -> Result<Announced>;

    /// # Errors
    /// `UpdateUnsigned`, `UpdateForeign`, `UpdateTampered`, `UpdateMislabelled`.
    fn verify(&self, release: &Release, key: &str, package: &[u8]) -> Result<()>;

    /// Verifies once more and starts the installer. Where it succeeds, it need not come back.
    ///
    /// # Errors
    /// Those of [`Packages::verify`]; `UpdateNotInstalled`, `UpdateByHand`.
    fn install(&self, release: &Release, key: &str, package: &[u8]) -> Result<()>;
}

/// An address that nobody on the way can change the answer of: https, or this very computer.
pub(crate) fn is_safe(url: &Url) -> bool {
    let own = match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    };
    let anonymous = url.username().is_empty() && url.password().is_none();
    anonymous && url.has_host() && (url.scheme() == "https" || own && url.scheme() == "http")
}

/// As somebody wrote it down, if releases may be looked for there.
pub(crate) fn endpoint(text: &str) -> Option<String> {
    Url::parse(text.trim()).ok().filter(is_safe).map(|url| url.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encrypted_or_of_this_computer_and_names_nobody() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(endpoint(text).as_deref(), expected, "{text}");
        check(" https://updates.office/h.json ", Some("https://updates.office/h.json"));
        check("https://updates.office", Some("https://updates.office/"));
        check("http://127.0.0.1:8080/h.json", Some("http://127.0.0.1:8080/h.json"));
        check("http://[::1]:8080/", Some("http://[::1]:8080/"));
        for wrong in [
            "",
            "updates.office",
            "http://updates.office/h.json",
            "http://localhost:8080/",
            "http://127.0.0.1.evil.example/",
            "https://mei:canary@updates.office/",
            "file:///etc/passwd",
            "data:,x",
        ] {
            check(wrong, None);
        }
    }
}
