//! What the services behind the old gateway refuse, by code. Source: server-api-error-codes-1 and the pages of the calls.

use serde_json::Value;

use super::classify::Case;
use super::evidence;
use crate::lenient::as_text;
use crate::{ContactField, Duplicate, Error, Limit, ServerWords, SignatureFault, UserId};

pub(super) fn refusal(code: &str, answer: &Value, words: Box<ServerWords>, case: &Case<'_>) -> Error {
    if let Some(what) = duplicate(code) {
        return Error::Duplicate { what, existing: existing(answer, case), words };
    }
    if let Some(field) = field(code) {
        return Error::FieldRefused { field, words };
    }
    if let Some(limit) = limit(code) {
        return Error::LimitReached { limit, words };
    }
    match code {
        "40003" | "60111" | "60121" | "33012" => Error::UserUnknown { words },
        "40009" | "60003" => Error::DepartmentUnknown { words },
        "60120" => Error::UserDisabled { words },
        "40103" => Error::ConsentNeeded { words },
        "40021" | "40022" | "41054" => Error::MobileFixed { words },
        "12150" => Error::HrManaged { words },
        "60005" | "60006" => Error::DepartmentNotEmpty { words },
        "60007" | "60018" => Error::RootFixed { words },
        "81001" | "81002" => Error::RecipientRefused { words },
        _ => calling(code, words),
    }
}

/// Refusals that are not about the directory: how it was asked, signing in, callbacks.
fn calling(code: &str, words: Box<ServerWords>) -> Error {
    match code {
        "40035" | "40000" | "400002" => parameter(words),
        "400105" => Error::ParameterRefused { name: Some("msgtype".to_owned()), words },
        "43001" | "43002" | "43003" | "43004" | "43005" | "43009" | "44002" => Error::RequestMalformed { words },
        "40029" | "42003" | "40078" => Error::CodeRefused { words },
        "50001" => Error::RedirectRefused { words },
        "40079" | "41030" | "52020" | "52021" => Error::NotAuthorised { words },
        "40085" => Error::SuiteTicketRefused { words },
        "52010" => Error::CorpIdRefused { words },
        "52019" | "52023" | "52025" => Error::AgentIdRefused { words },
        "52011" | "52012" | "52013" | "52015" | "52016" | "853004" => {
            Error::SignatureRefused { fault: SignatureFault::Mismatch, words }
        }
        "52018" | "853001" | "853002" => Error::SignatureRefused { fault: SignatureFault::Timestamp, words },
        "853003" => Error::CredentialsRefused { words },
        "400040" | "71007" | "71008" | "71009" | "71010" | "71011" | "71012" | "71013" | "900001" | "900002"
        | "900003" | "900004" | "900005" | "900006" | "900007" | "900008" | "900009" | "900010" => {
            Error::CallbackRefused { words }
        }
        _ => Error::Unknown { words },
    }
}

fn duplicate(code: &str) -> Option<Duplicate> {
    match code {
        "60102" => Some(Duplicate::UserId),
        "60104" => Some(Duplicate::Mobile),
        "60107" => Some(Duplicate::Person),
        "40101" | "60106" => Some(Duplicate::Email),
        "40100" => Some(Duplicate::Telephone),
        // 60008 is recalled from older lists; nothing else is known under it.
        "60021" | "60008" => Some(Duplicate::DepartmentName),
        "60016" => Some(Duplicate::DepartmentId),
        "71006" | "400041" => Some(Duplicate::Callback),
        "143106" | "143206" => Some(Duplicate::Message),
        _ => None,
    }
}

fn field(code: &str) -> Option<ContactField> {
    match code {
        "60112" => Some(ContactField::Name),
        "60103" | "40104" => Some(ContactField::Mobile),
        "60105" => Some(ContactField::Email),
        "60113" => Some(ContactField::MobileAndEmail),
        "40063" => Some(ContactField::Telephone),
        "40064" => Some(ContactField::WorkPlace),
        "40065" => Some(ContactField::Remark),
        "40066" => Some(ContactField::DepartmentList),
        "60122" => Some(ContactField::Extension),
        "60123" => Some(ContactField::JobNumber),
        "60128" => Some(ContactField::Manager),
        "40031" => Some(ContactField::UserIdList),
        "60019" => Some(ContactField::Department),
        "60001" | "60009" => Some(ContactField::DepartmentName),
        "40010" | "60004" | "60010" => Some(ContactField::ParentDepartment),
        "40011" => Some(ContactField::DepartmentOrder),
        // The page of department/create says 600109, that of department/update 60109.
        "60109" | "600109" | "60510" => Some(ContactField::VisibleList),
        "40093" => Some(ContactField::GroupOwner),
        "60022" | "41049" => Some(ContactField::Content),
        "40068" => Some(ContactField::Offset),
        "40069" => Some(ContactField::PageSize),
        "52014" | "52026" => Some(ContactField::PageUrl),
        "52017" | "52022" | "52024" => Some(ContactField::JsApiList),
        _ => None,
    }
}

fn limit(code: &str) -> Option<Limit> {
    match code {
        "40019" => Some(Limit::UncertifiedOrganisations),
        "40020" | "40024" => Some(Limit::TeamSize),
        "40023" => Some(Limit::DepartmentSize),
        "60002" => Some(Limit::DepartmentDepth),
        "60110" => Some(Limit::Departments),
        "41045" | "41046" | "41047" | "41048" | "143105" | "143205" => Some(Limit::WorkNotices),
        "41029" => Some(Limit::Recipients),
        _ => None,
    }
}

/// `缺少参数 X` names what is missing; other words of these codes name nothing.
fn parameter(words: Box<ServerWords>) -> Error {
    match evidence::missing_parameter(&words.message) {
        Some(name) => Error::ParameterMissing { name: Some(name), words },
        None => Error::ParameterRefused { name: None, words },
    }
}

/// Where third-party clients look for the userid that has the mobile number already: not documented.
fn existing(answer: &Value, case: &Case<'_>) -> Option<UserId> {
    let inside = answer.get("result").and_then(|result| result.get("userid"));
    answer.get("userid").or(inside).and_then(as_text).map(|id| UserId(case.redactor.clean(&id)))
}
