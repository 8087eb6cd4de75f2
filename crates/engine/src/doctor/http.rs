//! The frame around an answer, where the answer itself told nothing: status lines and web pages.

use super::{Clue, Source};
use crate::problem::{Problem, ProblemCode as Code};

/// How far before an answer its status line is looked for.
const NEAR: usize = 2_000;

pub(super) fn read(text: &str, clues: &mut Vec<Clue>) {
    // Whatever was told in codes or in a library's words is more than a status.
    if !clues.is_empty() {
        return;
    }
    let lower = text.to_ascii_lowercase();
    let status = last_status(&lower);
    let page = ["<html", "<!doctype html", "<head", "<body"].iter().find_map(|tag| lower.find(tag));
    let found = match (status, page) {
        (Some(407), _) => Some(Code::ProxySignIn),
        (Some(511), _) => Some(Code::CaptivePortal),
        (_, Some(_)) => Some(of_page(&lower, status)),
        (Some(300..=399), None) if holds_ban(&lower) => Some(Code::AddressBanned),
        (Some(300..=399), None) if lower.contains("location:") => Some(Code::CaptivePortal),
        (Some(429), None) => Some(Code::Throttled),
        (Some(500..=599), None) => Some(Code::Busy),
        _ => ["bad gateway", "service unavailable", "gateway time-out", "gateway timeout"]
            .iter()
            .any(|words| lower.contains(words))
            .then_some(Code::Busy),
    };
    let Some(code) = found else { return };
    let problem = match code {
        Code::AddressBanned => Problem::new(code).arg("minutes", 5),
        Code::Throttled => Problem::new(code).arg("seconds", 1),
        Code::CaptivePortal | Code::ProxySignIn | Code::ProxyRefused => Problem::new(code).arg("host", ""),
        _ => Problem::new(code),
    };
    clues.push(Clue { problem, source: Source::Frame, at: page.unwrap_or(0), line: 0 });
}

fn of_page(lower: &str, status: Option<u16>) -> Code {
    if holds_ban(lower) {
        return Code::AddressBanned;
    }
    if lower.contains("squid") || lower.contains("proxy server") {
        return Code::ProxyRefused;
    }
    let broken = ["bad gateway", "service unavailable", "gateway time-out"].iter().any(|words| lower.contains(words));
    if broken || status.is_some_and(|status| status >= 500) {
        return Code::Busy;
    }
    Code::CaptivePortal
}

/// The firewall's number by itself, or its word. Source: call-frequency-limit.
fn holds_ban(lower: &str) -> bool {
    lower.contains("punish") || lower.split(|c: char| !c.is_ascii_digit()).any(|number| number == "1111")
}

/// The status of `HTTP/1.1 403 Forbidden` or `HTTP/2 403` before this place.
pub(super) fn status_before(text: &str, at: usize) -> Option<u16> {
    let from = (0..=at.saturating_sub(NEAR)).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
    last_status(&text.get(from..at)?.to_ascii_lowercase())
}

fn last_status(lower: &str) -> Option<u16> {
    lower.rmatch_indices("http/").find_map(|(at, _)| {
        let rest = lower.get(at + "http/".len()..)?.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let status: u16 = rest.strip_prefix(' ')?.get(..3)?.parse().ok()?;
        // A request line ends with the protocol, and a proxy's greeting is no answer.
        let is_greeting = rest.contains("connection established") && status == 200;
        ((100..600).contains(&status) && !is_greeting).then_some(status)
    })
}
