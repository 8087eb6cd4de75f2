//! `/v1.0/contact/users/search`. Source: dingtalk-api.md §3.4.

use serde_json::json;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, post};
use crate::gateway::answer::Fields;
use crate::gateway::input::Parameters;

pub const ENDPOINTS: &[Endpoint] =
    &[post("/v1.0/contact/users/search", Access::App("qyapi_addresslist_search", users))];

fn whole(parameters: &Parameters, name: &str) -> Result<usize, Failure> {
    let wrong = || Failure::bad_request("parameter.error", "参数错误");
    let number = parameters.number(name).map_err(|_| wrong())?;
    let number = number.ok_or_else(|| Failure::missing(name))?;
    usize::try_from(number).map_err(|_| wrong())
}

fn users(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let parameters = &asked.body()?;
    let (world, client_id) = (&*asked.world, asked.client_id.as_str());
    let wanted = parameters.text("queryWord");
    let wanted = wanted.ok_or_else(|| Failure::missing("queryWord"))?;
    let offset = whole(parameters, "offset")?;
    let size = whole(parameters, "size")?;
    let exactly = parameters.value("fullMatchField").is_some();
    let Some(app) = world.app(client_id) else {
        return Ok(Vec::new());
    };
    let found: Vec<&str> = world
        .staff
        .iter()
        .filter(|member| if exactly { member.name == wanted } else { member.name.contains(&wanted) })
        .filter(|member| world.scope_holds_member(&app.contact_scope, member))
        .map(|member| member.userid.as_str())
        .collect();
    let shown: Vec<&&str> = found.iter().skip(offset).take(size).collect();
    Ok(vec![
        ("hasMore", (found.len() > offset.saturating_add(size)).into()),
        ("totalCount", found.len().into()),
        ("list", json!(shown)),
    ])
}
