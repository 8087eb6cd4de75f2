//! The month's calls, counted by us.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::problem::{Result, Who};
use crate::quota::QuotaState;

pub(super) struct Quota;

impl Check for Quota {
    fn id(&self) -> CheckId {
        CheckId::Quota
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let quota = round.engine.quota(&round.id).await?;
    let (used, limit) = (quota.used.to_string(), quota.limit.to_string());
    let forecast = quota.forecast.to_string();
    let args = [("used", used.as_str()), ("limit", limit.as_str()), ("forecast", forecast.as_str())];
    Ok(match quota.state {
        QuotaState::Fine => Finding::fine().says(SayCode::QuotaUsed, &args),
        QuotaState::High => Finding::needs(Who::You).says(SayCode::QuotaHigh, &args),
        QuotaState::Over => Finding::needs(Who::You).says(SayCode::QuotaOver, &[args[0], args[1]]),
    })
}
