//! Purposes to the smallest set of points, and what is known of each.

use super::catalogue::{CATALOGUE, Point};
use super::probe::probe;
use super::{KnownPoint, PointState, PointView, Purpose};

/// The smallest set for these purposes, none of it checked yet. Pure: it asks nobody.
pub fn plan(purposes: &[Purpose]) -> Vec<PointView> {
    let needed = CATALOGUE.iter().filter(|point| is_needed(point, purposes));
    needed.map(|point| view(point, purposes)).collect()
}

/// Every point there is, with the purposes that would need it and the harmless call that could tell. Pure.
pub fn catalogue() -> Vec<PointView> {
    let with_call = |point: &Point| PointView { call: call(point.code), ..view(point, &Purpose::ALL) };
    CATALOGUE.iter().map(with_call).collect()
}

/// The plan with what was found out before, and after it what is granted although nothing needs it.
pub(crate) fn merged(purposes: &[Purpose], known: &[KnownPoint]) -> Vec<PointView> {
    let mut points = whole(purposes, known);
    points.retain(|point| point.excess || !point.purposes.is_empty());
    points.sort_by_key(|point| point.excess);
    points
}

/// The whole catalogue with what was found out of it.
pub(crate) fn whole(purposes: &[Purpose], known: &[KnownPoint]) -> Vec<PointView> {
    let mut points: Vec<PointView> = CATALOGUE.iter().map(|point| view(point, purposes)).collect();
    for point in &mut points {
        if let Some(known) = known.iter().find(|known| known.code == point.code) {
            point.state = known.state;
            point.call = call(&point.code);
        }
        point.excess = point.purposes.is_empty() && point.state == PointState::Granted;
    }
    points
}

/// What the administrator is asked for, one console name a line.
pub(crate) fn request(points: &[PointView]) -> String {
    let needed = points.iter().filter(|point| !point.excess);
    needed.map(|point| format!("{} {}", point.console_name, point.code)).collect::<Vec<_>>().join("\n")
}

pub(super) fn is_needed(point: &Point, purposes: &[Purpose]) -> bool {
    purposes.iter().any(|purpose| purpose.needs(point.code))
}

/// Which call tells about it, if any harmless one does.
fn call(code: &str) -> Option<String> {
    probe(code).map(|probe| probe.call.to_owned())
}

fn view(point: &Point, purposes: &[Purpose]) -> PointView {
    let (chosen, other) =
        Purpose::ALL.iter().filter(|purpose| purpose.needs(point.code)).partition(|purpose| purposes.contains(purpose));
    PointView {
        code: point.code.to_owned(),
        console_name: point.console_name.to_owned(),
        area: point.area,
        risk: point.risk,
        approval: point.approval,
        source: point.source,
        state: PointState::NotChecked,
        excess: false,
        purposes: chosen,
        other_purposes: other,
        call: None,
        history: None,
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
        check(&[P::ListenEvents], &["qyapi_base"]);
        check(&[P::SignIn], &["open_app_api_base", "Contact.User.Read"]);
        check(&[P::WorkNotices, P::ReadStaff, P::ListenEvents], &staff);
    }

    #[test]
    fn what_is_more_than_needed_tells_which_use_it_would_be_for() {
        let granted = |code: &str| KnownPoint { code: code.to_owned(), state: PointState::Granted };
        let known = [granted("qyapi_get_member_by_mobile"), granted("qyapi_get_attendance_data")];
        let points = merged(&[P::GroupMessages], &known);
        let seen: Vec<_> = points.iter().map(|one| (one.code.as_str(), one.excess, &one.other_purposes[..])).collect();
        assert_eq!(
            seen,
            [("qyapi_get_member_by_mobile", true, &[P::FindByMobile][..]), ("qyapi_get_attendance_data", true, &[])]
        );
    }

    #[test]
    fn the_catalogue_names_the_call_that_could_tell_and_never_one_that_changes() {
        let all = catalogue();
        assert_eq!(all.len(), CATALOGUE.len());
        let told: Vec<_> = all.iter().filter_map(|point| point.call.as_deref()).collect();
        assert!(told.len() >= 9, "{told:?}");
        let base = &all[0];
        assert_eq!(base.purposes.len(), 7);
        assert!(base.other_purposes.is_empty());
    }

    #[test]
    fn what_was_found_out_is_kept_when_purposes_change() {
        let known: Vec<KnownPoint> = plan(&[P::FindByMobile])
            .into_iter()
            .map(|point| KnownPoint { code: point.code, state: PointState::Granted })
            .collect();
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
