//! The directory: what leaves for each call, and what is made of what comes back.

mod faults;
mod find;
mod in_doubt;
mod new_gateway;
mod user;
mod walk;
mod write;

use dingtalk::{DepartmentId, Error, Result, UnreadableReason, UserId};
use serde_json::{Value, json};

use crate::server::{Server, TOKEN};

fn user_id(id: &str) -> UserId {
    UserId(id.to_owned())
}

fn departments(ids: &[i64]) -> Vec<DepartmentId> {
    ids.iter().copied().map(DepartmentId).collect()
}

async fn answering(result: Value) -> Server {
    Server::answering(json!({"errcode": 0, "errmsg": "ok", "result": result, "request_id": "16l4ew3d47pdp"})).await
}

/// The one call that was made on the old gateway: its path and body. The token stood in the query.
fn asked(server: &Server) -> (String, Value) {
    let calls = server.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!((calls[0].method.as_str(), calls[0].query("access_token")), ("POST", Some(TOKEN)));
    (calls[0].path.clone(), calls[0].json())
}

fn unreadable<T>(outcome: &Result<T>) -> Option<UnreadableReason> {
    match outcome {
        Err(Error::Unreadable { reason, .. }) => Some(*reason),
        Err(_) | Ok(_) => None,
    }
}
