//! Reading a connection's row, and changing it in one transaction.

use rusqlite::Transaction;

use super::Engine;
use crate::connection::ConnectionId;
use crate::problem::Result;
use crate::setup::SetupSnapshot;
use crate::store::{Answer, ConnectionRow, connection};

impl Engine {
    /// # Errors
    /// `ConnectionUnknown`, and those of the store.
    pub(crate) async fn row(&self, id: &ConnectionId) -> Result<ConnectionRow> {
        let wanted = id.clone();
        self.shared.store.with(move |store| connection::find(store, &wanted)).await
    }

    /// Changes the row in one transaction, which may change more.
    pub(crate) async fn alter(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&Transaction, &mut ConnectionRow) -> Answer<()> + Send + 'static,
    ) -> Result<()> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                change(store, &mut row)?;
                connection::write(store, &row)
            })
            .await
    }

    /// Changes what is typed or chosen, and tells.
    pub(crate) async fn change_row(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut ConnectionRow) + Send + 'static,
    ) -> Result<SetupSnapshot> {
        self.alter(id, |_, row| {
            change(row);
            Ok(())
        })
        .await?;
        self.told(id).await
    }
}
