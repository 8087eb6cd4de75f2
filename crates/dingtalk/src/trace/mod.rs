//! What went over the wire, for a caller's log: an allow-list of fields, none of which can hold a secret or a person.
//!
//! No query, no body, no header and no server's sentence is in it, and of a path only its template.

mod exchange;
mod recording;

use std::fmt;
use std::sync::Arc;

pub use exchange::{Exchange, Fate};
pub(crate) use recording::{Head, Recording};

/// Hears of each exchange when it is over. Called in the midst of the call: it is to be quick.
#[derive(Clone)]
pub struct Trace {
    listener: Arc<dyn Fn(&Exchange) + Send + Sync>,
}

impl Trace {
    pub fn to(listener: impl Fn(&Exchange) + Send + Sync + 'static) -> Self {
        Self { listener: Arc::new(listener) }
    }

    fn tell(&self, exchange: &Exchange) {
        (self.listener)(exchange);
    }
}

impl fmt::Debug for Trace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Trace")
    }
}
