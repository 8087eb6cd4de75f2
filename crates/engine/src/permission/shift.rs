//! Other purposes later: what must be asked for then, and what may be taken away.

use serde::{Deserialize, Serialize};

use super::{KnownPoint, PointState, PointView, Purpose, plan::whole};
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::Result;

/// What other purposes would mean, before they are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PurposeShift {
    /// Needed then, and not known to be granted.
    pub add: Vec<PointView>,
    /// Needed now and not then, unless it is known not to be granted.
    pub take: Vec<PointView>,
    /// Needed now and then.
    pub keep: u32,
}

impl Engine {
    pub async fn purpose_preview(&self, id: &ConnectionId, purposes: &[Purpose]) -> Result<PurposeShift> {
        let row = self.row(id).await?;
        Ok(shift(&row.purposes, purposes, &row.points))
    }
}

fn shift(before: &[Purpose], after: &[Purpose], known: &[KnownPoint]) -> PurposeShift {
    let (mut add, mut take, mut keep) = (Vec::new(), Vec::new(), 0);
    for point in whole(after, known) {
        let was_needed = before.iter().any(|purpose| purpose.needs(&point.code));
        match (was_needed, !point.purposes.is_empty()) {
            (false, true) if point.state != PointState::Granted => add.push(point),
            (true, false) if point.state != PointState::Missing => take.push(point),
            (true | false, true) => keep += 1,
            (true | false, false) => {}
        }
    }
    PurposeShift { add, take, keep }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Purpose as P;

    fn check(before: &[Purpose], after: &[Purpose], known: &[(&str, PointState)], expected: (&[&str], &[&str], u32)) {
        let known: Vec<KnownPoint> =
            known.iter().map(|(code, state)| KnownPoint { code: (*code).to_owned(), state: *state }).collect();
        let found = shift(before, after, &known);
        let codes = |points: &[PointView]| points.iter().map(|point| point.code.clone()).collect::<Vec<_>>();
        assert_eq!(
            (codes(&found.add), codes(&found.take), found.keep),
            (
                expected.0.iter().map(ToString::to_string).collect(),
                expected.1.iter().map(ToString::to_string).collect(),
                expected.2
            )
        );
    }

    #[test]
    fn other_purposes_tell_what_to_ask_for_and_what_to_give_back() {
        let (granted, missing) = (PointState::Granted, PointState::Missing);
        check(&[P::ReadDepartments], &[P::ReadDepartments], &[], (&[], &[], 2));
        check(&[P::ReadDepartments], &[P::ReadStaff], &[], (&["qyapi_get_department_member"], &[], 2));
        // Granted already, for whatever reason: nothing to ask for.
        check(&[P::ReadDepartments], &[P::ReadStaff], &[("qyapi_get_department_member", granted)], (&[], &[], 3));
        check(
            &[P::ReadStaff],
            &[P::GroupMessages],
            &[("qyapi_get_department_member", missing)],
            (&[], &["qyapi_base", "qyapi_get_department_list"], 0),
        );
        check(&[], &[P::RobotChat], &[], (&["qyapi_base", "qyapi_robot_sendmsg"], &[], 0));
    }
}
