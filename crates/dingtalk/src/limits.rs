use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;

use crate::{Limiter, ProxyResolver, RetryPolicy, Trace};

/// What one request may cost at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Until the connection stands, TLS included. Nothing was asked if it runs out.
    pub connect: Duration,
    /// Until the last byte of the answer, however slowly it drips.
    pub total: Duration,
    /// Bytes of an answer's body.
    pub body: usize,
}

impl Default for Limits {
    /// 10 s, 60 s, 8 MB.
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), total: Duration::from_mins(1), body: 8 * 1024 * 1024 }
    }
}

/// How requests leave this machine. Loopback hosts never use a proxy, whatever is said here.
#[derive(Clone, Default)]
pub enum Proxy {
    /// What the operating system and the environment say.
    #[default]
    System,
    /// Straight out.
    Direct,
    /// One proxy for everything, e.g. `http://proxy.office:8080`; secret, as it may carry a password.
    Fixed(SecretString),
    /// Whatever this says, asked anew for each request.
    Resolved(Arc<dyn ProxyResolver>),
}

/// Shows the kind alone.
impl fmt::Debug for Proxy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::System => "System",
            Self::Direct => "Direct",
            Self::Fixed(_) => "Fixed",
            Self::Resolved(_) => "Resolved",
        })
    }
}

/// What a client may be told beyond its hosts and keys.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub limits: Limits,
    pub proxy: Proxy,
    /// Keeps calls within DingTalk's rates. Without one each call leaves at once.
    pub limiter: Option<Limiter>,
    /// By default one call is one request.
    pub retry: RetryPolicy,
    /// Hears of each request when it is over.
    pub trace: Option<Trace>,
}
