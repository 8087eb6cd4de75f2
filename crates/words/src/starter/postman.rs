//! A collection for Postman, in its format v2.1. Its variables hold no secret: they are given where it is run.

use engine::handover::StarterKit;
use serde_json::{Value, json};

use crate::Speaker;

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// Keeps the token for the calls after it.
const TOKEN: &[&str] = &[
    "const told = pm.response.json();",
    "pm.test('a token was issued', () => pm.expect(told.accessToken).to.be.a('string').and.not.empty);",
    "pm.collectionVariables.set('access_token', told.accessToken);",
];
/// The old gateway refuses with HTTP 200 and an errcode that is not 0.
const FINE: &[&str] = &["pm.test('errcode is 0', () => pm.expect(pm.response.json().errcode).to.eql(0));"];
/// Skips the message where no robot was given, and signs it where there is a secret.
const SIGN: &[&str] = &[
    "const webhook = pm.variables.get('robot_webhook');",
    "if (!webhook) {",
    "  pm.execution.skipRequest();",
    "} else {",
    "  const secret = pm.variables.get('robot_secret');",
    "  const timestamp = Date.now();",
    "  const sign = secret ? CryptoJS.HmacSHA256(`${timestamp}\\n${secret}`, secret).toString(CryptoJS.enc.Base64) : '';",
    "  const more = secret ? `&timestamp=${timestamp}&sign=${encodeURIComponent(sign)}` : '';",
    "  pm.variables.set('robot_url', webhook + more);",
    "}",
];

pub fn collection(speaker: Speaker, kit: &StarterKit) -> String {
    let company = super::one_line(&kit.company);
    let token = json!({ "appKey": "{{client_id}}", "appSecret": "{{client_secret}}" });
    let text = json!({ "msgtype": "text", "text": { "content": speaker.text("starter-message") } });
    let items = [
        item(
            speaker,
            "starter-call-token",
            "POST",
            "{{new_host}}/v1.0/oauth2/accessToken",
            Some(&token),
            &[("test", TOKEN)],
        ),
        item(
            speaker,
            "starter-call-scopes",
            "GET",
            "{{old_host}}/auth/scopes?access_token={{access_token}}",
            None,
            &[("test", FINE)],
        ),
        item(
            speaker,
            "starter-call-message",
            "POST",
            "{{robot_url}}",
            Some(&text),
            &[("prerequest", SIGN), ("test", FINE)],
        ),
    ];
    let variable = |key: &str, value: &str| json!({ "key": key, "value": value, "type": "string" });
    let collection = json!({
        "info": {
            "name": speaker.text_with("starter-title", &[("company", &company), ("app", &kit.client_id)]),
            "description": speaker.text("starter-secret"),
            "schema": SCHEMA,
        },
        "item": items,
        "variable": [
            variable("old_host", &kit.old_host),
            variable("new_host", &kit.new_host),
            variable("corp_id", &kit.corp_id),
            variable("client_id", &kit.client_id),
            variable("agent_id", &kit.agent_id),
            variable("client_secret", ""),
            variable("robot_webhook", ""),
            variable("robot_secret", ""),
            variable("access_token", ""),
        ],
    });
    // Pretty, as people read it; it cannot fail: all its keys are texts.
    serde_json::to_string_pretty(&collection).unwrap_or_default() + "\n"
}

fn item(
    speaker: Speaker,
    name: &str,
    method: &str,
    url: &str,
    body: Option<&Value>,
    scripts: &[(&str, &[&str])],
) -> Value {
    let event = |(listen, lines): &(&str, &[&str])| json!({ "listen": listen, "script": { "type": "text/javascript", "exec": lines } });
    let mut request = json!({ "method": method, "header": [], "url": url });
    if let Some(body) = body {
        request["header"] = json!([{ "key": "Content-Type", "value": "application/json" }]);
        let raw = serde_json::to_string_pretty(body).unwrap_or_default();
        request["body"] = json!({ "mode": "raw", "raw": raw, "options": { "raw": { "language": "json" } } });
    }
    json!({
        "name": speaker.text(name),
        "event": scripts.iter().map(event).collect::<Vec<_>>(),
        "request": request,
    })
}
