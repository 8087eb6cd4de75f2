//! Asking for one point by a call that can hit nothing: it reads, or it names somebody who cannot be.

use dingtalk::{Client, Error, Method};
use serde_json::{Value, json};

use super::PointState;

/// No company has this userid.
const NOBODY: &str = "hoitung-probe-5f0c8d2e-there-is-nobody";
/// A number of no subscriber: Hong Kong's begin with 2 to 9.
const NO_NUMBER: &str = "+852-00000000";

/// Leavers of a second long ago, before there was a DingTalk to leave.
const LEAVERS: &str = "/v1.0/contact/empLeaveRecords?startTime=2001-01-01T00:00:00Z&endTime=2001-01-01T00:00:01Z\
    &nextToken=0&maxResults=1";

/// A call for one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Probe {
    pub call: &'static str,
    /// Also asked when nothing needs the point, to find what is more than needed.
    pub only_reads: bool,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Scopes,
    Old(&'static str),
    New(&'static str),
    Read(&'static str),
}

/// What a probe told.
#[derive(Debug)]
pub(super) enum Verdict {
    /// With DingTalk's refusal, if it was one.
    Told(PointState, Option<Error>),
    /// The way is shut for every call: asking on would tell nothing.
    Shut(Error),
}

/// `None` where no harmless call is known: writing contacts, and fields that are left out in silence.
pub(super) fn probe(code: &str) -> Option<Probe> {
    let old = |call: &'static str, path| Probe { call, only_reads: true, way: Way::Old(path) };
    let new = |call: &'static str, only_reads, path| Probe { call, only_reads, way: Way::New(path) };
    match code {
        "qyapi_base" => Some(Probe { call: "GET /auth/scopes", only_reads: true, way: Way::Scopes }),
        "qyapi_get_department_list" => Some(old("POST /topapi/v2/department/listsub", "/topapi/v2/department/listsub")),
        "qyapi_get_department_member" => Some(old("POST /topapi/user/listsimple", "/topapi/user/listsimple")),
        "qyapi_get_member" => Some(old("POST /topapi/v2/user/get", "/topapi/v2/user/get")),
        "qyapi_get_member_by_mobile" => Some(old("POST /topapi/v2/user/getbymobile", "/topapi/v2/user/getbymobile")),
        "qyapi_robot_sendmsg" => {
            Some(new("POST /v1.0/robot/oToMessages/batchSend", false, "/v1.0/robot/oToMessages/batchSend"))
        }
        "qyapi_addresslist_search" => Some(new("POST /v1.0/contact/users/search", true, "/v1.0/contact/users/search")),
        "qyapi_liveness_base" => Some(old("POST /topapi/inactive/user/v2/get", "/topapi/inactive/user/v2/get")),
        "qyapi_get_attendance_data" => Some(old("POST /attendance/list", "/attendance/list")),
        "Contact.Common.Read" => {
            let way = Way::Read(LEAVERS);
            Some(Probe { call: "GET /v1.0/contact/empLeaveRecords", only_reads: true, way })
        }
        _ => None,
    }
}

impl Probe {
    pub async fn ask(self, client: &Client) -> dingtalk::Result<Verdict> {
        let answer = match self.way {
            Way::Scopes => client.auth_scopes().await.map(drop),
            Way::Old(path) => client.call_old(path, body(path)).await.map(drop),
            Way::New(path) => client.call_new(Method::POST, path, Some(body(path))).await.map(drop),
            Way::Read(path) => client.call_new(Method::GET, path, None).await.map(drop),
        };
        Ok(read(answer.err()))
    }
}

fn body(path: &str) -> Value {
    match path {
        "/topapi/v2/department/listsub" => json!({ "dept_id": 1 }),
        "/topapi/user/listsimple" => json!({ "dept_id": 1, "cursor": 0, "size": 1 }),
        "/topapi/v2/user/get" => json!({ "userid": NOBODY }),
        "/topapi/v2/user/getbymobile" => json!({ "mobile": NO_NUMBER }),
        "/topapi/inactive/user/v2/get" => {
            json!({ "is_active": true, "offset": 0, "size": 1, "query_date": "20010101" })
        }
        "/attendance/list" => json!({
            "workDateFrom": "2001-01-01 00:00:00", "workDateTo": "2001-01-01 00:00:01",
            "userIdList": [NOBODY], "offset": 0, "limit": 1,
        }),
        "/v1.0/contact/users/search" => json!({ "queryWord": NOBODY, "offset": 0, "size": 1 }),
        // To nobody, by a robot that is none.
        _ => json!({ "robotCode": NOBODY, "userIds": [], "msgKey": "sampleText", "msgParam": "{}" }),
    }
}

fn read(error: Option<Error>) -> Verdict {
    let Some(error) = error else { return Verdict::Told(PointState::Granted, None) };
    let state = match &error {
        Error::PermissionMissing { .. } => PointState::Missing,
        // The gateway let it pass, and the service behind it found nobody, or nobody the app may see.
        Error::UserUnknown { .. } | Error::DepartmentUnknown { .. } | Error::ContactScope { .. } => PointState::Granted,
        error if error.code().is_some_and(is_services_own) => PointState::Granted,
        // Whether parameters are looked at before permissions is not known.
        Error::Unknown { .. } | Error::PathUnknown { .. } | Error::AgentIdRefused { .. } | Error::Robot { .. } => {
            PointState::CouldNotTell
        }
        error if error.is_input_refused() => PointState::CouldNotTell,
        _ => return Verdict::Shut(error),
    };
    Verdict::Told(state, Some(error))
}

/// Codes that only the service behind the gateway has, from the documents of the probed calls.
fn is_services_own(code: &str) -> bool {
    code == "40104"
        || code == "parameter.error"
        || ["invalidParameter.", "miss.param.", "staffId.", "illegal.receivers", "receivers."]
            .iter()
            .any(|start| code.starts_with(start))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use dingtalk::ServerWords;

    use super::*;

    #[expect(clippy::unnecessary_box_returns, reason = "each error holds it so")]
    fn words(code: &str) -> Box<ServerWords> {
        Box::new(ServerWords { code: code.to_owned(), message: String::new(), request_id: None, http_status: 200 })
    }

    fn check(error: Option<Error>, expected: Option<PointState>) {
        let shown = format!("{error:?}");
        let found = match read(error) {
            Verdict::Told(state, _) => Some(state),
            Verdict::Shut(_) => None,
        };
        assert_eq!(found, expected, "{shown}");
    }

    #[test]
    fn an_answer_tells_granted_missing_or_neither() {
        check(None, Some(PointState::Granted));
        check(Some(Error::UserUnknown { words: words("60121") }), Some(PointState::Granted));
        let scope = dingtalk::ContactScope::Department;
        check(Some(Error::ContactScope { scope, words: words("50004") }), Some(PointState::Granted));
        let field = dingtalk::ContactField::Mobile;
        check(Some(Error::FieldRefused { field, words: words("40104") }), Some(PointState::Granted));
        let refused = |code| Error::ParameterRefused { name: None, words: words(code) };
        check(Some(refused("invalidParameter.userIds.empty")), Some(PointState::Granted));
        check(Some(refused("40035")), Some(PointState::CouldNotTell));
        let missing = Error::ParameterMissing { name: None, words: words("MissingrobotCode") };
        check(Some(missing), Some(PointState::CouldNotTell));
        check(Some(Error::Unknown { words: words("12345") }), Some(PointState::CouldNotTell));
        let missing = Error::PermissionMissing { permissions: vec![], apply_link: None, words: words("60011") };
        check(Some(missing), Some(PointState::Missing));
    }

    #[test]
    fn a_shut_way_tells_nothing_about_a_point() {
        let host = || "oapi.dingtalk.com".to_owned();
        check(Some(Error::Unreachable { host: host(), detail: String::new() }), None);
        check(Some(Error::Throttled { wait: Duration::from_secs(1), words: words("90018") }), None);
        check(Some(Error::QuotaUsed { words: words("90020") }), None);
        check(Some(Error::AddressRefused { address: None, words: words("60020") }), None);
        check(Some(Error::TokenRefused { words: words("40014") }), None);
        check(Some(Error::Busy { may_have_acted: false, wait: None, words: words("-1") }), None);
    }

    #[test]
    fn no_probe_can_hit_anybody() {
        for point in super::super::catalogue::CATALOGUE {
            let Some(probe) = probe(point.code) else { continue };
            let path = probe.call.split(' ').next_back().unwrap_or_default();
            let writes = ["create", "update", "delete", "asyncsend"].iter().any(|word| path.contains(word));
            assert!(!writes, "{path}");
            if !probe.only_reads {
                assert_eq!(body(path)["userIds"], json!([]), "{path}");
            }
        }
    }
}
