//! Takes secrets out of a text that nobody here made: by the names they go by, and by what they look like.

const HIDDEN: &str = "[hidden]";

/// What is followed by `=` or `:` and a secret. In the order in which a longer one comes before its beginning.
const NAMES: [&str; 42] = [
    "x-acs-dingtalk-access-token",
    "proxy-authorization",
    "tmp_auth_code",
    "encodingaeskey",
    "client_secret",
    "client-secret",
    "accesskeysecret",
    "authorization",
    "suite_secret",
    "suitesecret",
    "suite_ticket",
    "suiteticket",
    "jsapi_ticket",
    "jsapiticket",
    "clientsecret",
    "refresh_token",
    "refreshtoken",
    "access_token",
    "access-token",
    "accesstoken",
    "permanent_code",
    "corp_secret",
    "corpsecret",
    "set-cookie",
    "oauth_code",
    "app_secret",
    "app-secret",
    "appsecret",
    "auth_code",
    "signature",
    "authcode",
    "password",
    "aes_key",
    "session",
    "aeskey",
    "cookie",
    "secret",
    "ticket",
    "passwd",
    "token",
    "sign",
    "pwd",
];

/// After these the rest of the line is the secret.
const HEADERS: [&str; 4] = ["proxy-authorization", "authorization", "set-cookie", "cookie"];

/// A run of letters and digits as long as this, with both in it, is no word.
const LONGEST_WORD: usize = 30;

pub(crate) fn redact(text: &str) -> String {
    let named = without_named(text);
    without_runs(&without_sign_in(&named))
}

fn without_named(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    let mut at = 0;
    while let Some(rest) = lower.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        let boundary = !lower.get(..at).unwrap_or_default().ends_with(|c: char| c.is_ascii_alphanumeric());
        let secret = if boundary { secret_at(rest, &lower, at) } else { None };
        match secret {
            Some((start, end)) => {
                out.push_str(text.get(kept..at + start).unwrap_or_default());
                out.push_str(HIDDEN);
                at += end;
                kept = at;
            }
            None => at += first.len_utf8(),
        }
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    out
}

/// Where the secret of a named value lies, counted from the name's beginning.
fn secret_at(rest: &str, lower: &str, at: usize) -> Option<(usize, usize)> {
    // The code of a sign-in is a query's `code`; elsewhere the word is DingTalk's for its errors.
    let in_query = lower.get(..at).is_some_and(|before| before.ends_with(['?', '&']));
    let name = if in_query && rest.starts_with("code=") {
        "code"
    } else if rest.starts_with("bearer ") {
        return run(rest, "bearer ".len(), ends_value).filter(|(start, end)| end - start >= 8);
    } else {
        NAMES.into_iter().find(|name| rest.starts_with(name))?
    };
    let after = rest.get(name.len()..)?;
    let quotes = |c: char| matches!(c, '"' | '\'' | '\\' | ' ');
    let sign = after.trim_start_matches(quotes);
    let value = ["=>", "=", ":", "%3d"].into_iter().find_map(|sign_of| sign.strip_prefix(sign_of))?;
    let value = value.trim_start_matches(|c: char| quotes(c) || matches!(c, '[' | '(' | '<'));
    let start = rest.len() - value.len();
    run(rest, start, if HEADERS.contains(&name) { ends_line } else { ends_value })
}

fn run(rest: &str, start: usize, ends: fn(char) -> bool) -> Option<(usize, usize)> {
    let value = rest.get(start..)?;
    let length = value.find(ends).unwrap_or(value.len());
    (length > 0 && !value.starts_with("hidden")).then_some((start, start + length))
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '"')
}

fn ends_value(c: char) -> bool {
    c.is_whitespace() || !c.is_ascii() || matches!(c, '"' | '\'' | ',' | '&' | ';' | ')' | '}' | ']' | '\\' | '<' | '>')
}

/// `//user:password@host`.
fn without_sign_in(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("//") {
        out.push_str(before);
        out.push_str("//");
        rest = after;
        let end = after.find(|c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\'' | '?' | '#' | '<' | '>'));
        let authority = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
        if let Some((_, host)) = authority.rsplit_once('@') {
            out.push_str(HIDDEN);
            out.push('@');
            rest = after.get(authority.len() - host.len()..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

fn without_runs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let of_run = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+' | '=');
    while let Some(start) = rest.find(of_run) {
        out.push_str(rest.get(..start).unwrap_or_default());
        let from = rest.get(start..).unwrap_or_default();
        let length = from.find(|c| !of_run(c)).unwrap_or(from.len());
        let run = from.get(..length).unwrap_or_default();
        out.push_str(if is_secret(run) { HIDDEN } else { run });
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// CorpIDs and Client IDs begin with `ding`; a request id is a UUID. Both are what IT asks for.
fn is_secret(run: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| run.bytes().any(|byte| kind(&byte));
    let is_id = run.starts_with("ding") && run.len() <= 40 && run.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let groups: Vec<usize> = run.split('-').map(str::len).collect();
    let is_uuid = groups == [8, 4, 4, 4, 12];
    let robot = run.starts_with("SEC") && run.len() >= 20;
    let long = run.len() >= LONGEST_WORD && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    (robot || long) && !is_id && !is_uuid
}

#[cfg(test)]
mod tests {
    use super::redact;

    fn check(text: &str, expected: &str) {
        assert_eq!(redact(text), expected);
    }

    #[test]
    fn a_secret_is_hidden_by_its_name_in_each_form_it_is_written_in() {
        check("?access_token=canary1&x=1", "?access_token=[hidden]&x=1");
        check(r#"{"accessToken":"canary1","expireIn":7200}"#, r#"{"accessToken":"[hidden]","expireIn":7200}"#);
        check(r#"{\"appsecret\": \"canary1\"}"#, r#"{\"appsecret\": \"[hidden]\"}"#);
        check("'client_secret' => 'canary1',", "'client_secret' => '[hidden]',");
        check("x-acs-dingtalk-access-token: canary1\nnext", "x-acs-dingtalk-access-token: [hidden]\nnext");
        check("Authorization: Basic canary1 canary2\nnext", "Authorization: [hidden]\nnext");
        check("Proxy-Authorization: Basic canary1", "Proxy-Authorization: [hidden]");
        check("bearer canary1234", "bearer [hidden]");
        check("?code=canary1&state=2", "?code=[hidden]&state=2");
        check("http://me:canary1@proxy.example:8080/x", "http://[hidden]@proxy.example:8080/x");
        check("access_token%3Dcanary1", "access_token%3D[hidden]");
        check("sign=canary1%2Bx", "sign=[hidden]");
    }

    #[test]
    fn a_secret_is_hidden_by_its_look() {
        check(&format!("key {}", "a1".repeat(16)), "key [hidden]");
        check("SEC0123456789abcdef01234", "[hidden]");
        check(&"a1-_".repeat(16), "[hidden]");
    }

    #[test]
    fn what_helps_is_not_hidden() {
        for text in [
            "errcode:40001,errmsg:获取access_token时Secret错误",
            "request ip=203.0.113.7 appKey(dingu4xk9pqw2zr7m1ab)",
            "CorpId ding0123456789abcdef0123456789abcdef",
            "request id: 0A1B2C3D-4E5F-7A8B-9C0D-0123456789AB",
            r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"16l4ew3d47pdp"}"#,
            r#""sub_msg":"不合法的access_token","request_id":"16l4ew3d47pdp""#,
            "https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_get_department_member",
            "token is not exist",
            "",
        ] {
            check(text, text);
        }
    }
}
