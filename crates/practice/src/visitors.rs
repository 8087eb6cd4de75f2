//! Who may talk to a listener: programs and browsers of this computer that name it by its own
//! address. Other sites' pages may not, even through a name that points here (faults.md S37, S38).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What a listener serves.
#[derive(Debug, Clone, Copy)]
pub enum Visitors {
    /// Calls by programs; a browser's page may not call from elsewhere.
    Programs,
    /// Pages for a browser, whose forms must come from those pages, and the admin paths for programs.
    Pages,
}

#[derive(Debug, Clone)]
pub struct Guard {
    pub visitors: Visitors,
    pub port: u16,
}

impl Guard {
    fn is_own(&self, authority: &str) -> bool {
        let port = self.port;
        authority == format!("127.0.0.1:{port}") || authority == format!("localhost:{port}")
    }

    fn is_own_origin(&self, origin: &str) -> bool {
        // Nothing but this listener can answer on its port, so the scheme tells nothing more.
        let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        authority.is_some_and(|authority| self.is_own(authority))
    }

    /// Exactly one `Host`, and it is ours.
    fn host_is_own(&self, request: &Request) -> bool {
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return false;
        };
        let authority = request.uri().authority();
        host.to_str().is_ok_and(|host| self.is_own(host))
            && authority.is_none_or(|authority| self.is_own(authority.as_str()))
    }

    fn sender_is_welcome(&self, request: &Request) -> bool {
        let headers = request.headers();
        let program = match self.visitors {
            Visitors::Programs => true,
            Visitors::Pages => request.uri().path().starts_with("/admin/"),
        };
        if program {
            return self.is_program_or_own_page(headers);
        }
        let only_looks = [Method::GET, Method::HEAD].contains(request.method());
        only_looks || self.is_own_form(headers)
    }

    fn is_program_or_own_page(&self, headers: &HeaderMap) -> bool {
        let origin = text(headers, "origin").is_none_or(|origin| self.is_own_origin(origin));
        let site = text(headers, "sec-fetch-site").is_none_or(|site| ["none", "same-origin"].contains(&site));
        origin && site
    }

    // A browser says `null` for its own form's origin when the page sends no referrer; the site
    // header, which no page can forge, then decides.
    fn is_own_form(&self, headers: &HeaderMap) -> bool {
        let origin = text(headers, "origin");
        let own_origin = origin.is_some_and(|origin| self.is_own_origin(origin));
        match text(headers, "sec-fetch-site") {
            Some("same-origin") => own_origin || origin.is_none_or(|origin| origin == "null"),
            Some(_) => false,
            None => own_origin,
        }
    }
}

/// A value that is not text counts as foreign, so it must not read as absent.
fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get(name)?;
    Some(value.to_str().unwrap_or("unreadable"))
}

pub async fn guard(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    if !guard.host_is_own(&request) {
        return (StatusCode::FORBIDDEN, "foreign host\n").into_response();
    }
    if !guard.sender_is_welcome(&request) {
        return (StatusCode::FORBIDDEN, "foreign page\n").into_response();
    }
    next.run(request).await
}
