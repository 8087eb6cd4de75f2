//! The letter that asks somebody for what only they can do.

use engine::ask::AskSheet;
use engine::permission::Purpose;

use crate::Speaker;
use crate::permission::word_of;
use crate::told::code_name;

/// A message as it is sent: plain text, one paragraph a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

impl Speaker {
    pub fn letter(self, sheet: &AskSheet) -> Letter {
        let task = format!("ask-task-{}", code_name(&sheet.task));
        let mut blocks = vec![self.text_with("ask-hello", &[("who", &code_name(&sheet.who))])];
        if sheet.practice {
            blocks.push(self.text("ask-practice"));
        }
        let why = self.attribute(&task, "why", &[]);
        // Asked before anything is known, it has nothing "below" to speak of.
        let nothing_below = sheet.points.is_empty() && sheet.hosts.is_empty() && sheet.address.is_empty();
        let what = if nothing_below && self.has_attribute(&task, "unknown") {
            self.attribute(&task, "unknown", &[])
        } else {
            self.text(&task)
        };
        blocks.push([what, self.text_with("ask-why", &[("why", &why)])].join("\n"));
        blocks.extend(self.purposes(&sheet.purposes));
        blocks.extend(self.points(sheet));
        blocks.push(self.facts(sheet, &task).join("\n"));
        if let Some(problem) = &sheet.problem {
            blocks.push(self.text_with("ask-seen", &[("what", &self.problem_text(problem).what)]));
        }
        let end = self.text(if sheet.by_itself { "ask-itself" } else { "ask-tell" });
        blocks.push([end, self.text("ask-safe"), self.text("ask-thanks")].join("\n"));
        blocks.retain(|block| !block.is_empty());
        Letter { subject: self.attribute(&task, "subject", &[]), body: blocks.join("\n\n") }
    }

    /// What the mail opens with when the letter is too long for the link.
    pub fn paste_here(self) -> String {
        self.text("ask-paste")
    }

    fn purposes(self, purposes: &[Purpose]) -> Option<String> {
        let line = |purpose: &Purpose| {
            let purpose = self.text(&format!("purpose-{}", code_name(purpose)));
            self.text_with("ask-purpose", &[("purpose", &purpose)])
        };
        let lines: Vec<String> = purposes.iter().map(line).collect();
        (!lines.is_empty()).then(|| format!("{}\n{}", self.text("ask-purposes"), lines.join("\n")))
    }

    fn points(self, sheet: &AskSheet) -> Option<String> {
        let line = |(name, code): &(String, String)| {
            let why = self.text(&format!("point-{}", word_of(code)));
            self.text_with("ask-point", &[("name", name), ("code", code), ("why", &why)])
        };
        let lines: Vec<String> = sheet.points.iter().map(line).collect();
        (!lines.is_empty()).then(|| format!("{}\n{}", self.text("ask-points"), lines.join("\n")))
    }

    fn facts(self, sheet: &AskSheet, task: &str) -> Vec<String> {
        let app = match (sheet.app_name.as_str(), sheet.client_id.as_str()) {
            (name, "") => name.to_owned(),
            ("", id) => self.text_with("ask-app-id", &[("id", id)]),
            (name, id) => self.text_with("ask-app-named", &[("name", name), ("id", id)]),
        };
        let place = if self.has_attribute(task, "where") { self.attribute(task, "where", &[]) } else { String::new() };
        let hosts = sheet.hosts.join(", ");
        let facts = [
            ("ask-company", "company", &sheet.company),
            ("ask-app", "app", &app),
            ("ask-address", "ip", &sheet.address),
            ("ask-hosts", "hosts", &hosts),
            ("ask-where", "where", &place),
            ("ask-link", "link", &sheet.link),
        ];
        let told = facts.into_iter().filter(|(_, _, value)| !value.is_empty());
        told.map(|(id, name, value)| self.text_with(id, &[(name, value)])).collect()
    }
}

#[cfg(test)]
mod tests {
    use engine::permission::plan;
    use engine::problem::{Problem, ProblemCode, Who};
    use engine::setup::{Stop, Task};

    use super::*;
    use crate::Language;

    fn sheet(task: Task, who: Who) -> AskSheet {
        let purposes = vec![Purpose::WorkNotices, Purpose::ReadStaff, Purpose::ManageStaff];
        AskSheet {
            task,
            who,
            company: "示範貿易有限公司".to_owned(),
            app_name: "財務訊息".to_owned(),
            client_id: "dingdemo0123456789".to_owned(),
            practice: false,
            points: plan(&purposes).into_iter().map(|point| (point.console_name, point.code)).collect(),
            purposes,
            address: "203.0.113.10".to_owned(),
            hosts: vec!["api.dingtalk.com".to_owned(), "oapi.dingtalk.com".to_owned()],
            link: "https://open-dev.dingtalk.com/".to_owned(),
            problem: Some(Problem::new(ProblemCode::AddressRefused).arg("ip", "203.0.113.10")),
            by_itself: true,
        }
    }

    #[test]
    fn every_letter_is_whole_in_both_languages() {
        for language in Language::ALL {
            for task in Stop::ALL.iter().flat_map(|stop| stop.tasks()) {
                for who in [Who::DingtalkAdmin, Who::It, Who::Boss] {
                    let Letter { subject, body } = Speaker::new(language).letter(&sheet(*task, who));
                    for text in [&subject, &body] {
                        assert!(!text.is_empty() && !text.contains(['{', '}', '<']), "{task:?}: {text}");
                        for hole in ["ask-", "point-", "purpose-", ".why", ".subject"] {
                            assert!(!text.contains(hole), "{task:?}: {hole} in {text}");
                        }
                    }
                    assert!(!subject.contains('\n'), "{subject}");
                    for fact in ["203.0.113.10", "api.dingtalk.com", "財務訊息", "dingdemo0123456789", "https://"] {
                        assert!(body.contains(fact), "{task:?}: no {fact} in {body}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_not_known_yet_is_not_spoken_of_as_below() {
        for (language, below) in [(Language::En, "below"), (Language::ZhHk, "以下")] {
            for task in Stop::ALL.iter().flat_map(|stop| stop.tasks()) {
                let known = sheet(*task, Who::It);
                let early = AskSheet {
                    points: Vec::new(),
                    purposes: Vec::new(),
                    hosts: Vec::new(),
                    address: String::new(),
                    ..known.clone()
                };
                let first = |sheet: &AskSheet| Speaker::new(language).letter(sheet).body;
                assert!(!first(&early).contains(below), "{task:?}: {}", first(&early));
                let lists = [Task::Hosts, Task::Points, Task::AllowList].contains(task);
                assert!(!lists || first(&known).contains(below), "{task:?}: {}", first(&known));
            }
        }
    }

    #[test]
    fn permissions_are_told_by_name_code_and_reason() {
        let letter = Speaker::new(Language::En).letter(&sheet(Task::Points, Who::DingtalkAdmin));
        assert!(letter.body.contains("- 通讯录部门成员读权限 (qyapi_get_department_member): List the colleagues"));
        assert!(letter.body.contains("- Read the staff list"), "{}", letter.body);
        let letter = Speaker::new(Language::ZhHk).letter(&sheet(Task::Points, Who::DingtalkAdmin));
        assert!(letter.body.starts_with("釘釘管理員："), "{}", letter.body);
        assert!(letter.body.contains("（qyapi_get_department_member）"), "{}", letter.body);
    }

    #[test]
    fn an_exercise_says_that_it_is_one_and_every_letter_that_no_secret_is_wanted() {
        let practice = AskSheet { practice: true, ..sheet(Task::AllowList, Who::DingtalkAdmin) };
        let speaker = Speaker::new(Language::En);
        assert!(speaker.letter(&practice).body.contains("This is an exercise"));
        let real = speaker.letter(&sheet(Task::AllowList, Who::DingtalkAdmin)).body;
        assert!(!real.contains("exercise") && real.contains("Please send none."), "{real}");
    }
}
