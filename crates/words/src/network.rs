//! The network test and the clock in words.

use engine::clock::shown;
use engine::network::{
    CertificateView, ClockView, HostRow, HostState, NetworkTest, ProxyMode, ProxyView, Span, Way, ZoneView,
};
use engine::problem::Problem;

use crate::Speaker;
use crate::told::code_name;

impl Speaker {
    /// One line a host, and what IT has to do. No name, no password and no key comes into it.
    pub fn network_for_it(self, test: &NetworkTest, proxy: &ProxyView) -> String {
        let at = test.at.as_deref().map(shown).unwrap_or_default();
        let mut lines = vec![self.text_with("network-for-it", &[("at", &at)])];
        if test.practice {
            lines.push(self.text("network-for-it-practice"));
        }
        lines.push(self.text_with("network-for-it-proxy", &[("setting", &self.proxy_setting(proxy))]));
        lines.extend(test.rows.iter().map(|row| self.host_line(row)));
        lines.extend(self.inspection_text(test));
        lines.extend(test.clock.as_ref().map(|clock| self.clock_text(clock)));
        if !test.practice {
            lines.push(self.text("network-for-it-allow"));
        }
        lines.join("\n")
    }

    /// The setting, and when its password was set.
    pub fn proxy_text(self, proxy: &ProxyView) -> String {
        let setting = self.text_with("network-for-it-proxy", &[("setting", &self.proxy_setting(proxy))]);
        let Some(at) = &proxy.password_set_at else { return setting };
        let values = [("user", proxy.user.as_str()), ("at", &shown(at))];
        format!("{setting}\n{}", self.text_with("cli-network-password", &values))
    }

    /// One host and all that is known of it.
    pub fn host_line(self, row: &HostRow) -> String {
        let role = self.text(&format!("network-role-{}", code_name(&row.role)));
        let values = [("host", row.host.as_str()), ("role", &role), ("result", &self.host_result(row))];
        self.text_with("network-for-it-row", &values)
    }

    /// `proxy.office:8080`, or which other way is set.
    fn proxy_setting(self, proxy: &ProxyView) -> String {
        let mode = self.text(&format!("proxy-mode-{}", code_name(&proxy.mode)));
        match proxy.mode {
            ProxyMode::Manual => mode + &self.aside(&proxy.address),
            ProxyMode::System | ProxyMode::None => mode,
        }
    }

    /// All that is known of one host, in one line.
    fn host_result(self, row: &HostRow) -> String {
        let mut parts = vec![self.text(&format!("network-state-{}", code_name(&row.state)))];
        if let Some(problem) = &row.problem {
            parts.push(self.problem_text(problem).what.trim_end_matches(['.', '。']).to_owned());
        }
        if let Some(milliseconds) = row.milliseconds {
            parts.push(self.text_with("network-took", &[("milliseconds", &milliseconds.to_string())]));
        }
        if row.state == HostState::Reached || row.proxy.is_some() {
            parts.push(match &row.proxy {
                Some(proxy) => self.text_with("network-through", &[("proxy", proxy)]),
                None => self.text("network-direct"),
            });
        }
        parts.extend(row.certificate.as_ref().map(|certificate| self.issuer_text(certificate)));
        parts.join(&self.text("network-sentence-separator"))
    }

    fn issuer_text(self, certificate: &CertificateView) -> String {
        let issuer = [("issuer", certificate.issuer.as_str())];
        match (certificate.issuer.is_empty(), certificate.trusted) {
            (true, _) => self.text("network-issuer-untold"),
            (false, true) => self.text_with("network-issuer", &issuer),
            (false, false) => self.text_with("network-issuer-untrusted", &issuer),
        }
    }

    /// That somebody on the way opens encrypted traffic, and by which issuer.
    pub fn inspection_text(self, test: &NetworkTest) -> Option<String> {
        let shown = test.rows.iter().filter_map(|row| row.certificate.as_ref()).find(|shown| shown.inspected)?;
        let issuer = [("issuer", shown.issuer.as_str())];
        let title = self.text("network-inspection-title");
        let id = if shown.trusted { "network-inspection-trusted" } else { "network-inspection-untrusted" };
        let fact = self.text_with(id, &issuer);
        Some([title, fact].join(&self.text("network-sentence-separator")))
    }

    pub fn clock_text(self, clock: &ClockView) -> String {
        if !clock.off {
            return self.text("network-clock-good");
        }
        self.text_with(clock_id(clock), &[("time", &self.span(clock.by))])
    }

    /// What stands beside a failure while the clock is wrong.
    pub(crate) fn clock_beside(self, problem: &Problem) -> Option<String> {
        let arg = |name: &str| problem.args.get(name).map(String::as_str);
        let (way, unit, count) = (arg("clock_way")?, arg("clock_unit")?, arg("clock_count")?);
        let time = self.text_with(&format!("network-span-{unit}"), &[("count", count)]);
        Some(self.text_with("network-clock-beside", &[("way", way), ("time", &time)]))
    }

    /// What to do about it, if anything.
    pub fn clock_fix(self, clock: &ClockView) -> Option<String> {
        clock.off.then(|| self.attribute(clock_id(clock), "fix", &[]))
    }

    /// How this computer's zone differs from Hong Kong's, now and in the year to come.
    pub fn zone_text(self, zone: &ZoneView) -> String {
        let values = |way: &Way, by: Span| (code_name(way), self.span(by));
        let name = zone.name.as_str();
        let (way, time) = values(&zone.now.way, zone.now.by);
        let now = match (zone.now.way, &zone.later) {
            (Way::Same, None) => self.text_with("network-zone-same", &[("zone", name)]),
            (_, _) => self.text_with("network-zone-other", &[("zone", name), ("way", &way), ("time", &time)]),
        };
        let Some(later) = &zone.later else { return now };
        let (way, time) = values(&later.way, later.by);
        format!("{now} {}", self.text_with("network-zone-changes", &[("way", &way), ("time", &time)]))
    }

    fn span(self, span: Span) -> String {
        self.text_with(&format!("network-span-{}", code_name(&span.unit)), &[("count", &span.count.to_string())])
    }
}

fn clock_id(clock: &ClockView) -> &'static str {
    if clock.ahead < 0 { "network-clock-behind" } else { "network-clock-ahead" }
}
