//! Pages of a list that lie about the next one.

use serde_json::Value;

use crate::gateway::Call;

/// The object that says whether there is more, on either gateway.
fn page(body: &mut Value) -> Option<&mut Value> {
    let is_page = |value: &Value| value.get("has_more").is_some() || value.get("hasMore").is_some();
    if is_page(body) {
        return Some(body);
    }
    body.get_mut("result").filter(|result| is_page(result))
}

fn say_more(page: &mut Value, next: u64) {
    if page.get("hasMore").is_some() {
        page["hasMore"] = true.into();
        return;
    }
    page["has_more"] = true.into();
    page["next_cursor"] = next.into();
}

fn asked_for(call: &Call, name: &str) -> u64 {
    call.parameters().number(name).ok().flatten().unwrap_or_default()
}

fn changed(body: &str, change: impl FnOnce(&mut Value)) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(body) else {
        return body.to_owned();
    };
    let Some(page) = page(&mut value) else {
        return body.to_owned();
    };
    change(page);
    value.to_string()
}

/// There is more, and it begins where this page began.
pub fn looping(call: &Call, body: &str) -> String {
    changed(body, |page| say_more(page, asked_for(call, "cursor")))
}

/// Nobody is here, and there is more.
pub fn empty(call: &Call, body: &str) -> String {
    let next = asked_for(call, "cursor").saturating_add(asked_for(call, "size"));
    changed(body, |page| {
        page["list"] = Value::Array(Vec::new());
        say_more(page, next);
    })
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use axum::http::Method;

    use super::*;

    #[test]
    fn an_empty_page_names_the_next_one_whatever_was_asked_for() {
        let check = |asked: &str, expected: &str| {
            let call = Call {
                method: Method::POST,
                path: "/topapi/v2/user/list".to_owned(),
                query: String::new(),
                content_type: "application/json".to_owned(),
                accept: String::new(),
                header_token: None,
                body: Bytes::from(asked.to_owned()),
                proof: None,
            };
            assert_eq!(empty(&call, r#"{"has_more":false,"list":[1]}"#), expected, "{asked}");
        };
        check(r#"{"cursor":0,"size":10}"#, r#"{"has_more":true,"list":[],"next_cursor":10}"#);
        let most = u64::MAX;
        check(
            &format!(r#"{{"cursor":1,"size":{most}}}"#),
            &format!(r#"{{"has_more":true,"list":[],"next_cursor":{most}}}"#),
        );
    }
}
