//! One client a connection, for as long as its keys and hosts are the same.

use dingtalk::{Client, Credentials, Hosts, Options, Proxy, Trace};
use secrecy::SecretString;

use super::{Engine, locked};
use crate::connection::{ConnectionId, Region};
use crate::practice::PracticeHosts;
use crate::problem::{Problem, ProblemCode, Result};
use crate::refusal;
use crate::store::ConnectionRow;
use crate::vault::Slot;

/// The client, and what it was made for.
pub(crate) struct Held {
    client: Client,
    hosts: Hosts,
    secret_set_at: Option<String>,
}

impl Engine {
    /// The working app's client.
    ///
    /// # Errors
    /// `SecretMissing` before any key was taken; the key store's own; `PracticeNotRunning`.
    pub(crate) async fn client(&self, row: &ConnectionRow) -> Result<Client> {
        let settled;
        let row = if row.key_change.is_settled() {
            row
        } else {
            // A kill in the middle of a change of keys: it is finished before any of them is used.
            self.settle_keys(&row.id).await?;
            settled = self.row(&row.id).await?;
            &settled
        };
        let hosts = self.hosts(row)?;
        let Some(keys) = &row.working_keys else { return Err(Problem::new(ProblemCode::SecretMissing)) };
        if let Some(held) = locked(&self.shared.clients).get(&row.id)
            && held.hosts == hosts
            && held.client.client_id() == keys.client_id
            && held.secret_set_at == row.secret_set_at
        {
            return Ok(held.client.clone());
        }
        let secret = self.shared.safe.read(&row.id, &Slot::ClientSecret).await?;
        self.shared.rechecks.store_is_open();
        // The key store is open at this moment: what a removal left in it can go.
        let _ = self.removals_go_on().await;
        let client = self.new_client(&row.id, hosts.clone(), &keys.client_id, secret)?;
        self.hold_client(&row.id, &client, hosts, row.secret_set_at.clone());
        Ok(client)
    }

    pub(crate) fn hold_client(&self, id: &ConnectionId, client: &Client, hosts: Hosts, secret_set_at: Option<String>) {
        let held = Held { client: client.clone(), hosts, secret_set_at };
        locked(&self.shared.clients).insert(id.clone(), held);
    }

    pub(crate) fn drop_client(&self, id: &ConnectionId) {
        locked(&self.shared.clients).remove(id);
    }

    /// For calls without the app's keys: reaching the hosts, the clock, a group's robot.
    pub(crate) fn keyless_client(&self, row: &ConnectionRow) -> Result<Client> {
        self.new_client(&row.id, self.hosts(row)?, "", SecretString::default())
    }

    /// Its calls are counted as this company's.
    pub(crate) fn new_client(
        &self,
        id: &ConnectionId,
        hosts: Hosts,
        client_id: &str,
        secret: SecretString,
    ) -> Result<Client> {
        let (hear, usage) = (self.shared.skews.listen(&hosts, &self.shared.parts.clock), self.shared.usage.clone());
        let (id, clock, log) = (id.clone(), self.shared.parts.clock.clone(), self.shared.log.clone());
        let options = Options {
            limits: *locked(&self.shared.limits),
            proxy: Proxy::Resolved(self.shared.resolver.clone()),
            trace: Some(Trace::to(move |exchange| {
                log.exchange(exchange);
                hear(exchange);
                usage.count(&id, exchange, &*clock);
            })),
            ..Options::default()
        };
        Client::with_options(hosts, Credentials::new(client_id, secret), &options)
            .map_err(|error| refusal::problem(&error))
    }

    /// S34: a practice connection talks to loopback alone, and a live one never to practice.
    /// What IT does not allow is not reached, whenever it was set up.
    ///
    /// # Errors
    /// `PracticeForbidden`, `RegionForbidden`; `PracticeNotRunning`.
    pub(crate) fn hosts(&self, row: &ConnectionRow) -> Result<Hosts> {
        self.shared.parts.policy.allow(row.region)?;
        match &row.given_hosts {
            Some(given) if row.region == Region::Practice => practice_hosts(given),
            Some(_) | None => self.region_hosts(row.region),
        }
    }

    /// Of an edition as such.
    pub(crate) fn region_hosts(&self, region: Region) -> Result<Hosts> {
        self.shared.parts.policy.allow(region)?;
        match region {
            Region::Com => Ok(Hosts::com()),
            Region::Io => Ok(Hosts::io()),
            Region::Practice => {
                let running = locked(&self.shared.practice_hosts).clone();
                practice_hosts(&running.ok_or_else(|| Problem::new(ProblemCode::PracticeNotRunning))?)
            }
        }
    }

    pub(crate) fn practice_hosts(&self, row: &ConnectionRow) -> Result<PracticeHosts> {
        self.shared.parts.policy.allow(Region::Practice)?;
        let hosts = row.given_hosts.clone().or_else(|| locked(&self.shared.practice_hosts).clone());
        hosts.ok_or_else(|| Problem::new(ProblemCode::PracticeNotRunning))
    }
}

pub(crate) fn practice_hosts(hosts: &PracticeHosts) -> Result<Hosts> {
    Hosts::custom(&hosts.old_host, &hosts.new_host, &hosts.login_host)
        .map_err(|_| Problem::new(ProblemCode::PracticeNotRunning))
}
