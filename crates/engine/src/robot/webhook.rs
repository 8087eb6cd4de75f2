//! A webhook as typed, and as it is used today.

use std::collections::BTreeMap;

use dingtalk::{Hosts, Webhook, WebhookError};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::connection::Region;
use crate::note::{Note, NoteCode, NoteLevel};
use crate::problem::{Field, Problem, ProblemCode, Result};

/// # Errors
/// `WebhookMalformed`; `WebhookForeign`, `WebhookReal` or `WebhookPractice` with its host; `WebhookTokenMissing`.
pub(crate) fn parse_webhook(typed: &SecretString, hosts: &Hosts) -> Result<Webhook> {
    let practising = hosts.is_loopback();
    Webhook::parse(typed.expose_secret(), hosts).map_err(|error| match error {
        WebhookError::ForeignHost(host) if practising && is_dingtalk(&host) => {
            Problem::new(ProblemCode::WebhookReal).arg("host", host).at(Field::Webhook)
        }
        WebhookError::ForeignHost(host) if !practising && is_practice(typed.expose_secret()) => {
            Problem::new(ProblemCode::WebhookPractice).arg("host", host).at(Field::Webhook)
        }
        error => problem(&error),
    })
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

/// Judged by the region alone: the practice server may have another port by the time it is saved.
pub(super) fn note(typed: &str, region: Region) -> Option<Note> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let mut args = BTreeMap::new();
    let (code, level) = match (Webhook::parse(typed, &Hosts::com()), region) {
        (Ok(_), Region::Com | Region::Io) => (NoteCode::WebhookRight, NoteLevel::Fine),
        (Ok(_), Region::Practice) => (NoteCode::WebhookReal, NoteLevel::Stop),
        (Err(_), Region::Practice) if Url::parse(typed).is_ok_and(|url| url.host_str().is_some_and(is_dingtalk)) => {
            (NoteCode::WebhookReal, NoteLevel::Stop)
        }
        (Err(WebhookError::ForeignHost(host)), region) => match (is_practice(typed), region) {
            (true, Region::Practice) => (NoteCode::WebhookRight, NoteLevel::Fine),
            (true, Region::Com | Region::Io) => (NoteCode::WebhookPractice, NoteLevel::Stop),
            (false, _) => {
                args.insert("host".to_owned(), host);
                (NoteCode::WebhookForeign, NoteLevel::Stop)
            }
        },
        (Err(_), _) => (NoteCode::WebhookMalformed, NoteLevel::Stop),
    };
    Some(Note { field: Field::Webhook, level, code, args })
}

fn is_dingtalk(host: &str) -> bool {
    host.ends_with(".dingtalk.com") || host.ends_with(".dingtalk.io")
}

/// A robot of a practice server, on whatever port of this machine.
fn is_practice(typed: &str) -> bool {
    let Ok(mut url) = Url::parse(typed.trim()) else { return false };
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

    fn check_note(region: Region, typed: &str, expected: Option<NoteCode>) {
        assert_eq!(note(typed, region).map(|note| note.code), expected, "{region:?} {typed:?}");
    }

    #[test]
    fn a_webhook_is_judged_while_it_is_typed_by_what_the_connection_is_for() {
        let real = "https://oapi.dingtalk.com/robot/send?access_token=abc";
        let practice = "http://127.0.0.1:4711/robot/send?access_token=abc";
        check_note(Region::Com, real, Some(NoteCode::WebhookRight));
        check_note(Region::Io, real, Some(NoteCode::WebhookRight));
        check_note(Region::Practice, real, Some(NoteCode::WebhookReal));
        check_note(Region::Practice, "https://oapi.dingtalk.com/robot/se", Some(NoteCode::WebhookReal));
        check_note(Region::Com, "https://oapi.dingtalk.com/robot/se", Some(NoteCode::WebhookMalformed));
        check_note(Region::Practice, practice, Some(NoteCode::WebhookRight));
        check_note(Region::Com, practice, Some(NoteCode::WebhookPractice));
        for region in [Region::Practice, Region::Com, Region::Io] {
            check_note(region, "", None);
            check_note(region, "https://hooks.slack.com/x", Some(NoteCode::WebhookForeign));
            check_note(region, "http://203.0.113.10/robot/send?access_token=abc", Some(NoteCode::WebhookForeign));
            check_note(region, "oapi.dingtalk.com", Some(NoteCode::WebhookMalformed));
        }
    }

    #[test]
    fn practice_and_the_real_dingtalk_are_never_mixed_and_each_is_named() {
        // S34
        let practice =
            Hosts::custom("http://127.0.0.1:5001", "http://127.0.0.1:5002", "http://127.0.0.1:5003").unwrap();
        let code =
            |typed: &str, hosts: &Hosts| parse_webhook(&typed.into(), hosts).map(drop).map_err(|found| found.code);
        let (real, local) = (
            "https://oapi.dingtalk.com/robot/send?access_token=abc",
            "http://127.0.0.1:4711/robot/send?access_token=abc",
        );
        assert_eq!(code(real, &practice), Err(ProblemCode::WebhookReal));
        assert_eq!(
            code("https://oapi.dingtalk.io/robot/send?access_token=a", &practice),
            Err(ProblemCode::WebhookReal)
        );
        assert_eq!(code(local, &Hosts::com()), Err(ProblemCode::WebhookPractice));
        // Another port of this machine is no real DingTalk; a foreign host is no practice.
        assert_eq!(code(local, &practice), Err(ProblemCode::WebhookForeign));
        assert_eq!(code("https://hooks.slack.com/services/T0", &practice), Err(ProblemCode::WebhookForeign));
    }

    #[test]
    fn a_practice_webhook_follows_its_server_to_another_port() {
        let today = Hosts::custom("http://127.0.0.1:5001", "http://127.0.0.1:5002", "http://127.0.0.1:5003").unwrap();
        let saved = "http://127.0.0.1:4001/robot/send?access_token=abc".into();
        let webhook = read_webhook(&saved, &today).unwrap();
        assert_eq!((webhook.host(), webhook.token().expose_secret()), ("127.0.0.1:5001", "abc"));
    }
}
