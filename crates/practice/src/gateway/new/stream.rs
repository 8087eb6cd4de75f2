//! `/v1.0/gateway/connections/open`: keys become a ticket for a WebSocket. Source: dingtalk-api.md §6.3.

use axum::http::StatusCode;
use serde_json::Value;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, needed, post};
use crate::gateway::answer::{Answer, new_raw, new_success};
use crate::gateway::input::Parameters;
use crate::random;
use crate::state::Effect;
use crate::stream::ticket::Topics;

pub const ENDPOINTS: &[Endpoint] = &[post("/v1.0/gateway/connections/open", Access::Open(open))];

fn open(asked: &mut Asked<'_>) -> Answer {
    match admitted(asked) {
        Ok((client_id, topics)) => {
            let ticket = asked.world.issue_ticket(&client_id, topics);
            opened(asked, &asked.world.events.endpoint, &ticket)
        }
        Err(Refused::Keys(client_id)) => {
            asked.world.record(Effect::StreamRefused { client_id });
            new_raw(
                StatusCode::UNAUTHORIZED,
                &vec![
                    ("requestid", random::new_request_id().into()),
                    ("code", "authFailed".into()),
                    ("message", "鉴权失败".into()),
                ],
            )
        }
        Err(Refused::Call(failure)) => failure.answer(),
    }
}

enum Refused {
    Keys(String),
    Call(Failure),
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Call(failure)
    }
}

fn admitted(asked: &Asked<'_>) -> Result<(String, Topics), Refused> {
    let body = asked.body()?;
    let (client_id, secret) = (needed(&body, "clientId")?, needed(&body, "clientSecret")?);
    if asked.world.app_by_keys(&client_id, &secret).is_none() {
        return Err(Refused::Keys(client_id));
    }
    Ok((client_id, topics(&body)?))
}

/// What is answered to a subscription that cannot be is inferred; that EVENT takes only `*` is not.
fn topics(body: &Parameters) -> Result<Topics, Failure> {
    let Some(Value::Array(wanted)) = body.value("subscriptions") else {
        return Err(Failure::missing("subscriptions"));
    };
    let mut topics = Topics::default();
    for one in wanted {
        match (one["type"].as_str(), one["topic"].as_str()) {
            (Some("EVENT"), Some("*")) => topics.events = true,
            (Some("CALLBACK"), Some(topic)) if topic.starts_with('/') => topics.callbacks.push(topic.to_owned()),
            // One client names the system's own messages too.
            (Some("SYSTEM"), _) => {}
            _ => {
                let code = "invalidParameter.subscriptions";
                return Err(Failure::bad_request(code, code));
            }
        }
    }
    Ok(topics)
}

/// Without `Accept: application/json` the reply is XML; the names of its elements are inferred.
fn opened(asked: &Asked<'_>, endpoint: &str, ticket: &str) -> Answer {
    if asked.call.accept.to_ascii_lowercase().contains("application/json") {
        return new_success(&vec![("endpoint", endpoint.into()), ("ticket", ticket.into())]);
    }
    Answer {
        status: StatusCode::OK,
        content_type: "application/xml;charset=utf-8",
        body: format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OpenConnectionResponse>\
             <endpoint>{endpoint}</endpoint><ticket>{ticket}</ticket></OpenConnectionResponse>"
        ),
    }
}
