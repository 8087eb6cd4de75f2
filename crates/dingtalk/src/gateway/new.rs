//! The new gateway: HTTP 4xx with a `code`. One code may come with several statuses, so the code is what counts.

use serde_json::Value;

use super::classify::Case;
use super::{Dialect, evidence, new_causes, old};
use crate::lenient::{as_integer, as_text};
use crate::{Error, Result, ServerWords};

pub(crate) fn read(value: Value, case: &Case<'_>) -> Result<Value> {
    // A path outside /v1.0 is answered in the old dialect with HTTP 200.
    if value.get("errcode").and_then(as_integer).is_some_and(|code| code != 0) {
        return Err(old::refusal(&value, case));
    }
    if (200..300).contains(&case.status) {
        return Ok(value);
    }
    Err(refusal(&value, case))
}

/// The error of an answer that has a `code`.
pub(crate) fn refusal(value: &Value, case: &Case<'_>) -> Error {
    let field = |names: [&str; 3]| names.into_iter().find_map(|name| value.get(name).and_then(as_text));
    let message = field(["message", "Message", "errmsg"]).unwrap_or_default();
    let Some(code) = field(["code", "Code", "errorCode"]) else { return case.by_status(&message) };
    let request_id = field(["requestid", "requestId", "RequestId"]);
    let words = case.words(&code, &message, request_id.as_deref());
    match case.dialect {
        Dialect::CorpToken => by_corp_token_code(&code, &message, value, words, case),
        Dialect::New | Dialect::NewToken | Dialect::Old | Dialect::OldToken | Dialect::Robot => {
            by_code(&code, &message, value, words, case)
        }
    }
}

/// A wrong CorpID has no code of its own: it was seen as HTTP 500 `unknownError`, and 400 and 401 are documented.
fn by_corp_token_code(code: &str, text: &str, answer: &Value, words: Box<ServerWords>, case: &Case<'_>) -> Error {
    match code {
        "unknownError" | "unauthorized.client" | "InvalidAction.NotFound" => return Error::CorpIdRefused { words },
        _ => {}
    }
    let error = by_code(code, text, answer, words.clone(), case);
    let is_about_grant = error.parameter() == Some("grant_type");
    let is_unnamed = matches!(error, Error::Unknown { .. } | Error::ParameterRefused { .. });
    if is_unnamed && !is_about_grant && matches!(case.status, 400 | 401) {
        return Error::CorpIdRefused { words };
    }
    error
}

fn by_code(code: &str, text: &str, answer: &Value, words: Box<ServerWords>, case: &Case<'_>) -> Error {
    if let Some(error) = denied(code, text, answer, &words, case) {
        return error;
    }
    match code {
        "invalidClientIdOrSecret" | "invalid.client" | "authFailed" => Error::CredentialsRefused { words },
        "InvalidAuthentication" | "AuthenticationFailed.MissingParameter" | "accesstoken.expired" => {
            Error::TokenRefused { words }
        }
        "unauthorized.client" | "apiPermissionDenied" => {
            Error::PermissionMissing { permissions: Vec::new(), apply_link: None, words }
        }
        "qps.exceed.limit" | "request.overlimit" | "invokeFrequency" => case.throttled(words, evidence::pause(text)),
        "system.busy" | "systemBusy" => case.busy(words, false),
        "unknownError" | "systemError" | "system.error" | "server.error" | "service.timeout" => case.busy(words, true),
        _ => match new_causes::refusal(words.clone()) {
            Some(error) => error,
            None if case.status == 429 => case.throttled(words, None),
            None if case.status >= 500 => case.busy(words, true),
            None => Error::Unknown { words },
        },
    }
}

/// The family `Forbidden.AccessDenied.*`: permission, address, limits.
fn denied(code: &str, text: &str, answer: &Value, words: &ServerWords, case: &Case<'_>) -> Option<Error> {
    let kind = code.strip_prefix("Forbidden.AccessDenied.")?;
    let words = Box::new(words.clone());
    match kind {
        "AccessTokenPermissionDenied" => {
            let clean = case.redactor.clean(text);
            let permissions = case.clean_all(evidence::permissions(&clean, answer));
            Some(Error::PermissionMissing { permissions, apply_link: evidence::apply_link(&clean), words })
        }
        "IpNotInWhiteList" => Some(Error::AddressRefused { address: evidence::address(text), words }),
        "ApiCountLimitForOrg" => Some(Error::QuotaUsed { words }),
        limit if limit.starts_with("Qps") || limit.starts_with("Qpm") => {
            Some(case.throttled(words, evidence::pause(text)))
        }
        _ => None,
    }
}
