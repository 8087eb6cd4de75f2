//! A guide as one edition of DingTalk sees it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Both, Checked, Drawing, Guide, GuidePlace, Label, Scene, Step, names_in};
use crate::link::Link;
use crate::problem::Who;
use crate::setup::{RegionChoice, Task};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct GuideView {
    pub place: GuidePlace,
    pub title: Both,
    pub why: Both,
    pub who: Who,
    pub tasks: Vec<Task>,
    pub link: Option<Link>,
    pub labels: BTreeMap<String, Label>,
    pub scenes: BTreeMap<String, Scene>,
    pub steps: Vec<GuideStep>,
    pub see: Both,
    pub variants: Vec<GuideVariant>,
    pub differs: Option<Both>,
    pub checked: Checked,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct GuideStep {
    pub text: Both,
    pub drawing: Drawing,
    pub who: Who,
    /// Our reference vouches for it. What it does not vouch for may look otherwise.
    pub verified: bool,
    pub unexpected: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct GuideVariant {
    pub when: Both,
    pub then: Both,
    pub guide: Option<GuidePlace>,
}

impl Guide {
    /// `practising`: the link leads to the practice console, which prints the mainland console's labels.
    pub fn view(&self, region: RegionChoice, practising: bool) -> GuideView {
        let link = match (practising, region) {
            (true, _) => self.link.practice,
            (false, RegionChoice::Com) => self.link.com,
            (false, RegionChoice::Io) => self.link.io,
        };
        let here = |only: Option<RegionChoice>| only.is_none_or(|only| only == region);
        let steps = self.steps.iter().filter(|step| here(step.only));
        let variants = self.variants.iter().filter(|variant| here(variant.only));
        GuideView {
            place: self.place,
            title: self.title.clone(),
            why: self.why.clone(),
            who: self.who,
            tasks: self.tasks.clone(),
            link,
            labels: self.labels.clone(),
            scenes: self.scenes.clone(),
            steps: steps.map(|step| self.step(step, region)).collect(),
            see: self.see.clone(),
            variants: variants
                .map(|one| GuideVariant { when: one.when.clone(), then: one.then.clone(), guide: one.guide })
                .collect(),
            differs: self.differs.clone().filter(|_| region == RegionChoice::Io),
            checked: self.checked.clone(),
        }
    }

    fn step(&self, step: &Step, region: RegionChoice) -> GuideStep {
        GuideStep {
            text: step.text.clone(),
            drawing: step.drawing.clone(),
            who: step.who.unwrap_or(self.who),
            verified: !step.unverified.contains(&region) && self.labels_were_seen(&step.text, region),
            unexpected: step.unexpected,
        }
    }

    /// The international console's labels are known only where its help prints them.
    fn labels_were_seen(&self, text: &Both, region: RegionChoice) -> bool {
        let seen = |name: &&str| self.labels.get(*name).is_none_or(|label| label.io);
        region == RegionChoice::Com || names_in(&text.en).iter().all(seen)
    }
}
