//! What the company's IT has laid down, in words.

use engine::policy::{PolicyPlace, PolicyView};

use crate::Speaker;
use crate::told::code_name;

impl Speaker {
    /// A line for each rule and each fault.
    pub fn policy_text(self, policy: &PolicyView) -> String {
        let rules = policy.rules.iter().map(|rule| {
            let effect = format!("policy-rule-{}", code_name(&rule.effect));
            let place = match rule.place {
                PolicyPlace::Machine => "policy-place-machine",
                PolicyPlace::User => "policy-place-user",
            };
            let told = self.text_with(&effect, &[("detail", &rule.detail)]);
            format!("{told}{}", self.aside(&self.text(place)))
        });
        let faults = policy.faults.iter().map(|fault| {
            let kind = format!("policy-fault-{}", code_name(&fault.kind));
            self.text_with(&kind, &[("name", &fault.name), ("location", &fault.location)])
        });
        let lines: Vec<String> = rules.chain(faults).collect();
        if lines.is_empty() { self.text("policy-none") } else { lines.join("\n") }
    }
}
