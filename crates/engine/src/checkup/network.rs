//! DingTalk's hosts through this office's network, each once and without any key.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::engine::Proof;
use crate::network::{HostRole, HostState};
use crate::problem::{Result, travels_as};
use crate::setup::{AnswerCode, Task};

pub(super) struct Network;

/// As the set-up's own check of the hosts names them.
const CALL: &str = "GET /gettoken, GET /v1.0/oauth2/accessToken, GET /";

impl Check for Network {
    fn id(&self) -> CheckId {
        CheckId::Network
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let Some(mut run) = round.begin(&[Task::Hosts]).await? else {
        return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
    };
    let rows = round.network().await?.rows.clone();
    if rows.iter().any(|row| row.state == HostState::Waiting) {
        // Stopped.
        run.settled(Task::Hosts).await?;
        return Ok(Finding::cannot_tell());
    }
    // Events alone go over the fourth, and not every company listens.
    let (stream, needed): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.role == HostRole::Stream);
    if let Some(problem) = needed.iter().find_map(|row| row.problem.clone()) {
        let problem = round.engine.beside_clock(&round.id, problem).await;
        run.failed(Task::Hosts, problem.clone()).await?;
        return Ok(Finding::of_problem(CheckId::Network, problem));
    }
    let hosts: Vec<&str> = needed.iter().map(|row| row.host.as_str()).collect();
    run.done(Task::Hosts, Proof::verified(CALL, AnswerCode::HostsReached).arg("hosts", hosts.join(", "))).await?;
    if let Some((row, problem)) = stream.iter().find_map(|row| row.problem.clone().map(|problem| (*row, problem))) {
        let away = Finding::of_problem(CheckId::Network, problem);
        return Ok(away.says(SayCode::HostAway, &[("role", &travels_as(&row.role)), ("host", &row.host)]));
    }
    let all: Vec<&str> = rows.iter().map(|row| row.host.as_str()).collect();
    Ok(Finding::fine().says(SayCode::HostsReached, &[("hosts", &all.join(", "))]))
}
