//! Looking: what is asked, when, and what is told of it.

use super::advice::advice;
use super::view::{AddressSource, AddressView, SentinelView};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, locked};
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::{address, connection, setting};

impl Engine {
    pub async fn sentinel(&self, id: &ConnectionId) -> Result<SentinelView> {
        let wanted = id.clone();
        let (row, seen, changed, echo) = self
            .shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                let (seen, changed) = (address::all(store, &wanted)?, address::changed(store, &wanted)?);
                Ok((row, seen, changed, setting::read(store, setting::ECHO)?.is_some()))
            })
            .await?;
        let practice = row.region == Region::Practice;
        let advice = advice(&row, &seen, changed.is_some());
        let (v4, v6): (Vec<_>, Vec<_>) = seen.into_iter().partition(address::AddressRow::is_v4);
        let view = |rows: Vec<address::AddressRow>| rows.into_iter().map(AddressView::from).collect();
        let host = |url: &String| url::Url::parse(url).ok()?.host_str().map(str::to_owned);
        let echoes = locked(&self.shared.surroundings.echoes).clone();
        Ok(SentinelView {
            echo: echo && !practice,
            practice,
            echo_hosts: echoes.iter().filter_map(|echo| host(&echo.url)).collect(),
            change: changed.map(Into::into),
            v4: view(v4),
            v6: view(v6),
            advice,
        })
    }

    /// Whether other companies' services may be asked. For the whole installation: all companies share one network.
    ///
    /// # Errors
    /// `ChoiceMissing` while practising.
    pub async fn sentinel_echo(&self, id: &ConnectionId, on: bool) -> Result<SentinelView> {
        if self.row(id).await?.region == Region::Practice {
            return Err(Problem::new(ProblemCode::ChoiceMissing));
        }
        self.shared
            .store
            .with(
                move |store| {
                    if on { setting::write(store, setting::ECHO, "on") } else { setting::clear(store, setting::ECHO) }
                },
            )
            .await?;
        self.sentinel(id).await
    }

    /// The services, where that was chosen, and a real call, where there are keys for it.
    ///
    /// # Errors
    /// Those of the keys.
    pub async fn sentinel_look(&self, id: &ConnectionId) -> Result<SentinelView> {
        self.echo_look(id).await?;
        if self.row(id).await?.working_keys.is_some() {
            self.allow_list_check(id).await?;
        }
        self.told(id).await?;
        self.sentinel(id).await
    }

    /// Asks the services, if that was chosen. What most of them do not tell stays as it was.
    pub(crate) async fn echo_look(&self, id: &ConnectionId) -> Result<()> {
        let wanted = id.clone();
        let (practice, on) = self
            .shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                Ok((row.region == Region::Practice, setting::read(store, setting::ECHO)?.is_some()))
            })
            .await?;
        if practice || !on {
            return Ok(());
        }
        let told = self.echoed().await;
        let (wanted, now) = (id.clone(), self.stamp());
        self.shared
            .store
            .with(move |store| {
                for ip in told {
                    address::seen(store, &wanted, &ip.to_string(), AddressSource::Echo, &now)?;
                }
                Ok(())
            })
            .await
    }

    /// For tests: what this computer is taken to know of its network.
    pub fn set_footprint(&self, footprint: impl Fn() -> String + Send + Sync + 'static) {
        *locked(&self.shared.surroundings.footprint) = std::sync::Arc::new(footprint);
    }

    /// Another network than at the last beat, in this run of the program or before: each company is looked at once, by
    /// one of the programs that look at this folder.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn surroundings_look(&self) -> Result<()> {
        let footprint = locked(&self.shared.surroundings.footprint).clone();
        let Ok(now) = tokio::task::spawn_blocking(move || footprint()).await else { return Ok(()) };
        // A pulled cable is no other network.
        if now.is_empty() {
            return Ok(());
        }
        let moved = self
            .shared
            .store
            .with(move |store| {
                let before = setting::read(store, setting::FOOTPRINT)?;
                if before.as_ref() != Some(&now) {
                    setting::write(store, setting::FOOTPRINT, &now)?;
                }
                Ok(before.is_some_and(|before| before != now))
            })
            .await?;
        if !moved {
            return Ok(());
        }
        for row in self.shared.store.with(connection::all).await? {
            let idle = row.working_keys.is_none() || self.hosts(&row).is_err();
            if idle || self.shared.rechecks.is_shut(&row.id) {
                continue;
            }
            if let Err(problem) = Box::pin(self.sentinel_look(&row.id)).await {
                self.shared.rechecks.note_shut(&row.id, problem.code);
            }
        }
        Ok(())
    }
}
