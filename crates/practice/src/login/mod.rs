//! The look-alike of `login.dingtalk.com`: one page on which the newcomer chooses a demo person and agrees or refuses.
//! Its look is our own; its parameters and what it sends back are those of dingtalk-api.md §2.1. The embedded QR code and
//! the device flow are not here.

mod page;
mod request;

use axum::Router;
use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use url::Url;

use crate::console::assets;
use crate::console::visit::{Fields, Visit};
use crate::state::oauth::Origin;
use crate::state::{Effect, Shared};
use request::SignInRequest;

pub fn router(shared: Shared) -> Router {
    Router::new()
        .route("/oauth2/auth", get(show).post(decide))
        .fallback(elsewhere)
        .with_state(shared)
        .merge(assets::router())
        .layer(middleware::map_response(guard))
        .layer(middleware::from_fn(assets::remember_language))
}

async fn elsewhere(visit: Visit) -> Response {
    (StatusCode::NOT_FOUND, visit.say("practice-login-elsewhere")).into_response()
}

async fn show(visit: Visit) -> Response {
    let request = SignInRequest::read(&visit.query);
    let refused = visit.shared.read(|world| request.refused(world));
    match refused {
        Some(why) => page::refused(&visit, &request, why),
        None => page::ask(&visit, &request),
    }
}

async fn decide(State(shared): State<Shared>, visit: Visit, fields: Fields) -> Response {
    let request = SignInRequest::read(&fields);
    if let Some(why) = shared.read(|world| request.refused(world)) {
        return page::refused(&visit, &request, why);
    }
    let client_id = request.client_id.as_str();
    if fields.text("answer") != "agree" {
        let recorded = shared.change(|world| world.record(Effect::SignInRefused { client_id: client_id.to_owned() }));
        return match recorded {
            // Which word stands for a refusal is inferred.
            Ok(()) => back(&request, &[("error", "access_denied")]),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
    }
    let person = fields.text("userid");
    match shared.attempt(|world| world.issue_code(client_id, person, Origin::Browser, &request.scope)) {
        // Documents name one or the other; both are sent, with the same value.
        Ok(code) => back(&request, &[("authCode", &code), ("code", &code)]),
        Err(_) => page::ask(&visit, &request),
    }
}

/// To the app, with what it asked to have echoed.
fn back(request: &SignInRequest, values: &[(&str, &str)]) -> Response {
    let Ok(mut address) = Url::parse(&request.redirect_uri) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let mut query = address.query_pairs_mut();
    query.extend_pairs(values);
    if let Some(state) = &request.state {
        query.append_pair("state", state);
    }
    drop(query);
    match HeaderValue::from_str(address.as_str()) {
        Ok(address) => (StatusCode::FOUND, [(LOCATION, address)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// A browser that follows a form's answer to another site asks `form-action` about that site too.
fn policy(redirect_uri: &str) -> String {
    let origin = Url::parse(redirect_uri).map(|address| address.origin().ascii_serialization()).unwrap_or_default();
    format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
         form-action 'self' {origin}; base-uri 'none'; frame-ancestors 'none'"
    )
}

async fn guard(mut response: Response) -> Response {
    let headers = response.headers_mut();
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // With `no-referrer` a browser sends `Origin: null` with a form, and the form would be refused.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}
