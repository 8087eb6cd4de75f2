//! The old gateway: HTTP 200, `errcode`, and the 88 wrapper around everything the gateway itself refuses.

use std::time::Duration;

use serde_json::Value;

use super::classify::Case;
use super::{Dialect, evidence, new, old_causes, robot};
use crate::lenient::{as_integer, as_text};
use crate::{ContactScope, Error, Result, ServerWords, UnreadableReason};

const MINUTE: Duration = Duration::from_mins(1);

pub(crate) fn read(value: Value, case: &Case<'_>) -> Result<Value> {
    let code = value.get("errcode").and_then(as_integer);
    match code {
        Some(0) if (200..300).contains(&case.status) => Ok(value),
        // Success and failure in one answer: on a write nobody knows what was done.
        Some(0) if case.status >= 500 => Err(case.by_status(&message(&value))),
        Some(0) => Err(case.unreadable(UnreadableReason::Contradiction)),
        Some(_) => Err(refusal(&value, case)),
        None if value.get("code").and_then(as_text).is_some() => Err(new::refusal(&value, case)),
        None if case.status >= 400 => Err(case.by_status(&message(&value))),
        None => Err(case.unreadable(UnreadableReason::NoCode)),
    }
}

/// The error of an answer whose `errcode` is not 0.
pub(crate) fn refusal(value: &Value, case: &Case<'_>) -> Error {
    let text = value.get("errmsg").and_then(as_text).unwrap_or_default();
    let reason = reason(value, &text);
    let request_id = value.get("request_id").or_else(|| value.get("requestid")).and_then(as_text);
    let words = case.words(reason.as_deref().unwrap_or("88"), &message(value), request_id.as_deref());
    // 88 around nothing is the gateway's own time-out. Source: developerpedia, retry.md.
    let Some(reason) = reason else { return case.busy(words, true) };
    if case.dialect == Dialect::Robot {
        return by_robot_code(&reason, words, case);
    }
    by_code(&reason, &format!("{text} {}", words.message), value, words, case)
}

/// The code inside 88, which some answers have only in the text, or else the code itself.
fn reason(value: &Value, text: &str) -> Option<String> {
    let outer = value.get("errcode").and_then(as_text)?;
    let inner = value.get("sub_code").and_then(as_text).or_else(|| {
        let (_, rest) = text.split_once("subcode=")?;
        let inner = rest.split([',', ']']).next()?.trim();
        (!inner.is_empty()).then(|| inner.to_owned())
    });
    inner.or_else(|| (outer != "88").then_some(outer))
}

fn message(value: &Value) -> String {
    let read = |name| value.get(name).and_then(as_text);
    read("sub_msg").or_else(|| read("errmsg")).unwrap_or_default()
}

/// Codes of server-api-error-codes-1, with what live answers were seen to add.
fn by_code(code: &str, text: &str, answer: &Value, words: Box<ServerWords>, case: &Case<'_>) -> Error {
    match code {
        // 40001 is both: a wrong secret where a token is asked for, a dead token elsewhere.
        "40096" | "40089" => Error::CredentialsRefused { words },
        "40001" if case.dialect == Dialect::OldToken => Error::CredentialsRefused { words },
        "40014" | "42001" | "40001" | "33001" | "41001" => Error::TokenRefused { words },
        "40000" if text.contains("access_token") => Error::TokenRefused { words },
        "60011" | "43007" | "48002" => {
            let clean = case.redactor.clean(text);
            let permissions = case.clean_all(evidence::permissions(&clean, answer));
            Error::PermissionMissing { permissions, apply_link: evidence::apply_link(&clean), words }
        }
        "60020" => Error::AddressRefused { address: evidence::address(text), words },
        "50002" => Error::ContactScope { scope: ContactScope::User, words },
        "50004" => Error::ContactScope { scope: ContactScope::Department, words },
        "90001" | "90002" | "90003" | "90004" | "90005" | "90006" | "90007" | "90008" | "90009" | "90010" | "90011"
        | "90012" | "90013" | "90014" | "90017" | "90018" | "45009" => case.throttled(words, evidence::pause(text)),
        "90020" | "90030" => Error::QuotaUsed { words },
        // Limits of work notices by the minute.
        "143103" | "143104" | "143203" | "143204" => case.throttled(words, Some(MINUTE)),
        "-1" => case.busy(words, false),
        "15" | "isp.top-remote-connection-timeout" => case.busy(words, true),
        "40056" | "41011" | "70003" | "70004" => Error::AgentIdRefused { words },
        "50003" | "50005" => Error::AppDisabled { words },
        "70001" => Error::CorpIdRefused { words },
        "22" | "404" => Error::PathUnknown { words },
        _ => old_causes::refusal(code, answer, words, case),
    }
}

/// What is not the robot's own refusal on `/robot/send`.
fn by_robot_code(code: &str, words: Box<ServerWords>, case: &Case<'_>) -> Error {
    match code {
        "-1" => case.busy(words, false),
        "15" | "isp.top-remote-connection-timeout" => case.busy(words, true),
        "90030" | "90020" => Error::QuotaUsed { words },
        "90018" | "90002" => {
            let pause = evidence::pause(&words.message);
            case.throttled(words, pause)
        }
        "22" | "404" => Error::PathUnknown { words },
        _ => match robot::refusal(&words) {
            Some(refusal) => Error::Robot { refusal, words },
            None => old_causes::refusal(code, &Value::Null, words, case),
        },
    }
}
