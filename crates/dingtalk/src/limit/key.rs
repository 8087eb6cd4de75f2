use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Whose calls are counted, or held, together. None of them holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Key {
    /// All that leaves this machine: what DingTalk's firewall shuts out is an address.
    Everything,
    /// One app on all APIs.
    App { client_id: String },
    /// What an app's organisation pays for by the month.
    Quota { client_id: String },
    /// One app on one API, named by its path without what varies in it.
    Api { client_id: String, api: String },
    /// One custom robot, known by the beginning of its token's SHA-256.
    Robot { fingerprint: String },
}

impl Key {
    pub fn app(client_id: &str) -> Self {
        Self::App { client_id: client_id.to_owned() }
    }

    pub fn quota(client_id: &str) -> Self {
        Self::Quota { client_id: client_id.to_owned() }
    }

    pub fn api(client_id: &str, api: &str) -> Self {
        Self::Api { client_id: client_id.to_owned(), api: api.to_owned() }
    }

    /// `token` is the webhook's `access_token`; what is kept of it does not lead back to it.
    pub fn robot(token: &str) -> Self {
        let digest = Sha256::digest(token.as_bytes());
        let beginning = digest.iter().take(8).fold(0_u64, |all, byte| (all << 8) | u64::from(*byte));
        Self::Robot { fingerprint: format!("{beginning:016x}") }
    }

    /// The app it belongs to, if it belongs to one.
    pub fn client_id(&self) -> Option<&str> {
        match self {
            Self::App { client_id } | Self::Quota { client_id } | Self::Api { client_id, .. } => Some(client_id),
            Self::Everything | Self::Robot { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_robots_key_does_not_hold_its_token() {
        let key = Key::robot("CANARY-token");
        assert_eq!(key, Key::robot("CANARY-token"));
        assert_ne!(key, Key::robot("CANARY-other"));
        assert!(!format!("{key:?}").contains("CANARY"));
    }
}
