//! Where a running server is, for itself and for other processes.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::state::store::is_held;

pub(crate) const RUNNING_FILE: &str = "running.json";

/// All begin with `http://127.0.0.1:PORT`, or `https://` with TLS, and have no trailing slash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hosts {
    /// The look-alike of `oapi.dingtalk.com`.
    pub old_host: String,
    /// The look-alike of `api.dingtalk.com`.
    pub new_host: String,
    /// The look-alike of `login.dingtalk.com`.
    pub login_host: String,
    /// The developer console, for a browser. Carries no secret.
    pub console_url: String,
    /// For tests: the console's origin and a secret path. Whoever knows it may do anything.
    pub admin_url: String,
}

/// The keys of the app and robot that [`crate::AppChoice::Ready`] makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyApp {
    pub corp_id: String,
    pub client_id: String,
    pub client_secret: String,
    pub agent_id: String,
    /// The same as the Client ID.
    pub robot_code: String,
    pub robot_webhook: String,
    pub robot_secret: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Notice {
    #[serde(flatten)]
    pub hosts: Hosts,
    pub pid: u32,
}

/// The server that holds this folder now, in whatever process. What a killed one left behind is ignored.
pub fn running(dir: &Path) -> Option<Hosts> {
    if !is_held(dir) {
        return None;
    }
    let text = fs::read(dir.join(RUNNING_FILE)).ok()?;
    let notice: Notice = serde_json::from_slice(&text).ok()?;
    Some(notice.hosts)
}
