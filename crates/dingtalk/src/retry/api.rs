use super::paths::{Metering, PATHS, Path};

/// What a call does, and so what may be done when nobody knows whether it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Changes nothing.
    Read,
    /// Changes something; a second time changes nothing more. Still not repeated when the first may have acted, as
    /// somebody may have changed it since.
    Idempotent,
    /// Each time does it again: a message, a new person. And everything nobody here knows.
    Effect,
}

/// One of DingTalk's APIs, as limits count it and as a trace names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Api {
    name: String,
    kind: Kind,
    metering: Metering,
}

impl Api {
    /// By the path as it is sent, with or without its query.
    pub fn of(path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let exact = PATHS.iter().find(|known| known.template == path);
        match exact.or_else(|| PATHS.iter().find(|known| matches(known, path))) {
            Some(known) => Self { name: known.template.to_owned(), kind: known.kind, metering: known.metering },
            None => Self { name: shortened(path), kind: Kind::Effect, metering: Metering::Metered },
        }
    }

    /// The path without its query, and with `{}` or `…` for what varies in it: it names nobody.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the monthly quota counts it.
    pub fn is_metered(&self) -> bool {
        self.metering == Metering::Metered
    }
}

fn matches(known: &Path, path: &str) -> bool {
    let mut segments = path.split('/');
    let fits = known.template.split('/').all(|wanted| {
        segments.next().is_some_and(|segment| if wanted == "{}" { !segment.is_empty() } else { wanted == segment })
    });
    fits && segments.next().is_none()
}

/// Paths of the new gateway hold ids from the fourth segment on; those of the old one never.
fn shortened(path: &str) -> String {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
    let is_new = path.split('/').nth(1).is_some_and(|first| first.starts_with('v') && first.contains('.'));
    let kept = if is_new { 3 } else { 6 };
    let mut name = String::new();
    for (index, segment) in path.split('/').skip(1).enumerate() {
        if index == kept || !plain(segment) {
            name.push_str("/…");
            break;
        }
        name.push('/');
        name.push_str(segment);
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn check(path: &str, name: &str, kind: Kind) {
        let api = Api::of(path);
        assert_eq!((api.name(), api.kind()), (name, kind), "{path}");
    }

    #[test]
    fn a_path_tells_what_its_call_does_and_nobody_s_id() {
        check("/topapi/v2/user/get", "/topapi/v2/user/get", Kind::Read);
        check("/auth/scopes?x=1", "/auth/scopes", Kind::Read);
        check("/v1.0/oauth2/dingcorp/token", "/v1.0/oauth2/{}/token", Kind::Read);
        check("/v1.0/contact/users/me", "/v1.0/contact/users/me", Kind::Read);
        check("/v1.0/contact/users/CANARY", "/v1.0/contact/users/{}", Kind::Read);
        check("/v1.0/contact/users/CANARY/more", "/v1.0/contact/users/…", Kind::Effect);
        check("/topapi/v2/user/update", "/topapi/v2/user/update", Kind::Idempotent);
        check("/robot/send", "/robot/send", Kind::Effect);
        check("/topapi/unheard/of", "/topapi/unheard/of", Kind::Effect);
        check("/v1.0/unheard/陳大文", "/v1.0/unheard/…", Kind::Effect);
        check("/v1.0/contact/users/", "/v1.0/contact/users/…", Kind::Effect);
        check("", "", Kind::Effect);
    }

    #[test]
    fn no_path_stands_in_the_table_twice() {
        let names: BTreeSet<_> = PATHS.iter().map(|path| path.template).collect();
        assert_eq!(names.len(), PATHS.len());
    }

    // V §9: token, login and contact calls are exempt from the monthly quota
    #[test]
    fn the_quota_of_the_month_does_not_count_contacts() {
        for exempt in ["/gettoken", "/v1.0/oauth2/accessToken", "/topapi/v2/user/list", "/topapi/v2/department/listsub"]
        {
            assert!(!Api::of(exempt).is_metered(), "{exempt}");
        }
        assert!(Api::of("/topapi/message/corpconversation/asyncsend_v2").is_metered());
        assert!(Api::of("/v1.0/unheard/of").is_metered());
    }
}
