//! A client for the DingTalk open platform: typed calls on both gateways, one error, one token cache.
//!
//! DingTalk has two gateways with two dialects. The old one (`oapi`) answers every failure with HTTP 200 and an
//! `errcode`, often wrapped in `errcode` 88; the new one (`api`) answers HTTP 4xx with a `code`. Both become one
//! [`Error`] here, which is asked questions ([`Error::is_token_refused`], [`Error::missing_permissions`], …).
//!
//! One call is one request, and a second one only where DingTalk refused the token and so cannot have acted. More is
//! asked for in [`Options`]: a [`Limiter`] that keeps within DingTalk's rates, a [`RetryPolicy`], a [`Trace`].
//!
//! ```no_run
//! # async fn example() -> dingtalk::Result<()> {
//! use dingtalk::{Client, Credentials, Hosts};
//! let client = Client::new(Hosts::com(), Credentials::new("dingexample", "the secret".into()))?;
//! client.fetch_token().await?;
//! let scopes = client.auth_scopes().await?;
//! # let _ = scopes; Ok(()) }
//! ```

mod adaptors;
mod app_robot;
mod certificate;
mod client;
mod clock;
mod contact;
mod credentials;
mod encode;
mod error;
mod event;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod gateway;
mod hosts;
mod ids;
mod isv;
mod jsapi;
mod lenient;
mod limit;
mod limits;
mod notice;
mod oauth;
mod redact;
mod retry;
mod robot;
mod route;
mod stream;
mod token;
mod trace;

pub use app_robot::{BatchSent, GroupReaders, MessageRead, ProcessQueryKey, ReadStatus, Recalled, RobotTemplate};
pub use certificate::PeerCertificate;
pub use client::Client;
pub use clock::{Examined, Reached, ServerTime};
pub use contact::{
    Administrator, AdministratorLevel, AuthScopes, Change, ContactLanguage, ContactType, CreatedUser, Department,
    DepartmentChange, DepartmentDetail, DepartmentLead, DepartmentOrder, DepartmentTitle, Directory, ExtensionMode,
    LeaveReason, Leaver, LeaverPage, LeaverRequest, Matching, Member, Membership, NewDepartment, NewUser,
    OrgAccountStatus, OrgEmailType, Page, PageRequest, Pages, Reading, Search, SearchResult, UnionUser, User,
    UserChange, UserName, UserRole, read_pages, walk,
};
pub use credentials::Credentials;
pub use error::{
    CertificateFault, ContactField, ContactScope, Duplicate, Error, HostsError, IncompleteRead, Limit, RobotRefusal,
    ServerWords, SignatureFault, Unfit, UnreadableReason, WebhookError,
};
pub use event::{CallbackCrypto, CallbackError, Event, FailedEvents, Replay, ReplayGuard, Sealed};
pub use gateway::{Asked, Fetch, plain_bytes, plain_text, read_refusal};
pub use hosts::{Host, Hosts};
pub use ids::{DepartmentId, TaskId, UserId};
pub use isv::{IssuedToken, suite_sign};
pub use jsapi::{JsapiHash, JsapiPage, JsapiTicket, jsapi_url};
pub use limit::{
    Departure, Held, HoldCause, InFlight, Key, Limiter, LimiterBuilder, Log, LoggedCalls, LoggedHold, Permit, Rate,
    Rates,
};
pub use limits::{Limits, Options, Proxy};
pub use notice::{
    Notice, NoticeMessage, NoticeProgress, NoticeRecipients, NoticeRefusal, NoticeStatus, OaBody, OaFormRow, OaHead,
    OaNotice, OaRich, OaStatusBar, SendResult, WorkNotice,
};
pub use oauth::{
    AuthCode, DedicatedAccount, OrgType, Profile, RedirectError, SignIn, SignInScope, SignedInUser, UserToken,
    read_redirect,
};
pub use reqwest::Method;
pub use retry::{Api, Kind, RetryPolicy};
pub use robot::{
    ActionCard, Actions, At, Button, FeedLink, NotARobotMessage, Orientation, RichPart, RobotAtUser, RobotConversation,
    RobotLink, RobotMarkdown, RobotMessage, RobotPushFault, RobotReceived, RobotReceivedContent, RobotSecret,
    RobotSender, RobotText, SessionWebhook, Webhook, check_robot_push, robot_sign, robot_text_json,
};
pub use route::{NoRoute, ProxyResolver, ProxyServer, Route, Routing};
pub use stream::{
    Callback, Content, Delivery, LinkFault, LinkState, Outcome, SeenEvents, Stream, StreamBuilder, Subscription,
};
pub use token::TokenValidity;
pub use trace::{Exchange, Fate, Trace};

/// What every call of this crate answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;
