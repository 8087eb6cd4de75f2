//! What a family of the new host offers: verb, path with its parameters, who may call it, what it does.

use url::Url;

use super::Failure;
use crate::gateway::Call;
use crate::gateway::answer::{Answer, Fields};
use crate::gateway::input::Parameters;
use crate::state::World;

pub type Action = fn(&mut Asked<'_>) -> Result<Fields, Failure>;

/// An endpoint that looks at keys itself, and so has the whole answer in its hands.
pub type OpenAction = fn(&mut Asked<'_>) -> Answer;

#[derive(Debug, Clone, Copy)]
pub enum Access {
    /// No token.
    Open(OpenAction),
    /// An app token that carries the point (dingtalk-api.md §4.2).
    App(&'static str, Action),
    /// A person's token, of an app that has the point.
    Person(&'static str, Action),
}

#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    pub verb: &'static str,
    /// `{name}` stands for one part of the path, whatever it is.
    pub path: &'static str,
    pub access: Access,
}

pub const fn get(path: &'static str, access: Access) -> Endpoint {
    Endpoint { verb: "GET", path, access }
}

pub const fn post(path: &'static str, access: Access) -> Endpoint {
    Endpoint { verb: "POST", path, access }
}

/// One call that came through, or that nobody stops.
#[derive(Debug)]
pub struct Asked<'a> {
    pub world: &'a mut World,
    /// Empty on an open endpoint.
    pub client_id: String,
    /// The person whose token it is; empty with an app token.
    pub unionid: String,
    pub call: &'a Call,
    pub endpoint: &'a Endpoint,
}

impl Asked<'_> {
    /// The JSON object that came.
    pub fn body(&self) -> Result<Parameters, Failure> {
        let missing = || Failure::bad_request("Missingbody", "body is mandatory for this action.");
        self.call.json_parameters().ok_or_else(missing)
    }

    pub fn query(&self, name: &str) -> Option<String> {
        self.call.query_value(name)
    }

    pub fn needed_query(&self, name: &str) -> Result<String, Failure> {
        self.query(name).ok_or_else(|| Failure::missing(name))
    }

    /// The part of the path that stands for `{name}`.
    pub fn path_value(&self, name: &str) -> String {
        let named = format!("{{{name}}}");
        let mut parts = self.endpoint.path.split('/').zip(self.call.path.split('/'));
        parts.find(|(pattern, _)| *pattern == named).map(|(_, value)| decoded(value)).unwrap_or_default()
    }
}

/// Percent signs undone.
fn decoded(part: &str) -> String {
    // In a query `+` is a space; in a path it is itself.
    let query = part.replace('+', "%2B");
    let pair = Url::parse(&format!("http://localhost/?part={query}"));
    pair.ok().and_then(|url| url.query_pairs().next().map(|(_, value)| value.into_owned())).unwrap_or_default()
}

/// The endpoint of that verb and path; one without parameters goes before one with.
pub fn find<'a>(families: &[&'a [Endpoint]], verb: &str, path: &str) -> Option<&'a Endpoint> {
    let of_verb = || families.iter().copied().flatten().filter(|endpoint| endpoint.verb == verb);
    of_verb().find(|endpoint| endpoint.path == path).or_else(|| of_verb().find(|endpoint| fits(endpoint.path, path)))
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(named), Some(part)) if named.starts_with('{') && !part.is_empty() => {}
            (Some(fixed), Some(part)) if fixed == part => {}
            _ => return false,
        }
    }
}

/// Text under `name`, or the refusal for its absence.
pub fn needed(body: &Parameters, name: &str) -> Result<String, Failure> {
    body.text(name).ok_or_else(|| Failure::missing(name))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_path_fits_part_by_part() {
        let check = |pattern: &str, path: &str, expected: bool| assert_eq!(fits(pattern, path), expected, "{path}");
        check("/v1.0/contact/users/{unionId}", "/v1.0/contact/users/me", true);
        check("/v1.0/contact/users/{unionId}", "/v1.0/contact/users/", false);
        check("/v1.0/contact/users/{unionId}", "/v1.0/contact/users/a/b", false);
        check("/v1.0/oauth2/{corpId}/token", "/v1.0/oauth2/ding0/token", true);
        check("/v1.0/oauth2/{corpId}/token", "/v1.0/oauth2/ding0/tokens", false);
    }

    #[test]
    fn a_part_of_a_path_is_decoded() {
        let check = |part: &str, expected: &str| assert_eq!(decoded(part), expected);
        check("a%2Bb", "a+b");
        check("a+b", "a+b");
        check("%E9%99%B3", "陳");
    }
}
