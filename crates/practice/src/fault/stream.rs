//! Bodies that come slowly, or are far too long to be held.

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use jiff::SignedDuration;

use crate::clock::Clock;
use crate::gateway::answer::Answer;

/// Of a huge answer, in bytes.
pub const HUGE: usize = 200 * 1024 * 1024;

const PIECE: usize = 64 * 1024;

fn with_length(mut response: Response, length: usize) -> Response {
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}

/// One byte, a second, one byte …
pub fn dripping(answer: Answer, clock: Clock) -> Response {
    let length = answer.body.len();
    let rest = Bytes::from(answer.body.into_bytes());
    let drops = stream::unfold((rest, clock), |(mut rest, clock)| async move {
        if rest.is_empty() {
            return None;
        }
        clock.sleep(SignedDuration::from_secs(1)).await;
        Some((Ok::<Bytes, Infallible>(rest.split_to(1)), (rest, clock)))
    });
    let headers = [(header::CONTENT_TYPE, answer.content_type)];
    with_length((answer.status, headers, Body::from_stream(drops)).into_response(), length)
}

/// The object with one more text in it, of [`HUGE`] bytes.
pub fn huge(answer: &Answer) -> Response {
    let rest = answer.body.strip_prefix('{').unwrap_or_default();
    let (start, end) = (Bytes::from_static(b"{\"huge\":\""), Bytes::from(format!("\",{rest}")));
    let length = start.len() + HUGE + end.len();
    let filling = Bytes::from(vec![b'x'; PIECE]);
    let pieces = stream::iter(
        std::iter::once(start)
            .chain(std::iter::repeat_n(filling, HUGE / PIECE))
            .chain(std::iter::once(end))
            .map(Ok::<Bytes, Infallible>),
    );
    let headers = [(header::CONTENT_TYPE, answer.content_type)];
    with_length((answer.status, headers, Body::from_stream(pieces)).into_response(), length)
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    #[test]
    fn a_body_that_is_no_object_is_made_huge_too() {
        for body in ["", "陳", "{}"] {
            let answer = Answer { status: StatusCode::OK, content_type: "text/plain", body: body.to_owned() };
            assert!(huge(&answer).headers().contains_key(header::CONTENT_LENGTH), "{body}");
        }
    }
}
