//! Where the practice server is now. The engine never starts it: whoever holds both does.

use serde::{Deserialize, Serialize};

/// Resolved anew at each start; a practice connection stores none of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeHosts {
    /// `http://127.0.0.1:PORT`, no trailing slash.
    pub old_host: String,
    pub new_host: String,
    pub login_host: String,
    pub console_url: String,
}
