//! Stop 5: where it runs, the address DingTalk sees, and the allow list. Its reminder is one of all (`crate::reminder`).

use std::net::{IpAddr, Ipv4Addr};

use dingtalk::Error;

use super::{AnswerCode, Place, SetupSnapshot, Task};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Proof, Stopped};
use crate::permission::SCOPES_CALL;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::sentinel::AddressSource;
use crate::store::{ConnectionRow, address as addresses, connection, task};

impl Engine {
    pub async fn place_choose(&self, id: &ConnectionId, place: Place) -> Result<SetupSnapshot> {
        let name = match place {
            Place::ThisPc => "this-pc",
            Place::OfficeServer => "office-server",
            Place::AwsHongKong => "aws-hong-kong",
            Place::Elsewhere => "elsewhere",
        };
        let proof = Proof::said(AnswerCode::PlaceChosen).arg("place", name);
        self.keep(id, Task::Place, proof, move |row| row.place = Some(place)).await
    }

    /// DingTalk tells the address it sees only where it refuses it. If calls are taken already, that shows the allow
    /// list, and the address stays unknown unless an earlier refusal told it: then somebody types it.
    ///
    /// # Errors
    /// Those of the keys.
    pub async fn address_find(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        self.try_address(id, Task::Address).await
    }

    /// # Errors
    /// `AddressMalformed` for what is no public address of one machine.
    pub async fn address_type(&self, id: &ConnectionId, ip: String) -> Result<SetupSnapshot> {
        let address = public_address(&ip)?;
        let proof = Proof::said(AnswerCode::AddressTyped).arg("ip", &address);
        let (wanted, typed, now) = (id.clone(), address.clone(), self.stamp());
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                addresses::seen(store, &wanted, &typed, AddressSource::Typed, &now)
            })
            .await?;
        self.keep(id, Task::Address, proof, move |row| row.address = Some(address)).await
    }

    /// A real call with the app's token is taken: the list holds this machine's address and is not empty.
    ///
    /// # Errors
    /// Those of the keys.
    pub async fn allow_list_check(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        self.try_address(id, Task::AllowList).await
    }

    async fn try_address(&self, id: &ConnectionId, asked: Task) -> Result<SetupSnapshot> {
        let row = self.row(id).await?;
        let client = self.client(&row).await?;
        let Some(mut run) = self.begin(id, &[asked]).await? else { return self.snapshot(id).await };
        match run.call(client.auth_scopes()).await {
            // Where only a permission is missing the address was let in: it is looked at first.
            Ok(_) | Err(Stopped::Failed(Error::PermissionMissing { .. })) => self.address_accepted(id).await?,
            // The refusal is what was asked for.
            Err(Stopped::Failed(error @ Error::AddressRefused { address: Some(_), .. })) if asked == Task::Address => {
                self.note_refused_address(id, SCOPES_CALL, &error).await?;
            }
            Err(stopped) => run.stopped(asked, SCOPES_CALL, &stopped).await?,
        }
        drop(run);
        self.told(id).await
    }

    /// Whatever was refused for its address waits to be tried again.
    async fn address_accepted(&self, id: &ConnectionId) -> Result<()> {
        let (engine, id) = (self.clone(), id.clone());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &id)?;
                let mut proof = Proof::verified(SCOPES_CALL, AnswerCode::AddressAccepted);
                if let Some(ip) = &row.address {
                    proof = proof.arg("ip", ip);
                }
                for known in task::all(store, &id)? {
                    if known.problem.is_some_and(|problem| problem.code == ProblemCode::AddressRefused) {
                        task::clear_problem(store, &id, known.task)?;
                    }
                }
                let evidence = engine.evidence(proof, row.region == Region::Practice);
                // A refusal from before the sightings were kept, or from another version of this program.
                if let Some(ip) = row.address.as_ref().filter(|_| row.refused.is_some()) {
                    addresses::seen(store, &id, ip, AddressSource::Refusal, &evidence.at)?;
                }
                addresses::approved(store, &id, SCOPES_CALL, &evidence.at)?;
                task::done(store, &id, Task::AllowList, &evidence)?;
                row.refused = None;
                connection::write(store, &row)
            })
            .await
    }

    /// Keeps what was chosen together with its evidence.
    async fn keep(
        &self,
        id: &ConnectionId,
        task: Task,
        proof: Proof,
        change: impl FnOnce(&mut ConnectionRow) + Send + 'static,
    ) -> Result<SetupSnapshot> {
        let (engine, wanted) = (self.clone(), id.clone());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                change(&mut row);
                task::done(store, &wanted, task, &engine.evidence(proof, row.region == Region::Practice))?;
                connection::write(store, &row)
            })
            .await?;
        self.told(id).await
    }
}

/// One machine's address as the Internet sees it. A private one is what a router hides.
fn public_address(typed: &str) -> Result<String> {
    let cleaned = crate::keys::clean(typed).value;
    let address: Option<IpAddr> = cleaned.parse().ok();
    match address {
        Some(address) if is_public(address) => Ok(address.to_string()),
        Some(_) | None => Err(Problem::new(ProblemCode::AddressMalformed).at(Field::Address)),
    }
}

pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(ip) => !is_hidden(ip),
        IpAddr::V6(ip) => {
            !(ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_multicast()
                || ip.is_unique_local()
                || ip.is_unicast_link_local())
        }
    }
}

fn is_hidden(ip: Ipv4Addr) -> bool {
    let [first, second, ..] = ip.octets();
    let behind_a_provider = first == 100 && (64..128).contains(&second);
    behind_a_provider
        || ip.is_private()
        || ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_broadcast()
        || ip.is_multicast()
        || ip.is_link_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(public_address(typed).ok().as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn only_one_machines_public_address_is_taken() {
        check("203.0.113.10", Some("203.0.113.10"));
        check(" ２０３．０．１１３．１０ ", Some("203.0.113.10"));
        check("2001:DB8::1", Some("2001:db8::1"));
        for typed in [
            "",
            "203.0.113",
            "203.0.113.256",
            "0.0.0.0",
            "127.0.0.1",
            "192.168.1.10",
            "10.0.0.1",
            "100.64.0.1",
            "203.0.113.0/24",
            "203.0.113.*",
            "office",
            "::1",
            "fe80::1",
            "203.0.113.10; 203.0.113.11",
        ] {
            check(typed, None);
        }
    }
}
