//! Making evidence: by which call, when, with what answer.

use std::collections::BTreeMap;

use super::Engine;
use crate::setup::{Answer, AnswerCode, Evidence, EvidenceKind};

/// Evidence without its moment and its maker.
pub(crate) struct Proof {
    kind: EvidenceKind,
    call: Option<String>,
    code: AnswerCode,
    args: BTreeMap<String, String>,
}

impl Proof {
    /// A call, or a check on this machine, told it.
    pub fn verified(call: &str, code: AnswerCode) -> Self {
        Self { kind: EvidenceKind::Verified, call: Some(call.to_owned()), code, args: BTreeMap::new() }
    }

    /// A person said it.
    pub fn said(code: AnswerCode) -> Self {
        Self { kind: EvidenceKind::Said, call: None, code, args: BTreeMap::new() }
    }

    #[expect(clippy::needless_pass_by_value, reason = "numbers and borrowed texts alike, without ceremony")]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl Engine {
    pub(crate) fn evidence(&self, proof: Proof, practice: bool) -> Evidence {
        let by = match proof.kind {
            EvidenceKind::Said => Some(self.shared.parts.user_name.clone()),
            EvidenceKind::Verified => None,
        };
        let answer = Answer { code: proof.code, args: proof.args };
        Evidence { kind: proof.kind, at: self.stamp(), call: proof.call, answer, by, practice }
    }
}
