use serde_json::json;

use super::check;
use crate::gateway::Dialect;

fn rows(status: u16, expected: &str, codes: &[&str]) {
    for code in codes {
        let body = json!({"requestid": "F340FF76", "code": code, "message": "x"}).to_string();
        check(Dialect::New, status, &body, expected);
    }
}

#[test]
fn codes_of_the_new_gateway_about_keys_permissions_and_limits() {
    // V §10.2: InvalidAuthentication, AuthenticationFailed.MissingParameter and accesstoken.expired ask for a new token
    rows(
        400,
        "token_refused",
        &["InvalidAuthentication", "AuthenticationFailed.MissingParameter", "accesstoken.expired"],
    );
    // V §10.2: invalidClientIdOrSecret, invalid.client, authFailed and invalidSuiteKey are wrong keys
    rows(400, "credentials_refused", &["invalidClientIdOrSecret", "invalid.client", "invalidSuiteKey"]);
    rows(401, "credentials_refused", &["authFailed"]);
    // V §10.2: unauthorized.client, apiPermissionDenied and AccessTokenPermissionDenied are missing permissions
    rows(401, "permission_missing", &["unauthorized.client"]);
    rows(400, "permission_missing", &["apiPermissionDenied"]);
    rows(403, "permission_missing", &["Forbidden.AccessDenied.AccessTokenPermissionDenied"]);
    // V §10.2: IpNotInWhiteList is an address that is not on the allow list
    rows(403, "address_refused", &["Forbidden.AccessDenied.IpNotInWhiteList"]);
    // V §10.2: throttles come as HTTP 403 with Qps or Qpm in the code, or as 400 from a service
    rows(
        403,
        "throttled",
        &["Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi"],
    );
    rows(400, "throttled", &["qps.exceed.limit", "request.overlimit", "invokeFrequency"]);
    // V §10.2: ApiCountLimitForOrg is the monthly quota
    rows(403, "quota_used", &["Forbidden.AccessDenied.ApiCountLimitForOrg"]);
    // V §10.2: invalidSuiteTicket and invalidAuthInfo belong to third-party apps
    rows(400, "suite_ticket_refused", &["invalidSuiteTicket"]);
    rows(400, "not_authorised", &["invalidAuthInfo"]);
    // V §10.2: invalidParameter.authCode.notFound is a sign-in code that is spent or expired
    rows(400, "code_refused", &["invalidParameter.authCode.notFound"]);
    rows(404, "code_refused", &["invalidParameter.authCode.notFound"]);
    // V §10.2: InvalidAction.NotFound is a wrong path
    rows(404, "path_unknown", &["InvalidAction.NotFound"]);
    // V §10.2: 500 comes as unknownError, systemError or system.busy, a gateway's time-out as service.timeout
    rows(500, "busy may_have_acted", &["unknownError", "systemError", "system.error", "server.error"]);
    rows(504, "busy may_have_acted", &["service.timeout"]);
    rows(500, "busy", &["system.busy", "systemBusy"]);
}

#[test]
fn codes_of_the_new_gateway_about_people_and_input() {
    // V §10.2: an unknown user has a name of its own in each service
    rows(400, "not_found", &["user.not.exist", "userNotExist", "invalidUser", "staff.not.found", "staffId.notExisted"]);
    rows(404, "not_found", &["invalidParameter.user.notFound"]);
    // V §3.1: exclusive.account.only is an account that does not belong to the organisation
    rows(400, "org_account_only", &["exclusive.account.only"]);
    // V §10.2: 409 invalidRequest.duplicateClientToken is an idempotency key used again
    rows(409, "already_exists(ClientToken)", &["invalidRequest.duplicateClientToken"]);
    // V §10.2: MissingX names the query parameter that is missing, Missingbody the body
    rows(400, "ParameterMissing(operatorId)", &["MissingoperatorId"]);
    rows(400, "ParameterMissing(body)", &["Missingbody"]);
    rows(400, "ParameterMissing()", &["missingParameter"]);
    // V §10.2: bad input is param.*, invalidParam, invalidParameter or illegalParameter
    rows(
        400,
        "ParameterRefused()",
        &["param.error", "invalidParam", "invalidParameter", "illegalParameter", "parameter.error", "invalid.param"],
    );
    // V §8: illegalIp is an allow list that is too long, and tells nothing of the caller's address
    rows(400, "ParameterRefused(ipWhiteList)", &["illegalIp"]);
    // V §1.3: unsupported.grant.type is a wrong grant_type
    rows(400, "ParameterRefused(grant_type)", &["unsupported.grant.type"]);
}

// V §10.2: one code may come with several statuses, so the code decides
#[test]
fn a_code_means_the_same_with_every_status() {
    for status in [400, 401, 404] {
        rows(status, "not_found", &["user.not.exist"]);
        rows(status, "throttled", &["qps.exceed.limit"]);
    }
}

// F19
#[test]
fn a_code_of_the_new_gateway_that_nobody_knows_is_unknown_or_busy() {
    rows(400, "unknown", &["never.seen", "miss", "invalidParameters"]);
    rows(403, "unknown", &["Forbidden.AccessDenied.NeverSeen"]);
    rows(500, "busy may_have_acted", &["never.seen"]);
    rows(429, "throttled", &["never.seen"]);
}
