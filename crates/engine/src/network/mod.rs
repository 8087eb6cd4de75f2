//! The office's network: which proxy is used, whether DingTalk's hosts can be reached through it and why not, who opens
//! encrypted traffic on the way, and whether this machine's clock is right.

mod certificate;
mod clock;
mod examine;
mod form;
mod proxy;
mod resolve;
mod snapshot;
mod span;
mod test;

pub use snapshot::{
    Apart, CertificateView, ClockView, HostRole, HostRow, HostState, NetworkSnapshot, NetworkTest, ProxyForm,
    ProxyMode, ProxyView, Span, SpanUnit, Way, ZoneView,
};

pub(crate) use clock::{Skews, is_off};
pub(crate) use form::address as proxy_address;
pub(crate) use proxy::Half;
pub(crate) use resolve::Resolver;
pub(crate) use test::Tests;
