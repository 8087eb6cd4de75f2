//! DingTalk's errors of both gateways, and those of the way to it, as causes. One table; one test a row.

use dingtalk::{CertificateFault, Error, RobotRefusal};

use crate::problem::{Field, Problem, ProblemCode as Code, ServerWords};

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
    let way = |code| Problem::new(code).arg("host", error.host().unwrap_or_default());
    match error {
        Error::NameUnknown { .. } => way(Code::NameUnknown),
        Error::Unreachable { .. } | Error::Interrupted { .. } => way(Code::Unreachable),
        Error::ConnectTimedOut { after, .. } | Error::TimedOut { after, .. } => {
            way(Code::TimedOut).arg("seconds", after.as_secs().max(1))
        }
        Error::Certificate { fault, .. } => way(Code::CertificateRefused).arg("fault", certificate(*fault)),
        Error::SecureConnection { .. } => way(Code::CertificateRefused).arg("fault", OTHER_FAULT),
        Error::ProxyAuthentication { .. } | Error::ProxyRefused { .. } => way(Code::ProxyRefused),
        Error::Redirected { .. } | Error::CaptivePortal { .. } => way(Code::CaptivePortal),
        Error::AddressBanned { wait, .. } => {
            Problem::new(Code::AddressBanned).arg("minutes", wait.as_secs().div_ceil(60).max(1))
        }
        Error::TooLarge { .. } | Error::Unreadable { .. } => way(Code::AnswerUnreadable),
        Error::CredentialsRefused { .. } => Problem::new(Code::CredentialsRefused).at(Field::ClientSecret),
        Error::CorpIdRefused { .. } => Problem::new(Code::CorpIdRefused).at(Field::CorpId),
        Error::TokenRefused { .. } => Problem::new(Code::TokenRefused),
        Error::PermissionMissing { permissions, apply_link, .. } => Problem::new(Code::PermissionMissing)
            .arg("permissions", permissions.join(", "))
            .arg("apply-link", apply_link.as_deref().unwrap_or_default()),
        Error::AddressRefused { address, .. } => {
            Problem::new(Code::AddressRefused).arg("ip", address.map(|ip| ip.to_string()).unwrap_or_default())
        }
        Error::ContactScope { .. } => Problem::new(Code::ContactScope),
        Error::Throttled { wait, .. } => Problem::new(Code::Throttled).arg("seconds", wait.as_secs().max(1)),
        Error::QuotaUsed { .. } => Problem::new(Code::QuotaUsed),
        Error::Busy { .. } => Problem::new(Code::Busy),
        Error::AgentIdRefused { .. } => Problem::new(Code::AgentIdRefused).at(Field::AgentId),
        Error::AppDisabled { .. } => Problem::new(Code::AppDisabled),
        Error::Robot { refusal, .. } => robot(refusal, error),
        // Nobody's words fit a user, department or call that is not there: the code does. And the client's error may grow.
        _ => unknown(error),
    }
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
    Problem::new(Code::Unknown).arg("code", error.code().unwrap_or("-"))
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::Duration;

    use dingtalk::{ContactScope, UnreadableReason};

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
            (CertificateFault::Expired, "expired"),
            (CertificateFault::NotYetValid, "not-yet-valid"),
            (CertificateFault::WrongName, "wrong-name"),
            (CertificateFault::UnknownIssuer, "unknown-issuer"),
            (CertificateFault::Revoked, "revoked"),
            (CertificateFault::Unnamed, "other"),
        ];
        for (fault, name) in faults {
            let refused = way(|host, detail| Error::Certificate { host, fault, detail });
            check(&refused, Code::CertificateRefused, &[("fault", name), ("host", HOST)], None);
        }
        let no_tls = way(|host, detail| Error::SecureConnection { host, detail });
        check(&no_tls, Code::CertificateRefused, &[("fault", "other"), ("host", HOST)], None);
        check(&way(|host, _| Error::ProxyAuthentication { host }), Code::ProxyRefused, &host, None);
        check(&way(|host, detail| Error::ProxyRefused { host, detail }), Code::ProxyRefused, &host, None);
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
            ("apply-link", "https://open-dev.dingtalk.com/appscope/apply"),
        ];
        check(&missing, Code::PermissionMissing, &args, None);
        let refused = Error::AddressRefused { address: Some(IP), words: words() };
        check(&refused, Code::AddressRefused, &[("ip", "203.0.113.10")], None);
        let scope = ContactScope::User;
        check(&Error::ContactScope { scope, words: words() }, Code::ContactScope, &[], None);
        let wait = Duration::from_secs(1);
        check(&Error::Throttled { wait, words: words() }, Code::Throttled, &[("seconds", "1")], None);
        check(&Error::QuotaUsed { words: words() }, Code::QuotaUsed, &[], None);
        let busy = Error::Busy { may_have_acted: false, wait: None, words: words() };
        check(&busy, Code::Busy, &[], None);
        check(&Error::AgentIdRefused { words: words() }, Code::AgentIdRefused, &[], Some(Field::AgentId));
        check(&Error::AppDisabled { words: words() }, Code::AppDisabled, &[], None);
        check(&Error::Unknown { words: words() }, Code::Unknown, &[("code", "88")], None);
        check(&Error::UserUnknown { words: words() }, Code::Unknown, &[("code", "88")], None);
        let wait = Duration::from_secs(290);
        let banned = way(|host, _| Error::AddressBanned { host, wait });
        check(&banned, Code::AddressBanned, &[("minutes", "5")], None);
        let unusable = Error::RequestUnusable { detail: String::new() };
        check(&unusable, Code::Unknown, &[("code", "-")], None);
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
