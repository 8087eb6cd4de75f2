//! Whether events arrive, from those that were handled here in the last week. Where none was, nobody can tell why:
//! nothing may listen, or nothing may have happened.

use jiff::Timestamp;

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::clock::stamp;
use crate::problem::Result;
use crate::store::event;

pub(super) struct Events;

impl Check for Events {
    fn id(&self) -> CheckId {
        CheckId::Events
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let (id, now) = (round.id.clone(), round.now.as_millisecond());
    let heard = round.engine.shared.store.with(move |store| event::heard(store, &id, now)).await?;
    let Some((count, last)) = heard else { return Ok(Finding::cannot_tell().says(SayCode::EventsSilent, &[])) };
    let at = Timestamp::from_millisecond(last).map(stamp).unwrap_or_default();
    Ok(Finding::fine().says(SayCode::EventsHeard, &[("at", &at), ("count", &count.to_string())]))
}
