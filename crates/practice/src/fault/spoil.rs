//! Answers that are not what they should be. The text is changed, not the value, so that the order of
//! the keys stays as DingTalk's.

use crate::state::World;

/// Deeper than any parser should follow.
const DEPTH: usize = 10_000;

/// Every variant of `malformed` but `huge`, whose body is streamed.
pub fn malformed(variant: &str, body: &str) -> String {
    let opened = |first: &str| format!("{{{first}{}", body.strip_prefix('{').unwrap_or(body));
    match variant {
        "cut" => body.chars().take(body.chars().count() / 2).collect(),
        "trailing_bytes" => format!("{body}}}\u{0}garbage"),
        "duplicate_keys" => {
            let key = body.split('"').nth(1).unwrap_or("errcode");
            opened(&format!("\"{key}\":-99,"))
        }
        "nan" => opened("\"number\":NaN,"),
        _ => opened(&format!("\"deep\":{}{},", "[".repeat(DEPTH), "]".repeat(DEPTH))),
    }
}

/// The value of the key becomes another text wherever it stands.
fn replace_text(body: &str, key: &str, with: &str) -> String {
    let opening = format!("\"{key}\":\"");
    let mut parts = body.split(&opening);
    let before = parts.next().unwrap_or_default();
    let replaced = |part: &str| {
        let after = part.split_once('"').map_or("", |(_, after)| after);
        format!("{opening}{with}\"{after}")
    };
    let rest: Vec<String> = parts.map(replaced).collect();
    format!("{before}{}", rest.concat())
}

/// Another member in the place of whom the answer speaks of.
pub fn wrong_user(world: &World, body: &str) -> String {
    let other = world.staff.iter().rev().find(|member| !body.contains(&member.userid));
    let (userid, unionid) = other.map_or(("somebody-else", "somebodyElse"), |member| (&member.userid, &member.unionid));
    let body = replace_text(body, "userid", userid);
    let body = replace_text(&body, "userId", userid);
    let body = replace_text(&body, "unionid", unionid);
    replace_text(&body, "unionId", unionid)
}

/// `expires_in` or `expireIn`, wherever it stands.
pub fn odd_expire_in(variant: &str, body: &str) -> String {
    for key in ["expires_in", "expireIn"] {
        let opening = format!("\"{key}\":");
        let Some((before, rest)) = body.split_once(&opening) else {
            continue;
        };
        let end = rest.find([',', '}']).unwrap_or(rest.len());
        let after = &rest[end..];
        let value = match variant {
            "zero" => "0",
            "minus_one" => "-1",
            "far" => "1000000000000",
            "text" => "\"7200\"",
            _ => return format!("{}{after}", before.trim_end_matches(',')),
        };
        return format!("{before}{opening}{value}{after}");
    }
    body.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_validity_becomes_nonsense() {
        let check = |variant: &str, body: &str, expected: &str| {
            assert_eq!(odd_expire_in(variant, body), expected, "{variant}");
        };
        let old = r#"{"errcode":0,"expires_in":7200}"#;
        check("zero", old, r#"{"errcode":0,"expires_in":0}"#);
        check("minus_one", old, r#"{"errcode":0,"expires_in":-1}"#);
        check("missing", old, r#"{"errcode":0}"#);
        check("far", r#"{"expireIn":7200,"a":1}"#, r#"{"expireIn":1000000000000,"a":1}"#);
        check("text", r#"{"expireIn":7200}"#, r#"{"expireIn":"7200"}"#);
        check("zero", "{}", "{}");
    }

    #[test]
    fn no_malformed_body_is_json_but_the_one_with_a_key_twice() {
        let body = r#"{"errcode":0,"errmsg":"好"}"#;
        for variant in ["cut", "trailing_bytes", "nan", "deep"] {
            assert!(serde_json::from_str::<serde_json::Value>(&malformed(variant, body)).is_err(), "{variant}");
        }
        assert_eq!(malformed("duplicate_keys", body), r#"{"errcode":-99,"errcode":0,"errmsg":"好"}"#);
    }
}
