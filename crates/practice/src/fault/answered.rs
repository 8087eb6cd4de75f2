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
        Kind::HtmlPage => sign_in_page().into_response(),
        Kind::BanShape if strike.variant == "html" => ban::answer(BanShape::Html).into_response(),
        Kind::BanShape => ban::answer(BanShape::Json).into_response(),
        Kind::Busy | Kind::DepartmentFails => BUSY.answer(gate.host, &call).into_response(),
        Kind::Refused => refused(gate.host, &call, &strike).into_response(),
        Kind::GatewayTimeout => TIMED_OUT.answer(gate.host, &call).into_response(),
        Kind::FlippedStatus if strike.variant == "failure_with_200" => {
            answer::new_raw(StatusCode::OK, &vec![("errcode", (-1).into()), ("errmsg", "系统繁忙".into())])
                .into_response()
        }
        Kind::FlippedStatus => {
            whole(gate.act(&call).map(|answer| Answer { status: StatusCode::INTERNAL_SERVER_ERROR, ..answer }))
        }
        Kind::Malformed => spoiled(&gate, &call, |body| spoil::malformed(strike.variant, body)),
        Kind::WrongUser => spoiled(&gate, &call, |body| gate.shared.read(|world| spoil::wrong_user(world, body))),
        Kind::PagingLoop => spoiled(&gate, &call, |body| page::looping(&call, body)),
        Kind::EmptyPage => spoiled(&gate, &call, |body| page::empty(&call, body)),
        Kind::OddExpireIn => spoiled(&gate, &call, |body| spoil::odd_expire_in(strike.variant, body)),
        // It strikes no single call.
        Kind::WrongWindow => whole(gate.act(&call)),
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

/// The call happens, and its answer's body becomes another.
fn spoiled(gate: &Gate, call: &Call, change: impl FnOnce(&str) -> String) -> Response {
    whole(gate.act(call).map(|answer| Answer { body: change(&answer.body), ..answer }))
}

fn sign_in_page() -> Answer {
    Answer { status: StatusCode::OK, content_type: "text/html;charset=utf-8", body: SIGN_IN_PAGE.to_owned() }
}

/// What either gateway says when the fault is its own.
struct Trouble {
    errcode: i64,
    errmsg: &'static str,
    status: StatusCode,
    code: &'static str,
}

// The text of both is inferred: §9 gives the codes.
const BUSY: Trouble =
    Trouble { errcode: -1, errmsg: "系统繁忙", status: StatusCode::INTERNAL_SERVER_ERROR, code: "system.busy" };
const TIMED_OUT: Trouble = Trouble {
    errcode: 15,
    errmsg: "isp.top-remote-connection-timeout",
    status: StatusCode::GATEWAY_TIMEOUT,
    code: "service.timeout",
};

impl Trouble {
    fn answer(&self, host: Host, call: &Call) -> Answer {
        match host {
            Host::Old if call.path.starts_with("/topapi/") => {
                answer::old_top(vec![("errcode", self.errcode.into()), ("errmsg", self.errmsg.into())])
            }
            Host::Old => answer::old_plain_failure(self.errcode, self.errmsg),
            Host::New => answer::new_failure(self.status, self.code, self.errmsg),
        }
    }
}

/// `/gettoken` and robots tell their codes plainly; the rest of the old gateway wraps a refusal in 88.
fn refused(host: Host, call: &Call, strike: &Strike) -> Answer {
    let (code, words) = (&strike.code, &strike.words);
    let is_plain = call.path == "/gettoken" || call.path.starts_with("/robot/");
    match host {
        Host::Old if is_plain => answer::old_plain_failure(code.parse().unwrap_or_default(), words),
        Host::Old => answer::old_wrapped(code, words, ""),
        Host::New if code.starts_with("Forbidden.") => answer::new_failure(StatusCode::FORBIDDEN, code, words),
        Host::New => answer::new_failure(StatusCode::BAD_REQUEST, code, words),
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
