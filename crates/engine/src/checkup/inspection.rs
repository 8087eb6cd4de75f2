//! Who opens encrypted traffic on the way: a fact that somebody should know, and a trouble only where it is not trusted.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::problem::Result;

pub(super) struct Inspection;

impl Check for Inspection {
    fn id(&self) -> CheckId {
        CheckId::Inspection
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let rows = round.network().await?.rows.clone();
    let shown: Vec<_> = rows.iter().filter_map(|row| row.certificate.as_ref()).collect();
    if let Some(opened) = shown.iter().find(|one| one.inspected && one.trusted) {
        return Ok(Finding::fine().says(SayCode::InspectionTrusted, &[("issuer", &opened.issuer)]));
    }
    // What is not trusted keeps the host from being reached: that check tells who mends it.
    if let Some(problem) = rows.iter().find_map(|row| row.problem.clone()) {
        return Ok(Finding::of_problem(CheckId::Inspection, problem));
    }
    Ok(match shown.first() {
        Some(plain) => Finding::fine().says(SayCode::InspectionNone, &[("issuer", &plain.issuer)]),
        None if round.is_practice() => Finding::fine().says(SayCode::WayPractice, &[]),
        None => Finding::cannot_tell(),
    })
}
