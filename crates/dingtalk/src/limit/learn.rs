//! What an answer teaches: who has to wait, how long, and whether a person has to act first.

use std::time::Duration;

use super::hold::{Hold, HoldCause, Now, Until};
use super::month::next_month;
use super::{Key, book::Book};
use crate::retry::Jitter;
use crate::{Error, RobotRefusal};

/// Throttles count within one second at least. Source: how-to-process-api-throttling-on-the-dingtalk-server.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// Refusals in a row after which calls fail at once.
const CIRCUIT: u32 = 3;
const BAN: Duration = Duration::from_mins(5);
const ROBOT_BLOCK: Duration = Duration::from_mins(10);
/// A server that refused nothing for so long is believed to count as documented again.
const EASED_AFTER: Duration = Duration::from_hours(1);

/// One call's end.
pub(super) struct Landing<'a> {
    pub(super) left: Duration,
    pub(super) now: Now,
    /// `Retry-After`, or the end of the pause in DingTalk's words.
    pub(super) told: Option<Duration>,
    pub(super) error: Option<&'a Error>,
}

impl Book {
    pub(super) fn land(&mut self, keys: &[Key], landing: &Landing<'_>, jitter: &Jitter) {
        let round_trip = landing.now.moment.saturating_sub(landing.left);
        let answered = landing.error.is_none_or(|error| error.words().is_some());
        for key in keys {
            let line = self.line(key);
            line.land(landing.left, landing.now.moment);
            if answered {
                line.lateness.measure(round_trip);
            }
        }
        self.learn(keys, landing, jitter);
        self.ring();
    }

    /// Nobody waits for its answer any more.
    pub(super) fn abandon(&mut self, keys: &[Key], left: Duration, now: Now) {
        for key in keys {
            self.line(key).land(left, now.moment);
        }
        self.ring();
    }

    fn learn(&mut self, keys: &[Key], landing: &Landing<'_>, jitter: &Jitter) {
        let narrowest = |key: &&Key| matches!(key, Key::Api { .. } | Key::Robot { .. });
        let Some(narrow) = keys.iter().find(narrowest).or(keys.first()) else { return };
        let wide = keys.iter().find(|key| matches!(key, Key::App { .. })).unwrap_or(narrow);
        let metered = keys.iter().find(|key| matches!(key, Key::Quota { .. })).unwrap_or(narrow);
        let Some(error) = landing.error else {
            self.let_through(keys, landing);
            if brings_a_token(narrow) {
                self.line(wide).denials = 0;
            }
            return;
        };
        match error {
            Error::Throttled { .. } => self.throttled(narrow, landing, error, jitter),
            Error::Robot { refusal: RobotRefusal::Throttled, .. } => {
                let pause = landing.told.map_or(ROBOT_BLOCK, |told| told.max(ROBOT_BLOCK));
                let until = Until::Moment(landing.now.moment + pause);
                self.refused(narrow, landing, Hold { cause: HoldCause::RobotBlocked, until, error: error.clone() });
            }
            Error::AddressBanned { wait, .. } => {
                let everything = keys.iter().find(|key| **key == Key::Everything).unwrap_or(narrow);
                let until = Until::Moment(landing.now.moment + (*wait).max(BAN));
                let hold = Hold { cause: HoldCause::AddressBanned, until, error: error.clone() };
                self.refused(everything, landing, hold);
            }
            Error::QuotaUsed { .. } => {
                let until = Until::Date(next_month(landing.now.wall));
                let hold = Hold { cause: HoldCause::QuotaUsed, until, error: error.clone() };
                self.line(metered).hold = Some(hold);
            }
            Error::AddressRefused { .. } | Error::Robot { refusal: RobotRefusal::Address(_), .. } => {
                let hold = Hold { cause: HoldCause::AddressRefused, until: Until::Reopened, error: error.clone() };
                self.line(wide).hold = Some(hold);
            }
            Error::CredentialsRefused { .. } => self.denied(wide, error),
            other if other.words().is_some() => self.let_through(keys, landing),
            _ => {}
        }
    }

    /// DingTalk dealt with the call, whatever it said: the way is open again.
    fn let_through(&mut self, keys: &[Key], landing: &Landing<'_>) {
        let (now, rates) = (landing.now, self.rates.clone());
        for key in keys {
            let line = self.line(key);
            let Some(refused_at) = line.refused_at else { continue };
            if landing.left < refused_at {
                continue;
            }
            line.on_probation = false;
            line.refusals = 0;
            if line.hold.as_ref().is_some_and(|hold| hold.remaining(now).is_none()) {
                line.hold = None;
            }
            if now.moment.saturating_sub(refused_at) > EASED_AFTER {
                line.forget_adaptation(key, &rates);
            }
        }
    }

    fn throttled(&mut self, key: &Key, landing: &Landing<'_>, error: &Error, jitter: &Jitter) {
        let line = self.line(key);
        // A call that was on its way before the pause began tells nothing new, but for a longer pause.
        let known = line.refused_at.is_some_and(|at| landing.left < at);
        if known && landing.told.is_none() {
            return;
        }
        if landing.told.is_none() {
            line.refusals += 1;
        }
        let opens = line.refusals >= CIRCUIT && landing.told.is_none();
        let pause = match landing.told {
            Some(told) => told,
            None if opens => LONGEST_PAUSE,
            None => {
                let longest = SHORTEST_PAUSE * 2_u32.saturating_pow(line.refusals.min(6) - 1);
                SHORTEST_PAUSE + jitter.up_to(longest.min(LONGEST_PAUSE.saturating_sub(SHORTEST_PAUSE)))
            }
        };
        let cause = if opens { HoldCause::CircuitOpen } else { HoldCause::Throttled };
        let hold = Hold { cause, until: Until::Moment(landing.now.moment + pause), error: error.clone() };
        // A call refused on probation says that the pause was too short, and nothing of the rate.
        if !known && !line.on_probation && !is_everyones(error) {
            line.adapt(landing.now.moment);
        }
        self.refused(key, landing, hold);
    }

    fn refused(&mut self, key: &Key, landing: &Landing<'_>, hold: Hold) {
        let line = self.line(key);
        if line.refused_at.is_none_or(|at| landing.left >= at) {
            line.refused_at = Some(landing.now.moment);
        }
        line.on_probation = true;
        let standing = line.hold.as_ref().and_then(|hold| hold.remaining(landing.now));
        if standing < hold.remaining(landing.now) {
            line.hold = Some(hold);
        }
    }

    fn denied(&mut self, app: &Key, error: &Error) {
        let line = self.line(app);
        line.denials += 1;
        if line.denials >= CIRCUIT {
            let error = error.clone();
            line.hold = Some(Hold { cause: HoldCause::CredentialsRefused, until: Until::Reopened, error });
        }
    }

    /// A person has seen to it: ends what only a person ends, for one app or for a robot.
    pub(super) fn reopen(&mut self, concerns: impl Fn(&Key) -> bool) {
        for (_, line) in self.lines.iter_mut().filter(|(key, _)| concerns(key)) {
            line.denials = 0;
            if line.hold.as_ref().is_some_and(|hold| hold.cause.waits_for_a_person()) {
                line.hold = None;
            }
        }
        self.ring();
    }
}

fn brings_a_token(key: &Key) -> bool {
    let Key::Api { api, .. } = key else { return false };
    matches!(api.as_str(), "/gettoken" | "/v1.0/oauth2/accessToken" | "/v1.0/oauth2/{}/token")
}

/// The API is too busy for the whole platform: no fault of our counting.
fn is_everyones(error: &Error) -> bool {
    matches!(
        error.code(),
        Some("90002" | "Forbidden.AccessDenied.QpsLimitForApi" | "Forbidden.AccessDenied.QpmLimitForApi")
    )
}
