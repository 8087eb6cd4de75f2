//! The guides that came with the program.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Guide, Pack};

/// One file a place, in the order of [`super::GuidePlace`].
const FILES: [&str; 14] = [
    include_str!("../../../../guides/register.json"),
    include_str!("../../../../guides/developer-rights.json"),
    include_str!("../../../../guides/create-app.json"),
    include_str!("../../../../guides/credentials.json"),
    include_str!("../../../../guides/permissions.json"),
    include_str!("../../../../guides/contact-scope.json"),
    include_str!("../../../../guides/publish.json"),
    include_str!("../../../../guides/approval.json"),
    include_str!("../../../../guides/visible-range.json"),
    include_str!("../../../../guides/robot-signature.json"),
    include_str!("../../../../guides/robot-keyword.json"),
    include_str!("../../../../guides/robot-address.json"),
    include_str!("../../../../guides/egress-ip.json"),
    include_str!("../../../../guides/event-subscription.json"),
];

const EDITION: &str = include_str!("../../../../guides/edition.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edition {
    format: u32,
    edition: u64,
}

/// A test reads every file; a file that cannot be read is left out here, so that nothing in a shipped program panics.
static SHIPPED: LazyLock<Pack> = LazyLock::new(|| {
    let Edition { format, edition } =
        serde_json::from_str(EDITION).unwrap_or(Edition { format: super::FORMAT, edition: 0 });
    let guides: Vec<Guide> = FILES.iter().filter_map(|file| serde_json::from_str(file).ok()).collect();
    Pack { format, edition, guides }
});

/// The guides that came with the program.
pub fn shipped() -> &'static Pack {
    &SHIPPED
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{GuidePlace, faults};
    use super::*;

    #[test]
    fn every_file_is_read_and_each_place_has_its_guide() {
        for file in FILES {
            serde_json::from_str::<Guide>(file).unwrap();
        }
        let places: Vec<GuidePlace> = shipped().guides.iter().map(|guide| guide.place).collect();
        assert_eq!(places, GuidePlace::ALL);
        assert_eq!(shipped().format, super::super::FORMAT);
        assert!(shipped().edition > 20_260_000);
    }

    #[test]
    fn the_shipped_guides_are_without_fault() {
        let found: Vec<String> = faults(shipped()).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}
