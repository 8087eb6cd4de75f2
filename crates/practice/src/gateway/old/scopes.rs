//! `/auth/scopes`: what this app may see. Source: dingtalk-api.md §4.4.

use serde_json::json;

use super::{Admitted, Endpoint, Failure, top};
use crate::gateway::answer::Fields;
use crate::state::World;

pub const ENDPOINTS: &[Endpoint] = &[top("/auth/scopes", "qyapi_base", scopes)];

const ALWAYS: [&str; 8] = ["userid", "name", "department", "position", "jobnumber", "isAdmin", "isLeader", "avatar"];

// One shape for all methods of the table.
#[expect(clippy::unnecessary_wraps)]
pub fn scopes(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let Some(app) = admitted.world.app(admitted.client_id) else {
        return Ok(Vec::new());
    };
    let active = app.active_permissions();
    let mut fields = ALWAYS.to_vec();
    for (code, field) in [("fieldMobile", "mobile"), ("fieldEmail", "email")] {
        if active.iter().any(|point| point == code) {
            fields.push(field);
        }
    }
    let scope = &app.contact_scope;
    Ok(vec![
        ("errcode", 0.into()),
        ("errmsg", "ok".into()),
        ("auth_user_field", json!(fields)),
        ("condition_field", json!([])),
        (
            "auth_org_scopes",
            json!({
                "authed_user": World::scope_people(scope),
                "authed_dept": World::scope_departments(scope),
            }),
        ),
    ])
}
