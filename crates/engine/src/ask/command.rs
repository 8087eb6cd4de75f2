//! "I asked them", and taking it back.

use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result, Who};
use crate::setup::{SetupSnapshot, Task};
use crate::store::{asked, connection, task};

impl Engine {
    /// Somebody else was asked, or asked again: the task waits for them from now on. Of a task that is done already
    /// nothing is noted.
    ///
    /// # Errors
    /// `ChoiceMissing` for whom nobody can ask: oneself, and DingTalk.
    pub async fn ask_noted(&self, id: &ConnectionId, asked_for: Task, who: Who) -> Result<SetupSnapshot> {
        if !can_be_asked(who) {
            return Err(Problem::new(ProblemCode::ChoiceMissing));
        }
        let (wanted, now) = (id.clone(), self.stamp());
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                let known = task::all(store, &wanted)?;
                let done = known.iter().any(|row| row.task == asked_for && row.evidence.is_some());
                if done { Ok(()) } else { asked::write(store, &wanted, asked_for, who, &now) }
            })
            .await?;
        self.told(id).await
    }

    /// Nobody was asked after all; or what came about has been seen.
    pub async fn ask_undo(&self, id: &ConnectionId, task: Task) -> Result<SetupSnapshot> {
        let wanted = id.clone();
        self.shared.store.with(move |store| asked::forget(store, &wanted, task)).await?;
        self.told(id).await
    }
}

/// DingTalk reads no letters, and oneself needs none.
pub(crate) fn can_be_asked(who: Who) -> bool {
    match who {
        Who::DingtalkAdmin | Who::It | Who::Boss => true,
        Who::You | Who::Dingtalk => false,
    }
}
