//! Going to a stop, and saying that something was done.

use super::{AnswerCode, SetupSnapshot, Stop, Task};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Proof};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::store::{ConnectionRow, task};

impl Engine {
    pub async fn setup_go(&self, id: &ConnectionId, stop: Stop) -> Result<SetupSnapshot> {
        self.change_row(id, move |row| row.here = stop).await
    }

    /// "Said by you", for what no call of DingTalk's can tell, and as a way past what only a call on other days can.
    /// Saying what only a call can tell changes nothing.
    ///
    /// # Errors
    /// `ChoiceMissing`, `PurposeMissing` or `AddressMalformed` for tasks that are done by choosing, not by saying.
    pub async fn setup_say(&self, id: &ConnectionId, task: Task) -> Result<SetupSnapshot> {
        let row = self.row(id).await?;
        if let Some(proof) = proof(task, &row)? {
            let evidence = self.evidence(proof, row.region == Region::Practice);
            let id = row.id;
            self.shared.store.with(move |store| task::done(store, &id, task, &evidence)).await?;
        }
        self.told(id).await
    }

    /// Takes it back. Evidence of a call stays: it was seen.
    pub async fn setup_unsay(&self, id: &ConnectionId, task: Task) -> Result<SetupSnapshot> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                let rows = task::all(store, &wanted)?;
                let said = rows.iter().find(|row| row.task == task).and_then(|row| row.evidence.as_ref());
                match said {
                    Some(evidence) if evidence.kind == super::EvidenceKind::Said => task::forget(store, &wanted, task),
                    Some(_) | None => Ok(()),
                }
            })
            .await?;
        self.told(id).await
    }

    /// What is under way stops; its tasks are again as they were before.
    pub async fn setup_cancel(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        self.cancel(id);
        self.told(id).await
    }
}

/// What saying it proves, if it proves anything.
fn proof(task: Task, row: &ConnectionRow) -> Result<Option<Proof>> {
    let missing = |code, field| Err(Problem::new(code).at(field));
    match task {
        Task::CreateApp | Task::Published | Task::Visible | Task::Listed | Task::Clock | Task::Zone => {
            Ok(Some(Proof::said(AnswerCode::Done)))
        }
        Task::Agent if row.draft_agent_id.is_empty() => missing(ProblemCode::KeyEmpty, Field::AgentId),
        Task::Agent => Ok(Some(Proof::said(AnswerCode::AgentNoted))),
        Task::Address => match &row.address {
            Some(ip) => Ok(Some(Proof::said(AnswerCode::AddressTyped).arg("ip", ip))),
            None => missing(ProblemCode::AddressMalformed, Field::Address),
        },
        Task::Company => missing(ProblemCode::CompanyNameEmpty, Field::CompanyName),
        Task::AppType => missing(ProblemCode::ChoiceMissing, Field::AppType),
        Task::Region => missing(ProblemCode::ChoiceMissing, Field::Region),
        Task::Purpose => missing(ProblemCode::PurposeMissing, Field::Purpose),
        Task::Place => missing(ProblemCode::ChoiceMissing, Field::Place),
        Task::Hosts
        | Task::Credentials
        | Task::Corp
        | Task::Points
        | Task::Scope
        | Task::Token
        | Task::Signature
        | Task::Robot
        | Task::Message
        | Task::AllowList
        | Task::Reminder => Ok(None),
    }
}
