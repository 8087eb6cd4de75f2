//! The number that background work carries, and the check of it in each transaction.

use rusqlite::Transaction;

use crate::problem::{Problem, ProblemCode};
use crate::store::{Answer, lease};

tokio::task_local! {
    static FENCE: i64;
}

/// Background work under this holding. What it starts as tasks of their own is no longer under it.
pub(crate) async fn under<T>(fence: i64, work: impl Future<Output = T>) -> T {
    FENCE.scope(fence, work).await
}

/// The number of the work that is running here, if it is background work.
pub(crate) fn current() -> Option<i64> {
    FENCE.try_with(|fence| *fence).ok()
}

/// F75: whoever was overtaken writes nothing any more. In the very transaction that would write.
pub(crate) fn check(transaction: &Transaction, fence: Option<i64>) -> Answer<()> {
    match fence {
        Some(fence) if !lease::is_held(transaction, fence)? => Err(Problem::new(ProblemCode::FolderLost).into()),
        Some(_) | None => Ok(()),
    }
}
