//! A token is issued, renewed, and taken by a call.

use dingtalk::Client;

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
