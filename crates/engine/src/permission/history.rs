//! What changed since earlier checks. Only what a check saw is told: between two checks nobody knows.

use super::{PointHistory, PointState, PointView};
use crate::store::Seen;

/// Puts beside each point since when it is so, and what it was before.
pub(crate) fn remember(points: &mut [PointView], seen: &[Seen]) {
    for point in points {
        point.history = history(seen.iter().filter(|one| one.point == point.code));
    }
}

fn history<'a>(seen: impl DoubleEndedIterator<Item = &'a Seen>) -> Option<PointHistory> {
    let mut newest_first = seen.rev();
    let now = newest_first.next()?;
    // A check that could not tell says nothing about a change.
    let before = newest_first.find(|one| one.state != now.state && is_told(one.state));
    Some(PointHistory {
        since: now.first_at.clone(),
        last: now.last_at.clone(),
        before: before.map(|one| one.state),
        before_last: before.map(|one| one.last_at.clone()),
    })
}

fn is_told(state: PointState) -> bool {
    match state {
        PointState::Granted | PointState::Missing => true,
        PointState::NotChecked | PointState::CouldNotTell => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PointState::{CouldNotTell, Granted, Missing};

    fn seen(state: PointState, first: &str, last: &str) -> Seen {
        Seen { point: "p".to_owned(), state, first_at: first.to_owned(), last_at: last.to_owned() }
    }

    type Told<'a> = (&'a str, &'a str, Option<(PointState, &'a str)>);

    fn check(runs: &[Seen], expected: Option<Told>) {
        let found = history(runs.iter());
        let found = found
            .as_ref()
            .map(|one| (one.since.as_str(), one.last.as_str(), one.before.zip(one.before_last.as_deref())));
        assert_eq!(found, expected, "{runs:?}");
    }

    #[test]
    fn a_change_is_dated_by_the_checks_that_saw_it_and_never_between_them() {
        check(&[], None);
        check(&[seen(Granted, "1", "3")], Some(("1", "3", None)));
        check(&[seen(Granted, "1", "3"), seen(Missing, "27", "28")], Some(("27", "28", Some((Granted, "3")))));
        check(&[seen(Granted, "1", "3"), seen(CouldNotTell, "5", "6")], Some(("5", "6", Some((Granted, "3")))));
        check(
            &[seen(Granted, "1", "3"), seen(CouldNotTell, "5", "6"), seen(Missing, "7", "7")],
            Some(("7", "7", Some((Granted, "3")))),
        );
        // The same again after a doubt is no change.
        check(
            &[seen(Granted, "1", "3"), seen(CouldNotTell, "5", "6"), seen(Granted, "7", "7")],
            Some(("7", "7", None)),
        );
    }
}
