//! The two texts of Windows' proxy settings: the list of proxies, and of addresses that go without one.

/// The proxy for https in `a:8080`, `http=a:80;https=b:443` or what a script answers: the first that can be used, as
/// `scheme://host:port`. `None`: straight out.
pub fn proxy(list: &str) -> Option<String> {
    let entries: Vec<&str> = list.split([';', ' ']).map(str::trim).filter(|entry| !entry.is_empty()).collect();
    let named = |scheme: &str| entries.iter().find_map(|entry| entry.strip_prefix(scheme)?.strip_prefix('='));
    let bare = entries.iter().find(|entry| !entry.contains('=')).copied();
    if let Some(server) = named("https").or(bare) {
        return Some(if server.contains("://") { server.to_owned() } else { format!("http://{server}") });
    }
    named("socks").map(|server| format!("socks://{server}"))
}

/// Whether `host` stands on the list of those that go without a proxy: names with `*`, and `<local>` for names without
/// a dot.
pub fn is_exempt(list: &str, host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    list.split([';', ' ', ',']).map(|entry| entry.trim().to_ascii_lowercase()).any(|entry| {
        if entry == "<local>" {
            return !host.contains('.');
        }
        !entry.is_empty() && matches(&entry, &host)
    })
}

fn matches(pattern: &str, text: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == text };
    let Some(rest) = text.strip_prefix(before) else { return false };
    after.is_empty() || (0..=rest.len()).any(|at| rest.is_char_boundary(at) && matches(after, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_https_entry_wins_and_socks_is_told_as_such() {
        let check = |list: &str, expected: Option<&str>| assert_eq!(proxy(list).as_deref(), expected, "{list}");
        check("proxy.office:8080", Some("http://proxy.office:8080"));
        check("first:1;second:2", Some("http://first:1"));
        check("http=plain:80;https=secured:443;ftp=files:21", Some("http://secured:443"));
        check("http=plain:80 ; secured:443", Some("http://secured:443"));
        check("https=https://secured:443", Some("https://secured:443"));
        check("socks=old:1080", Some("socks://old:1080"));
        check("http=plain:80", None);
        check(" ; ", None);
        check("", None);
    }

    #[test]
    fn exempt_hosts_are_matched_with_stars_and_without_case() {
        let check =
            |list: &str, host: &str, expected: bool| assert_eq!(is_exempt(list, host), expected, "{list} {host}");
        check("*.office;<local>", "files.Office", true);
        check("*.office;<local>", "printer", true);
        check("*.office;<local>", "api.dingtalk.com", false);
        check("*dingtalk*", "api.dingtalk.com", true);
        check("api.dingtalk.com", "API.dingtalk.com", true);
        check("10.*", "10.0.0.1", true);
        check("*", "x", true);
        check("", "x", false);
    }
}
