//! What is sent to whoever helps, and where a remedy is done.

use engine::connection::{ConnectionView, Region};
use engine::doctor::{Destination, Finding};

use crate::Speaker;
use crate::told::code_name;

impl Speaker {
    /// Where the remedy is done, in a sentence; nothing where there is nothing to open.
    pub fn place_text(self, destination: Destination) -> Option<String> {
        match destination {
            Destination::Task(task) => {
                let of_task = self.task_text(task);
                let of_stop = self.text(&format!("stop-{}", code_name(&task.stop())));
                Some(self.text_with("doctor-where-task", &[("task", &of_task), ("stop", &of_stop)]))
            }
            Destination::Link(link) => Some(self.text_with("doctor-where-link", &[("link", &code_name(&link))])),
            Destination::Network => Some(self.text("doctor-where-network")),
            Destination::Nowhere => None,
        }
    }

    /// A line for each thing that is known. Secrets never came as far as a finding. Where it happened in a company's
    /// set-up, its name says whose it is, and that it was practice, lest IT mend what is not broken.
    pub fn for_it(self, finding: &Finding, company: Option<&ConnectionView>) -> String {
        let problem = &finding.problem;
        let text = self.problem_text(problem);
        let mut lines = vec![("problem", text.what), ("remedy", text.fix)];
        lines.push(("company", company.map(|company| company.name.clone()).unwrap_or_default()));
        let arg = |name: &str| problem.args.get(name).cloned().unwrap_or_default();
        lines.push(("code", arg("code")));
        lines.push(("message", problem.server.as_ref().map(|server| server.message.clone()).unwrap_or_default()));
        for (line, name) in [
            ("request-id", "request_id"),
            ("host", "host"),
            ("ip", "ip"),
            ("permissions", "permissions"),
            ("apply-link", "apply_link"),
            ("client-id", "client_id"),
            ("issuer", "issuer"),
            ("wait", "wait"),
        ] {
            lines.push((line, arg(name)));
        }
        let told = lines.iter().filter(|(_, value)| !value.is_empty());
        let told = told.map(|(name, value)| {
            self.text_with("doctor-for-it-line", &[("name", name), ("key", name), ("value", value)])
        });
        let practised = company.is_some_and(|company| company.region == Region::Practice);
        let title = if practised { "doctor-for-it-practice" } else { "doctor-for-it" };
        [self.text(title)].into_iter().chain(told).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use engine::connection::{ConnectionId, ConnectionView, Region};
    use engine::doctor::{diagnose, explain};
    use engine::overview::Standing;

    use crate::{Language, Speaker};

    fn company(region: Region) -> ConnectionView {
        ConnectionView {
            id: ConnectionId("c".to_owned()),
            name: "示範貿易".to_owned(),
            region,
            created_at: "2026-11-28T00:00:00Z".to_owned(),
            stops_done: 0,
            finished: false,
            settled: false,
            standing: Standing::Begun,
            waiting: 0,
            answered: 0,
        }
    }

    #[test]
    fn what_it_is_sent_says_whose_it_is_and_whether_it_was_practice() {
        let refused =
            r#"{"errcode":60020,"errmsg":"访问ip不在白名单之中,request ip=203.0.113.7","request_id":"16l4ew3d47pdp"}"#;
        let problem = diagnose(refused).first.problem;
        for language in Language::ALL {
            let speaker = Speaker::new(language);
            let finding = explain(problem.clone()).first;
            let practised = speaker.for_it(&finding, Some(&company(Region::Practice)));
            let real = speaker.for_it(&finding, Some(&company(Region::Com)));
            for told in [&practised, &real] {
                for part in ["示範貿易", "60020", "203.0.113.7", "16l4ew3d47pdp"] {
                    assert!(told.contains(part), "{told}");
                }
                assert!(told.contains(&speaker.problem_text(&problem).fix), "{told}");
            }
            assert!(practised.starts_with(&speaker.text("doctor-for-it-practice")));
            assert!(!real.contains(&speaker.text("doctor-for-it-practice")));
        }
    }
}
