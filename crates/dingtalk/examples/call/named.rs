//! The client's calls by name, and what came of them, as JSON. Shared with `tests/golden.rs`.

// Two targets hold this file at different depths: the paths say where its parts lie for both.
#[path = "app_robot.rs"]
mod app_robot;
#[path = "sign_in.rs"]
mod sign_in;
#[path = "write.rs"]
mod write;

use dingtalk::{
    At, Client, ContactScope, DepartmentId, Error, Method, PageRequest, Result, RobotSecret, RobotText, TaskId, User,
    UserId, Webhook, WorkNotice,
};
use secrecy::SecretString;
use serde_json::{Value, json};

fn text(with: &Value, name: &str) -> String {
    with[name].as_str().unwrap_or_default().to_owned()
}

fn texts(with: &Value, name: &str) -> Vec<String> {
    let items = with[name].as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn people(with: &Value, name: &str) -> Vec<UserId> {
    texts(with, name).into_iter().map(UserId).collect()
}

fn department(with: &Value) -> DepartmentId {
    with["dept_id"].as_i64().map_or(DepartmentId::ROOT, DepartmentId)
}

fn page(with: &Value) -> PageRequest {
    let first = PageRequest::first(department(with));
    let size = with["size"].as_u64().and_then(|size| u32::try_from(size).ok()).unwrap_or(first.size);
    PageRequest { cursor: with["cursor"].as_i64().unwrap_or(first.cursor), size, ..first }
}

fn person(user: &User) -> Value {
    json!({"userid": user.userid, "name": user.name, "mobile": user.mobile, "email": user.email, "dept_id_list": user.dept_id_list})
}

/// `None`: no call has that name.
pub async fn make(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    Some(match call {
        "fetch_token" => client.fetch_token().await.map(|it| json!({"seconds": it.lifetime.as_secs()})),
        "fetch_token_from_old_host" => {
            client.fetch_token_from_old_host().await.map(|it| json!({"seconds": it.lifetime.as_secs()}))
        }
        "forget_token" => {
            client.forget_token().await;
            Ok(Value::Null)
        }
        "corp_token_check" => client.corp_token_check(&text(with, "corp_id")).await.map(|()| Value::Null),
        "call_old" => client.call_old(&text(with, "path"), with["body"].clone()).await,
        "get_old" => client.get_old(&text(with, "path")).await,
        "call_new" => {
            let method = text(with, "method").parse().unwrap_or(Method::POST);
            client.call_new(method, &text(with, "path"), with.get("body").cloned()).await
        }
        _ => return contact(client, call, with).await,
    })
}

async fn contact(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    Some(match call {
        "auth_scopes" => client
            .auth_scopes()
            .await
            .map(|it| json!({"users": it.users, "departments": it.departments, "everyone": it.is_everyone()})),
        "user" => client.user(&UserId(text(with, "userid"))).await.map(|user| person(&user)),
        "users" => client
            .users(page(with))
            .await
            .map(|it| json!({"list": it.list.iter().map(person).collect::<Vec<_>>(), "next_cursor": it.next_cursor})),
        "user_names" => client.user_names(page(with)).await.map(|it| {
            let names: Vec<Value> =
                it.list.iter().map(|user| json!({"userid": user.userid, "name": user.name})).collect();
            json!({"list": names, "next_cursor": it.next_cursor})
        }),
        "user_ids" => client.user_ids(department(with)).await.map(|it| json!(it)),
        "user_count" => client.user_count().await.map(Value::from),
        "user_by_mobile" => client.user_by_mobile(&text(with, "mobile")).await.map(|it| json!(it)),
        "departments" => client.departments(department(with)).await.map(|it| {
            it.iter()
                .map(|each| json!({"dept_id": each.dept_id, "name": each.name, "parent_id": each.parent_id}))
                .collect()
        }),
        "department_ids" => client.department_ids(department(with)).await.map(|it| json!(it)),
        "department" => {
            client.department(department(with)).await.map(|it| json!({"dept_id": it.dept_id, "name": it.name}))
        }
        _ => return message(client, call, with).await,
    })
}

async fn message(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    Some(match call {
        "send_work_notice" => {
            let notice = WorkNotice {
                agent_id: text(with, "agent_id"),
                recipients: people(with, "recipients"),
                text: text(with, "text"),
            };
            client.send_work_notice(&notice).await.map(|task| json!(task))
        }
        "work_notice_result" => {
            let task = TaskId(with["task_id"].as_i64().unwrap_or_default());
            client.work_notice_result(&text(with, "agent_id"), task).await.map(|it| {
                json!({"invalid": it.invalid, "forbidden": it.forbidden, "failed": it.failed, "read": it.read, "unread": it.unread})
            })
        }
        "send_robot_text" => {
            let webhook = Webhook::from_token(&text(with, "token").into(), client.hosts()).ok()?;
            let secret = with["secret"].as_str().map(SecretString::from);
            let timestamp = with["timestamp"].as_i64().unwrap_or_default();
            let signature = secret.as_ref().map(|secret| RobotSecret { secret, timestamp });
            let at = At { mobiles: texts(with, "mobiles"), user_ids: people(with, "user_ids"), everyone: false };
            let words = RobotText { content: text(with, "text"), at };
            client.send_robot_text(&webhook, signature, &words).await.map(|()| Value::Null)
        }
        _ => return the_rest(client, call, with).await,
    })
}

async fn the_rest(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    if let Some(outcome) = sign_in::make(client, call, with).await {
        return Some(outcome);
    }
    match write::make(client, call, with).await {
        Some(outcome) => Some(outcome),
        None => app_robot::make(client, call, with).await,
    }
}

/// `{"value": …}`, or `{"error": …}` with its variant, DingTalk's words and every question that it says yes to.
pub fn seen(outcome: Result<Value>) -> Value {
    match outcome {
        Ok(value) => json!({ "value": value }),
        Err(error) => json!({ "error": told(&error) }),
    }
}

fn told(error: &Error) -> Value {
    let debug = format!("{error:?}");
    let variant = debug.split([' ', '{']).next().unwrap_or_default();
    let mut told = json!({"variant": variant, "says_yes_to": yes(error)});
    if let Some(words) = error.words() {
        told["code"] = json!(words.code);
        told["message"] = json!(words.message);
        told["request_id"] = json!(words.request_id);
        told["http_status"] = json!(words.http_status);
    }
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            told[name] = value;
        }
    };
    add("missing_permissions", error.missing_permissions().map(|it| json!(it)));
    add("apply_link", error.apply_link().map(Value::from));
    add("refused_address", error.refused_address().map(|it| json!(it)));
    add("retry_after_seconds", error.retry_after().map(|it| json!(it.as_secs())));
    add("robot_refusal", error.robot_refusal().map(|it| Value::from(format!("{it:?}"))));
    let scope = error.contact_scope().map(|it| match it {
        ContactScope::User => Value::from("user"),
        ContactScope::Department => Value::from("department"),
    });
    add("contact_scope", scope);
    add("already_exists", error.already_exists().map(|it| Value::from(format!("{it:?}"))));
    add("refused_field", error.refused_field().map(|it| Value::from(format!("{it:?}"))));
    told
}

fn yes(error: &Error) -> Vec<&'static str> {
    let questions: [(&str, bool); 22] = [
        ("is_offline", error.is_offline()),
        ("is_time_out", error.is_time_out()),
        ("may_have_acted", error.may_have_acted()),
        ("is_token_refused", error.is_token_refused()),
        ("is_credentials_refused", error.is_credentials_refused()),
        ("is_corp_id_refused", error.is_corp_id_refused()),
        ("is_agent_refused", error.is_agent_refused()),
        ("is_app_disabled", error.is_app_disabled()),
        ("is_user_unknown", error.is_user_unknown()),
        ("is_address_refused", error.is_address_refused()),
        ("is_throttled", error.is_throttled()),
        ("is_quota_used", error.is_quota_used()),
        ("is_address_banned", error.is_address_banned()),
        ("is_captive_portal", error.is_captive_portal()),
        ("is_proxy_refused", error.is_proxy_refused()),
        ("is_certificate_refused", error.is_certificate_refused()),
        ("is_busy", error.is_busy()),
        ("is_code_refused", error.is_code_refused()),
        ("not_found", error.not_found()),
        ("is_mobile_fixed", error.is_mobile_fixed()),
        ("is_department_not_empty", error.is_department_not_empty()),
        ("is_root_fixed", error.is_root_fixed()),
    ];
    questions.into_iter().filter_map(|(name, yes)| yes.then_some(name)).collect()
}
