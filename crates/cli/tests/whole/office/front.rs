//! DingTalk's own names in front of the practice server: speaks TLS with their certificate, and hands each request on
//! to the practice port of the host that it was for.

use std::fmt::Write as _;
use std::sync::Arc;

use practice::Hosts;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::authority::Authority;

pub const STREAM: &str = "wss-open-connection.dingtalk.com";
const NAMES: [&str; 4] = ["oapi.dingtalk.com", "api.dingtalk.com", "login.dingtalk.com", STREAM];

/// The port that it listens to.
pub async fn start(authority: &Authority, hosts: Hosts) -> u16 {
    let issued = authority.issue(&NAMES);
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(issued.key));
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![issued.certificate], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (acceptor, hosts) = (acceptor.clone(), hosts.clone());
            tokio::spawn(async move {
                if asked_to_connect(&mut stream).await.is_ok()
                    && let Ok(stream) = acceptor.accept(stream).await
                {
                    let _ = serve(stream, &hosts).await;
                }
            });
        }
    });
    port
}

/// The proxy asks the next one on its way for a tunnel; one that opens traffic speaks TLS at once.
async fn asked_to_connect(stream: &mut TcpStream) -> std::io::Result<()> {
    let mut first = [0];
    stream.peek(&mut first).await?;
    if first == *b"C" {
        read_head(stream).await?;
        stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    }
    Ok(())
}

/// One request a connection, so that each head passes through here.
async fn serve(mut stream: tokio_rustls::server::TlsStream<TcpStream>, hosts: &Hosts) -> std::io::Result<()> {
    let (head, rest) = read_head(&mut stream).await?;
    let name = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("host: ").map(str::to_owned));
    let name = name.unwrap_or_default();
    let origin = match name.split('.').next() {
        Some("oapi") => &hosts.old_host,
        Some("login") => &hosts.login_host,
        _ => &hosts.new_host,
    };
    let address = origin.trim_start_matches("http://");
    let upgrade = head.to_ascii_lowercase().contains("\r\nupgrade:");
    let mut sent = String::new();
    for line in head.trim_end().lines() {
        let lower = line.to_ascii_lowercase();
        if lower.starts_with("host:") {
            let _ = write!(sent, "host: {address}\r\n");
        } else if upgrade || !lower.starts_with("connection:") {
            let _ = write!(sent, "{line}\r\n");
        }
    }
    sent += if upgrade { "\r\n" } else { "connection: close\r\n\r\n" };
    let mut server = TcpStream::connect(address).await?;
    server.write_all(sent.as_bytes()).await?;
    server.write_all(&rest).await?;
    copy_bidirectional(&mut stream, &mut server).await?;
    Ok(())
}

async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> std::io::Result<(String, Vec<u8>)> {
    let mut read = Vec::new();
    loop {
        if let Some(at) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let rest = read.split_off(at + 4);
            return Ok((String::from_utf8_lossy(&read).into_owned(), rest));
        }
        if stream.read_buf(&mut read).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
}
