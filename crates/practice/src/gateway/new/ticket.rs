//! `/v1.0/oauth2/jsapiTickets`: the same ticket as the old gateway's. Source: dingtalk-api.md §7.

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, post};
use crate::gateway::answer::Fields;

pub const ENDPOINTS: &[Endpoint] = &[post("/v1.0/oauth2/jsapiTickets", Access::App("qyapi_base", create))];

/// No body is looked at.
// One shape for all actions of the table.
#[expect(clippy::unnecessary_wraps)]
fn create(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let (ticket, seconds) = asked.world.jsapi_ticket(&asked.client_id);
    Ok(vec![("jsapiTicket", ticket.into()), ("expireIn", seconds.into())])
}
