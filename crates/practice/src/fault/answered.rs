//! A call that a fault happens to, from its arrival to its answer. Waits are on the server's clock.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};

use super::{Kind, Strike, page, spoil, stream};
use crate::gateway::answer::{self, Answer};
use crate::gateway::{Call, Gate, Host, server_time, throttle};
use crate::limit::ban;
use crate::limit::settings::BanShape;
use crate::line::{Conduct, Plan};
use crate::state::switches::MOVED_ADDRESS;

const HANG: SignedDuration = SignedDuration::from_mins(10);
const SHORTEST_QUEUE: i64 = 1_500;
const LONGEST_QUEUE: i64 = 25_000;
/// What a throttled caller is told to wait.
const RETRY_AFTER: SignedDuration = SignedDuration::from_secs(7);

const SIGN_IN_PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Network sign-in</title></head><body>\
     <form action=\"/login\" method=\"post\"><input name=\"room\"></form></body></html>\n";

pub async fn answered(gate: Gate, strike: Strike, conduct: Conduct, call: Call) -> Response {
    match strike.kind {
        Kind::DropBefore => never(&conduct),
        Kind::ActThenHang => {
            let _ = gate.act(&call);
            gate.shared.clock().sleep(HANG).await;
            never(&conduct)
        }
        Kind::Queue => queued(gate, call, strike.roll).await,
        Kind::SlowDrip => {
            let clock = gate.shared.clock().clone();
            gate.act(&call).map_or_else(|failed| *failed, |answer| stream::dripping(answer, clock))
        }
        Kind::Reset => {
            let answer = gate.act(&call);
            if let Ok(answer) = &answer {
                conduct.set(Plan::ResetInBody(answer.body.len() / 2));
            }
            whole(answer)
        }
        Kind::SlowClose => {
            conduct.set(Plan::CloseAfterHead);
            whole(gate.act(&call))
        }
        Kind::CloseAfterReply => {
            conduct.set(Plan::ResetOnNextRequest);
            whole(gate.act(&call))
        }
        Kind::Malformed if strike.variant == "huge" => {
            gate.act(&call).map_or_else(|failed| *failed, |answer| stream::huge(&answer))
        }
        Kind::Redirect => {
            let to = strike.location.as_deref().unwrap_or("http://portal.invalid/login");
            (StatusCode::FOUND, [(header::LOCATION, to.to_owned())]).into_response()
        }
        Kind::RetryAfter => throttled(&gate, &call, strike.variant),
        Kind::Lie => gate.shared.pretend(|world| (gate.answering)(world, &call)).into_response(),
        Kind::ExpiresMidRun | Kind::RotatedSecret | Kind::AddressChanges => match turned(&gate, strike.kind) {
            Ok(()) => whole(gate.act(&call)),
            Err(failed) => *failed,
        },
        Kind::HtmlPage | Kind::BanShape | Kind::Busy | Kind::GatewayTimeout | Kind::DepartmentFails => {
            instead(&gate, &strike, &call).into_response()
        }
        Kind::FlippedStatus if strike.variant == "failure_with_200" => {
            answer::new_raw(StatusCode::OK, &vec![("errcode", (-1).into()), ("errmsg", "系统繁忙".into())])
                .into_response()
        }
        Kind::Malformed
        | Kind::WrongUser
        | Kind::PagingLoop
        | Kind::EmptyPage
        | Kind::OddExpireIn
        | Kind::FlippedStatus
        | Kind::WrongWindow => whole(gate.act(&call).map(|answer| spoiled(&gate, &strike, &call, answer))),
    }
}

fn whole(answer: Result<Answer, Box<Response>>) -> Response {
    answer.map_or_else(|failed| *failed, IntoResponse::into_response)
}

/// What is written here never arrives.
fn never(conduct: &Conduct) -> Response {
    conduct.set(Plan::ResetNow);
    ().into_response()
}

async fn queued(gate: Gate, call: Call, roll: u64) -> Response {
    let spread = roll % LONGEST_QUEUE.abs_diff(SHORTEST_QUEUE);
    let wait = SignedDuration::from_millis(SHORTEST_QUEUE.saturating_add_unsigned(spread));
    // By itself, so that it is done also when the caller gives up.
    let working = tokio::spawn(async move {
        gate.shared.clock().sleep(wait).await;
        gate.act(&call)
    });
    working.await.map_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response(), whole)
}

/// The world turns before the call is looked at.
fn turned(gate: &Gate, kind: Kind) -> Result<(), Box<Response>> {
    let changed = gate.shared.change(|world| {
        if kind == Kind::AddressChanges {
            return world.set_public_address(MOVED_ADDRESS);
        }
        world.end_all_tokens();
        if kind == Kind::RotatedSecret {
            let apps: Vec<String> = world.apps.iter().map(|app| app.client_id.clone()).collect();
            return apps.iter().try_for_each(|client_id| world.rotate_secret(client_id));
        }
        Ok(())
    });
    changed.map(|_| ()).map_err(|error| Box::new(crate::gateway::not_saved(&error)))
}

fn instead(gate: &Gate, strike: &Strike, call: &Call) -> Answer {
    let failure = |errcode: i64, errmsg: &str, status: StatusCode, code: &str| match gate.host {
        Host::Old if call.path.starts_with("/topapi/") => {
            answer::old_top(vec![("errcode", errcode.into()), ("errmsg", errmsg.into())])
        }
        Host::Old => answer::old_plain_failure(errcode, errmsg),
        Host::New => answer::new_failure(status, code, errmsg),
    };
    match strike.kind {
        Kind::BanShape if strike.variant == "html" => ban::answer(BanShape::Html),
        Kind::BanShape => ban::answer(BanShape::Json),
        Kind::HtmlPage => {
            Answer { status: StatusCode::OK, content_type: "text/html;charset=utf-8", body: SIGN_IN_PAGE.to_owned() }
        }
        // The text of both is inferred: §9 gives the codes.
        Kind::GatewayTimeout => {
            failure(15, "isp.top-remote-connection-timeout", StatusCode::GATEWAY_TIMEOUT, "service.timeout")
        }
        _ => failure(-1, "系统繁忙", StatusCode::INTERNAL_SERVER_ERROR, "system.busy"),
    }
}

fn throttled(gate: &Gate, call: &Call, variant: &str) -> Response {
    let (limit, now) = gate.shared.read(|world| (world.limits.app_api_per_second, server_time(world)));
    let answer = match gate.host {
        Host::Old => answer::old_wrapped("90018", &throttle::sentence(&answer::api_name(&call.path), limit, now), ""),
        Host::New => answer::new_failure(
            StatusCode::FORBIDDEN,
            "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi",
            "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了",
        ),
    };
    let value = retry_after(variant, now);
    let mut response = answer.into_response();
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}

fn retry_after(variant: &str, now: Timestamp) -> String {
    if variant == "date" {
        return httpdate::fmt_http_date((now + RETRY_AFTER).into());
    }
    RETRY_AFTER.as_secs().to_string()
}

fn spoiled(gate: &Gate, strike: &Strike, call: &Call, answer: Answer) -> Answer {
    let body = match strike.kind {
        Kind::Malformed => spoil::malformed(strike.variant, &answer.body),
        Kind::WrongUser => gate.shared.read(|world| spoil::wrong_user(world, &answer.body)),
        Kind::PagingLoop => page::looping(call, &answer.body),
        Kind::EmptyPage => page::empty(call, &answer.body),
        Kind::OddExpireIn => spoil::odd_expire_in(strike.variant, &answer.body),
        Kind::FlippedStatus => return Answer { status: StatusCode::INTERNAL_SERVER_ERROR, ..answer },
        _ => return answer,
    };
    Answer { body, ..answer }
}
