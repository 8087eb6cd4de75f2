//! Ten thousand calls in twenty seconds ban an address for five minutes. What then comes back is not an
//! answer of the API at all. Source: dingtalk-api.md §9.

use axum::http::StatusCode;
use jiff::SignedDuration;

use super::settings::BanShape;
use crate::gateway::answer::Answer;
use crate::random;
use crate::state::World;

const WINDOW: SignedDuration = SignedDuration::from_secs(20);
const BAN: SignedDuration = SignedDuration::from_mins(5);

/// Counts a call that arrives; the ban's answer if the address is banned now.
pub fn arrive(world: &mut World) -> Option<Answer> {
    let limit = usize::try_from(world.limits.ip_per_20_seconds?).unwrap_or(usize::MAX);
    let (now, shape) = (world.now, world.limits.ip_ban_shape);
    let windows = &mut world.windows;
    if windows.banned_until.is_some_and(|until| now < until) {
        return Some(answer(shape));
    }
    windows.banned_until = None;
    while windows.arrivals.front().is_some_and(|at| now.duration_since(*at) >= WINDOW) {
        windows.arrivals.pop_front();
    }
    if windows.arrivals.len() >= limit {
        windows.arrivals.clear();
        windows.banned_until = now.checked_add(BAN).ok();
        return Some(answer(shape));
    }
    windows.arrivals.push_back(now);
    None
}

pub fn answer(shape: BanShape) -> Answer {
    let uuid = random::uuid();
    let (content_type, body) = match shape {
        BanShape::Json => (
            "application/json;charset=utf-8",
            format!(r#"{{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"{uuid}"}}"#),
        ),
        // Only that a page comes is known; its words are inferred.
        BanShape::Html => (
            "text/html;charset=utf-8",
            format!("<!DOCTYPE html><html><head><title>405</title></head><body>{uuid}</body></html>\n"),
        ),
    };
    Answer { status: StatusCode::OK, content_type, body }
}
