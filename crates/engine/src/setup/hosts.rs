//! The way to DingTalk: can its hosts be reached through this office's proxy and inspection?

use dingtalk::Host;

use super::{AnswerCode, SetupSnapshot, Task};
use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof};
use crate::problem::Result;

/// One call a host, in this order.
const CALL: &str = "GET /gettoken, GET /v1.0/oauth2/accessToken, GET /";

impl Engine {
    /// Reaches each host once, without any key.
    pub async fn hosts_check(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let row = self.row(id).await?;
        let client = self.keyless_client(&row)?;
        let Some(mut run) = self.begin(id, &[Task::Hosts]).await? else { return self.snapshot(id).await };
        let mut reached = Vec::new();
        for host in [Host::Old, Host::New, Host::Login] {
            if let Err(stopped) = run.call(client.reach(host)).await {
                run.stopped(Task::Hosts, CALL, &stopped).await?;
                return self.snapshot(id).await;
            }
            reached.push(client.hosts().name(host).to_owned());
        }
        let proof = Proof::verified(CALL, AnswerCode::HostsReached).arg("hosts", reached.join(", "));
        run.done(Task::Hosts, proof).await?;
        self.snapshot(id).await
    }
}
