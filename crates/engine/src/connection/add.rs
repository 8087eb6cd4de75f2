//! A connection given whole, for servers and scripts; and its token.

use secrecy::{ExposeSecret, SecretString};

use super::list::new_id;
use super::name::{check_free, clean_name};
use super::{ConnectionView, NewConnection, Region, TokenView};
use crate::connection::ConnectionId;
use crate::engine::{Engine, practice_hosts};
use crate::keys;
use crate::practice::PracticeHosts;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::refusal;
use crate::store::{ConnectionRow, WorkingKeys, connection};
use crate::vault::Slot;

impl Engine {
    /// Saves the keys as given: no call is made, so that it can be prepared away from the network. Where an
    /// administrator puts the secrets, one that is not given is read there, and a real call tries it.
    ///
    /// # Errors
    /// `CompanyNameEmpty`, `CompanyNameTooLong`, `NameTaken`; `KeyEmpty`, `KeyControlCharacters`, `KeysSwapped`;
    /// `AddressMalformed` for hosts that are not http on loopback, or hosts of a live connection; the key store's own;
    /// where the secret is mounted, those of the call too; `PracticeForbidden`, `RegionForbidden`.
    pub async fn connection_add(&self, new: NewConnection) -> Result<ConnectionView> {
        self.shared.parts.policy.allow(new.region)?;
        let name = clean_name(&new.name)?;
        check_hosts(new.region, new.hosts.as_ref())?;
        let (corp_id, client_id) = (keys::clean(&new.corp_id).value, keys::clean(&new.client_id).value);
        let mounted = self.shared.safe.is_mounted();
        let secret = if mounted && new.secret.expose_secret().is_empty() && !client_id.is_empty() {
            self.shared.safe.mounted_for_app(&client_id).await?
        } else {
            new.secret
        };
        let secret = SecretString::from(keys::clean(secret.expose_secret()).value);
        let agent_id = keys::clean(&new.agent_id).value;
        let mut fields = vec![
            (Field::CorpId, corp_id.as_str()),
            (Field::ClientId, client_id.as_str()),
            (Field::ClientSecret, secret.expose_secret()),
        ];
        if !agent_id.is_empty() {
            fields.push((Field::AgentId, agent_id.as_str()));
        }
        keys::check(&fields)?;
        let mut row = ConnectionRow::new(new_id(), new.region, self.stamp());
        row.name.clone_from(&name);
        row.register.company_name = name;
        row.given_hosts = new.hosts;
        row.draft_corp_id.clone_from(&corp_id);
        row.draft_client_id.clone_from(&client_id);
        row.draft_agent_id.clone_from(&agent_id);
        row.working_keys = Some(WorkingKeys { corp_id, client_id, agent_id });
        // The row goes first, and says that its slot may hold something: a secret in the key store always belongs to
        // somebody, whatever happens in between.
        row.key_change.untidy = true;
        let id = row.id.clone();
        {
            let _turn = self.shared.key_turn.lock().await;
            self.shared
                .store
                .with(move |store| {
                    check_free(store, &row.name, row.region, None)?;
                    connection::insert(store, &row)
                })
                .await?;
            if let Err(problem) = self.keep_given(&id, &secret).await {
                // Refused or not, it may lie in the key store: a removal looks, and waits for a store that is shut.
                let _ = self.connection_remove(&id).await;
                return Err(problem);
            }
        }
        if mounted && let Err(problem) = self.token(&id).await {
            // Nobody else has ever tried what lies in that file.
            let _ = self.connection_remove(&id).await;
            return Err(problem);
        }
        Ok(self.told(&id).await?.connection)
    }

    async fn keep_given(&self, id: &ConnectionId, secret: &SecretString) -> Result<()> {
        self.keep_secret(id, &Slot::ClientSecret, secret).await?;
        let now = self.stamp();
        self.alter(id, move |_, row| {
            row.secret_set_at = Some(now);
            row.key_change.untidy = false;
            Ok(())
        })
        .await
    }

    /// Fetches the app's token by a real call and tells how long it is valid. A refusal comes back as it is: there is no
    /// task on a screen.
    pub async fn token(&self, id: &ConnectionId) -> Result<TokenView> {
        let row = self.row(id).await?;
        let validity = self.client(&row).await?.fetch_token().await.map_err(|error| refusal::problem(&error))?;
        Ok(TokenView { seconds: validity.remaining.as_secs() })
    }
}

/// # Errors
/// `AddressMalformed` for hosts that are not http on loopback, or hosts of a live connection.
pub(crate) fn check_hosts(region: Region, hosts: Option<&PracticeHosts>) -> Result<()> {
    let Some(hosts) = hosts else { return Ok(()) };
    let loopback = practice_hosts(hosts).is_ok() && crate::link::is_loopback(&hosts.console_url);
    if region == Region::Practice && loopback {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::AddressMalformed).at(Field::Address))
}
