//! Another name for a connection, and a second one like it.

use super::list::new_id;
use super::name::{check_free, clean_name};
use super::{ConnectionId, ConnectionView};
use crate::engine::Engine;
use crate::problem::Result;
use crate::setup::SetupSnapshot;
use crate::store::{ConnectionRow, connection, message, setting};

impl Engine {
    /// # Errors
    /// `CompanyNameEmpty`, `CompanyNameTooLong`; `NameTaken` by another one.
    pub async fn connection_rename(&self, id: &ConnectionId, name: &str) -> Result<ConnectionView> {
        let name = clean_name(name)?;
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                check_free(store, &name, row.region, Some(&wanted))?;
                row.name.clone_from(&name);
                row.register.company_name = name;
                connection::write(store, &row)
            })
            .await?;
        Ok(self.told(id).await?.connection)
    }

    /// What was chosen and written goes along; keys, robots and everything that was verified do not: another app has
    /// to show that for itself. The new one is on the screen then.
    ///
    /// # Errors
    /// `CompanyNameEmpty`, `CompanyNameTooLong`, `NameTaken`; `PracticeForbidden`, `RegionForbidden`.
    pub async fn connection_duplicate(&self, id: &ConnectionId, name: &str) -> Result<SetupSnapshot> {
        let name = clean_name(name)?;
        self.shared.parts.policy.allow(self.row(id).await?.region)?;
        let (wanted, made_at) = (id.clone(), self.stamp());
        let made = self
            .shared
            .store
            .with(move |store| {
                let like = connection::find(store, &wanted)?;
                check_free(store, &name, like.region, None)?;
                let mut row = ConnectionRow::new(new_id(), like.region, made_at);
                row.given_hosts = like.given_hosts;
                row.register = like.register;
                row.register.company_name.clone_from(&name);
                row.name = name;
                row.purposes = like.purposes;
                let written = message::drafts(store, &wanted)?.message;
                connection::insert(store, &row)?;
                let drafts = message::Drafts { message: written, ..message::Drafts::default() };
                message::write_drafts(store, &row.id, &drafts)?;
                setting::write(store, setting::CURRENT, &row.id.0)?;
                Ok(row.id)
            })
            .await?;
        self.told(&made).await
    }
}
