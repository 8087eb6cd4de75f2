//! What is sent to whoever helps: the cause, and what was read out of an error text.

use engine::doctor::Finding;

use crate::Speaker;

impl Speaker {
    /// A line for each thing that is known. Secrets never came as far as a finding.
    pub fn for_it(self, finding: &Finding) -> String {
        let problem = &finding.problem;
        let mut lines = vec![("problem", self.problem_text(problem).what)];
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
        let told = lines.into_iter().filter(|(_, value)| !value.is_empty());
        let told = told.map(|(name, value)| {
            self.text_with("doctor-for-it-line", &[("name", name), ("key", name), ("value", &value)])
        });
        [self.text("doctor-for-it")].into_iter().chain(told).collect::<Vec<_>>().join("\n")
    }
}
