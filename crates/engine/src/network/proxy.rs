//! Setting the proxy. Its password rests in the key store, in one of two entries in turn: the new one is written before
//! the settings name it, and the old one goes after. Killed in between, the settings that stand still have their own.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::form;
use super::snapshot::{ProxyForm, ProxyMode, ProxyView};
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::policy::ProxyRule;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::store::{Answer, setting};
use crate::vault::{Safe, Slot};

/// As it lies in the settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    pub mode: ProxyMode,
    pub address: String,
    pub user: String,
    pub password: Option<Kept>,
    /// The other half may hold a password that no settings speak of. Written down before there can be one.
    #[serde(default)]
    pub untidy: bool,
}

/// Where the password is, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub half: Half,
    pub set_at: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Half {
    A,
    B,
}

impl Half {
    fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

pub(super) fn read(store: &rusqlite::Transaction) -> Answer<Stored> {
    let text = setting::read(store, setting::PROXY)?;
    // Settings that cannot be read are none: then the system's proxy is used, and the page shows so.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// What holds: the rule, with the sign-in that somebody set for this very proxy.
pub(super) fn ruled(stored: Stored, rule: Option<&ProxyRule>) -> Stored {
    let Some(rule) = rule else { return stored };
    match rule {
        ProxyRule::Address(address) if stored.mode == ProxyMode::Manual && stored.address == *address => stored,
        ProxyRule::Address(address) => {
            Stored { mode: ProxyMode::Manual, address: address.clone(), ..Stored::default() }
        }
        ProxyRule::Direct => Stored { mode: ProxyMode::None, ..Stored::default() },
        ProxyRule::System | ProxyRule::Blocked => Stored::default(),
    }
}

pub(super) async fn password(safe: &Safe, half: Half) -> Result<SecretString> {
    safe.read(&nobody(), &Slot::ProxyPassword(half)).await
}

/// The proxy belongs to no company.
fn nobody() -> ConnectionId {
    ConnectionId(String::new())
}

impl Engine {
    pub async fn proxy(&self) -> Result<ProxyView> {
        Ok(self.proxy_view(self.shared.store.with(read).await?))
    }

    /// From the next request on, without a restart.
    ///
    /// # Errors
    /// `ProxyFixed` by IT; of a proxy that IT named, its sign-in alone can be set.
    /// `ProxyAddressMalformed`, `ProxyPasswordMissing`, the key store's own: what was set before still stands then, unless
    /// it is the old password that could not be removed, which is tried again each time and at each start.
    pub async fn proxy_set(&self, form: ProxyForm) -> Result<ProxyView> {
        let _turn = self.shared.key_turn.lock().await;
        let before = self.shared.store.with(read).await?;
        let mut next = Stored { mode: form.mode, ..Stored::default() };
        if form.mode == ProxyMode::Manual {
            next.address = form::address(&form.address)?;
        }
        self.check_rule(&next)?;
        if form.mode == ProxyMode::Manual {
            form.user.trim().clone_into(&mut next.user);
        }
        let half = before.password.as_ref().map_or(Half::A, |kept| kept.half.other());
        if !next.user.is_empty() {
            next.password = match form.password.filter(|password| !password.is_empty()) {
                Some(password) => {
                    self.write_proxy(Stored { untidy: true, ..before.clone() }).await?;
                    next.untidy = true;
                    let slot = Slot::ProxyPassword(half);
                    let saved = self.shared.safe.save(&nobody(), &slot, &SecretString::from(password)).await;
                    saved.map_err(|problem| problem.at(Field::ProxyPassword))?;
                    Some(Kept { half, set_at: self.stamp() })
                }
                // Another proxy, or another person there, never gets the password of this one.
                None if (&before.address, &before.user) == (&next.address, &next.user) => before.password.clone(),
                None => None,
            };
            if next.password.is_none() {
                return Err(Problem::new(ProblemCode::ProxyPasswordMissing).at(Field::ProxyPassword));
            }
        }
        self.keep_proxy(&before, next).await
    }

    /// As on the first day: the system's proxy, and no password kept.
    ///
    /// # Errors
    /// The key store's own: the system's proxy is used all the same, and the password is removed as soon as it can be.
    pub async fn proxy_clear(&self) -> Result<ProxyView> {
        let _turn = self.shared.key_turn.lock().await;
        let before = self.shared.store.with(read).await?;
        self.keep_proxy(&before, Stored::default()).await
    }

    /// A password that was to go and could not goes now.
    pub(crate) async fn settle_proxy(&self) -> Result<()> {
        let _turn = self.shared.key_turn.lock().await;
        let stored = self.shared.store.with(read).await?;
        self.tidy_proxy(stored).await.map(drop)
    }

    async fn keep_proxy(&self, before: &Stored, mut next: Stored) -> Result<ProxyView> {
        next.untidy |= before.untidy || (before.password.is_some() && before.password != next.password);
        self.write_proxy(next.clone()).await?;
        let tidied = self.tidy_proxy(next).await;
        // What is set is set, whether or not the key store let the old password go.
        self.told_network().await;
        Ok(self.proxy_view(tidied?))
    }

    fn check_rule(&self, next: &Stored) -> Result<()> {
        match self.shared.parts.policy.proxy() {
            None => Ok(()),
            Some(ProxyRule::Address(address)) if next.mode == ProxyMode::Manual && next.address == *address => Ok(()),
            Some(_) => Err(Problem::new(ProblemCode::ProxyFixed)),
        }
    }

    fn proxy_view(&self, stored: Stored) -> ProxyView {
        let rule = self.shared.parts.policy.proxy();
        let Stored { mode, address, user, password, untidy: _ } = ruled(stored, rule);
        ProxyView { mode, address, user, password_set_at: password.map(|kept| kept.set_at), fixed: rule.is_some() }
    }

    /// Only who had a password needs a key store for this; then that one must be seen to go.
    async fn tidy_proxy(&self, stored: Stored) -> Result<Stored> {
        if !stored.untidy {
            return Ok(stored);
        }
        let used = stored.password.as_ref().map(|kept| kept.half);
        let unused = [Half::A, Half::B].into_iter().filter(|half| used != Some(*half)).map(Slot::ProxyPassword);
        self.shared.safe.wipe(&nobody(), &unused.collect::<Vec<_>>()).await?;
        let tidy = Stored { untidy: false, ..stored };
        self.write_proxy(tidy.clone()).await?;
        Ok(tidy)
    }

    async fn write_proxy(&self, stored: Stored) -> Result<()> {
        let text = serde_json::to_string(&stored).map_err(|_| Problem::new(ProblemCode::StoreUnusable))?;
        self.shared.store.with(move |store| setting::write(store, setting::PROXY, &text)).await
    }
}
