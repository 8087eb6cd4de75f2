//! `HOITUNG_TIMING=1` prints when each step of the start was reached, for benchmarks.

use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

pub fn mark(name: &str) {
    if std::env::var_os("HOITUNG_TIMING").is_none_or(|value| value != "1") {
        return;
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let _ = writeln!(std::io::stderr(), "TIMING {name} epoch_ms={now}");
}
