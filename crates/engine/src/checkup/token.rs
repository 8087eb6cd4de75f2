//! A token is issued, renewed, and taken by a call.

use dingtalk::Client;

use super::check::{Check, Finding, Looking};
use super::round::{Gate, Round};
use super::view::{CheckId, SayCode};
use crate::engine::{Proof, Run, Stopped};
use crate::keys::TOKEN_CALL;
use crate::permission::SCOPES_CALL;
use crate::problem::Result;
use crate::setup::{AnswerCode, Task};

/// Whether asking on makes sense.
pub(super) enum Way {
    Open,
    Shut(&'static str, Stopped),
}

pub(super) struct Token;

impl Check for Token {
    fn id(&self) -> CheckId {
        CheckId::Token
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let client = match round.gate(CheckId::Token).await? {
        Gate::Open(client) => client,
        Gate::Shut(finding) => return Ok(*finding),
    };
    let Some(mut run) = round.begin(&[Task::Token]).await? else {
        return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
    };
    let way = check(&mut run, &client).await?;
    if let Way::Shut(..) = way {
        // The rest would only wait for the same end.
        round.keys_fail = round.task(Task::Token).await?.and_then(|row| row.problem);
    }
    round.of_task(CheckId::Token, Task::Token).await
}

pub(super) async fn check(run: &mut Run, client: &Client) -> Result<Way> {
    client.forget_token().await;
    let mut validity = None;
    // Once for the issue, once for the renewal.
    for _ in 0..2 {
        match run.call(client.fetch_token()).await {
            Ok(issued) => validity = Some(issued),
            Err(stopped) => {
                run.stopped(Task::Token, TOKEN_CALL, &stopped).await?;
                return Ok(Way::Shut(TOKEN_CALL, stopped));
            }
        }
    }
    match run.call(client.auth_scopes()).await {
        Err(Stopped::Failed(error)) if error.is_token_refused() => {
            run.refused(Task::Token, SCOPES_CALL, &error).await?;
            return Ok(Way::Open);
        }
        Err(Stopped::Cancelled) => {
            run.settled(Task::Token).await?;
            return Ok(Way::Shut(SCOPES_CALL, Stopped::Cancelled));
        }
        // Whatever else is wrong with that call is told by the permissions.
        Ok(_) | Err(Stopped::Failed(_)) => {}
    }
    let minutes = validity.map(|validity| validity.remaining.as_secs() / 60).unwrap_or_default();
    run.done(Task::Token, Proof::verified(TOKEN_CALL, AnswerCode::TokenIssued).arg("minutes", minutes)).await?;
    Ok(Way::Open)
}
