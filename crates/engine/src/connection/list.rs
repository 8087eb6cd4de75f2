//! Making, choosing, leaving and removing connections.

use uuid::Uuid;

use super::{ConnectionId, ConnectionView, Region};
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::settings::AppSnapshot;
use crate::setup::{RegisterForm, SetupSnapshot};
use crate::store::{Answer, ConnectionRow, connection, robot, setting, task};

impl Engine {
    /// Also puts it on the screen. One of the same region that was never touched is used again. A company begins in the
    /// region that IT allows.
    ///
    /// # Errors
    /// `PracticeForbidden`, `RegionForbidden`; those of the store.
    pub async fn connection_create(&self, region: Region) -> Result<SetupSnapshot> {
        let region = self.shared.parts.policy.beginning(region);
        self.shared.parts.policy.allow(region)?;
        let created_at = self.stamp();
        let id = self
            .shared
            .store
            .with(move |store| {
                for row in connection::all(store)? {
                    if row.region == region && is_untouched(store, &row)? {
                        setting::write(store, setting::CURRENT, &row.id.0)?;
                        return Ok(row.id);
                    }
                }
                let row = ConnectionRow::new(new_id(), region, created_at);
                connection::insert(store, &row)?;
                setting::write(store, setting::CURRENT, &row.id.0)?;
                Ok(row.id)
            })
            .await?;
        self.told(&id).await
    }

    pub async fn connection_select(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                setting::write(store, setting::CURRENT, &wanted.0)
            })
            .await?;
        self.told(id).await
    }

    /// Back to the welcome page. Nothing is lost.
    pub async fn connection_leave(&self) -> Result<AppSnapshot> {
        self.shared.store.with(|store| setting::clear(store, setting::CURRENT)).await?;
        self.told_app().await
    }

    pub async fn connections(&self) -> Result<Vec<ConnectionView>> {
        Ok(self.app().await?.connections)
    }

    /// By its name, or by its id.
    ///
    /// # Errors
    /// `ConnectionUnknown`; `NameTaken` when several have this name, as nothing is guessed.
    pub async fn connection_named(&self, name: &str) -> Result<ConnectionView> {
        let all = self.connections().await?;
        if let Some(found) = all.iter().find(|view| view.id.0 == name) {
            return Ok(found.clone());
        }
        let mut named = all.into_iter().filter(|view| !name.trim().is_empty() && view.name == name.trim());
        let first = named.next().ok_or_else(|| Problem::new(ProblemCode::ConnectionUnknown).arg("name", name))?;
        if named.next().is_some() {
            return Err(Problem::new(ProblemCode::NameTaken).arg("name", name));
        }
        Ok(first)
    }
}

pub(crate) fn new_id() -> ConnectionId {
    ConnectionId(Uuid::now_v7().simple().to_string())
}

fn is_untouched(store: &rusqlite::Transaction, row: &ConnectionRow) -> Answer<bool> {
    let nothing_typed = row.name.is_empty()
        && row.given_hosts.is_none()
        && row.register == RegisterForm::default()
        && [&row.draft_corp_id, &row.draft_client_id, &row.draft_agent_id].iter().all(|draft| draft.is_empty())
        && row.secret_set_at.is_none()
        && row.candidate_length.is_none();
    Ok(nothing_typed && task::all(store, &row.id)?.is_empty() && robot::all(store, &row.id)?.is_empty())
}
