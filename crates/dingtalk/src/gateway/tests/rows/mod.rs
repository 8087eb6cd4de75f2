//! Every row of the two tables of codes, and which questions it answers with yes.

mod new;
mod old;
mod robot;

use super::refused;
use crate::gateway::Dialect;
use crate::{Error, UserId};

/// The questions that this error answers with yes, each with what it tells.
fn answers(error: &Error) -> String {
    let yes = [
        (error.is_token_refused(), "token_refused"),
        (error.is_credentials_refused(), "credentials_refused"),
        (error.is_corp_id_refused(), "corp_id_refused"),
        (error.is_agent_refused(), "agent_refused"),
        (error.is_app_disabled(), "app_disabled"),
        (error.missing_permissions().is_some(), "permission_missing"),
        (error.is_address_refused(), "address_refused"),
        (error.is_throttled(), "throttled"),
        (error.is_quota_used(), "quota_used"),
        (error.is_busy(), "busy"),
        (error.may_have_acted(), "may_have_acted"),
        (error.not_found(), "not_found"),
        (error.is_user_disabled(), "user_disabled"),
        (error.needs_consent(), "needs_consent"),
        (error.is_mobile_fixed(), "mobile_fixed"),
        (error.is_hr_managed(), "hr_managed"),
        (error.is_org_account_only(), "org_account_only"),
        (error.is_department_not_empty(), "department_not_empty"),
        (error.is_root_fixed(), "root_fixed"),
        (error.is_code_refused(), "code_refused"),
        (error.is_redirect_refused(), "redirect_refused"),
        (error.is_not_authorised(), "not_authorised"),
        (error.is_suite_ticket_refused(), "suite_ticket_refused"),
        (error.is_callback_refused(), "callback_refused"),
        (error.is_recipient_refused(), "recipient_refused"),
        (matches!(error, Error::PathUnknown { .. }), "path_unknown"),
        (matches!(error, Error::Unknown { .. }), "unknown"),
    ];
    let mut said: Vec<String> = yes.into_iter().filter(|(yes, _)| *yes).map(|(_, name)| name.to_owned()).collect();
    let mut say = |name: &str, told: Option<String>| said.extend(told.map(|told| format!("{name}({told})")));
    say("contact_scope", error.contact_scope().map(|scope| format!("{scope:?}")));
    say("already_exists", error.already_exists().map(|what| format!("{what:?}")));
    say("field", error.refused_field().map(|field| format!("{field:?}")));
    say("limit", error.limit_reached().map(|limit| format!("{limit:?}")));
    say("signature", error.signature_refused().map(|fault| format!("{fault:?}")));
    say("robot", error.robot_refusal().map(|refusal| format!("{refusal:?}")));
    if error.is_input_refused() && error.refused_field().is_none() {
        let variant = format!("{error:?}").split([' ', '{']).next().unwrap_or_default().to_owned();
        say(&variant, Some(error.parameter().unwrap_or_default().to_owned()));
    }
    said.join(" ")
}

fn check(dialect: Dialect, status: u16, body: &str, expected: &str) {
    assert_eq!(answers(&refused(dialect, status, body)), expected, "{dialect:?} {status} {body}");
}

// V §3.2: a mobile number that is in the organisation is refused with 60104
#[test]
fn who_has_the_number_is_read_from_a_60104_wherever_third_party_clients_look_for_it() {
    let check = |body: &str, expected: Option<&str>| {
        let error = refused(Dialect::Old, 200, body);
        assert_eq!(error.existing_user(), expected.map(|id| UserId(id.to_owned())).as_ref(), "{body}");
        assert!(error.already_exists().is_some(), "{body}");
    };
    check(r#"{"errcode":60104,"errmsg":"手机号码在公司中已存在","userid":"manager7"}"#, Some("manager7"));
    check(r#"{"errcode":60104,"errmsg":"手机号码在公司中已存在","result":{"userid":"manager7"}}"#, Some("manager7"));
    check(r#"{"errcode":60104,"errmsg":"手机号码在公司中已存在","userid":7}"#, Some("7"));
    check(r#"{"errcode":60104,"errmsg":"手机号码在公司中已存在","userid":""}"#, None);
    check(r#"{"errcode":60104,"errmsg":"手机号码在公司中已存在","result":[]}"#, None);
    check(r#"{"errcode":60104,"errmsg":"手机号码在公司中已存在"}"#, None);
}
