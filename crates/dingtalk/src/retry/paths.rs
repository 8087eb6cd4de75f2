//! The one table of paths: what a call to each of them does, and whether the month's quota counts it.
//!
//! What is not here is taken for an effect that is counted. `{}` stands for one segment that varies. A code that may
//! be spent, and a list that may be emptied by reading it, are effects.

use super::Kind::{self, Effect, Idempotent, Read};
use Metering::{Exempt, Metered};

/// Whether the monthly quota counts it. Source: basic-interfaces-such-as-log-off-and-address-book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Metering {
    Exempt,
    Metered,
}

pub(super) struct Path {
    pub(super) template: &'static str,
    pub(super) kind: Kind,
    pub(super) metering: Metering,
}

const fn path(template: &'static str, kind: Kind, metering: Metering) -> Path {
    Path { template, kind, metering }
}

pub(super) const PATHS: [Path; 68] = [
    // Tokens, tickets, login
    path("/gettoken", Read, Exempt),
    path("/get_jsapi_ticket", Read, Exempt),
    path("/auth/scopes", Read, Exempt),
    path("/v1.0/oauth2/accessToken", Read, Exempt),
    path("/v1.0/oauth2/{}/token", Read, Exempt),
    path("/v1.0/oauth2/jsapiTickets", Read, Exempt),
    path("/v1.0/oauth2/userAccessToken", Effect, Exempt),
    path("/v1.0/oauth2/corpAccessToken", Effect, Exempt),
    path("/v1.0/oauth2/suiteAccessToken", Effect, Exempt),
    path("/v1.0/oauth2/ssoAccessToken", Effect, Exempt),
    path("/v1.0/oauth2/ssoUserInfo", Effect, Exempt),
    path("/topapi/v2/user/getuserinfo", Effect, Exempt),
    path("/sns/getuserinfo_bycode", Effect, Exempt),
    path("/service/get_corp_token", Effect, Exempt),
    // People
    path("/topapi/v2/user/get", Read, Exempt),
    path("/topapi/v2/user/list", Read, Exempt),
    path("/topapi/v2/user/getbymobile", Read, Exempt),
    path("/topapi/user/getbyunionid", Read, Exempt),
    path("/topapi/user/listsimple", Read, Exempt),
    path("/topapi/user/listid", Read, Exempt),
    path("/topapi/user/count", Read, Exempt),
    path("/topapi/user/listadmin", Read, Exempt),
    path("/topapi/user/get_admin_scope", Read, Exempt),
    path("/topapi/inactive/user/v2/get", Read, Metered),
    path("/topapi/v2/user/create", Effect, Exempt),
    path("/topapi/v2/user/update", Idempotent, Exempt),
    path("/topapi/v2/user/delete", Idempotent, Exempt),
    path("/v1.0/contact/users/me", Read, Exempt),
    path("/v1.0/contact/users/search", Read, Exempt),
    path("/v1.0/contact/users/{}", Read, Exempt),
    path("/v1.0/contact/empLeaveRecords", Read, Exempt),
    path("/v1.0/contact/orgAccounts/disable", Idempotent, Exempt),
    path("/v1.0/contact/orgAccounts/enable", Idempotent, Exempt),
    path("/v1.0/contact/orgAccounts/signOut", Idempotent, Exempt),
    path("/v1.0/contact/orgAccounts/status", Read, Exempt),
    path("/v1.0/hrm/employees/dismissions", Read, Metered),
    // Departments
    path("/topapi/v2/department/get", Read, Exempt),
    path("/topapi/v2/department/listsub", Read, Exempt),
    path("/topapi/v2/department/listsubid", Read, Exempt),
    path("/topapi/v2/department/listparentbydept", Read, Exempt),
    path("/topapi/v2/department/listparentbyuser", Read, Exempt),
    path("/topapi/v2/department/create", Effect, Exempt),
    path("/topapi/v2/department/update", Idempotent, Exempt),
    path("/topapi/v2/department/delete", Idempotent, Exempt),
    path("/v1.0/contact/departments/search", Read, Exempt),
    // Messages
    path("/robot/send", Effect, Metered),
    path("/robot/sendBySession", Effect, Metered),
    path("/topapi/message/corpconversation/asyncsend_v2", Effect, Metered),
    path("/topapi/message/corpconversation/getsendprogress", Read, Metered),
    path("/topapi/message/corpconversation/getsendresult", Read, Metered),
    path("/topapi/message/corpconversation/recall", Idempotent, Metered),
    path("/v1.0/robot/oToMessages/batchSend", Effect, Metered),
    path("/v1.0/robot/oToMessages/readStatus", Read, Metered),
    path("/v1.0/robot/otoMessages/batchRecall", Idempotent, Metered),
    path("/v1.0/robot/groupMessages/send", Effect, Metered),
    path("/v1.0/robot/groupMessages/recall", Idempotent, Metered),
    path("/v1.0/robot/groupMessages/query", Read, Metered),
    path("/v1.0/robot/messageFiles/download", Read, Metered),
    // Events
    path("/call_back/get_call_back_failed_result", Effect, Metered),
    path("/v1.0/event/callbacks/failedResults", Effect, Metered),
    path("/call_back/get_call_back", Read, Metered),
    path("/call_back/register_call_back", Effect, Metered),
    path("/call_back/update_call_back", Idempotent, Metered),
    path("/call_back/delete_call_back", Idempotent, Metered),
    path("/v1.0/gateway/connections/open", Effect, Metered),
    // Leavers
    path("/v1.0/hrm/pendingDismission/start", Effect, Metered),
    path("/v1.0/hrm/pendingDismission/revoke", Idempotent, Metered),
    path("/v1.0/hrm/processes/terminateAndHandOver", Effect, Metered),
];
