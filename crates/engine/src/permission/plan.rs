//! Purposes to the smallest set of points, and what is known of each.

use super::catalogue::{CATALOGUE, Point};
use super::{PointState, PointView, Purpose};

/// The smallest set for these purposes, none of it checked yet. Pure: it asks nobody.
pub fn plan(purposes: &[Purpose]) -> Vec<PointView> {
    CATALOGUE.iter().filter(|point| is_needed(point, purposes)).map(|point| view(point, purposes)).collect()
}

/// The plan with what was found out before, and after it what is granted although nothing needs it.
pub(crate) fn merged(purposes: &[Purpose], known: &[PointView]) -> Vec<PointView> {
    let mut points: Vec<PointView> = CATALOGUE.iter().map(|point| view(point, purposes)).collect();
    for point in &mut points {
        if let Some(known) = known.iter().find(|known| known.code == point.code) {
            point.state = known.state;
            point.call.clone_from(&known.call);
        }
        point.excess = point.purposes.is_empty() && point.state == PointState::Granted;
    }
    points.retain(|point| point.excess || !point.purposes.is_empty());
    points.sort_by_key(|point| point.excess);
    points
}

/// What the administrator is asked for, one console name a line.
pub(crate) fn request(points: &[PointView]) -> String {
    let needed = points.iter().filter(|point| !point.excess);
    needed.map(|point| format!("{} {}", point.console_name, point.code)).collect::<Vec<_>>().join("\n")
}

fn is_needed(point: &Point, purposes: &[Purpose]) -> bool {
    purposes.iter().any(|purpose| point.purposes.contains(purpose))
}

pub(super) fn view(point: &Point, purposes: &[Purpose]) -> PointView {
    PointView {
        code: point.code.to_owned(),
        console_name: point.console_name.to_owned(),
        state: PointState::NotChecked,
        excess: false,
        sensitive: point.sensitive,
        purposes: purposes.iter().copied().filter(|purpose| point.purposes.contains(purpose)).collect(),
        call: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Purpose as P;

    fn check(purposes: &[Purpose], expected: &[&str]) {
        let codes: Vec<String> = plan(purposes).into_iter().map(|point| point.code).collect();
        assert_eq!(codes, expected, "{purposes:?}");
    }

    #[test]
    fn each_purpose_gets_the_smallest_set() {
        let staff = ["qyapi_base", "qyapi_get_department_list", "qyapi_get_department_member"];
        check(&[], &[]);
        check(&[P::GroupMessages], &[]);
        check(&[P::WorkNotices], &staff);
        check(&[P::ReadStaff], &staff);
        check(&[P::ReadDepartments], &staff[..2]);
        check(&[P::FindByMobile], &["qyapi_base", "qyapi_get_member_by_mobile"]);
        check(&[P::RobotChat], &["qyapi_base", "qyapi_robot_sendmsg"]);
        check(&[P::ReadDepartments, P::RobotChat], &[staff[0], staff[1], "qyapi_robot_sendmsg"]);
        let manage = ["qyapi_get_member", "qyapi_manage_addresslist", "fieldMobile", "fieldEmail"];
        check(&[P::ManageStaff], &[&staff[..], &manage[..]].concat());
    }

    #[test]
    fn what_was_found_out_is_kept_when_purposes_change() {
        let mut known = plan(&[P::FindByMobile]);
        for point in &mut known {
            point.state = PointState::Granted;
        }
        let points = merged(&[P::ReadDepartments], &known);
        let seen: Vec<_> = points.iter().map(|point| (point.code.as_str(), point.state, point.excess)).collect();
        assert_eq!(
            seen,
            [
                ("qyapi_base", PointState::Granted, false),
                ("qyapi_get_department_list", PointState::NotChecked, false),
                ("qyapi_get_member_by_mobile", PointState::Granted, true),
            ]
        );
    }

    #[test]
    fn the_request_names_what_is_needed_and_no_more() {
        let mut points = plan(&[P::ReadDepartments]);
        points[1].excess = true;
        assert_eq!(request(&points), "调用企业API时需要具备的基本权限 qyapi_base");
    }
}
