//! Faults of the network and of the server, struck at random with a seed, so that the same seed gives the
//! same sequence. For tests: they are not saved, and have no story. Rows: faults.md §4a.

pub mod answered;
mod kind;
mod page;
mod random;
mod spoil;
mod stream;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::gateway::Call;
pub use kind::Kind;
use random::Random;

/// What `POST {admin}/fault` takes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    pub kind: Kind,
    /// A path, or the beginning of one. Without it: every call of the gateways.
    #[serde(default)]
    pub call: Option<String>,
    /// 0 to 1.
    #[serde(default = "always")]
    pub probability: f64,
    #[serde(default)]
    pub seed: u64,
    /// At most so often.
    #[serde(default)]
    pub times: Option<u64>,
    /// One of [`Kind::variants`]. Without it: one at random each time.
    #[serde(default)]
    pub variant: Option<String>,
    /// Where `redirect` points.
    #[serde(default)]
    pub location: Option<String>,
    /// What `refused` says: a code of the gateway that is called.
    #[serde(default)]
    pub code: Option<String>,
    /// The words that go with the code.
    #[serde(default)]
    pub words: Option<String>,
    /// Which department `department_fails` means. Without it: any.
    #[serde(default)]
    pub dept_id: Option<u64>,
}

fn always() -> f64 {
    1.0
}

#[derive(Debug, Serialize)]
pub struct Fault {
    #[serde(flatten)]
    pub wanted: Wanted,
    /// Calls it could have struck.
    seen: u64,
    struck: u64,
    #[serde(skip)]
    random: Random,
}

/// A fault happens to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strike {
    pub kind: Kind,
    /// One of [`Kind::variants`]; empty when the kind has none.
    pub variant: &'static str,
    /// For whatever else is left to chance.
    pub roll: u64,
    pub location: Option<String>,
    pub code: String,
    pub words: String,
}

impl Fault {
    pub fn new(wanted: Wanted) -> Result<Self, String> {
        if !(0.0..=1.0).contains(&wanted.probability) {
            return Err("the probability is from 0 to 1".to_owned());
        }
        let variants = wanted.kind.variants();
        if wanted.kind == Kind::Refused && wanted.code.is_none() {
            return Err("a refusal needs its code".to_owned());
        }
        if let Some(variant) = &wanted.variant
            && !variants.contains(&variant.as_str())
        {
            return Err(format!("there is no variant {variant:?}; the variants are {}", variants.join(", ")));
        }
        let random = Random::new(wanted.seed);
        Ok(Self { wanted, seen: 0, struck: 0, random })
    }

    fn concerns(&self, call: &Call) -> bool {
        let wanted = &self.wanted;
        wanted.call.as_deref().is_none_or(|beginning| call.path.starts_with(beginning))
            && wanted.kind.concerns(call, wanted.dept_id)
    }

    /// Draws the same number of times whatever comes of it, so that the sequence depends on the seed alone.
    fn draw(&mut self) -> Option<Strike> {
        self.seen += 1;
        let (chance, which, roll) = (self.random.unit(), self.random.next(), self.random.next());
        if chance >= self.wanted.probability || self.wanted.times.is_some_and(|times| self.struck >= times) {
            return None;
        }
        let variants = self.wanted.kind.variants();
        let chosen = variants.iter().find(|variant| self.wanted.variant.as_deref() == Some(**variant));
        let variant = chosen.or_else(|| variants.get(random::below(which, variants.len())));
        let variant = variant.copied().unwrap_or_default();
        let Wanted { kind, location, code, words, .. } = &self.wanted;
        let told = |text: &Option<String>| text.clone().unwrap_or_default();
        Some(Strike { kind: *kind, variant, roll, location: location.clone(), code: told(code), words: told(words) })
    }
}

/// Those that are set, in the order in which they were.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn shown(&self) -> Value {
        serde_json::to_value(&self.0).unwrap_or_default()
    }

    /// What happens to this call. Every fault that concerns it draws; the first that strikes has it.
    pub fn strike(&mut self, call: &Call) -> Option<Strike> {
        let mut found = None;
        for fault in &mut self.0 {
            if !fault.concerns(call) {
                continue;
            }
            if found.is_some() {
                fault.seen += 1;
                fault.random.skip(3);
                continue;
            }
            let struck = fault.draw();
            fault.struck += u64::from(struck.is_some());
            found = struck;
        }
        found
    }
}
