//! One POST to an address of this computer: no proxy, no redirect, no name looked up elsewhere.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::body::Bytes;
use axum::http::{Method, Request, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use url::{Host, Url};

use super::letter::Letter;
use crate::event::Why;

/// An answer is a few hundred bytes.
const BODY_LIMIT: usize = 64 * 1024;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub body: Bytes,
}

/// An `http://` address whose host is this computer by number or as `localhost`.
pub fn loopback(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    (url.scheme() == "http" && !hosts(&url).is_empty()).then_some(url)
}

/// Where to knock; empty when it is not this computer.
fn hosts(url: &Url) -> Vec<IpAddr> {
    let (four, six) = (IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST));
    match url.host() {
        Some(Host::Domain("localhost")) => vec![four, six],
        Some(Host::Ipv4(address)) if address.is_loopback() => vec![IpAddr::V4(address)],
        Some(Host::Ipv6(address)) if address.is_loopback() => vec![six],
        Some(Host::Domain(_) | Host::Ipv4(_) | Host::Ipv6(_)) | None => Vec::new(),
    }
}

async fn dial(url: &Url) -> Result<TcpStream, Why> {
    let port = url.port_or_known_default().unwrap_or(80);
    for host in hosts(url) {
        if let Ok(stream) = TcpStream::connect(SocketAddr::new(host, port)).await {
            return Ok(stream);
        }
    }
    Err(Why::Unreachable)
}

/// Ends the connection with the call, also when the call is given up.
struct Driver(JoinHandle<()>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Without a time limit of its own.
pub async fn post(address: &str, letter: &Letter) -> Result<Reply, Why> {
    let url = loopback(address).ok_or(Why::AddressForeign)?;
    let stream = dial(&url).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|_| Why::Unreachable)?;
    let _driver = Driver(tokio::spawn(async move {
        // Its error shows at the sender as well.
        let _ = connection.await;
    }));
    let answer = sender.send_request(request(&url, letter)?).await.map_err(|_| Why::Unreachable)?;
    let status = answer.status().as_u16();
    let body = Limited::new(answer.into_body(), BODY_LIMIT).collect().await.map_err(|_| Why::Malformed)?;
    Ok(Reply { status, body: body.to_bytes() })
}

fn request(url: &Url, letter: &Letter) -> Result<Request<Full<Bytes>>, Why> {
    let target = letter.address(url);
    let path = format!("{}?{}", target.path(), target.query().unwrap_or_default());
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::HOST, host)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONNECTION, "close")
        .body(Full::new(Bytes::from(letter.body())))
        .map_err(|_| Why::AddressForeign)
}
