//! `/get_jsapi_ticket`. Source: dingtalk-api.md §7, §8.

use super::{Admitted, Dialect, Endpoint, Failure};
use crate::gateway::answer::Fields;

pub const ENDPOINTS: &[Endpoint] =
    &[Endpoint { path: "/get_jsapi_ticket", point: "qyapi_base", dialect: Dialect::Chosen, act: get }];

// One shape for all methods of the table.
#[expect(clippy::unnecessary_wraps)]
fn get(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let (ticket, seconds) = admitted.world.jsapi_ticket(admitted.client_id);
    Ok(vec![("errcode", 0.into()), ("ticket", ticket.into()), ("expires_in", seconds.into()), ("errmsg", "ok".into())])
}
