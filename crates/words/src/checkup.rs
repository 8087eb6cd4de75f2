//! The check-up in words: a line for each check, and the text for IT.

use engine::checkup::{CheckId, CheckState, CheckView, Say};
use engine::clock::shown;

use crate::Speaker;
use crate::told::{code_name, values};

/// Whose check-up it is.
#[derive(Debug, Clone, Copy)]
pub struct CheckedCompany<'a> {
    pub name: &'a str,
    pub practice: bool,
    /// RFC 3339, UTC.
    pub at: &'a str,
}

impl Speaker {
    pub fn check_name(self, id: CheckId) -> String {
        self.text(&format!("checkup-name-{}", code_name(&id)))
    }

    pub fn check_state(self, state: CheckState) -> String {
        self.text(&format!("checkup-state-{}", code_name(&state)))
    }

    /// What is so and how it is known, a line each.
    pub fn check_evidence(self, view: &CheckView) -> String {
        let mut lines = Vec::new();
        lines.extend(view.problem.as_ref().map(|problem| self.problem_text(problem).what));
        // What was only said goes by its own line, with how long ago.
        let told = view.evidence.as_ref().filter(|evidence| evidence.call.is_some());
        lines.extend(told.map(|evidence| self.evidence_text(evidence, &shown(&evidence.at))));
        lines.extend(view.says.iter().map(|say| self.say_text(say)));
        if lines.is_empty() {
            lines.push(self.check_state(view.state));
        }
        lines.join("\n")
    }

    /// The way out, where there is one.
    pub fn check_remedy(self, view: &CheckView) -> Option<String> {
        if view.state == CheckState::Fine {
            return None;
        }
        if let Some(other) = view.because {
            return Some(self.text_with("checkup-because", &[("check", &self.check_name(other))]));
        }
        let mut lines: Vec<String> = view.says.iter().filter_map(|say| self.say_fix(say)).collect();
        if let Some(problem) = &view.problem {
            lines.insert(0, self.problem_text(problem).fix);
        }
        if lines.is_empty() { None } else { Some(lines.join("\n")) }
    }

    fn say_text(self, say: &Say) -> String {
        said(say, |id, values| self.text_with(id, values))
    }

    fn say_fix(self, say: &Say) -> Option<String> {
        let id = format!("say-{}", code_name(&say.code));
        self.has_attribute(&id, "fix").then(|| said(say, |id, values| self.attribute(id, "fix", values)))
    }

    /// What somebody else needs to help. No key, no password and no message comes into it.
    pub fn checkup_for_it(self, company: CheckedCompany, checks: &[CheckView]) -> String {
        let CheckedCompany { name, practice, at } = company;
        let mut blocks = vec![self.text_with("checkup-for-it", &[("company", name), ("at", &shown(at))])];
        if practice {
            blocks.push(self.text("checkup-for-it-practice"));
        }
        blocks.extend(checks.iter().map(|view| self.check_block(view)));
        blocks.push(self.text("checkup-for-it-safe"));
        blocks.join("\n\n")
    }

    /// One check, whole.
    pub fn check_block(self, view: &CheckView) -> String {
        let (state, name) = (self.check_state(view.state), self.check_name(view.id));
        let mut lines = vec![self.text_with("checkup-for-it-line", &[("state", &state), ("check", &name)])];
        lines.push(self.check_evidence(view));
        lines.extend(self.check_remedy(view));
        if let Some(who) = view.who {
            lines.push(self.text_with("checkup-for-it-who", &[("who", &self.who_text(who))]));
        }
        if let Some(server) = view.problem.as_ref().and_then(|problem| problem.server.as_ref()) {
            let words = [("code", server.code.as_str()), ("message", server.message.as_str())];
            lines.push(self.text_with("cli-server-words", &words));
        }
        lines.join("\n")
    }
}

/// With its moments in Hong Kong time.
fn said(say: &Say, told: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
    let mut args = say.args.clone();
    for name in ["at", "since"] {
        if let Some(at) = args.get_mut(name) {
            *at = shown(at);
        }
    }
    told(&format!("say-{}", code_name(&say.code)), &values(&args))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use engine::checkup::SayCode;
    use engine::problem::{Problem, ProblemCode, Who};

    use super::*;
    use crate::Language;

    fn view(state: CheckState) -> CheckView {
        CheckView {
            id: CheckId::Address,
            state,
            who: None,
            at: "2026-11-28T01:00:00Z".to_owned(),
            evidence: None,
            problem: None,
            says: Vec::new(),
            because: None,
            remedy: None,
        }
    }

    #[test]
    fn an_address_that_changed_is_told_with_both_in_hong_kong_time_and_with_the_way_out() {
        let args = [("ip", "198.51.100.77"), ("before", "203.0.113.10"), ("since", "2026-11-28T01:02:03Z")];
        let args: BTreeMap<String, String> =
            args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let says = vec![Say { code: SayCode::AddressOther, args }];
        let changed = CheckView { says, who: Some(Who::DingtalkAdmin), ..view(CheckState::NeedsOther) };
        for language in Language::ALL {
            let speaker = Speaker::new(language);
            let company = CheckedCompany { name: "示範貿易", practice: false, at: &changed.at };
            let text = speaker.checkup_for_it(company, std::slice::from_ref(&changed));
            for fact in ["198.51.100.77", "203.0.113.10", "2026-11-28 09:02", "示範貿易"] {
                assert!(text.contains(fact), "no {fact} in {text}");
            }
            assert!(!text.contains(['{', '}']) && !text.contains("say-"), "{text}");
            assert!(speaker.check_remedy(&changed).is_some());
        }
    }

    #[test]
    fn what_another_check_tells_is_pointed_to_and_what_is_fine_needs_nothing() {
        let speaker = Speaker::new(Language::En);
        assert_eq!(speaker.check_remedy(&view(CheckState::Fine)), None);
        assert_eq!(speaker.check_evidence(&view(CheckState::Fine)), "Fine");
        let problem = Some(Problem::new(ProblemCode::Unreachable).arg("host", "api.dingtalk.com"));
        let leans = CheckView { problem, because: Some(CheckId::Network), ..view(CheckState::CannotTell) };
        let remedy = speaker.check_remedy(&leans).unwrap_or_default();
        assert!(remedy.contains(&speaker.check_name(CheckId::Network)), "{remedy}");
    }
}
