//! The company at a glance: is all well, what waits and for whom, and what works. Told with every snapshot.

mod glance;
mod weigh;

pub use glance::{CheckProgress, OverviewView, Standing, WaitKind, WaitView};
pub(crate) use weigh::{Known, secret_age, standing, weigh};
