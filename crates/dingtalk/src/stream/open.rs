use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde_json::Value;
use url::Url;

use super::subscription::Wanted;
use super::{LinkFault, Subscription, endpoint};
use crate::gateway::{Dialect, Request, to_json, unexpected};
use crate::{Client, Host, Method};

/// Leave to connect once within 90 seconds.
pub(super) struct Ticket {
    pub(super) url: Url,
    pub(super) ticket: SecretString,
}

/// The documents also have `localIp`, "to find connection problems"; it is optional, and nobody's business.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Opening<'a> {
    client_id: &'a str,
    client_secret: &'a str,
    subscriptions: Vec<Wanted<'a>>,
    ua: &'static str,
}

const UA: &str = concat!("dingtalk-rs/", env!("CARGO_PKG_VERSION"));

impl Client {
    /// `POST /v1.0/gateway/connections/open`. Without `Accept: application/json` it would answer XML.
    pub(super) async fn open_stream(&self, subscription: &Subscription) -> Result<Ticket, LinkFault> {
        let keys = self.credentials();
        let opening = Opening {
            client_id: &keys.client_id,
            client_secret: keys.client_secret.expose_secret(),
            subscriptions: subscription.wanted(),
            ua: UA,
        };
        let request = Request::new(Dialect::NewToken, Method::POST, "/v1.0/gateway/connections/open");
        let mut answer = self.send(&request.with_body(to_json(&opening)), None).await?;
        let mut text = |name| match answer.get_mut(name).map(Value::take) {
            Some(Value::String(text)) if !text.is_empty() => Ok(text),
            _ => Err(unexpected(self.hosts().name(Host::New))),
        };
        let ticket = SecretString::from(text("ticket")?);
        let mut url = endpoint::checked(&text("endpoint")?, self.hosts())?;
        url.query_pairs_mut().append_pair("ticket", ticket.expose_secret());
        Ok(Ticket { url, ticket })
    }
}
