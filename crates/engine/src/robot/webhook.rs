//! A webhook as typed, and as it is used today.

use std::collections::BTreeMap;

use dingtalk::{Hosts, Webhook, WebhookError};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::note::{Note, NoteCode, NoteLevel};
use crate::problem::{Field, Problem, ProblemCode, Result};

/// # Errors
/// `WebhookMalformed`, `WebhookForeign` with its host, `WebhookTokenMissing`.
pub(crate) fn parse_webhook(typed: &SecretString, hosts: &Hosts) -> Result<Webhook> {
    Webhook::parse(typed.expose_secret(), hosts).map_err(|error| problem(&error))
}

/// A saved webhook. That of practice is taken to today's port: only its token was ever its own.
pub(crate) fn read_webhook(saved: &SecretString, hosts: &Hosts) -> Result<Webhook> {
    if !hosts.is_loopback() {
        return parse_webhook(saved, hosts);
    }
    let token = Url::parse(saved.expose_secret()).ok().and_then(|url| {
        url.query_pairs().find(|(name, _)| name == "access_token").map(|(_, token)| token.into_owned())
    });
    let token = SecretString::from(token.unwrap_or_default());
    Webhook::from_token(&token, hosts).map_err(|error| problem(&error))
}

/// Without the hosts of a connection: the public ones, and this machine for practice.
pub(super) fn note(typed: &str) -> Option<Note> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let is_practice = Url::parse(typed).is_ok_and(|url| url.scheme() == "http") && is_on_this_machine(typed);
    let (code, level, args) = match Webhook::parse(typed, &Hosts::com()) {
        Ok(_) => (NoteCode::WebhookRight, NoteLevel::Fine, BTreeMap::new()),
        Err(WebhookError::ForeignHost(_)) if is_practice => (NoteCode::WebhookRight, NoteLevel::Fine, BTreeMap::new()),
        Err(WebhookError::ForeignHost(host)) => {
            (NoteCode::WebhookForeign, NoteLevel::Stop, BTreeMap::from([("host".to_owned(), host)]))
        }
        Err(_) => (NoteCode::WebhookMalformed, NoteLevel::Stop, BTreeMap::new()),
    };
    Some(Note { field: Field::Webhook, level, code, args })
}

fn is_on_this_machine(typed: &str) -> bool {
    let Ok(mut url) = Url::parse(typed) else { return false };
    let is_robot = url.path() == "/robot/send" && url.query_pairs().any(|(name, _)| name == "access_token");
    url.set_path("/");
    is_robot && crate::link::is_loopback(url.as_str())
}

fn problem(error: &WebhookError) -> Problem {
    let problem = match error {
        WebhookError::ForeignHost(host) => Problem::new(ProblemCode::WebhookForeign).arg("host", host),
        WebhookError::TokenMissing => Problem::new(ProblemCode::WebhookTokenMissing),
        _ => Problem::new(ProblemCode::WebhookMalformed),
    };
    problem.at(Field::Webhook)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(typed: &str, expected: std::result::Result<(), ProblemCode>) {
        let found = parse_webhook(&typed.into(), &Hosts::com()).map(drop).map_err(|problem| problem.code);
        assert_eq!(found, expected, "{typed:?}");
    }

    #[test]
    fn only_a_dingtalk_robots_webhook_is_taken() {
        check("https://oapi.dingtalk.com/robot/send?access_token=abc", Ok(()));
        check(" https://oapi.dingtalk.com/robot/send?access_token=abc\n", Ok(()));
        check("https://hooks.slack.com/services/T0/B0/x", Err(ProblemCode::WebhookForeign));
        check("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x", Err(ProblemCode::WebhookForeign));
        check("https://oapi.dingtalk.com.evil.example/robot/send?access_token=a", Err(ProblemCode::WebhookForeign));
        check("https://oapi.dingtalk.com/robot/send", Err(ProblemCode::WebhookTokenMissing));
        check("https://oapi.dingtalk.com/gettoken?access_token=a", Err(ProblemCode::WebhookMalformed));
        check("http://oapi.dingtalk.com/robot/send?access_token=a", Err(ProblemCode::WebhookMalformed));
        check("javascript:alert(1)", Err(ProblemCode::WebhookMalformed));
        check("", Err(ProblemCode::WebhookMalformed));
    }

    #[test]
    fn a_foreign_webhook_is_named_by_its_host_alone() {
        let problem = parse_webhook(&"https://hooks.slack.com/services/TOKEN".into(), &Hosts::com()).unwrap_err();
        assert_eq!(problem.args["host"], "hooks.slack.com");
        assert!(!format!("{problem:?}").contains("TOKEN"));
    }

    fn check_note(typed: &str, expected: Option<NoteCode>) {
        assert_eq!(note(typed).map(|note| note.code), expected, "{typed:?}");
    }

    #[test]
    fn a_webhook_is_judged_while_it_is_typed() {
        check_note("", None);
        check_note("https://oapi.dingtalk.com/robot/send?access_token=abc", Some(NoteCode::WebhookRight));
        check_note("http://127.0.0.1:4711/robot/send?access_token=abc", Some(NoteCode::WebhookRight));
        check_note("https://hooks.slack.com/x", Some(NoteCode::WebhookForeign));
        check_note("http://203.0.113.10/robot/send?access_token=abc", Some(NoteCode::WebhookForeign));
        check_note("oapi.dingtalk.com", Some(NoteCode::WebhookMalformed));
    }

    #[test]
    fn a_practice_webhook_follows_its_server_to_another_port() {
        let today = Hosts::custom("http://127.0.0.1:5001", "http://127.0.0.1:5002", "http://127.0.0.1:5003").unwrap();
        let saved = "http://127.0.0.1:4001/robot/send?access_token=abc".into();
        let webhook = read_webhook(&saved, &today).unwrap();
        assert_eq!((webhook.host(), webhook.token().expose_secret()), ("127.0.0.1:5001", "abc"));
    }
}
