//! DingTalk's errors of both gateways, and those of the way to it, as causes. One table; one test a row.

use dingtalk::{CertificateFault, ContactScope, Error, NoRoute, RobotRefusal, SignatureFault};

use crate::problem::{Field, Problem, ProblemCode as Code, ServerWords, Who};

pub(crate) fn problem(error: &Error) -> Problem {
    let mut problem = bare(error);
    problem.server = error.words().map(|words| ServerWords {
        code: words.code.clone(),
        message: words.message.clone(),
        request_id: words.request_id.clone(),
    });
    problem
}

fn bare(error: &Error) -> Problem {
    if let Some(problem) = way(error).or_else(|| directory(error)).or_else(|| calling(error)) {
        return problem;
    }
    match error {
        Error::CredentialsRefused { .. } => Problem::new(Code::CredentialsRefused).at(Field::ClientSecret),
        Error::CorpIdRefused { .. } => Problem::new(Code::CorpIdRefused).at(Field::CorpId),
        Error::TokenRefused { .. } => Problem::new(Code::TokenRefused),
        Error::PermissionMissing { permissions, apply_link, .. } => Problem::new(Code::PermissionMissing)
            .arg("permissions", permissions.join(", "))
            .arg("apply_link", apply_link.as_deref().unwrap_or_default()),
        Error::AddressRefused { address, .. } => {
            Problem::new(Code::AddressRefused).arg("ip", address.map(|ip| ip.to_string()).unwrap_or_default())
        }
        Error::ContactScope { scope, .. } => Problem::new(Code::ContactScope).arg(
            "whom",
            match scope {
                ContactScope::User => "person",
                ContactScope::Department => "department",
            },
        ),
        Error::Throttled { wait, .. } => Problem::new(Code::Throttled).arg("seconds", wait.as_secs().max(1)),
        Error::QuotaUsed { .. } => Problem::new(Code::QuotaUsed),
        Error::Busy { .. } => Problem::new(Code::Busy),
        Error::AgentIdRefused { .. } => Problem::new(Code::AgentIdRefused).at(Field::AgentId),
        Error::AppDisabled { .. } => Problem::new(Code::AppDisabled),
        Error::Robot { refusal, .. } => robot(refusal, error),
        // The client's error may grow.
        _ => unknown(error),
    }
}

/// What stood between here and DingTalk.
fn way(error: &Error) -> Option<Problem> {
    let way = |code| Problem::new(code).arg("host", error.host().unwrap_or_default());
    Some(match error {
        Error::NameUnknown { .. } => way(Code::NameUnknown),
        Error::Unreachable { .. } | Error::Interrupted { .. } => way(Code::Unreachable),
        Error::ConnectTimedOut { after, .. } | Error::TimedOut { after, .. } => {
            way(Code::TimedOut).arg("seconds", after.as_secs().max(1))
        }
        Error::Certificate { fault, certificate: shown, .. } => {
            let issuer = shown.as_ref().map(|shown| shown.issuer.clone()).unwrap_or_default();
            certificate_refused(error.host().unwrap_or_default(), certificate(*fault)).arg("issuer", issuer)
        }
        Error::SecureConnection { .. } => certificate_refused(error.host().unwrap_or_default(), OTHER_FAULT),
        Error::NoRoute { reason, .. } => way(no_route(*reason)),
        Error::ProxyUnreachable { proxy, .. } => way(Code::ProxyUnreachable).arg("proxy", proxy),
        Error::ProxyAuthentication { .. } => way(Code::ProxySignIn),
        Error::ProxyRefused { .. } => way(Code::ProxyRefused),
        Error::Redirected { .. } | Error::CaptivePortal { .. } => way(Code::CaptivePortal),
        Error::AddressBanned { wait, .. } => {
            Problem::new(Code::AddressBanned).arg("minutes", wait.as_secs().div_ceil(60).max(1))
        }
        Error::TooLarge { .. } | Error::Unreadable { .. } => way(Code::AnswerUnreadable),
        _ => return None,
    })
}

fn no_route(reason: NoRoute) -> Code {
    match reason {
        NoRoute::PasswordUnavailable => Code::ProxyPasswordMissing,
        NoRoute::Unsupported => Code::ProxyUnsupported,
        NoRoute::Forbidden => Code::PolicyUnreadable,
        NoRoute::Unresolved | _ => Code::ProxyUnresolved,
    }
}

/// A certificate whose time is not now is first of all this machine's clock, which needs nobody from IT.
pub(crate) fn certificate_refused(host: &str, fault: &str) -> Problem {
    let mut problem = Problem::new(Code::CertificateRefused).arg("host", host).arg("fault", fault).arg("issuer", "");
    if is_about_time(fault) {
        problem.who = Who::You;
    }
    problem
}

pub(crate) fn is_about_time(fault: &str) -> bool {
    matches!(fault, "expired" | "not-yet-valid")
}

const OTHER_FAULT: &str = "other";

fn certificate(fault: CertificateFault) -> &'static str {
    match fault {
        CertificateFault::Expired => "expired",
        CertificateFault::NotYetValid => "not-yet-valid",
        CertificateFault::WrongName => "wrong-name",
        CertificateFault::UnknownIssuer => "unknown-issuer",
        CertificateFault::Revoked => "revoked",
        CertificateFault::Unnamed | _ => OTHER_FAULT,
    }
}

/// What stands in the way of keeping people and departments.
fn directory(error: &Error) -> Option<Problem> {
    let existing = || error.existing_user().map(ToString::to_string).unwrap_or_default();
    Some(match error {
        Error::UserUnknown { .. } => Problem::new(Code::UserUnknown),
        Error::DepartmentUnknown { .. } => Problem::new(Code::DepartmentUnknown),
        Error::UserDisabled { .. } => Problem::new(Code::UserDisabled),
        Error::Duplicate { what, .. } => {
            Problem::new(Code::AlreadyExists).arg("what", name_of(what)).arg("user", existing())
        }
        Error::ConsentNeeded { .. } => Problem::new(Code::ConsentNeeded),
        Error::MobileFixed { .. } => Problem::new(Code::MobileFixed),
        Error::HrManaged { .. } => Problem::new(Code::HrManaged),
        Error::OrgAccountOnly { .. } => Problem::new(Code::OrgAccountOnly),
        Error::FieldRefused { field, .. } => Problem::new(Code::FieldRefused).arg("name", name_of(field)),
        Error::LimitReached { limit, .. } => Problem::new(Code::LimitReached).arg("limit", name_of(limit)),
        Error::DepartmentNotEmpty { .. } => Problem::new(Code::DepartmentNotEmpty),
        Error::RootFixed { .. } => Problem::new(Code::RootDepartmentFixed),
        Error::RecipientRefused { .. } => Problem::new(Code::RecipientRefused),
        Error::ReadIncomplete { .. } => Problem::new(Code::ReadIncomplete),
        _ => return None,
    })
}

/// How it was asked, signing in, third-party apps, callbacks.
fn calling(error: &Error) -> Option<Problem> {
    let named = |code| Problem::new(code).arg("name", error.parameter().unwrap_or_default());
    Some(match error {
        Error::ParameterRefused { .. } => named(Code::ParameterRefused),
        Error::ParameterMissing { .. } => named(Code::ParameterMissing),
        Error::RequestMalformed { .. } => Problem::new(Code::RequestMalformed),
        Error::CodeRefused { .. } => Problem::new(Code::SignInCodeRefused),
        Error::RedirectRefused { .. } => Problem::new(Code::RedirectRefused),
        Error::NotAuthorised { .. } => Problem::new(Code::NotAuthorised),
        Error::SuiteTicketRefused { .. } => Problem::new(Code::SuiteTicketRefused),
        Error::SignatureRefused { fault: SignatureFault::Timestamp, .. } => Problem::new(Code::SignatureTime),
        Error::SignatureRefused { .. } => Problem::new(Code::SignatureRefused),
        Error::CallbackRefused { .. } => Problem::new(Code::CallbackRefused),
        Error::PathUnknown { .. } => Problem::new(Code::PathUnknown),
        _ => return None,
    })
}

/// A fieldless variant's name as our words hold it, e.g. `department-name`.
fn name_of(variant: &impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for letter in format!("{variant:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

fn robot(refusal: &RobotRefusal, error: &Error) -> Problem {
    match refusal {
        RobotRefusal::Signature => Problem::new(Code::RobotSignature).at(Field::RobotSecret),
        RobotRefusal::Keyword => Problem::new(Code::RobotKeyword).at(Field::Keyword),
        RobotRefusal::Address(address) => {
            Problem::new(Code::RobotAddress).arg("ip", address.map(|ip| ip.to_string()).unwrap_or_default())
        }
        RobotRefusal::Clock => Problem::new(Code::RobotClock),
        RobotRefusal::TokenUnknown => Problem::new(Code::RobotUnknown).at(Field::Webhook),
        RobotRefusal::Throttled => {
            let wait = error.retry_after().unwrap_or_default().as_secs().div_ceil(60).max(1);
            Problem::new(Code::RobotThrottled).arg("minutes", wait)
        }
        RobotRefusal::Disabled => Problem::new(Code::RobotDisabled),
        RobotRefusal::GroupGone => Problem::new(Code::RobotGroupGone),
        RobotRefusal::Content => Problem::new(Code::RobotContent).at(Field::Message),
        _ => unknown(error),
    }
}

fn unknown(error: &Error) -> Problem {
    // One code for four security settings; here its words told none of them.
    if error.code() == Some("310000") {
        return Problem::new(Code::RobotSecurity);
    }
    Problem::new(Code::Unknown).arg("code", error.code().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::Duration;

    use dingtalk::{ContactField, Duplicate, Limit, UnreadableReason};

    use super::*;

    const HOST: &str = "oapi.dingtalk.com";
    const IP: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 10));

    #[expect(clippy::unnecessary_box_returns, reason = "each error holds it so")]
    fn words() -> Box<dingtalk::ServerWords> {
        Box::new(dingtalk::ServerWords {
            code: "88".to_owned(),
            message: "系统繁忙".to_owned(),
            request_id: Some("16l4ew3d47pdp".to_owned()),
            http_status: 200,
        })
    }

    fn way(make: impl FnOnce(String, String) -> Error) -> Error {
        make(HOST.to_owned(), "detail".to_owned())
    }

    fn check(error: &Error, code: Code, args: &[(&str, &str)], field: Option<Field>) {
        let found = problem(error);
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!((found.code, &found.args, found.field), (code, &args, field), "{error:?}");
        assert_eq!(found.server.is_some(), error.words().is_some(), "{error:?}");
    }

    #[test]
    fn failures_of_the_way_name_the_host() {
        let host = [("host", HOST)];
        check(&way(|host, detail| Error::NameUnknown { host, detail }), Code::NameUnknown, &host, None);
        check(&way(|host, detail| Error::Unreachable { host, detail }), Code::Unreachable, &host, None);
        check(&way(|host, detail| Error::Interrupted { host, detail }), Code::Unreachable, &host, None);
        let timed = [("host", HOST), ("seconds", "10")];
        let after = Duration::from_secs(10);
        check(&way(|host, _| Error::ConnectTimedOut { host, after }), Code::TimedOut, &timed, None);
        check(&way(|host, _| Error::TimedOut { host, after }), Code::TimedOut, &timed, None);
        // F32
        let faults = [
            (CertificateFault::Expired, "expired", Who::You),
            (CertificateFault::NotYetValid, "not-yet-valid", Who::You),
            (CertificateFault::WrongName, "wrong-name", Who::It),
            (CertificateFault::UnknownIssuer, "unknown-issuer", Who::It),
            (CertificateFault::Revoked, "revoked", Who::It),
            (CertificateFault::Unnamed, "other", Who::It),
        ];
        for (fault, name, who) in faults {
            let refused = way(|host, detail| Error::Certificate { host, fault, detail, certificate: None });
            check(&refused, Code::CertificateRefused, &[("fault", name), ("host", HOST), ("issuer", "")], None);
            assert_eq!(problem(&refused).who, who, "{name}");
        }
        let no_tls = way(|host, detail| Error::SecureConnection { host, detail });
        check(&no_tls, Code::CertificateRefused, &[("fault", "other"), ("host", HOST), ("issuer", "")], None);
        check(&way(|host, _| Error::ProxyAuthentication { host }), Code::ProxySignIn, &host, None);
        check(&way(|host, detail| Error::ProxyRefused { host, detail }), Code::ProxyRefused, &host, None);
        let away = way(|host, detail| Error::ProxyUnreachable { host, proxy: "proxy.office:8080".into(), detail });
        check(&away, Code::ProxyUnreachable, &[host[0], ("proxy", "proxy.office:8080")], None);
        for (reason, code) in [
            (NoRoute::PasswordUnavailable, Code::ProxyPasswordMissing),
            (NoRoute::Unsupported, Code::ProxyUnsupported),
            (NoRoute::Unresolved, Code::ProxyUnresolved),
            (NoRoute::Forbidden, Code::PolicyUnreadable),
        ] {
            check(&way(|host, _| Error::NoRoute { host, reason }), code, &host, None);
        }
        // F23, F24
        check(&way(|host, _| Error::CaptivePortal { host, status: 200 }), Code::CaptivePortal, &host, None);
        check(&way(|host, _| Error::Redirected { host, status: 302, to: None }), Code::CaptivePortal, &host, None);
        check(&way(|host, _| Error::TooLarge { host, limit: 1 }), Code::AnswerUnreadable, &host, None);
        let reason = UnreadableReason::NotJson;
        check(&way(|host, _| Error::Unreadable { host, status: 200, reason }), Code::AnswerUnreadable, &host, None);
    }

    #[test]
    fn dingtalks_answers_become_causes() {
        let words = words;
        check(&Error::CredentialsRefused { words: words() }, Code::CredentialsRefused, &[], Some(Field::ClientSecret));
        check(&Error::CorpIdRefused { words: words() }, Code::CorpIdRefused, &[], Some(Field::CorpId));
        check(&Error::TokenRefused { words: words() }, Code::TokenRefused, &[], None);
        let missing = Error::PermissionMissing {
            permissions: vec!["qyapi_get_member".to_owned(), "qyapi_base".to_owned()],
            apply_link: Some("https://open-dev.dingtalk.com/appscope/apply".to_owned()),
            words: words(),
        };
        let args = [
            ("permissions", "qyapi_get_member, qyapi_base"),
            ("apply_link", "https://open-dev.dingtalk.com/appscope/apply"),
        ];
        check(&missing, Code::PermissionMissing, &args, None);
        let refused = Error::AddressRefused { address: Some(IP), words: words() };
        check(&refused, Code::AddressRefused, &[("ip", "203.0.113.10")], None);
        let scope = ContactScope::User;
        check(&Error::ContactScope { scope, words: words() }, Code::ContactScope, &[("whom", "person")], None);
        let wait = Duration::from_secs(1);
        check(&Error::Throttled { wait, words: words() }, Code::Throttled, &[("seconds", "1")], None);
        check(&Error::QuotaUsed { words: words() }, Code::QuotaUsed, &[], None);
        let busy = Error::Busy { may_have_acted: false, wait: None, words: words() };
        check(&busy, Code::Busy, &[], None);
        check(&Error::AgentIdRefused { words: words() }, Code::AgentIdRefused, &[], Some(Field::AgentId));
        check(&Error::AppDisabled { words: words() }, Code::AppDisabled, &[], None);
        check(&Error::Unknown { words: words() }, Code::Unknown, &[("code", "88")], None);
        let wait = Duration::from_secs(290);
        let banned = way(|host, _| Error::AddressBanned { host, wait });
        check(&banned, Code::AddressBanned, &[("minutes", "5")], None);
        let unusable = Error::RequestUnusable { detail: String::new() };
        check(&unusable, Code::Unknown, &[("code", "")], None);
    }

    #[test]
    fn causes_of_the_directory_and_of_the_calling_program_have_ids_of_their_own() {
        let rows = [
            (Error::UserUnknown { words: words() }, Code::UserUnknown),
            (Error::DepartmentUnknown { words: words() }, Code::DepartmentUnknown),
            (Error::UserDisabled { words: words() }, Code::UserDisabled),
            (Error::ConsentNeeded { words: words() }, Code::ConsentNeeded),
            (Error::MobileFixed { words: words() }, Code::MobileFixed),
            (Error::HrManaged { words: words() }, Code::HrManaged),
            (Error::OrgAccountOnly { words: words() }, Code::OrgAccountOnly),
            (Error::RequestMalformed { words: words() }, Code::RequestMalformed),
            (Error::DepartmentNotEmpty { words: words() }, Code::DepartmentNotEmpty),
            (Error::RootFixed { words: words() }, Code::RootDepartmentFixed),
            (Error::CodeRefused { words: words() }, Code::SignInCodeRefused),
            (Error::RedirectRefused { words: words() }, Code::RedirectRefused),
            (Error::NotAuthorised { words: words() }, Code::NotAuthorised),
            (Error::SuiteTicketRefused { words: words() }, Code::SuiteTicketRefused),
            (Error::CallbackRefused { words: words() }, Code::CallbackRefused),
            (Error::RecipientRefused { words: words() }, Code::RecipientRefused),
            (Error::PathUnknown { words: words() }, Code::PathUnknown),
            (Error::SignatureRefused { fault: SignatureFault::Mismatch, words: words() }, Code::SignatureRefused),
            (Error::SignatureRefused { fault: SignatureFault::Timestamp, words: words() }, Code::SignatureTime),
        ];
        for (error, code) in &rows {
            check(error, *code, &[], None);
        }
        let taken = Error::Duplicate { what: Duplicate::DepartmentName, existing: None, words: words() };
        check(&taken, Code::AlreadyExists, &[("what", "department-name"), ("user", "")], None);
        let field = ContactField::MobileAndEmail;
        let args = [("name", "mobile-and-email")];
        check(&Error::FieldRefused { field, words: words() }, Code::FieldRefused, &args, None);
        let full = Error::LimitReached { limit: Limit::TeamSize, words: words() };
        check(&full, Code::LimitReached, &[("limit", "team-size")], None);
        let name = Some("corpid".to_owned());
        let refused = Error::ParameterRefused { name: name.clone(), words: words() };
        check(&refused, Code::ParameterRefused, &[("name", "corpid")], None);
        let missing = Error::ParameterMissing { name, words: words() };
        check(&missing, Code::ParameterMissing, &[("name", "corpid")], None);
        let mut four = words();
        "310000".clone_into(&mut four.code);
        check(&Error::Unknown { words: four }, Code::RobotSecurity, &[], None);
    }

    fn check_robot(refusal: RobotRefusal, code: Code, args: &[(&str, &str)], field: Option<Field>) {
        check(&Error::Robot { refusal, words: words() }, code, args, field);
    }

    #[test]
    fn a_robots_refusals_become_causes() {
        check_robot(RobotRefusal::Signature, Code::RobotSignature, &[], Some(Field::RobotSecret));
        check_robot(RobotRefusal::Keyword, Code::RobotKeyword, &[], Some(Field::Keyword));
        check_robot(RobotRefusal::Address(Some(IP)), Code::RobotAddress, &[("ip", "203.0.113.10")], None);
        check_robot(RobotRefusal::Clock, Code::RobotClock, &[], None);
        check_robot(RobotRefusal::TokenUnknown, Code::RobotUnknown, &[], Some(Field::Webhook));
        check_robot(RobotRefusal::Throttled, Code::RobotThrottled, &[("minutes", "10")], None);
        check_robot(RobotRefusal::Disabled, Code::RobotDisabled, &[], None);
        check_robot(RobotRefusal::GroupGone, Code::RobotGroupGone, &[], None);
        check_robot(RobotRefusal::Content, Code::RobotContent, &[], Some(Field::Message));
    }

    #[test]
    fn dingtalks_own_words_are_kept_for_the_small_print() {
        let kept = problem(&Error::QuotaUsed { words: words() }).server.expect("words");
        assert_eq!((kept.code.as_str(), kept.message.as_str()), ("88", "系统繁忙"));
        assert_eq!(kept.request_id.as_deref(), Some("16l4ew3d47pdp"));
    }
}
