//! What else the text holds for whoever helps: hosts, ids, the issuer of a certificate. Secrets are out of it already.

use crate::problem::{Problem, ProblemCode};

const GATEWAYS: [&str; 4] = ["oapi.", "api.", "login.", "wss-open"];
const DOMAINS: [&str; 2] = [".dingtalk.com", ".dingtalk.io"];

pub(super) fn complete(mut problem: Problem, text: &str) -> Problem {
    let server = problem.server.clone();
    let code = server.as_ref().map(|server| server.code.clone());
    let request_id = server.and_then(|server| server.request_id).or_else(|| request_id(text));
    fill(&mut problem, "code", code);
    fill(&mut problem, "request_id", request_id);
    fill(&mut problem, "client_id", client_id(text));
    fill(&mut problem, "host", host(text));
    let is_stranger = problem.args.get("fault").is_some_and(|fault| fault == "unknown-issuer");
    if problem.code == ProblemCode::CertificateRefused && is_stranger {
        fill(&mut problem, "issuer", issuer(text));
    }
    let wait = problem.args.get("seconds").cloned().filter(|_| problem.code == ProblemCode::Throttled);
    let minutes = problem.args.get("minutes").and_then(|minutes| minutes.parse::<u64>().ok());
    fill(&mut problem, "wait", wait.or_else(|| minutes.map(|minutes| (minutes * 60).to_string())));
    problem
}

fn fill(problem: &mut Problem, name: &str, value: Option<String>) {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return };
    let mine = problem.args.entry(name.to_owned()).or_default();
    if mine.is_empty() {
        *mine = value;
    }
}

/// A gateway of DingTalk's. The console and the documents stand in advice, not in failures.
fn host(text: &str) -> Option<String> {
    let of_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let mut words = text.split(|c: char| !of_host(c)).map(|word| word.trim_matches(['.', '-']));
    let is_gateway = |word: &&str| {
        GATEWAYS.iter().any(|prefix| word.starts_with(prefix)) && DOMAINS.iter().any(|domain| word.ends_with(domain))
    };
    words.find(is_gateway).map(str::to_owned)
}

fn request_id(text: &str) -> Option<String> {
    ["request_id", "requestid", "request id", "request-id", "requestId", "RequestId"].iter().find_map(|label| {
        let (_, rest) = text.split_once(label)?;
        let rest = rest.trim_start_matches([' ', '"', '\'', '\\', ':', '=', '>']);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        let id = rest.get(..end)?;
        ((8..=64).contains(&id.len()) && id.bytes().any(|byte| byte.is_ascii_digit())).then(|| id.to_owned())
    })
}

/// `appKey(ding…)`, `content=ding…%23`, `clientId: ding…`. A CorpID begins the same and is longer.
fn client_id(text: &str) -> Option<String> {
    let signs = ['(', '=', ':', '"', '\'', ' ', '\\', '[', '>'];
    text.match_indices("ding").find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let id = rest.get(..end)?;
        let from = (0..=at.saturating_sub(20)).rev().find(|from| text.is_char_boundary(*from))?;
        let before = text.get(from..at)?.to_ascii_lowercase();
        let name = before.trim_end_matches(signs);
        let is_named =
            ["appkey", "app_key", "clientid", "client_id", "content"].iter().any(|known| name.ends_with(known));
        (is_named && (6..=32).contains(&id.len()) && !id.starts_with("dingtalk")).then(|| id.to_owned())
    })
}

/// As curl -v and openssl print it.
fn issuer(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let at =
        ["issuer:", "issuer=", "issuer name:"].iter().find_map(|label| lower.find(label).map(|at| at + label.len()))?;
    let line = text.get(at..)?.lines().next()?;
    let name = ["CN=", "CN = ", "O=", "O = "].iter().find_map(|label| line.split_once(label).map(|(_, rest)| rest));
    let name = name.unwrap_or(line).split([',', ';', '/', '\n']).next()?.trim().trim_matches('"');
    (!name.is_empty()).then(|| name.chars().take(100).collect())
}
