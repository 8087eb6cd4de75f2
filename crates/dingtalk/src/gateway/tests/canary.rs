use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue};
use secrecy::SecretString;
use serde_json::json;

use super::answer;
use crate::Error;
use crate::gateway::{Answer, Dialect, classify};
use crate::redact::Redactor;

#[test]
fn no_refusal_repeats_a_secret_it_was_told() {
    let secrets = ["CANARY+secret/7f", "CANARYplain7f"].map(SecretString::from);
    let redactor = Redactor::of(&secrets);
    let texts = ["CANARY+secret/7f", "CANARY%2Bsecret%2F7f", "CANARYplain7f"];
    for (dialect, status) in
        [(Dialect::Old, 200), (Dialect::Robot, 200), (Dialect::New, 400), (Dialect::CorpToken, 401)]
    {
        for text in texts {
            let said = format!("requiredScopes=[{text}] https://open-dev.dingtalk.com/apply?content={text}%23{text}");
            for code in [json!(60011), json!(88), json!(310_000), json!(text)] {
                let body = json!({
                    "errcode": code, "errmsg": said, "sub_code": text, "request_id": text, "requestid": text,
                    "code": "Forbidden.AccessDenied.AccessTokenPermissionDenied", "message": said,
                    "accessdenieddetail": {"requiredScopes": [text]},
                });
                let outcome = classify(&answer(status, &body.to_string()), dialect, "host", &redactor);
                let shown = format!("{0:?} {0:#?}", outcome.unwrap_err());
                assert!(!shown.contains("CANARY"), "{shown}");
            }
        }
    }
    let mut headers = HeaderMap::new();
    headers.insert("location", HeaderValue::from_static("https://portal.example/?back=CANARY+secret/7f"));
    let redirected = Answer::from_head(302, &headers, Duration::ZERO);
    let error = classify(&redirected, Dialect::Old, "host", &redactor).unwrap_err();
    assert!(matches!(&error, Error::Redirected { to: Some(to), .. } if to == "portal.example"), "{error:?}");
}
