//! Writing the directory.

use dingtalk::{Client, DepartmentChange, DepartmentId, NewDepartment, NewUser, Result, UserChange, UserId};
use serde_json::{Value, json};

use super::{department, text};

fn departments(with: &Value) -> Vec<DepartmentId> {
    let items = with["dept_id_list"].as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_i64).map(DepartmentId).collect()
}

fn optional(with: &Value, name: &str) -> Option<String> {
    with[name].as_str().map(str::to_owned)
}

fn new_user(with: &Value) -> NewUser {
    NewUser {
        userid: optional(with, "userid").map(UserId),
        email: optional(with, "email"),
        title: optional(with, "title"),
        manager_userid: optional(with, "manager_userid").map(UserId),
        ..NewUser::new(text(with, "name"), text(with, "mobile"), departments(with))
    }
}

/// `None`: no call has that name.
pub async fn make(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    let userid = || UserId(text(with, "userid"));
    Some(match call {
        "create_user" => {
            client.create_user(&new_user(with)).await.map(|it| json!({"userid": it.userid, "unionId": it.unionid}))
        }
        "update_user" => {
            let change =
                UserChange { name: optional(with, "name"), title: optional(with, "title"), ..UserChange::default() };
            client.update_user(&userid(), &change).await.map(|()| Value::Null)
        }
        "delete_user" => client.delete_user(&userid()).await.map(|()| Value::Null),
        "create_department" => {
            let parent = with["parent_id"].as_i64().map_or(DepartmentId::ROOT, DepartmentId);
            client.create_department(&NewDepartment::new(text(with, "name"), parent)).await.map(|it| json!(it))
        }
        "update_department" => {
            let change = DepartmentChange { name: optional(with, "name"), ..DepartmentChange::default() };
            client.update_department(department(with), &change).await.map(|()| Value::Null)
        }
        "delete_department" => client.delete_department(department(with)).await.map(|()| Value::Null),
        _ => return None,
    })
}
