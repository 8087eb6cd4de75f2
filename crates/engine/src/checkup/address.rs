//! Whether calls come from the address that was let in, as far as anybody told it.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::problem::{Result, Who};
use crate::setup::Task;
use crate::store::address;

pub(super) struct Address;

impl Check for Address {
    fn id(&self) -> CheckId {
        CheckId::Address
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    // Only where somebody agreed to it; what cannot be learnt stays as it was.
    round.engine.echo_look(&round.id).await?;
    let id = round.id.clone();
    let store = &round.engine.shared.store;
    let (changed, seen) =
        store.with(move |store| Ok((address::changed(store, &id)?, address::all(store, &id)?))).await?;
    if let Some(change) = changed {
        let args = [("ip", change.ip.as_str()), ("before", &change.before), ("since", &change.since)];
        return Ok(Finding::needs(Who::DingtalkAdmin).says(SayCode::AddressOther, &args).at_task(Task::AllowList));
    }
    let Some(now) = seen.first() else {
        return Ok(Finding::cannot_tell().says(SayCode::AddressUntold, &[]).at_task(Task::Address));
    };
    Ok(match &now.approved_at {
        Some(at) if now.is_approved() => {
            Finding::fine().says(SayCode::AddressLetIn, &[("ip", now.ip.as_str()), ("at", at)])
        }
        Some(_) | None => {
            Finding::cannot_tell().says(SayCode::AddressWaits, &[("ip", now.ip.as_str())]).at_task(Task::AllowList)
        }
    })
}
