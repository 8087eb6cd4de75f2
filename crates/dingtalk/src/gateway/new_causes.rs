//! What the services behind the new gateway refuse, by code. Names vary from service to service.
//! Source: server-api-error-codes-1, chatbots-send-one-on-one-chat-messages-in-batches.

use super::robot;
use crate::{Duplicate, Error, Limit, ServerWords};

/// `None` for a code that nobody here has seen.
pub(super) fn refusal(words: Box<ServerWords>) -> Option<Error> {
    let error = match words.code.as_str() {
        "user.not.exist"
        | "userNotExist"
        | "invalidUser"
        | "invalidParameter.user.notFound"
        | "staff.not.found"
        | "staffId.notExisted" => Error::UserUnknown { words },
        "invalidParameter.authCode.notFound" => Error::CodeRefused { words },
        "exclusive.account.only" => Error::OrgAccountOnly { words },
        "invalidRequest.duplicateClientToken" => {
            Error::Duplicate { what: Duplicate::ClientToken, existing: None, words }
        }
        "invalidSuiteKey" => Error::CredentialsRefused { words },
        "invalidSuiteTicket" => Error::SuiteTicketRefused { words },
        "invalidAuthInfo" => Error::NotAuthorised { words },
        "InvalidAction.NotFound" => Error::PathUnknown { words },
        "receivers.exceed" | "too.many.group" | "too.many.people" => {
            Error::LimitReached { limit: Limit::Recipients, words }
        }
        _ => return by_shape(words),
    };
    Some(error)
}

fn by_shape(words: Box<ServerWords>) -> Option<Error> {
    if let Some(refusal) = robot::refusal(&words) {
        return Some(Error::Robot { refusal, words });
    }
    if let Some(Parameter(name)) = missing(&words.code) {
        return Some(Error::ParameterMissing { name, words });
    }
    let Parameter(name) = refused(&words.code)?;
    Some(Error::ParameterRefused { name, words })
}

/// A parameter, with its name if the code tells it.
struct Parameter(Option<String>);

/// `MissingoperatorId`, `Missingbody`, `miss.param.robotCode`, `missingParameter`.
fn missing(code: &str) -> Option<Parameter> {
    if code == "missingParameter" {
        return Some(Parameter(None));
    }
    let name = code.strip_prefix("miss.param.").or_else(|| code.strip_prefix("Missing"))?;
    Some(Parameter((!name.is_empty()).then(|| name.to_owned())))
}

/// `invalidParameter.userIds.empty` names the parameter; `invalidParam`, `param.error`, … name none.
fn refused(code: &str) -> Option<Parameter> {
    let named = |name: &str| Some(Parameter(Some(name.to_owned())));
    match code {
        "invalidParam" | "invalidParameter" | "illegalParameter" | "parameter.error" | "invalid.param" => {
            Some(Parameter(None))
        }
        // An allow list that is written wrongly or too long; no address of the caller's.
        "illegalIp" => named("ipWhiteList"),
        "unsupported.grant.type" => named("grant_type"),
        "illegal.receivers" => named("receivers"),
        // Inferred: it is msgKey that chooses the template.
        "template.not.existed" | "template.stopped" => named("msgKey"),
        _ if code.starts_with("param.") => Some(Parameter(None)),
        _ => named(code.strip_prefix("invalidParameter.")?.split('.').next().filter(|name| !name.is_empty())?),
    }
}
