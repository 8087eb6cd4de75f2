use secrecy::SecretString;

use crate::gateway::{Dialect, Request};
use crate::token::{Fetched, Lease, Wanted};
use crate::{Client, Method, Result, TokenValidity};

/// What a page is signed with. One for each app; asking again extends it, for 24 hours at most.
#[derive(Debug, Clone)]
pub struct JsapiTicket {
    pub ticket: SecretString,
    pub validity: TokenValidity,
}

impl Client {
    /// The ticket, by `POST /v1.0/oauth2/jsapiTickets` if none is held or it is near its end. Callers at the same moment
    /// share one request. Source: create-a-jsapi-ticket.
    pub async fn jsapi_ticket(&self) -> Result<JsapiTicket> {
        Ok(self.tickets().obtain(Wanted::Valid, self.ask_for_ticket()).await?.into())
    }

    /// The same by the old gateway's `GET /get_jsapi_ticket`, should the new one be out of reach: an app has one ticket,
    /// so one that is held serves here too. Source: obtain-jsapi-ticket.
    pub async fn jsapi_ticket_from_old_host(&self) -> Result<JsapiTicket> {
        Ok(self.tickets().obtain(Wanted::Valid, self.ask_old_host_for_ticket()).await?.into())
    }

    /// The next call fetches a ticket: after a page was refused with one that seemed to hold.
    pub async fn forget_jsapi_ticket(&self) {
        self.tickets().forget().await;
    }

    async fn ask_for_ticket(&self) -> Result<Fetched> {
        let request = Request::new(Dialect::New, Method::POST, "/v1.0/oauth2/jsapiTickets");
        self.fetched(self.call(&request).await?, Dialect::New, ["jsapiTicket", "expireIn"])
    }

    async fn ask_old_host_for_ticket(&self) -> Result<Fetched> {
        let request = Request::new(Dialect::Old, Method::GET, "/get_jsapi_ticket");
        self.fetched(self.call(&request).await?, Dialect::Old, ["ticket", "expires_in"])
    }
}

impl From<Lease> for JsapiTicket {
    fn from(lease: Lease) -> Self {
        Self { ticket: lease.token, validity: lease.validity }
    }
}
