//! The practice console: pages on which a newcomer really registers, makes an app, copies its keys, asks for
//! permissions and grants them, publishes, adds a robot, and sees messages arrive. Plain HTML from the server; its look
//! is our own, its structure is that of DingTalk's console (dingtalk-api.md §11), so that what is learnt here transfers.
//!
//! Deliberately not here: the rules of the pretend world (`state`), and the checks of `Host` and `Origin`.

mod apps;
pub(crate) mod assets;
mod bubble;
mod credentials;
mod desk;
mod drawings;
mod event_words;
mod events;
mod groups;
mod home;
pub(crate) mod html;
pub(crate) mod labels;
mod missing;
mod notices;
pub(crate) mod parts;
mod permissions;
mod points;
mod ranges;
mod refusals;
mod register;
mod robots;
mod security;
mod shell;
mod told;
mod trouble;
mod versions;
pub(crate) mod visit;

use axum::Router;
use axum::middleware;
use axum::routing::{get, post};

use crate::state::Shared;

/// Every page of the console.
pub fn router(shared: Shared) -> Router {
    Router::new()
        .route("/", get(home::show))
        .route("/go/{place}", get(home::go))
        .route("/register", get(register::show).post(register::save))
        .merge(app_pages())
        .merge(company_pages())
        .route("/trouble", get(trouble::show).post(trouble::switch))
        .route("/trouble/address", get(trouble::show).post(trouble::set_address))
        .fallback(missing::page)
        .with_state(shared)
        .merge(assets::router())
        .layer(middleware::map_response(assets::guard))
        .layer(middleware::from_fn(assets::remember_language))
}

fn app_pages() -> Router<Shared> {
    Router::new()
        .route("/apps", get(apps::list))
        .route("/apps/new", get(apps::new).post(apps::create))
        .route("/apps/{client_id}/credentials", get(credentials::show))
        .route("/apps/{client_id}/credentials/reset", get(credentials::show).post(credentials::reset_secret))
        .route("/apps/{client_id}/robot", get(credentials::robot))
        .route("/apps/{client_id}/permissions", get(permissions::show).post(permissions::change))
        .route("/apps/{client_id}/permissions/scope", get(permissions::show).post(permissions::set_scope))
        .route("/apps/{client_id}/security", get(security::show).post(security::save))
        .route("/apps/{client_id}/events", get(events::show).post(events::save))
        .route("/apps/{client_id}/events/types", get(events::show).post(events::choose))
        .route("/apps/{client_id}/events/test", get(events::show).post(events::test))
        .route("/apps/{client_id}/security/redirects", get(security::show).post(security::save_redirects))
        .route("/apps/{client_id}/versions", get(versions::show).post(versions::create))
        .route("/apps/{client_id}/versions/{number}/publish", post(versions::publish))
}

fn company_pages() -> Router<Shared> {
    Router::new()
        .route("/groups", get(groups::list))
        .route("/groups/open", get(groups::list).post(groups::open))
        .route("/groups/finance", get(groups::finance))
        .route("/groups/finance/messages", get(groups::fragment))
        .route("/groups/finance/robots/new", get(robots::new).post(robots::add))
        .route("/groups/finance/robots/{id}", get(robots::show).post(robots::set_security))
        .route("/groups/finance/robots/{id}/act", get(robots::show).post(robots::act))
        .route("/notices", get(notices::show))
        .route("/notices/list", get(notices::fragment))
        .route("/admin-desk", get(desk::show))
        .route("/admin-desk/grant", get(desk::show).post(desk::grant))
        .route("/admin-desk/approve", get(desk::show).post(desk::approve))
        .route("/admin-desk/reject", get(desk::show).post(desk::reject))
}
