//! The one style sheet, the one script, and the headers that every page carries.

use axum::Router;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::get;

use super::visit::{LANGUAGE_COOKIE, asked_language};

/// `connect-src` is for the group page, which looks again by itself.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

pub fn router() -> Router {
    let file = |kind: &'static str, text: &'static str| get(move || async move { ([(CONTENT_TYPE, kind)], text) });
    Router::new()
        .route("/assets/console.css", file("text/css; charset=utf-8", include_str!("../../assets/console.css")))
        .route("/assets/console.js", file("text/javascript; charset=utf-8", include_str!("../../assets/console.js")))
        .route("/assets/mark.svg", file("image/svg+xml", include_str!("../../assets/mark.svg")))
}

pub async fn guard(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // With `no-referrer` a browser sends `Origin: null` with a form, and the form would be refused.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

/// `?lang=` is remembered, so that the choice survives the next link and a redirect.
pub async fn remember_language(request: Request, next: Next) -> Response {
    let asked = (request.method() == Method::GET).then(|| asked_language(request.uri())).flatten();
    let mut response = next.run(request).await;
    if let Some(language) = asked {
        let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax", language.tag());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}
