//! Blotting out by type: what is known to name somebody, and what looks like something that does. Each blot says what
//! kind of thing stood there. Plain words, numbers, dates, versions and codes stay as they are.

use std::net::{IpAddr, Ipv6Addr};

use crate::doctor::without_secrets;

/// A name of one sign could be any word.
const SHORTEST: usize = 2;
/// Letters of ours that are shorter stand inside too many words.
const SHORTEST_LATIN: usize = 3;

#[derive(Debug, Clone, Default)]
pub(crate) struct Redactor {
    /// Longest first.
    known: Vec<(String, &'static str)>,
}

impl Redactor {
    /// These name somebody or something of ours.
    pub fn know(&mut self, kind: &'static str, texts: &[&str]) {
        for text in texts.iter().map(|text| text.trim()) {
            let letters = text.chars().count();
            let least = if text.is_ascii() { SHORTEST_LATIN } else { SHORTEST };
            if letters >= least && !self.known.iter().any(|(known, _)| known == text) {
                self.known.push((text.to_owned(), kind));
                // As it stands inside JSON, and with the other slash.
                let escaped = text.replace('\\', "\\\\");
                if escaped != text {
                    self.known.push((escaped, kind));
                }
            }
        }
        self.known.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    }

    /// The text without them, and how many there were.
    pub fn redact(&self, text: &str) -> (String, u32) {
        let mut found = 0;
        // By kind first: a name that is a part of an address must not break it into pieces that look like nothing.
        let queried = without_queries(text, &mut found);
        let mut blotted = by_kind(&without_secrets(&queried), &mut found);
        for (known, kind) in &self.known {
            blotted = without(&blotted, known, kind, &mut found);
        }
        (blotted, found)
    }
}

fn blot(kind: &str) -> String {
    format!("[{kind}]")
}

/// Whole words only, whatever their case: a user called Ann must not hide a channel.
fn without(text: &str, known: &str, kind: &str, found: &mut u32) -> String {
    let (lower, wanted) = (text.to_ascii_lowercase(), known.to_ascii_lowercase());
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for (at, _) in lower.match_indices(&wanted) {
        let end = at + wanted.len();
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        let inside = known.starts_with(|c: char| c.is_ascii_alphanumeric()) && is_word(before)
            || known.ends_with(|c: char| c.is_ascii_alphanumeric()) && is_word(after);
        if at < kept || inside {
            continue;
        }
        out.push_str(text.get(kept..at).unwrap_or_default());
        out.push_str(&blot(kind));
        *found += 1;
        kept = end;
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    out
}

/// What follows the `?` or the `#` of an address.
fn without_queries(text: &str, found: &mut u32) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        out.push_str(before);
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`' | ')' | '，' | '。' | '、');
        let address = after.get(..after.find(ends).unwrap_or(after.len())).unwrap_or_default();
        match address.find(['?', '#']) {
            Some(query) => {
                out.push_str(address.get(..=query).unwrap_or_default());
                out.push_str(&blot("query"));
                *found += 1;
            }
            None => out.push_str(address),
        }
        rest = after.get(address.len()..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Runs of what addresses, numbers and ids are made of, each judged whole.
fn by_kind(text: &str, found: &mut u32) -> String {
    let text = without_mobiles(text, found);
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '@' | ':');
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let run = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let (token, after) = rest.split_at(run);
        judge(token, &mut out, found);
        let other = after.find(belongs).unwrap_or(after.len());
        let (between, next) = after.split_at(other);
        out.push_str(between);
        rest = next;
    }
    out
}

fn judge(token: &str, out: &mut String, found: &mut u32) {
    let trimmed = token.trim_end_matches(['.', ':', '-']).trim_start_matches([':', '.', '-']);
    if let Some(kind) = kind(trimmed) {
        *found += 1;
        out.push_str(&token.replacen(trimmed, &blot(kind), 1));
        return;
    }
    // `ip=…:443`, `a:b`: the parts by themselves.
    match trimmed.split_once(':') {
        Some(_) if trimmed.parse::<Ipv6Addr>().is_err() => {
            for (number, part) in token.split(':').enumerate() {
                if number > 0 {
                    out.push(':');
                }
                match kind(part) {
                    Some(kind) => {
                        *found += 1;
                        out.push_str(&blot(kind));
                    }
                    None => out.push_str(part),
                }
            }
        }
        _ => out.push_str(token),
    }
}

fn kind(token: &str) -> Option<&'static str> {
    if is_email(token) {
        Some("email")
    } else if is_grouped(token, '-', &[8, 4, 4, 4, 12]) {
        Some("uuid")
    } else if is_grouped(token, ':', &[2; 6]) || is_grouped(token, '-', &[2; 6]) {
        Some("mac")
    } else if let Ok(address) = token.parse::<IpAddr>() {
        (!address.is_loopback() && !address.is_unspecified()).then_some("ip")
    } else if is_dingtalk_id(token) {
        Some("id")
    } else {
        None
    }
}

fn is_email(token: &str) -> bool {
    let Some((user, host)) = token.split_once('@') else { return false };
    !user.is_empty() && host.contains('.') && host.split('.').all(|part| !part.is_empty())
}

fn is_grouped(token: &str, sign: char, lengths: &[usize]) -> bool {
    let groups: Vec<&str> = token.split(sign).collect();
    groups.len() == lengths.len()
        && groups
            .iter()
            .zip(lengths)
            .all(|(group, length)| group.len() == *length && group.chars().all(|c| c.is_ascii_hexdigit()))
}

/// `ding` and what follows it in a corp id or a client id.
fn is_dingtalk_id(token: &str) -> bool {
    token.strip_prefix("ding").is_some_and(|rest| {
        rest.len() >= 12 && rest.chars().all(|c| c.is_ascii_alphanumeric()) && rest.chars().any(|c| c.is_ascii_digit())
    })
}

/// Hong Kong: eight digits from 4 to 9; the mainland: eleven from 13 to 19. With a country's number and spaces or not.
fn without_mobiles(text: &str, found: &mut u32) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let (before, run) = rest.split_at(at);
        out.push_str(before);
        let number = run.get(..number_at(run)).unwrap_or_default().trim_end_matches([' ', '-']);
        let after = run.get(number.len()..).unwrap_or_default();
        let inside = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let begins = !out.ends_with(|c| inside(c) || matches!(c, '.' | '-' | '/'));
        let ends = !after.starts_with(inside) && !after.trim_start_matches(['.', '-', '/']).starts_with(inside)
            || after.starts_with([' ', ',']);
        if begins && ends && is_mobile(number) {
            *found += 1;
            out.push_str(&blot("mobile"));
            rest = after;
        } else {
            let group =
                run.char_indices().find(|(at, c)| *at > 0 && !c.is_ascii_digit()).map_or(run.len(), |(at, _)| at);
            out.push_str(run.get(..group).unwrap_or_default());
            rest = run.get(group..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// Digits, with single spaces or hyphens between them.
fn number_at(run: &str) -> usize {
    let mut length = 0;
    let mut last = ' ';
    for (at, c) in run.char_indices() {
        let fits = c.is_ascii_digit() || (c == '+' && at == 0) || (matches!(c, ' ' | '-') && last.is_ascii_digit());
        if !fits {
            break;
        }
        length = at + 1;
        last = c;
    }
    length
}

fn is_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // Groups as people write them; a date or two numbers side by side are none.
    let groups: Vec<usize> = number.trim_start_matches('+').split([' ', '-']).map(str::len).collect();
    let hong_kong = |digits: &str| digits.len() == 8 && digits.starts_with(['4', '5', '6', '7', '8', '9']);
    let mainland = |digits: &str| {
        digits.len() == 11 && digits.starts_with('1') && digits.chars().nth(1).is_some_and(|c| ('3'..='9').contains(&c))
    };
    let local = digits.strip_prefix("852").filter(|_| number.starts_with('+') || digits.len() == 11);
    let over_there = digits.strip_prefix("86").filter(|_| number.starts_with('+') || digits.len() == 13);
    match groups.as_slice() {
        [_] | [4, 4] | [3, 4, 4] | [3, 8] | [2, 11] | [2, 3, 4, 4] => {
            hong_kong(&digits) || mainland(&digits) || local.is_some_and(hong_kong) || over_there.is_some_and(mainland)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redactor() -> Redactor {
        let mut redactor = Redactor::default();
        redactor.know("company", &["示範貿易有限公司", "Harbour Demo Ltd"]);
        redactor.know("user", &["ann"]);
        redactor.know("folder", &[r"C:\Users\ann\AppData\Local\Hoitung"]);
        redactor.know("name", &["陳大文", "x", ""]);
        redactor
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(redactor().redact(text).0, expected);
    }

    // S24
    #[test]
    fn whatever_names_somebody_is_blotted_out_by_its_kind() {
        check("於示範貿易有限公司，陳大文", "於[company]，[name]");
        check("HARBOUR DEMO LTD said no", "[company] said no");
        check(r#"{"path":"C:\\Users\\ann\\AppData\\Local\\Hoitung\\logs"}"#, r#"{"path":"[folder]\\logs"}"#);
        check("signed in as Ann.", "signed in as [user].");
        check("ann@ann.example", "[email]");
        check("write to mei.chan+it@harbour-demo.example, please", "write to [email], please");
        check("from 203.0.113.10:443 and 2001:db8::1 or fe80::1:2", "from [ip]:443 and [ip] or [ip]");
        check("card 00:1B:44:11:3A:B7 and 00-1b-44-11-3a-b7", "card [mac] and [mac]");
        check("id 3f2504e0-4f89-41d3-9a0c-0305e82c3301.", "id [uuid].");
        check("ding7a1c0e5d2b934f8635c2f4657eb6378f / dingk3x9v2m7q1t8w5zr", "[id] / [id]");
        check("call 91234567, +852 6123 4567 or 13800138000", "call [mobile], [mobile] or [mobile]");
        check("電話：9123 4567。", "電話：[mobile]。");
        check(
            "see https://oapi.dingtalk.com/robot/send?access_token=abc#x now",
            "see https://oapi.dingtalk.com/robot/send?[query] now",
        );
        check("appsecret=abcdefghijkl", "appsecret=[hidden]");
    }

    // S24
    #[test]
    fn what_names_nobody_stays_as_it_is() {
        for text in [
            "version 0.1.0 of 2026-11-28T06:05:00Z, 128 KB, exit 3",
            "errcode 60020, request 16l4ew3d47pdp, 20261128, 12345678",
            "the channel of the manner; annual",
            "127.0.0.1:8080 and ::1 are this computer",
            "https://oapi.dingtalk.com/topapi/v2/user/get",
            "10:20:30 and 1.2.3, 90 000 000 bytes, 1732773900000",
            r#"{"milliseconds":182,"attempt":1,"status":200,"fate":"good"}"#,
            "x86_64 linux qyapi_get_department_member",
        ] {
            check(text, text);
        }
    }
}
