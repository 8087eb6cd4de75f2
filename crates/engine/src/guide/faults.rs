//! What is wrong with a pack: references that lead nowhere, languages that are not equal, texts that fit no screen.
//! A pack is taken only without any; the house holds the shipped one to the same.

use std::collections::BTreeSet;
use std::fmt;

use super::{Both, Guide, GuidePlace, Pack, Scene, names_in};
use crate::setup::RegionChoice;

/// The longest text that the panel beside a page can hold.
const LONGEST_TEXT: usize = 320;
const LONGEST_LABEL: usize = 60;
const MOST_STEPS: usize = 12;

/// A fault, for whoever made the pack. The person who installs it is told the place alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub place: Option<GuidePlace>,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "{}: {}", place.name(), self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Everything that is wrong, in the order of the places.
pub fn faults(pack: &Pack) -> Vec<Fault> {
    let mut found = Vec::new();
    let places: Vec<GuidePlace> = pack.guides.iter().map(|guide| guide.place).collect();
    if places != GuidePlace::ALL {
        found.push(Fault { place: None, what: "each place once, in their order, is wanted".to_owned() });
    }
    for guide in &pack.guides {
        let mut tell = |what: String| found.push(Fault { place: Some(guide.place), what });
        texts(guide, &mut tell);
        references(guide, &mut tell);
        shape(guide, &mut tell);
    }
    found
}

/// Both languages are there, name the same labels, and fit.
fn texts(guide: &Guide, tell: &mut impl FnMut(String)) {
    for (place, text) in guide.texts() {
        let names = |text: &str| names_in(text).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        if text.en.trim().is_empty() || text.zh_hk.trim().is_empty() {
            tell(format!("{place} lacks a language"));
        }
        if names(&text.en) != names(&text.zh_hk) {
            tell(format!("{place} names other labels in the other language"));
        }
        if text.en.chars().count().max(text.zh_hk.chars().count()) > LONGEST_TEXT {
            tell(format!("{place} is longer than {LONGEST_TEXT} letters"));
        }
        if [&text.en, &text.zh_hk].iter().any(|text| text.chars().any(char::is_control)) {
            tell(format!("{place} holds control characters"));
        }
    }
    for (name, label) in &guide.labels {
        let scripts = [&label.cn, &label.hk, &label.en];
        if scripts.iter().any(|script| script.trim().is_empty() || script.chars().any(char::is_control)) {
            tell(format!("the label {name} lacks a script"));
        }
        if scripts.iter().any(|script| script.chars().count() > LONGEST_LABEL) {
            tell(format!("the label {name} is longer than {LONGEST_LABEL} letters"));
        }
    }
}

/// What is named is there, and what is there is named.
fn references(guide: &Guide, tell: &mut impl FnMut(String)) {
    let mut labels = BTreeSet::new();
    for (_, text) in guide.texts() {
        labels.extend(names_in(&text.en));
        labels.extend(names_in(&text.zh_hk));
    }
    labels.extend(guide.scenes.values().flat_map(Scene::labels));
    let known: BTreeSet<&str> = guide.labels.keys().map(String::as_str).collect();
    for name in labels.difference(&known) {
        tell(format!("there is no label {name}"));
    }
    for name in known.difference(&labels) {
        tell(format!("nothing names the label {name}"));
    }
    let mut drawn = BTreeSet::new();
    for (at, step) in guide.steps.iter().enumerate() {
        drawn.insert(&step.drawing.scene);
        let Some(scene) = guide.scenes.get(&step.drawing.scene) else {
            tell(format!("step {} wants a scene {}", at + 1, step.drawing.scene));
            continue;
        };
        if let Some(ring) = &step.drawing.ring
            && !scene.targets().any(|target| target == ring)
        {
            tell(format!("step {} rings {ring}, which its scene does not hold", at + 1));
        }
    }
    for name in guide.scenes.keys().filter(|name| !drawn.contains(name)) {
        tell(format!("no step uses the scene {name}"));
    }
}

/// For each edition: enough to read, and not too much.
fn shape(guide: &Guide, tell: &mut impl FnMut(String)) {
    for region in [RegionChoice::Com, RegionChoice::Io] {
        let view = guide.view(region, false);
        if view.steps.is_empty() || view.steps.len() > MOST_STEPS {
            tell(format!("{} steps for {region:?}", view.steps.len()));
        }
        if !(2..=3).contains(&view.variants.len()) {
            tell(format!("{} variants for {region:?}; two or three are wanted", view.variants.len()));
        }
    }
    if guide.checked.on.parse::<jiff::civil::Date>().is_err() {
        tell(format!("{} is no date", guide.checked.on));
    }
    if guide.checked.sections.is_empty() {
        tell("no section says what it was checked against".to_owned());
    }
}

impl Guide {
    /// Every text of it, with what it is.
    fn texts(&self) -> impl Iterator<Item = (String, &Both)> {
        let single = [("title", &self.title), ("why", &self.why), ("see", &self.see)];
        let single = single.into_iter().chain(self.differs.as_ref().map(|text| ("differs", text)));
        let steps = self.steps.iter().enumerate().map(|(at, step)| (format!("step {}", at + 1), &step.text));
        let variants = self.variants.iter().enumerate().flat_map(|(at, one)| {
            [(format!("variant {}", at + 1), &one.when), (format!("what to do at variant {}", at + 1), &one.then)]
        });
        single.map(|(name, text)| (name.to_owned(), text)).chain(steps).chain(variants)
    }
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    /// What is said of the shipped pack with one thing changed.
    fn check(change: impl FnOnce(&mut Pack), expected: &str) {
        let mut pack = shipped().clone();
        change(&mut pack);
        let found: Vec<String> = faults(&pack).iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|fault| fault.contains(expected)), "{expected}: {found:?}");
    }

    #[test]
    fn each_kind_of_fault_is_seen() {
        check(|pack| pack.guides.truncate(13), "each place once");
        check(|pack| pack.guides.swap(0, 1), "each place once");
        check(|pack| pack.guides[0].title.zh_hk.clear(), "register: title lacks a language");
        check(|pack| pack.guides[2].steps[2].text.en = "Press it.".to_owned(), "step 3 names other labels");
        check(|pack| pack.guides[0].see.en = "x".repeat(321), "see is longer");
        check(|pack| pack.guides[0].see.en.push('\u{7}'), "see holds control characters");
        check(|pack| drop(pack.guides[2].labels.remove("create")), "there is no label create");
        check(|pack| pack.guides[2].steps[0].drawing.scene = "no".to_owned(), "step 1 wants a scene no");
        check(|pack| pack.guides[2].steps[0].drawing.ring = Some("no".to_owned()), "step 1 rings no");
        check(|pack| pack.guides[2].variants.truncate(1), "1 variants for Com");
        check(|pack| pack.guides[2].steps.clear(), "0 steps for Com");
        check(|pack| pack.guides[2].checked.on = "soon".to_owned(), "soon is no date");
        check(|pack| pack.guides[2].checked.sections.clear(), "no section");
        check(
            |pack| {
                if let Some(label) = pack.guides[2].labels.get_mut("create") {
                    label.hk.clear();
                }
            },
            "the label create lacks a script",
        );
    }
}
