//! Each robot by what is known of it: its last delivery, and whether it is held for having sent too much. Never by
//! sending.

use jiff::{SignedDuration, Timestamp};

use super::check::{Check, Finding, Looking, say};
use super::round::Round;
use super::view::{CheckId, Say, SayCode};
use crate::message::{Fate, SentWay};
use crate::problem::{ProblemCode, Result, Who};
use crate::setup::Task;
use crate::store::{RobotRow, SentRow, message, robot};

/// DingTalk's rule: more than twenty in a minute, and it takes none for ten.
const MOST_A_MINUTE: usize = 20;
const HELD_MINUTES: i64 = 10;

pub(super) struct Robots;

impl Check for Robots {
    fn id(&self) -> CheckId {
        CheckId::Robots
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let id = round.id.clone();
    let store = &round.engine.shared.store;
    let (robots, sent) = store.with(move |store| Ok((robot::all(store, &id)?, message::sent(store, &id)?))).await?;
    if robots.is_empty() {
        return Ok(Finding::fine().says(SayCode::RobotsNone, &[]));
    }
    let told: Vec<Told> = robots.iter().map(|robot| of(robot, &sent, round.now)).collect();
    let lines = told.iter().map(|one| one.say.clone());
    // What its last message met, on the set-up's own task: the next delivery takes it away.
    for task in [Task::Robot, Task::Message] {
        let problem = round.task(task).await?.and_then(|row| row.problem);
        if let Some(problem) = problem.filter(|problem| problem.code != ProblemCode::RobotThrottled) {
            return Ok(Finding::of_problem(CheckId::Robots, problem).and(lines));
        }
    }
    let found = if told.iter().any(|one| one.kind == Kind::Doubt) {
        Finding::needs(Who::You).at_task(Task::Message)
    } else if told.iter().all(|one| one.kind == Kind::Delivered) {
        Finding::fine()
    } else {
        Finding::cannot_tell().at_task(Task::Message)
    };
    Ok(found.and(lines))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Delivered,
    Doubt,
    /// It takes nothing for some minutes, or nothing ever went through it.
    Untold,
}

struct Told {
    kind: Kind,
    say: Say,
}

fn of(robot: &RobotRow, sent: &[SentRow], now: Timestamp) -> Told {
    let name = ("name", robot.name.as_str());
    let through: Vec<&SentRow> =
        sent.iter().filter(|row| row.way == SentWay::Group && row.target == robot.id).collect();
    if let Some(minutes) = held(&through, now) {
        let say = say(SayCode::RobotHeld, &[name, ("minutes", &minutes.to_string())]);
        return Told { kind: Kind::Untold, say };
    }
    if let Some(last) = through.first().filter(|row| row.fate == Fate::Unknown) {
        return Told { kind: Kind::Doubt, say: say(SayCode::RobotDoubt, &[name, ("at", &last.at)]) };
    }
    match &robot.delivered_at {
        Some(at) => Told { kind: Kind::Delivered, say: say(SayCode::RobotDelivered, &[name, ("at", at)]) },
        None => Told { kind: Kind::Untold, say: say(SayCode::RobotNever, &[name]) },
    }
}

/// Minutes that it is held for, if our own messages of any one minute were too many. The newest come first.
fn held(through: &[&SentRow], now: Timestamp) -> Option<i64> {
    let times: Vec<Timestamp> = through.iter().filter_map(|row| row.at.parse().ok()).collect();
    let full = times.windows(MOST_A_MINUTE + 1).find_map(|window| match window {
        [newest, .., oldest] if newest.duration_since(*oldest) <= SignedDuration::from_mins(1) => Some(*newest),
        _ => None,
    })?;
    let left = HELD_MINUTES - now.duration_since(full).as_mins();
    (1..=HELD_MINUTES).contains(&left).then_some(left)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::message::Receipt;

    fn sent(at: Timestamp, fate: Fate) -> SentRow {
        SentRow {
            id: String::new(),
            at: at.to_string(),
            way: SentWay::Group,
            target: "r".to_owned(),
            name: String::new(),
            opening: String::new(),
            digest: String::new(),
            number: String::new(),
            fate,
            task_id: None,
            receipt: None::<Receipt>,
        }
    }

    fn check(sends: &[i64], ago: i64, expected: Option<i64>) {
        let now: Timestamp = "2026-11-28T09:00:00Z".parse().unwrap();
        let at = |second: i64| Timestamp::from_second(now.as_second() - ago - second).unwrap();
        let rows: Vec<SentRow> = sends.iter().map(|second| sent(at(*second), Fate::Sent)).collect();
        assert_eq!(held(&rows.iter().collect::<Vec<_>>(), now), expected, "{sends:?} {ago}");
    }

    #[test]
    fn a_robot_that_sent_too_much_in_a_minute_is_held_for_ten() {
        let twenty: Vec<i64> = (0..20).map(|n| n * 2).collect();
        let more: Vec<i64> = (0..21).map(|n| n * 2).collect();
        check(&twenty, 0, None);
        check(&more, 0, Some(10));
        check(&more, 9 * 60, Some(1));
        check(&more, 10 * 60, None);
        check(&(0..21).map(|n| n * 5).collect::<Vec<_>>(), 0, None);
        check(&[], 0, None);
    }
}
