//! What both envelope targets share: any answer is a value or an error, success is never made of a refusal, and the
//! secret of the request is in neither the error's words nor its fields.

use dingtalk::fuzzing::{Envelope, Gateway, read_envelope};

const SECRET: &str = "s3cret-canary/+=";

pub fn check(gateways: &[Gateway], data: &[u8]) {
    let [choice, status, shape, body @ ..] = data else { return };
    let gateway = gateways[usize::from(*choice) % gateways.len()];
    let status = [200, 200, 200, 400, 401, 403, 404, 429, 500, 504, 302, 204, 407, 511][usize::from(*status) % 14];
    let (content_type, retry_after): (&[u8], &[u8]) = match shape % 4 {
        0 => (b"application/json", b""),
        1 => (b"text/html", b""),
        2 => (b"application/json;charset=UTF-8", b"18446744073709551615"),
        _ => (body.get(..8).unwrap_or_default(), body.get(8..20).unwrap_or_default()),
    };
    let envelope = Envelope { gateway, status, content_type, retry_after, body, secret: SECRET };
    match read_envelope(&envelope) {
        Ok(value) => {
            assert!((200..300).contains(&status), "{status} {value}");
            assert!(value.get("errcode").is_none_or(|code| code == 0 || code == "0" || !is_number(code)), "{value}");
        }
        Err(error) => {
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains(SECRET), "{shown}");
            let _ = (error.retry_after(), error.missing_permissions(), error.may_have_acted(), error.code());
            assert!(error.words().is_none_or(|words| words.message.chars().count() <= 1_000));
        }
    }
}

/// What a tolerant reader takes for one.
fn is_number(code: &impl ToString) -> bool {
    code.to_string().trim_matches('"').trim().parse::<f64>().is_ok()
}
