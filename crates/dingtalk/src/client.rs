use std::fmt;
use std::sync::Arc;

use reqwest::Method;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use crate::adaptors::Adaptors;
use crate::encode::percent_encoded;
use crate::gateway::{Dialect, Request, Transport, unexpected};
use crate::retry::Api;
use crate::token::{self, Fetched, Lease, TokenCache, Wanted};
use crate::{Credentials, Error, Hosts, Options, Result, TokenValidity};

/// One app's way to DingTalk. Clones share connections and the access token.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

struct Shared {
    credentials: Credentials,
    transport: Transport,
    tokens: TokenCache,
    tickets: TokenCache,
    adaptors: Adaptors,
}

impl Client {
    /// With the usual limits and the system's proxy. No request is made yet.
    pub fn new(hosts: Hosts, credentials: Credentials) -> Result<Self> {
        Self::with_options(hosts, credentials, &Options::default())
    }

    pub fn with_options(hosts: Hosts, credentials: Credentials, options: &Options) -> Result<Self> {
        let transport = Transport::new(hosts, options)?;
        Ok(Self {
            shared: Arc::new(Shared {
                credentials,
                transport,
                tokens: TokenCache::default(),
                tickets: TokenCache::default(),
                adaptors: Adaptors::of(options),
            }),
        })
    }

    pub fn hosts(&self) -> &Hosts {
        self.shared.transport.hosts()
    }

    pub fn client_id(&self) -> &str {
        &self.shared.credentials.client_id
    }

    /// Fetches an access token by `POST /v1.0/oauth2/accessToken`, whether or not one is held, and keeps it.
    /// DingTalk repeats and extends a token that still holds. Callers at the same moment share one request.
    pub async fn fetch_token(&self) -> Result<TokenValidity> {
        Ok(self.shared.tokens.obtain(Wanted::New, self.ask_for_token()).await?.validity)
    }

    /// The same by the old gateway's `GET /gettoken`. Both gateways take either token.
    pub async fn fetch_token_from_old_host(&self) -> Result<TokenValidity> {
        Ok(self.shared.tokens.obtain(Wanted::New, self.ask_old_host_for_token()).await?.validity)
    }

    /// How long the held token still holds; `None` if there is none. Makes no request.
    pub async fn token_validity(&self) -> Option<TokenValidity> {
        self.shared.tokens.validity().await
    }

    /// The next call fetches a new token: needed after a permission was granted, as older tokens do not carry it.
    pub async fn forget_token(&self) {
        self.shared.tokens.forget().await;
    }

    /// Whether the keys belong to this organisation, by `POST /v1.0/oauth2/{corpId}/token`. The token it brings is
    /// dropped. Errors: [`Error::CorpIdRefused`], [`Error::CredentialsRefused`] and those of any call.
    pub async fn corp_token_check(&self, corp_id: &str) -> Result<()> {
        let keys = &self.shared.credentials;
        let body = json!({
            "client_id": keys.client_id,
            "client_secret": keys.client_secret.expose_secret(),
            "grant_type": "client_credentials",
        });
        let path = format!("/v1.0/oauth2/{}/token", percent_encoded(corp_id));
        let request = Request::new(Dialect::CorpToken, Method::POST, path).with_body(body.to_string());
        self.fetched(self.send(&request, None).await?, Dialect::CorpToken, ["access_token", "expires_in"]).map(drop)
    }

    /// Any POST on the old gateway with the token in its query, e.g. `/topapi/v2/user/get`. Answers the whole object,
    /// its `errcode` 0. A refused token is renewed once and the call repeated: the gateway refuses before it acts.
    pub async fn call_old(&self, path: &str, body: Value) -> Result<Value> {
        self.call(&Request::new(Dialect::Old, Method::POST, path).with_body(body.to_string())).await
    }

    /// Any GET on the old gateway with the token in its query, e.g. `/auth/scopes`; the path may hold a query.
    pub async fn get_old(&self, path: &str) -> Result<Value> {
        self.call(&Request::new(Dialect::Old, Method::GET, path)).await
    }

    /// Any call on the new gateway with the token in its header; the path may hold a query. An empty good answer is
    /// [`Value::Null`]. A refused token is renewed once and the call repeated.
    pub async fn call_new(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value> {
        let request = Request::new(Dialect::New, method, path);
        let request = match body {
            Some(body) => request.with_body(body.to_string()),
            None => request,
        };
        self.call(&request).await
    }

    pub(crate) async fn call(&self, request: &Request) -> Result<Value> {
        self.call_hiding(request, &[]).await
    }

    /// The same for a request that holds secrets of its own.
    pub(crate) async fn call_hiding(&self, request: &Request, secrets: &[&SecretString]) -> Result<Value> {
        self.under_policy(request, || self.call_with_token(request, secrets)).await
    }

    async fn call_with_token(&self, request: &Request, secrets: &[&SecretString]) -> Result<Value> {
        let lease = self.lease(Wanted::Valid).await?;
        match self.exchange(request, Some(&lease.token), secrets).await {
            Err(error) if error.is_token_refused() => {}
            outcome => return outcome,
        }
        let lease = self.lease(Wanted::LaterThan(lease.fetch)).await?;
        self.exchange(request, Some(&lease.token), secrets).await
    }

    async fn under_policy<A>(&self, request: &Request, attempt: impl FnMut() -> A) -> Result<Value>
    where
        A: Future<Output = Result<Value>>,
    {
        let adaptors = self.adaptors();
        adaptors.retry.run(Api::of(&request.path).kind(), adaptors.limiter.as_ref(), attempt).await
    }

    async fn lease(&self, wanted: Wanted) -> Result<Lease> {
        self.shared.tokens.obtain(wanted, self.ask_for_token()).await.map_err(Error::before_the_call)
    }

    /// As often as the retry policy has it; no token unless given.
    pub(crate) async fn send(&self, request: &Request, token: Option<&SecretString>) -> Result<Value> {
        self.send_hiding(request, token, &[]).await
    }

    /// The same for a request that holds secrets of its own.
    pub(crate) async fn send_hiding(
        &self,
        request: &Request,
        token: Option<&SecretString>,
        secrets: &[&SecretString],
    ) -> Result<Value> {
        self.under_policy(request, || self.exchange(request, token, secrets)).await
    }

    pub(crate) fn tickets(&self) -> &TokenCache {
        &self.shared.tickets
    }

    pub(crate) fn adaptors(&self) -> &Adaptors {
        &self.shared.adaptors
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.shared.credentials
    }

    pub(crate) fn transport(&self) -> &Transport {
        &self.shared.transport
    }

    async fn ask_for_token(&self) -> Result<Fetched> {
        let keys = &self.shared.credentials;
        let body = json!({ "appKey": keys.client_id, "appSecret": keys.client_secret.expose_secret() });
        let request = Request::new(Dialect::NewToken, Method::POST, "/v1.0/oauth2/accessToken");
        let answer = self.exchange(&request.with_body(body.to_string()), None, &[]).await?;
        self.fetched(answer, Dialect::NewToken, ["accessToken", "expireIn"])
    }

    async fn ask_old_host_for_token(&self) -> Result<Fetched> {
        let keys = &self.shared.credentials;
        let request = Request::new(Dialect::OldToken, Method::GET, "/gettoken")
            .with_query("appkey", keys.client_id.as_str())
            .with_query("appsecret", keys.client_secret.expose_secret());
        let answer = self.exchange(&request, None, &[]).await?;
        self.fetched(answer, Dialect::OldToken, ["access_token", "expires_in"])
    }

    /// A token or ticket of an answer, with its lifetime.
    pub(crate) fn fetched(&self, mut answer: Value, dialect: Dialect, [token, lifetime]: [&str; 2]) -> Result<Fetched> {
        let lifetime = token::lifetime(answer.get(lifetime));
        match answer.get_mut(token).map(Value::take) {
            Some(Value::String(token)) if !token.is_empty() => Ok(Fetched { token: token.into(), lifetime }),
            _ => Err(unexpected(self.hosts().name(dialect.host()))),
        }
    }
}

/// Shows where it talks to and as whom; no secret.
impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("hosts", self.hosts())
            .field("client_id", &self.client_id())
            .finish_non_exhaustive()
    }
}
