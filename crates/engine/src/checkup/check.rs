//! What a check is, and all of them in their order.

use std::collections::BTreeMap;
use std::pin::Pin;

use super::round::Round;
use super::view::{CheckId, CheckState, CheckView, Say, SayCode};
use super::{
    address, allow_list, clock, events, inspection, listed, network, permissions, proxy, published, quota, robots,
    scope, secret_age, signature, token, visible, zone,
};
use crate::doctor::Destination;
use crate::problem::{Problem, ProblemCode, Result, Who};
use crate::setup::{Evidence, Task};

pub(super) type Looking<'a> = Pin<Box<dyn Future<Output = Result<Finding>> + Send + 'a>>;

/// One thing that is looked at. It changes nothing at DingTalk, sends nothing, and never guesses.
pub(super) trait Check: Sync {
    fn id(&self) -> CheckId;
    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a>;
}

/// In the order of [`CheckId`]: what others lean on comes first.
pub(super) const CHECKS: [&dyn Check; 18] = [
    &network::Network,
    &proxy::Proxy,
    &inspection::Inspection,
    &clock::Clock,
    &zone::Zone,
    &signature::Signature,
    &token::Token,
    &permissions::Permissions,
    &scope::Scope,
    &allow_list::AllowList,
    &address::Address,
    &secret_age::SecretAge,
    &robots::Robots,
    &events::Events,
    &quota::Quota,
    &published::Published,
    &visible::Visible,
    &listed::Listed,
];

/// What was found, without whose it is and when.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub state: CheckState,
    who: Option<Who>,
    evidence: Option<Evidence>,
    problem: Option<Problem>,
    says: Vec<Say>,
    because: Option<CheckId>,
    remedy: Option<Destination>,
}

impl Finding {
    fn of(state: CheckState) -> Self {
        Self { state, who: None, evidence: None, problem: None, says: Vec::new(), because: None, remedy: None }
    }

    pub fn fine() -> Self {
        Self::of(CheckState::Fine)
    }

    pub fn cannot_tell() -> Self {
        Self::of(CheckState::CannotTell)
    }

    /// Somebody has to do something about it.
    pub fn needs(who: Who) -> Self {
        let state = if who == Who::You { CheckState::NeedsYou } else { CheckState::NeedsOther };
        Self { who: Some(who), ..Self::of(state) }
    }

    /// A failure of this check's own needs somebody; another one's only keeps this one from telling.
    pub fn of_problem(id: CheckId, problem: Problem) -> Self {
        let found = match cause_of(problem.code) {
            Cause::Check(other) if other != id => Self { because: Some(other), ..Self::cannot_tell() },
            Cause::Passing => Self::cannot_tell(),
            Cause::Check(_) | Cause::Own => {
                Self { remedy: Some(Destination::of(&problem)), ..Self::needs(problem.who) }
            }
        };
        Self { problem: Some(problem), ..found }
    }

    pub fn shown_by(mut self, evidence: Evidence) -> Self {
        self.evidence = Some(evidence);
        self
    }

    /// It is told there; here nothing can be.
    pub fn because_of(self, other: CheckId) -> Self {
        Self { problem: self.problem, because: Some(other), ..Self::cannot_tell() }
    }

    pub fn at_task(mut self, task: Task) -> Self {
        self.remedy = Some(Destination::Task(task));
        self
    }

    pub fn says(mut self, code: SayCode, args: &[(&str, &str)]) -> Self {
        self.says.push(say(code, args));
        self
    }

    pub fn and(mut self, says: impl IntoIterator<Item = Say>) -> Self {
        self.says.extend(says);
        self
    }

    pub fn view(self, id: CheckId, at: String) -> CheckView {
        let Self { state, who, evidence, problem, says, because, remedy } = self;
        CheckView { id, state, who, at, evidence, problem, says, because, remedy }
    }
}

pub(super) fn say(code: SayCode, args: &[(&str, &str)]) -> Say {
    let args: BTreeMap<String, String> =
        args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Say { code, args }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// It is told by that check, and nowhere else.
    Check(CheckId),
    /// It passes by itself.
    Passing,
    Own,
}

/// One cause is told once, however many calls it stops.
fn cause_of(code: ProblemCode) -> Cause {
    use ProblemCode as P;
    match code {
        P::CredentialsRefused
        | P::CorpIdRefused
        | P::TokenRefused
        | P::AppDisabled
        | P::SecretMissing
        | P::VaultAbsent
        | P::VaultLocked
        | P::VaultReadBack
        | P::VaultFailed => Cause::Check(CheckId::Token),
        P::AddressRefused => Cause::Check(CheckId::AllowList),
        P::QuotaUsed => Cause::Check(CheckId::Quota),
        P::PermissionMissing => Cause::Check(CheckId::Permissions),
        P::Throttled | P::Busy | P::AddressBanned | P::AnswerUnreadable => Cause::Passing,
        code if code.is_the_way() => Cause::Check(CheckId::Network),
        _ => Cause::Own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_place_and_its_name() {
        assert_eq!(CHECKS.map(Check::id), CheckId::ALL);
        for id in CheckId::ALL {
            assert_eq!(CheckId::named(&id.name()), Some(id));
        }
        assert_eq!(CheckId::named("all"), None);
    }

    fn check(id: CheckId, code: ProblemCode, state: CheckState, because: Option<CheckId>) {
        let found = Finding::of_problem(id, Problem::new(code));
        assert_eq!((found.state, found.because), (state, because), "{id:?} {code:?}");
    }

    #[test]
    fn what_another_check_tells_is_not_red_here() {
        use CheckId as C;
        use ProblemCode as P;
        check(C::Network, P::Unreachable, CheckState::NeedsOther, None);
        check(C::Permissions, P::Unreachable, CheckState::CannotTell, Some(C::Network));
        check(C::Token, P::CredentialsRefused, CheckState::NeedsYou, None);
        check(C::Scope, P::CredentialsRefused, CheckState::CannotTell, Some(C::Token));
        check(C::AllowList, P::AddressRefused, CheckState::NeedsOther, None);
        check(C::Permissions, P::AddressRefused, CheckState::CannotTell, Some(C::AllowList));
        check(C::Permissions, P::PermissionMissing, CheckState::NeedsOther, None);
        check(C::Permissions, P::Throttled, CheckState::CannotTell, None);
        check(C::Permissions, P::QuotaUsed, CheckState::CannotTell, Some(C::Quota));
        check(C::Zone, P::ZoneNotHongKong, CheckState::NeedsYou, None);
    }
}
