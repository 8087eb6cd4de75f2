use std::fmt::Write as _;

use engine::Engine;
use engine::network::{HostRow, HostState, NetworkTest, ProxyForm, ProxyView, ZoneView};
use engine::problem::Problem;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use words::Speaker;

use crate::arguments::{SetProxy, Tested};
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

/// Exit code 3 when a host was not reached; the answer is the same.
pub async fn test(engine: &Engine, speaker: Speaker, tested: Tested, for_it: bool) -> Result<Answer, Failure> {
    let test = match tested {
        Tested::Region(region) => engine.network_test_region(region).await?,
        Tested::Connection(name) => {
            let found = engine.connection_named(&name).await?;
            engine.network_test(&found.id).await?.test
        }
    };
    let answer = told(&test, &engine.proxy().await?, &engine.zone(), speaker, for_it);
    let reached = test.rows.iter().all(|row| row.state == HostState::Reached);
    if reached { Ok(answer) } else { Err(Failure::NotReached(Box::new(answer))) }
}

fn told(test: &NetworkTest, proxy: &ProxyView, zone: &ZoneView, speaker: Speaker, for_it: bool) -> Answer {
    let inspected = test.rows.iter().any(|row| row.certificate.as_ref().is_some_and(|shown| shown.inspected));
    let mut json = json!({
        "practice": test.practice,
        "at": test.at,
        "proxy": as_json(proxy),
        "hosts": test.rows.iter().map(|row| host(row, speaker)).collect::<Vec<_>>(),
        "inspected": inspected,
        "clock": test.clock.as_ref().map(|clock| json!({ "ahead_seconds": clock.ahead, "off": clock.off })),
        "zone": zone.name,
    });
    let block = speaker.network_for_it(test, proxy);
    if for_it {
        if let Some(fields) = json.as_object_mut() {
            fields.insert("for_it".to_owned(), block.clone().into());
        }
        return Answer { json, words: block };
    }
    let mut words = String::new();
    for row in &test.rows {
        let _ = writeln!(words, "{}", speaker.host_line(row));
        if let Some(problem) = &row.problem {
            let _ = writeln!(words, "  {}", speaker.problem_text(problem).fix);
        }
    }
    for line in [speaker.inspection_text(test), test.clock.as_ref().map(|clock| speaker.clock_text(clock))] {
        let _ = line.map(|line| writeln!(words, "{line}"));
    }
    if let Some(fix) = test.clock.as_ref().and_then(|clock| speaker.clock_fix(clock)) {
        let _ = writeln!(words, "  {fix}");
    }
    words += &speaker.zone_text(zone);
    Answer { json, words }
}

fn host(row: &HostRow, speaker: Speaker) -> Value {
    let words = row.problem.as_ref().map(|problem: &Problem| speaker.problem_text(problem));
    json!({
        "role": row.role,
        "host": row.host,
        "reached": row.state == HostState::Reached,
        "milliseconds": row.milliseconds,
        "proxy": row.proxy,
        "issuer": row.certificate.as_ref().map(|shown| &shown.issuer),
        "trusted": row.certificate.as_ref().map(|shown| shown.trusted),
        "inspected": row.certificate.as_ref().map(|shown| shown.inspected),
        "problem": words.as_ref().map(|words| &words.code),
        "what": words.as_ref().map(|words| &words.what),
        "fix": words.as_ref().map(|words| &words.fix),
    })
}

pub async fn proxy_show(engine: &Engine, speaker: Speaker) -> Result<Answer, Failure> {
    Ok(proxy_told(&engine.proxy().await?, speaker))
}

pub async fn proxy_set(engine: &Engine, speaker: Speaker, set: SetProxy) -> Result<Answer, Failure> {
    let SetProxy { mode, address, user, password_stdin } = set;
    let password = if password_stdin { Some(stdin::secret()?.expose_secret().to_owned()) } else { None };
    Ok(proxy_told(&engine.proxy_set(ProxyForm { mode, address, user, password }).await?, speaker))
}

pub async fn proxy_clear(engine: &Engine, speaker: Speaker) -> Result<Answer, Failure> {
    Ok(proxy_told(&engine.proxy_clear().await?, speaker))
}

fn proxy_told(proxy: &ProxyView, speaker: Speaker) -> Answer {
    Answer { json: as_json(proxy), words: speaker.proxy_text(proxy) }
}

fn as_json(proxy: &ProxyView) -> Value {
    json!({
        "mode": proxy.mode,
        "address": proxy.address,
        "user": proxy.user,
        "password_set_at": proxy.password_set_at,
    })
}
