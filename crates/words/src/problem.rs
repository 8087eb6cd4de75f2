use engine::problem::{Problem, ProblemCode, Who};
use engine::setup::Task;

use crate::Speaker;
use crate::told::{UNTOLD, code_name, values};

/// A failure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemText {
    /// The code's name, e.g. `address-refused`.
    pub code: String,
    /// What happened; two sentences at most.
    pub what: String,
    /// The way out; two sentences at most.
    pub fix: String,
    /// Whose turn it is.
    pub who: String,
    /// That this computer's clock is wrong, where that may be the cause.
    pub clock: Option<String>,
}

impl Speaker {
    pub fn who_text(self, who: Who) -> String {
        self.text(&format!("who-{}", code_name(&who)))
    }

    pub fn task_text(self, task: Task) -> String {
        self.text(&format!("task-{}", code_name(&task)))
    }

    pub fn problem_text(self, problem: &Problem) -> ProblemText {
        let code = problem_name(problem.code);
        let id = format!("problem-{code}");
        // A text that somebody pasted need not name the host; then it is DingTalk as such.
        let somewhere = self.text("doctor-host-untold");
        let mut values = values(&problem.args);
        for (name, value) in &mut values {
            if *name == "host" && *value == UNTOLD {
                *value = &somewhere;
            }
        }
        ProblemText {
            what: self.text_with(&id, &values),
            fix: self.attribute(&id, "fix", &values),
            who: self.who_text(problem.who),
            clock: self.clock_beside(problem),
            code,
        }
    }
}

/// The code as it travels in JSON and in the ids of the locale files.
pub(crate) fn problem_name(code: ProblemCode) -> String {
    code_name(&code)
}

#[cfg(test)]
mod tests {
    use engine::problem::{Problem, ProblemCode};

    use crate::{Language, Speaker};

    #[test]
    fn a_problem_says_what_happened_what_to_do_and_whose_turn_it_is() {
        let problem = Problem::new(ProblemCode::AddressRefused).arg("ip", "203.0.113.10");
        let english = Speaker::new(Language::En).problem_text(&problem);
        assert_eq!(english.code, "address-refused");
        assert!(english.what.contains("203.0.113.10"), "{}", english.what);
        assert_eq!(english.who, "DingTalk administrator");
        let chinese = Speaker::new(Language::ZhHk).problem_text(&problem);
        assert!(chinese.fix.contains("服务器出口IP"), "{}", chinese.fix);
        assert_eq!(chinese.who, "釘釘管理員");
    }
}
