//! One error for both gateways and for the way to them. It names a cause; whose turn it is and what to do is the caller's.

mod before;
mod causes;
mod directory;
mod questions;
mod sign_in;
mod told_by;
mod unfit;
mod words;

use std::net::IpAddr;
use std::time::Duration;

pub use causes::{ContactField, Duplicate, IncompleteRead, Limit, SignatureFault};
pub use unfit::Unfit;
pub use words::ServerWords;

use crate::{NoRoute, PeerCertificate, UserId};

/// Why a call failed. Parsing is total: what nobody here has seen is [`Error::Unknown`].
///
/// No variant holds a secret: Client Secret, tokens, webhook tokens and signatures are taken out where it is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    // Nothing left this machine
    #[error("the HTTP client could not be set up: {detail}")]
    ClientUnusable { detail: String },
    #[error("the request could not be made: {detail}")]
    RequestUnusable { detail: String },
    #[error("the message was not sent: {0}")]
    Unfit(#[from] Unfit),

    // The way to DingTalk; nothing was asked
    #[error("the name {host} could not be looked up: {detail}")]
    NameUnknown { host: String, detail: String },
    /// No connection, or it broke off before the access token came that the call needed.
    #[error("no connection to {host}: {detail}")]
    Unreachable { host: String, detail: String },
    /// No connection in time, or no access token in time for the call that needed one.
    #[error("no way to {host} within {after:?}")]
    ConnectTimedOut { host: String, after: Duration },
    #[error("the certificate of {host} was refused: {detail}")]
    Certificate { host: String, fault: CertificateFault, detail: String, certificate: Option<Box<PeerCertificate>> },
    #[error("no secure connection to {host}: {detail}")]
    SecureConnection { host: String, detail: String },
    #[error("no way to {host}: {reason}")]
    NoRoute { host: String, reason: NoRoute },
    /// Its name is unknown, or nobody listens there.
    #[error("the proxy {proxy} on the way to {host} does not answer: {detail}")]
    ProxyUnreachable { host: String, proxy: String, detail: String },
    #[error("the proxy asks for a sign-in before {host}")]
    ProxyAuthentication { host: String },
    #[error("the proxy refused the way to {host}: {detail}")]
    ProxyRefused { host: String, detail: String },

    // It was asked; the answer is not DingTalk's, or none came
    #[error("no answer of {host} within {after:?}")]
    TimedOut { host: String, after: Duration },
    #[error("the connection to {host} broke off: {detail}")]
    Interrupted { host: String, detail: String },
    /// HTTP 3xx: followed nowhere, as no call of DingTalk's redirects.
    #[error("{host} answered HTTP {status}, a redirection")]
    Redirected { host: String, status: u16, to: Option<String> },
    /// An HTML page where JSON belongs.
    #[error("{host} answered a web page (HTTP {status})")]
    CaptivePortal { host: String, status: u16 },
    /// DingTalk's firewall shuts out an address for five minutes after 10,000 calls in 20 s.
    #[error("{host} has shut out this address for a while")]
    AddressBanned { host: String, wait: Duration },
    #[error("the answer of {host} is larger than {limit} bytes")]
    TooLarge { host: String, limit: usize },
    #[error("the answer of {host} (HTTP {status}) cannot be read: {reason}")]
    Unreadable { host: String, status: u16, reason: UnreadableReason },
    /// Each answer was good, but together they are not the whole. Nothing may be concluded from who is absent.
    #[error("the reading is not complete after {read} entries: {reason}")]
    ReadIncomplete { reason: IncompleteRead, read: u64 },

    // DingTalk's answers
    #[error("the Client ID or Client Secret was refused ({words})")]
    CredentialsRefused { words: Box<ServerWords> },
    #[error("the CorpID was refused ({words})")]
    CorpIdRefused { words: Box<ServerWords> },
    #[error("the access token was refused ({words})")]
    TokenRefused { words: Box<ServerWords> },
    #[error("a permission is missing ({words})")]
    PermissionMissing { permissions: Vec<String>, apply_link: Option<String>, words: Box<ServerWords> },
    #[error("the address is not on the allow list ({words})")]
    AddressRefused { address: Option<IpAddr>, words: Box<ServerWords> },
    #[error("outside the contact scope ({words})")]
    ContactScope { scope: ContactScope, words: Box<ServerWords> },
    #[error("too many calls ({words})")]
    Throttled { wait: Duration, words: Box<ServerWords> },
    #[error("this month's calls are used up ({words})")]
    QuotaUsed { words: Box<ServerWords> },
    #[error("DingTalk is busy ({words})")]
    Busy { may_have_acted: bool, wait: Option<Duration>, words: Box<ServerWords> },
    #[error("the Agent ID was refused ({words})")]
    AgentIdRefused { words: Box<ServerWords> },
    #[error("the app or the organisation is disabled ({words})")]
    AppDisabled { words: Box<ServerWords> },
    #[error("no such user ({words})")]
    UserUnknown { words: Box<ServerWords> },
    #[error("no such department ({words})")]
    DepartmentUnknown { words: Box<ServerWords> },
    /// 60120.
    #[error("the user is disabled ({words})")]
    UserDisabled { words: Box<ServerWords> },
    /// `existing` is the userid that some 60104 answers are said to carry. Source: third-party clients, not DingTalk.
    #[error("it exists already ({words})")]
    Duplicate { what: Duplicate, existing: Option<UserId>, words: Box<ServerWords> },
    /// 40103: an invitation went out, and the person has no userid before accepting it.
    #[error("the person has to consent first ({words})")]
    ConsentNeeded { words: Box<ServerWords> },
    /// 41054, 40021, 40022: a mobile number cannot be changed, only deleted with its user and made anew.
    #[error("the mobile number cannot be changed ({words})")]
    MobileFixed { words: Box<ServerWords> },
    /// 12150: titles and departments are managed by 智能人事, whose transfer has to be used.
    #[error("Smart HR manages this ({words})")]
    HrManaged { words: Box<ServerWords> },
    /// Only accounts that belong to the organisation (企业账号) can be disabled, enabled and signed out.
    #[error("not an account of the organisation ({words})")]
    OrgAccountOnly { words: Box<ServerWords> },
    #[error("the field {field:?} was refused ({words})")]
    FieldRefused { field: ContactField, words: Box<ServerWords> },
    #[error("a parameter was refused ({words})")]
    ParameterRefused { name: Option<String>, words: Box<ServerWords> },
    #[error("a parameter is missing ({words})")]
    ParameterMissing { name: Option<String>, words: Box<ServerWords> },
    /// Method, scheme, content type or body: a fault of the program that asks.
    #[error("the form of the request was refused ({words})")]
    RequestMalformed { words: Box<ServerWords> },
    #[error("a limit is reached ({words})")]
    LimitReached { limit: Limit, words: Box<ServerWords> },
    /// 60005, 60006: people or departments are below it.
    #[error("the department is not empty ({words})")]
    DepartmentNotEmpty { words: Box<ServerWords> },
    /// 60007, 60018.
    #[error("the root department cannot be changed ({words})")]
    RootFixed { words: Box<ServerWords> },
    /// A sign-in code or refresh token that is spent, expired or of another kind.
    #[error("the code was refused ({words})")]
    CodeRefused { words: Box<ServerWords> },
    /// 50001: not registered under 开发配置 > 安全设置.
    #[error("the redirect address is not registered ({words})")]
    RedirectRefused { words: Box<ServerWords> },
    /// The organisation has not authorised this third-party app.
    #[error("the organisation has not authorised the app ({words})")]
    NotAuthorised { words: Box<ServerWords> },
    #[error("the suite ticket was refused ({words})")]
    SuiteTicketRefused { words: Box<ServerWords> },
    #[error("the signature was refused ({words})")]
    SignatureRefused { fault: SignatureFault, words: Box<ServerWords> },
    /// Registering or testing an event callback failed.
    #[error("the callback was refused ({words})")]
    CallbackRefused { words: Box<ServerWords> },
    /// 81001, 81002: no relation to the recipient, or the recipient refuses messages.
    #[error("the recipient takes no message ({words})")]
    RecipientRefused { words: Box<ServerWords> },
    #[error("no such call ({words})")]
    PathUnknown { words: Box<ServerWords> },
    #[error("the robot refused the message ({words})")]
    Robot { refusal: RobotRefusal, words: Box<ServerWords> },
    #[error("an answer nobody here knows ({words})")]
    Unknown { words: Box<ServerWords> },
}

/// What was found wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CertificateFault {
    Expired,
    NotYetValid,
    WrongName,
    /// Signed by nobody this machine trusts: often an office's TLS inspection without its certificate installed here.
    UnknownIssuer,
    Revoked,
    /// Refused for a reason that only the detail names.
    Unnamed,
}

/// Whom the app may not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContactScope {
    User,
    Department,
}

/// Why a robot did not take a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RobotRefusal {
    /// The signature is missing or wrong.
    Signature,
    /// None of the robot's keywords is in the text.
    Keyword,
    /// The caller's address is not on the robot's list; the address if DingTalk told it.
    Address(Option<IpAddr>),
    /// The timestamp is more than an hour off.
    Clock,
    /// No robot has this webhook token.
    TokenUnknown,
    /// More than 20 messages in a minute; blocked for ten.
    Throttled,
    Disabled,
    GroupGone,
    /// A link, picture or text that DingTalk holds unsafe.
    Content,
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum UnreadableReason {
    #[error("it is empty")]
    Empty,
    #[error("it is not JSON")]
    NotJson,
    #[error("it is nested too deeply")]
    TooDeep,
    #[error("it has too many parts")]
    TooManyParts,
    #[error("a key stands in it twice")]
    DuplicateKey,
    #[error("it has no error code")]
    NoCode,
    #[error("its status and its error code contradict each other")]
    Contradiction,
    /// The call that needed the token never left.
    #[error("it brings no access token")]
    NoToken,
    #[error("its shape is not the documented one")]
    UnexpectedShape,
    #[error("it is about somebody else than was asked for")]
    WrongSubject,
    #[error("it has no date")]
    DateMissing,
}

/// Why hosts were refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HostsError {
    #[error("{url} is not http on a literal loopback address")]
    NotLoopback { url: String },
}

/// Why a text is not a robot's webhook. None of these repeats the text, which may hold a token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    #[error("not a web address")]
    NotAUrl,
    #[error("not https")]
    NotHttps,
    #[error("the host {0} is not DingTalk's")]
    ForeignHost(String),
    #[error("not the address of a custom robot")]
    WrongPath,
    #[error("no access_token in it")]
    TokenMissing,
}
