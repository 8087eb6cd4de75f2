//! `/v1.0/contact/users/search` and `departments/search`. Source: dingtalk-api.md §3.4.

use serde_json::Value;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, post};
use crate::gateway::answer::Fields;
use crate::gateway::input::Parameters;
use crate::state::{Department, Staff};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/contact/users/search", Access::App(POINT, users)),
    post("/v1.0/contact/departments/search", Access::App(POINT, departments)),
];

const POINT: &str = "qyapi_addresslist_search";

fn whole(parameters: &Parameters, name: &str) -> Result<usize, Failure> {
    let wrong = || Failure::bad_request("parameter.error", "参数错误");
    let number = parameters.number(name).map_err(|_| wrong())?;
    let number = number.ok_or_else(|| Failure::missing(name))?;
    usize::try_from(number).map_err(|_| wrong())
}

/// What a search asks for.
struct Wanted {
    word: String,
    offset: usize,
    size: usize,
}

fn wanted(parameters: &Parameters) -> Result<Wanted, Failure> {
    let word = parameters.text("queryWord").ok_or_else(|| Failure::missing("queryWord"))?;
    Ok(Wanted { word, offset: whole(parameters, "offset")?, size: whole(parameters, "size")? })
}

fn page<T: Into<Value> + Clone>(found: &[T], wanted: &Wanted) -> Fields {
    let list: Vec<Value> = found.iter().skip(wanted.offset).take(wanted.size).cloned().map(Into::into).collect();
    vec![
        ("hasMore", (found.len() > wanted.offset.saturating_add(wanted.size)).into()),
        ("totalCount", found.len().into()),
        ("list", list.into()),
    ]
}

fn users(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    let wanted = wanted(&body)?;
    let exactly = body.value("fullMatchField").is_some();
    let fits = |member: &&Staff| if exactly { member.name == wanted.word } else { member.name.contains(&wanted.word) };
    let world = &*asked.world;
    let Some(app) = world.app(&asked.client_id) else {
        return Ok(Vec::new());
    };
    let visible = |member: &&Staff| world.scope_holds_member(&app.contact_scope, member);
    let found = world.staff.iter().filter(fits).filter(visible).map(|member| member.userid.as_str());
    Ok(page(&found.collect::<Vec<&str>>(), &wanted))
}

fn departments(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let wanted = wanted(&asked.body()?)?;
    let world = &*asked.world;
    let Some(app) = world.app(&asked.client_id) else {
        return Ok(Vec::new());
    };
    let fits = |department: &&Department| {
        department.name.contains(&wanted.word) && world.scope_holds_department(&app.contact_scope, department.dept_id)
    };
    let found: Vec<u64> = world.departments.iter().filter(fits).map(|department| department.dept_id).collect();
    Ok(page(&found, &wanted))
}
