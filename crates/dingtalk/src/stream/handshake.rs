//! The WebSocket handshake over the client's own HTTP: the same proxy, the same certificates, the same words for faults.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Upgraded;
use reqwest::header::{
    CONNECTION, HeaderMap, HeaderValue, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use sha1::{Digest, Sha1};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::LinkFault;
use super::open::Ticket;
use crate::redact::Redactor;
use crate::{Client, Error};

pub(super) type Socket = WebSocketStream<Upgraded>;

/// F46. A push of DingTalk's is a few kilobytes.
const LARGEST: usize = 1024 * 1024;
/// RFC 6455 § 1.3.
const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

impl Client {
    pub(super) async fn connect_stream(&self, ticket: Ticket) -> Result<Socket, LinkFault> {
        let Ticket { url, ticket } = ticket;
        let key = new_key()?;
        let mut headers = HeaderMap::new();
        headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
        headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
        headers.insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        headers.insert(SEC_WEBSOCKET_KEY, HeaderValue::from_str(&key).map_err(|_| LinkFault::HandshakeWrong)?);
        let redactor = Redactor::of([&ticket, &self.credentials().client_secret]);
        let answer = self.transport().ask(url, headers, &redactor).await?;
        if answer.status().as_u16() != 101 {
            return Err(LinkFault::Refused { status: answer.status().as_u16() });
        }
        let said = |name| answer.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let upgraded = said(UPGRADE).is_some_and(|to| to.eq_ignore_ascii_case("websocket"));
        if !upgraded || said(SEC_WEBSOCKET_ACCEPT) != Some(accept(&key).as_str()) {
            return Err(LinkFault::HandshakeWrong);
        }
        let connection = answer.upgrade().await.map_err(|_| LinkFault::HandshakeWrong)?;
        let config = WebSocketConfig::default().max_message_size(Some(LARGEST)).max_frame_size(Some(LARGEST));
        Ok(WebSocketStream::from_raw_socket(connection, Role::Client, Some(config)).await)
    }
}

fn new_key() -> Result<String, Error> {
    let mut random = [0; 16];
    let no_random = |_| Error::ClientUnusable { detail: "this machine gives no random bytes".into() };
    getrandom::fill(&mut random).map_err(no_random)?;
    Ok(STANDARD.encode(random))
}

fn accept(key: &str) -> String {
    let mut hash = Sha1::new();
    hash.update(key.as_bytes());
    hash.update(GUID);
    STANDARD.encode(hash.finalize())
}

#[cfg(test)]
mod tests {
    /// RFC 6455 § 1.3.
    #[test]
    fn the_answer_to_a_key_is_the_published_one() {
        assert_eq!(super::accept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
}
