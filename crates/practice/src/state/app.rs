//! An internal app (企业内部应用) and its keys.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Effect, Permission, Refusal, Scope, Version, World, permission};
use crate::random;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct App {
    /// `ding` and 16 lower-case letters and digits. Also the robot code. Old name: AppKey.
    pub client_id: String,
    /// 64 letters, digits, `-` or `_`. Old name: AppSecret.
    pub client_secret: String,
    /// Ten digits.
    pub agent_id: String,
    /// UUID.
    pub unified_app_id: String,
    pub name: String,
    pub description: String,
    pub created_at: Timestamp,
    /// By code; a point that is absent was never asked for.
    pub permissions: BTreeMap<String, Permission>,
    /// As typed: addresses, CIDR ranges, or patterns such as `203.0.113.*`.
    pub allow_list: Vec<String>,
    /// Whose records the contact calls may touch (授权范围).
    pub contact_scope: Scope,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// 重定向URL, as typed.
    #[serde(default)]
    pub redirect_addresses: Vec<String>,
    /// A third-party app (ISV): the ticket that DingTalk pushed to it last.
    #[serde(default)]
    pub suite_ticket: Option<String>,
    /// Raised when permissions, allow list or publication change: tokens issued earlier are not
    /// handed out again. DingTalk's behaviour at that moment is inferred (dingtalk-api.md §1.4).
    pub revision: u64,
}

impl App {
    /// The version in force, if one was ever released.
    pub fn published_version(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.is_released())
    }

    pub fn is_published(&self) -> bool {
        self.published_version().is_some()
    }
}

impl World {
    /// Creates an internal app with the points every new app has. Returns its Client ID.
    pub fn create_app(&mut self, name: &str, description: &str) -> Result<String, Refusal> {
        if self.developer.is_none() {
            return Err(Refusal::NotRegistered);
        }
        let (name, description) = (name.trim(), description.trim());
        if name.chars().count() < 2 {
            return Err(Refusal::NameTooShort);
        }
        if description.chars().count() < 4 {
            return Err(Refusal::DescriptionTooShort);
        }
        let client_id = format!("ding{}", random::letters_and_digits(16));
        let permissions = permission::granted_to_new_apps(self.now);
        self.apps.push(App {
            client_id: client_id.clone(),
            client_secret: random::url_safe(64),
            agent_id: random::digits(10),
            unified_app_id: random::uuid(),
            name: name.to_owned(),
            description: description.to_owned(),
            created_at: self.now,
            permissions,
            allow_list: Vec::new(),
            contact_scope: Scope::Everyone,
            versions: Vec::new(),
            redirect_addresses: Vec::new(),
            suite_ticket: None,
            revision: 0,
        });
        self.record(Effect::AppCreated { client_id: client_id.clone(), name: name.to_owned() });
        Ok(client_id)
    }

    /// A new Client Secret; the old one is refused from now on. Tokens live on until they end.
    pub fn rotate_secret(&mut self, client_id: &str) -> Result<(), Refusal> {
        self.app_mut(client_id)?.client_secret = random::url_safe(64);
        self.record(Effect::SecretRotated { client_id: client_id.to_owned() });
        Ok(())
    }

    pub fn set_contact_scope(&mut self, client_id: &str, scope: Scope) -> Result<(), Refusal> {
        self.check_scope(&scope)?;
        self.app_mut(client_id)?.contact_scope = scope;
        self.record(Effect::ContactScopeChanged { client_id: client_id.to_owned() });
        Ok(())
    }
}
