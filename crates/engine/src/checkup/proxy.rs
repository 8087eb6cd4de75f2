//! By which proxy this computer gets out.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::problem::{ProblemCode, Result};

pub(super) struct Proxy;

impl Check for Proxy {
    fn id(&self) -> CheckId {
        CheckId::Proxy
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    if round.is_practice() {
        return Ok(Finding::fine().says(SayCode::WayPractice, &[]));
    }
    let rows = &round.network().await?.rows;
    let own = rows.iter().filter_map(|row| row.problem.as_ref()).find(|problem| is_of_proxy(problem.code));
    if let Some(problem) = own {
        // The network's check asks whoever has to mend it; it is one cause.
        return Ok(Finding::of_problem(CheckId::Proxy, problem.clone()));
    }
    Ok(match rows.iter().find_map(|row| row.proxy.as_deref()) {
        Some(proxy) => Finding::fine().says(SayCode::ProxyThrough, &[("proxy", proxy)]),
        None => Finding::fine().says(SayCode::ProxyNone, &[]),
    })
}

fn is_of_proxy(code: ProblemCode) -> bool {
    use ProblemCode as P;
    matches!(
        code,
        P::ProxyRefused
            | P::ProxySignIn
            | P::ProxyUnreachable
            | P::ProxyPasswordMissing
            | P::ProxyUnsupported
            | P::ProxyUnresolved
    )
}
