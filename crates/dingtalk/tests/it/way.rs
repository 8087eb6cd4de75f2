use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use dingtalk::{CertificateFault, Client, Error, Host, Hosts, Limits, Method, Options, Proxy};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;

use crate::server::{
    Seen, Server, client, credentials, hasty_client, limited_client, raw, read_request, reply, token_answer,
};

const CALL: &str = "/v1.0/contact/users/me";

async fn failure(client: &Client) -> Error {
    client.fetch_token().await.unwrap_err()
}

fn check(error: &Error, expected: fn(&Error) -> bool, may_have_acted: bool) {
    assert!(expected(error), "{error:?}");
    assert_eq!(error.may_have_acted(), may_have_acted, "{error:?}");
    assert!(error.host().is_some_and(|host| host.starts_with("127.0.0.1:")), "{error:?}");
}

#[tokio::test]
async fn nobody_listening_is_offline_and_nothing_was_asked() {
    let port = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = failure(&client(&format!("http://{port}"))).await;
    check(&error, |error| matches!(error, Error::Unreachable { .. }) && error.is_offline(), false);
}

// F28
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_black_hole_ends_at_the_connection_limit_and_nothing_was_asked() {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    // Linux drops what comes after the queue of connections that nobody accepts is full.
    let mut queue = Vec::new();
    while let Ok(Ok(stream)) =
        tokio::time::timeout(Duration::from_millis(100), tokio::net::TcpStream::connect(address)).await
    {
        queue.push(stream);
        assert!(queue.len() < 64, "the queue never fills");
    }
    let limits = Limits { connect: Duration::from_millis(200), ..Limits::default() };
    let error = failure(&limited_client(&format!("http://{address}"), limits)).await;
    check(
        &error,
        |error| matches!(error, Error::ConnectTimedOut { .. }) && error.is_offline() && error.is_time_out(),
        false,
    );
}

#[tokio::test]
async fn a_server_that_never_answers_is_a_time_out_and_may_have_acted() {
    let server = Server::start(|_, _| std::future::pending()).await;
    let error = failure(&hasty_client(&server.origin)).await;
    check(&error, |error| matches!(error, Error::TimedOut { .. }) && error.is_time_out() && !error.is_offline(), true);
    assert_eq!(server.seen().len(), 1, "and it is not asked twice");
}

// F27
#[tokio::test]
async fn a_dripping_answer_ends_at_the_total_limit() {
    let origin = raw(|mut stream| async move {
        read_request(&mut stream).await;
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n").await;
        while stream.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
    let error = failure(&hasty_client(&origin)).await;
    check(&error, |error| matches!(error, Error::TimedOut { .. }), true);
}

// F25, F26
#[tokio::test]
async fn a_connection_that_breaks_in_the_answer_may_have_acted() {
    let endings = [
        ("at once", ""),
        ("in the head", "HTTP/1.1 200 OK\r\ncontent-le"),
        ("in the body", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"accessToken\":"),
        ("with nonsense", "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    ];
    for (name, ending) in endings {
        for reset in [false, true] {
            let origin = raw(move |mut stream| async move {
                read_request(&mut stream).await;
                let _ = stream.write_all(ending.as_bytes()).await;
                if reset {
                    let _ = stream.set_zero_linger();
                }
            })
            .await;
            let error = failure(&client(&origin)).await;
            assert!(matches!(error, Error::Interrupted { .. }), "{name}, reset {reset}: {error:?}");
            assert!(error.may_have_acted());
        }
    }
}

// F30
#[tokio::test]
async fn a_connection_closed_after_each_answer_never_repeats_a_call() {
    let acted = Arc::new(AtomicUsize::new(0));
    let counter = acted.clone();
    let origin = raw(move |mut stream| {
        let counter = counter.clone();
        async move {
            read_request(&mut stream).await;
            counter.fetch_add(1, Ordering::SeqCst);
            let body = token_answer("t").to_string();
            let head = format!("HTTP/1.1 200 OK\r\nconnection: keep-alive\r\ncontent-length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
        }
    })
    .await;
    let client = client(&origin);
    let mut at_most = 0;
    for _ in 0..30 {
        match client.fetch_token().await {
            Ok(_) => at_most += 1,
            Err(error) => {
                assert!(error.may_have_acted(), "{error:?}");
                at_most += 1;
            }
        }
    }
    let acted = acted.load(Ordering::SeqCst);
    assert!((1..=at_most).contains(&acted), "{acted} of {at_most}");
}

// F24
#[tokio::test]
async fn a_redirection_is_refused_and_nothing_is_forwarded() {
    let elsewhere = Server::answering(json!({})).await;
    for status in [301, 302, 303, 307, 308] {
        let target = elsewhere.origin.clone();
        let server = Server::start(move |asked: Seen, _| {
            let target = target.clone();
            async move {
                if asked.is_for_token() {
                    return reply(200, &token_answer("t"));
                }
                (StatusCode::from_u16(status).unwrap(), [("location", format!("{target}/?a=b"))]).into_response()
            }
        })
        .await;
        let error = server.client().call_new(Method::POST, CALL, Some(json!({}))).await.unwrap_err();
        check(&error, |error| matches!(error, Error::Redirected { .. }) && error.is_captive_portal(), false);
        assert!(
            matches!(&error, Error::Redirected { to: Some(to), status: told, .. } if to == "127.0.0.1" && *told == status)
        );
    }
    assert!(elsewhere.seen().is_empty());
}

// F21
#[tokio::test]
async fn an_endless_body_is_cut_off_at_its_limit() {
    for head in ["content-length: 209715200", "transfer-encoding: chunked"] {
        let written = Arc::new(AtomicUsize::new(0));
        let counter = written.clone();
        let origin = raw(move |mut stream| {
            let counter = counter.clone();
            async move {
                read_request(&mut stream).await;
                let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes()).await;
                let chunk = if head.starts_with("content") {
                    vec![b' '; 0x1_0000]
                } else {
                    [b"10000\r\n".to_vec(), vec![b' '; 0x1_0000], b"\r\n".to_vec()].concat()
                };
                while counter.load(Ordering::SeqCst) < 200 << 20 && stream.write_all(&chunk).await.is_ok() {
                    counter.fetch_add(chunk.len(), Ordering::SeqCst);
                }
            }
        })
        .await;
        let error = failure(&client(&origin)).await;
        check(&error, |error| matches!(error, Error::TooLarge { limit: 8_388_608, .. }), true);
        assert!(written.load(Ordering::SeqCst) < 64 << 20, "the connection was closed");
    }
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_read() {
    let body = token_answer("t").to_string();
    for (limit, fits) in [(body.len(), true), (body.len() - 1, false)] {
        let server = Server::start(|_, _| async { reply(200, &token_answer("t")) }).await;
        let client = limited_client(&server.origin, Limits { body: limit, ..Limits::default() });
        assert_eq!(client.fetch_token().await.is_ok(), fits, "{limit}");
    }
}

/// A proxy that opens the tunnel and then speaks for the other end: as an office's TLS inspection does.
async fn through_inspection(speak: fn(std::net::TcpStream)) -> Error {
    let origin = raw(move |mut stream| async move {
        read_request(&mut stream).await;
        let _ = stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await;
        let stream = stream.into_std().unwrap();
        stream.set_nonblocking(false).unwrap();
        tokio::task::spawn_blocking(move || speak(stream)).await.unwrap();
    })
    .await;
    let options = Options { proxy: Proxy::Fixed(origin.into()), ..Options::default() };
    failure(&Client::with_options(Hosts::com(), credentials(), &options).unwrap()).await
}

fn present(certificate: &'static [u8], mut stream: std::net::TcpStream) {
    let key = rustls::pki_types::PrivateKeyDer::try_from(include_bytes!("stranger/key.der").as_slice()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.into()], key)
        .unwrap();
    let mut connection = rustls::ServerConnection::new(Arc::new(config)).unwrap();
    while connection.is_handshaking() && connection.complete_io(&mut stream).is_ok() {}
}

/// Both are true of it. Wine asks first who signed, the others first when it ended; a real Windows has not been asked.
const EXPIRED_STRANGER: CertificateFault =
    if cfg!(windows) { CertificateFault::UnknownIssuer } else { CertificateFault::Expired };

// F32
#[tokio::test]
async fn a_certificate_of_a_stranger_is_refused_with_the_reason() {
    let faults: [(CertificateFault, fn(std::net::TcpStream)); 3] = [
        (CertificateFault::UnknownIssuer, |stream| present(include_bytes!("stranger/stranger.der"), stream)),
        (CertificateFault::UnknownIssuer, |stream| present(include_bytes!("stranger/self_signed.der"), stream)),
        (EXPIRED_STRANGER, |stream| present(include_bytes!("stranger/expired.der"), stream)),
    ];
    for (expected, speak) in faults {
        let error = through_inspection(speak).await;
        assert!(matches!(&error, Error::Certificate { fault, .. } if *fault == expected), "{error:?}");
        assert!(error.is_certificate_refused() && !error.may_have_acted());
        assert_eq!(error.host(), Some("api.dingtalk.com"));
    }
}

#[tokio::test]
async fn an_end_that_speaks_no_tls_is_no_secure_connection() {
    let error = through_inspection(|mut stream| {
        use std::io::{Read as _, Write as _};
        // The hello is read first: closing over unread bytes sends a reset, which can overtake the answer.
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\nnot TLS at all");
    })
    .await;
    assert!(matches!(error, Error::SecureConnection { .. }), "{error:?}");
    assert!(error.is_certificate_refused() && !error.may_have_acted());
}

/// A proxy that answers every CONNECT like this. It never gets further, so nothing leaves this machine.
async fn through_proxy(answer: &'static str) -> Error {
    let origin = raw(move |mut stream| async move {
        read_request(&mut stream).await;
        let _ = stream.write_all(answer.as_bytes()).await;
    })
    .await;
    let options = Options { proxy: Proxy::Fixed(origin.into()), ..Options::default() };
    failure(&Client::with_options(Hosts::com(), credentials(), &options).unwrap()).await
}

// F34
#[tokio::test]
async fn a_proxy_that_refuses_is_told_from_a_proxy_that_asks_for_a_sign_in() {
    let error = through_proxy("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n").await;
    assert!(matches!(error, Error::ProxyAuthentication { .. }), "{error:?}");
    assert_eq!(error.host(), Some("api.dingtalk.com"));
    for answer in ["HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n", "", "nonsense\r\n\r\n"] {
        let error = through_proxy(answer).await;
        assert!(matches!(error, Error::ProxyRefused { .. }), "{answer} {error:?}");
        assert!(error.is_proxy_refused() && !error.may_have_acted());
    }
}

#[tokio::test]
async fn loopback_hosts_never_use_a_proxy() {
    let proxy = Server::answering(json!({})).await;
    let server = Server::answering(json!({})).await;
    let options = Options { proxy: Proxy::Fixed(proxy.origin.clone().into()), ..Options::default() };
    Client::with_options(server.hosts(), credentials(), &options).unwrap().fetch_token().await.unwrap();
    assert_eq!((proxy.seen().len(), server.seen().len()), (0, 1));
}

#[tokio::test]
async fn an_unreadable_proxy_address_is_refused_without_being_repeated() {
    for url in ["ht!tp://CANARY@:x", "CANARY", "proxy.office:8080", "socks5://CANARY@127.0.0.1:1", ""] {
        let options = Options { proxy: Proxy::Fixed(url.into()), ..Options::default() };
        let error = Client::with_options(Hosts::com(), credentials(), &options).unwrap_err();
        assert!(matches!(error, Error::ClientUnusable { .. }), "{url}");
        assert!(!format!("{error:?} {error}").contains("CANARY"));
    }
}

#[tokio::test]
async fn a_path_never_leads_to_another_host() {
    let server = Server::answering(json!({"errcode": 0})).await;
    for path in [
        "@other.example/x",
        "//other.example/x",
        "https://other.example/x",
        "/../x",
        ".other.example",
        ":1/x",
        "\\\\other.example",
        "",
    ] {
        server.client().call_new(Method::GET, path, None).await.unwrap();
    }
    assert_eq!(server.calls().len(), 8);
}

#[tokio::test]
async fn a_host_is_reached_and_its_clock_is_read_by_a_request_without_keys() {
    let server = Server::start(|_, _| async {
        let date = ("date", "Wed, 02 Sep 2026 16:00:00 GMT");
        (StatusCode::METHOD_NOT_ALLOWED, [date], "").into_response()
    })
    .await;
    for host in [Host::Old, Host::New, Host::Login] {
        server.client().reach(host).await.unwrap();
        let time = server.client().server_time(host).await.unwrap();
        let since_1970 = time.date.duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(since_1970.as_secs(), 1_788_364_800);
    }
    for asked in server.seen() {
        assert_eq!((asked.method.as_str(), asked.body.as_str(), asked.token()), ("GET", "", None));
    }
}

// F23
#[tokio::test]
async fn a_sign_in_page_is_no_reached_host_but_the_login_host_is_made_of_pages() {
    let server =
        Server::start(|_, _| async { axum::response::Html("<html>Please sign in</html>").into_response() }).await;
    assert!(server.client().reach(Host::Old).await.unwrap_err().is_captive_portal());
    assert!(server.client().server_time(Host::New).await.unwrap_err().is_captive_portal());
    server.client().reach(Host::Login).await.unwrap();
}
