//! What other people's libraries say when the way to DingTalk is shut: curl, Python, Node, Java, Go, PHP, .NET, Rust,
//! browsers, and Windows by its numbers.

use super::{Clue, Source};
use crate::problem::{Problem, ProblemCode as Code};
use crate::refusal;

#[derive(Clone, Copy)]
enum Cause {
    Of(Code),
    /// What is wrong with a certificate.
    Certificate(&'static str),
}

/// In the order in which they are looked for in a line: whoever says why also says that it failed.
const WORDS: &[(Cause, &[&str])] = &[
    (
        Cause::Of(Code::NameUnknown),
        &[
            "enotfound",
            "eai_again",
            "getaddrinfo",
            "name or service not known",
            "nodename nor servname",
            "temporary failure in name resolution",
            "could not resolve host",
            "couldn't resolve host",
            "no such host",
            "unknownhostexception",
            "failed to lookup address",
            "failed to resolve",
            "nameresolutionerror",
            "name resolution",
            "err_name_not_resolved",
            "dns_probe_finished",
            "dns error",
            "dns lookup",
            "remote name could not be resolved",
            "0x80072ee7",
            "winhttp error 12007",
            "os error 11001",
            "wsahost_not_found",
            "curl: (6)",
            "curl error 6:",
            "无法解析",
            "域名解析",
        ],
    ),
    (
        Cause::Of(Code::ProxySignIn),
        &[
            "proxy authentication required",
            "proxy auth required",
            "http/1.1 407",
            "http/1.0 407",
            "407 proxy",
            "proxy authorization required",
            "cache access denied",
            "err_proxy_auth",
            "response 407",
            "status code 407",
            "12015",
        ],
    ),
    (
        Cause::Of(Code::ProxyRefused),
        &[
            "proxyerror",
            "tunnel connection failed",
            "connect tunnel failed",
            "unable to connect to proxy",
            "cannot connect to proxy",
            "err_proxy_connection_failed",
            "err_tunnel_connection_failed",
            "proxy connection failed",
            "proxy refused",
            "received http code 403 from proxy",
            "from proxy after connect",
            "could not resolve proxy",
            "curl: (5)",
            "tunneling socket could not be established",
            "proxyconnect tcp",
            "unsuccessful tunnel",
            "tunnel error",
        ],
    ),
    (
        Cause::Certificate("expired"),
        &[
            "certificate has expired",
            "cert_has_expired",
            "certificate expired",
            "expiredcontext",
            "certificate: expired",
            "certificateexpiredexception",
            "err_cert_date_invalid",
            "0x80090328",
            "0x800b0101",
            "0x80072f05",
            "sec_e_cert_expired",
            "cert_e_expired",
            "12037",
        ],
    ),
    (
        Cause::Certificate("not-yet-valid"),
        &["not yet valid", "cert_not_yet_valid", "notvalidyet", "notyetvalidexception"],
    ),
    (
        Cause::Certificate("wrong-name"),
        &[
            "hostname mismatch",
            "err_tls_cert_altname",
            "notvalidforname",
            "err_cert_common_name_invalid",
            "0x800b010f",
            "0x80090322",
            "0x80072f06",
            "sec_e_wrong_principal",
            "12038",
            "no alternative certificate subject name",
            "curl: (51)",
        ],
    ),
    (
        Cause::Certificate("revoked"),
        &["certificate was revoked", "certificate revoked", "certificate: revoked", "0x80092010", "12170"],
    ),
    (
        Cause::Certificate("unknown-issuer"),
        &[
            "unable to get local issuer",
            "unable_to_get_issuer_cert",
            "unable to get issuer",
            "unable_to_verify_leaf_signature",
            "unable to verify the first certificate",
            "self_signed_cert",
            "self signed certificate",
            "self-signed certificate",
            "unknownissuer",
            "unknown issuer",
            "unknown ca",
            "pkix path building failed",
            "unable to find valid certification path",
            "signed by unknown authority",
            "caused as end entity",
            "causedasendentity",
            "cert_untrusted",
            "err_cert_authority_invalid",
            "sec_e_untrusted_root",
            "0x80090325",
            "cert_e_untrustedroot",
            "0x800b0109",
            "0x80072f0d",
            "12045",
            "issuer is unknown",
            "certificate is not trusted",
            "not trusted by the trust provider",
            "curl: (60)",
            "curl error 60",
            "untrusted root",
            "partialchain",
            "trust anchor for certification path not found",
        ],
    ),
    (
        Cause::Certificate("other"),
        &[
            "certificate verify failed",
            "certificate_verify_failed",
            "ssl certificate problem",
            "invalid peer certificate",
            "sslhandshakeexception",
            "handshake failure",
            "handshake_failure",
            "wrong_version_number",
            "wrong version number",
            "0x80072f8f",
            "0x80090326",
            "12175",
            "sslerror",
            "err_ssl_",
            "could not establish trust relationship",
            "remote certificate is invalid",
            "curl: (35)",
            "ssl connection could not be established",
            "tls handshake",
        ],
    ),
    (
        Cause::Of(Code::CaptivePortal),
        &["network authentication required", "unexpected token <", "unexpected token '<'", "invalid character '<'"],
    ),
    (
        Cause::Of(Code::AnswerUnreadable),
        &[
            "jsondecodeerror",
            "expecting value: line 1",
            "unexpected end of json",
            "not valid json",
            "not-json",
            "malformedjsonexception",
            "jsonparseexception",
        ],
    ),
    (
        Cause::Of(Code::TimedOut),
        &[
            "etimedout",
            "esockettimedout",
            "timed out",
            "timeouterror",
            "timeoutexception",
            "readtimeout",
            "connecttimeout",
            "connect timeout",
            "deadline exceeded",
            "err_connection_timed_out",
            "0x80072ee2",
            "winhttp error 12002",
            "os error 10060",
            "os error 110)",
            "curl: (28)",
            "curl error 28",
            "econnaborted",
            "连接超时",
            "请求超时",
        ],
    ),
    (
        Cause::Of(Code::Unreachable),
        &[
            "econnrefused",
            "econnreset",
            "enetunreach",
            "ehostunreach",
            "connection refused",
            "connection reset",
            "connection aborted",
            "network is unreachable",
            "no route to host",
            "failed to establish a new connection",
            "failed to connect",
            "could not connect",
            "couldn't connect",
            "unable to connect",
            "max retries exceeded",
            "err_internet_disconnected",
            "err_connection_",
            "socket hang up",
            "connectexception",
            "remote end closed",
            "remotedisconnected",
            "actively refused",
            "forcibly closed",
            "0x80072efd",
            "0x80072efe",
            "winhttp error 12029",
            "winhttp error 12030",
            "os error 10061",
            "os error 10054",
            "os error 10051",
            "os error 10065",
            "os error 111)",
            "os error 101)",
            "os error 113)",
            "curl: (7)",
            "curl: (52)",
            "curl: (56)",
            "empty reply from server",
            "网络不可达",
            "连接被拒绝",
        ],
    ),
];

/// Windows' numbers count only where Windows is named.
const WINDOWS: [&str; 3] = ["winhttp", "wininet", "error"];

pub(super) fn read(text: &str, clues: &mut Vec<Clue>) {
    let mut at = 0;
    for (number, line) in text.lines().enumerate() {
        if let Some((place, cause)) = word(&line.to_ascii_lowercase()) {
            clues.push(Clue { problem: problem(cause), source: Source::Labelled, at: at + place, line: number });
        }
        at += line.len() + 1;
    }
}

fn word(line: &str) -> Option<(usize, Cause)> {
    let windows = WINDOWS.iter().any(|name| line.contains(name));
    WORDS.iter().find_map(|(cause, words)| {
        let place = words.iter().find_map(|word| find(line, word, windows))?;
        Some((place, *cause))
    })
}

fn find(line: &str, word: &str, windows: bool) -> Option<usize> {
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return line.find(word);
    }
    let place = line.find(word).filter(|_| windows)?;
    let around = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at)).is_some_and(u8::is_ascii_alphanumeric);
    (!around(place.checked_sub(1)) && !around(place.checked_add(word.len()))).then_some(place)
}

/// With what its message speaks of, as far as it is not read out of the text later.
fn problem(cause: Cause) -> Problem {
    match cause {
        Cause::Of(Code::TimedOut) => Problem::new(Code::TimedOut).arg("host", "").arg("seconds", ""),
        Cause::Of(code) => Problem::new(code).arg("host", ""),
        Cause::Certificate(fault) => refusal::certificate_refused("", fault),
    }
}
