//! The network page's test: one at a time for each company, told row by row, and stopped when asked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::watch;

use super::examine::examine;
use super::snapshot::{NetworkSnapshot, NetworkTest};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Change, Engine, locked};
use crate::problem::Result;
use crate::store::ConnectionRow;

/// The last test of each company; a test tells about now, so none is kept over a restart.
#[derive(Clone, Default)]
pub(crate) struct Tests(Arc<Mutex<HashMap<ConnectionId, Kept>>>);

#[derive(Default)]
struct Kept {
    test: NetworkTest,
    cancel: Option<watch::Sender<bool>>,
}

/// Under way until dropped.
pub(super) struct Running {
    tests: Tests,
    id: ConnectionId,
}

impl Tests {
    fn start(&self, id: &ConnectionId) -> Option<(Running, watch::Receiver<bool>)> {
        let mut all = locked(&self.0);
        let kept = all.entry(id.clone()).or_default();
        if kept.cancel.is_some() {
            return None;
        }
        let (cancel, cancelled) = watch::channel(false);
        kept.cancel = Some(cancel);
        Some((Running { tests: self.clone(), id: id.clone() }, cancelled))
    }

    pub fn any(&self) -> bool {
        locked(&self.0).values().any(|kept| kept.cancel.is_some())
    }

    fn of(&self, id: &ConnectionId) -> NetworkTest {
        locked(&self.0).get(id).map(|kept| kept.test.clone()).unwrap_or_default()
    }
}

impl Running {
    pub fn id(&self) -> &ConnectionId {
        &self.id
    }

    pub fn keep(&self, test: &NetworkTest) {
        locked(&self.tests.0).entry(self.id.clone()).or_default().test = test.clone();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut all = locked(&self.tests.0);
        let kept = all.entry(self.id.clone()).or_default();
        kept.cancel = None;
        kept.test.running = false;
    }
}

impl Engine {
    pub async fn network(&self, id: &ConnectionId) -> Result<NetworkSnapshot> {
        let proxy = self.proxy().await?;
        Ok(NetworkSnapshot { connection: id.clone(), proxy, test: self.shared.tests.of(id), zone: self.zone() })
    }

    /// Reaches each of the company's hosts once. Pressed again while it runs, it runs on.
    ///
    /// # Errors
    /// `PracticeNotRunning` and the like: no test began. What a test finds is in its rows.
    pub async fn network_test(&self, id: &ConnectionId) -> Result<NetworkSnapshot> {
        let row = self.row(id).await?;
        let client = self.keyless_client(&row)?;
        let Some((running, cancelled)) = self.shared.tests.start(id) else { return self.network(id).await };
        let test = examine(self, client, cancelled, Some(&running)).await;
        running.keep(&test);
        // Its end is told when another one can begin, and not before.
        drop(running);
        let snapshot = self.network(id).await?;
        self.tell(Change::Network(snapshot.clone()));
        Ok(snapshot)
    }

    /// The same for a check-up, which has its own way to stop. The network's page shows it as its last test.
    pub(crate) async fn hosts_examined(&self, row: &ConnectionRow, stop: watch::Receiver<bool>) -> Result<NetworkTest> {
        let client = self.keyless_client(row)?;
        let Some((running, _)) = self.shared.tests.start(&row.id) else {
            // Somebody tests on the network's page at this moment; that one can be stopped by them.
            return Ok(examine(self, client, stop, None).await);
        };
        let test = examine(self, client, stop, Some(&running)).await;
        running.keep(&test);
        drop(running);
        self.tell_network(&row.id).await;
        Ok(test)
    }

    /// Stops the test under way; what it found stays.
    pub fn network_cancel(&self, id: &ConnectionId) {
        if let Some(cancel) = locked(&self.shared.tests.0).get(id).and_then(|kept| kept.cancel.as_ref()) {
            cancel.send_replace(true);
        }
    }

    /// The same for an edition as such, before there is any company.
    pub async fn network_test_region(&self, region: Region) -> Result<NetworkTest> {
        let client = self.new_client(
            &ConnectionId(String::new()),
            self.region_hosts(region)?,
            "",
            secrecy::SecretString::default(),
        )?;
        let (_never, cancelled) = watch::channel(false);
        Ok(examine(self, client, cancelled, None).await)
    }

    /// The settings changed for every company that is on a screen.
    pub(super) async fn told_network(&self) {
        let shown: Vec<_> = locked(&self.shared.tests.0).keys().cloned().collect();
        for id in shown {
            self.tell_network(&id).await;
        }
    }

    /// Read anew each time: the proxy may have been set meanwhile.
    pub(super) async fn tell_network(&self, id: &ConnectionId) {
        if let Ok(snapshot) = self.network(id).await {
            self.tell(Change::Network(snapshot));
        }
    }
}
