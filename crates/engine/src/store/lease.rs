//! The one row that says who looks after this folder.

use rusqlite::{Transaction, params};

use super::{Answer, from_name, to_name};
use crate::lease::{Machine, Program};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LeaseRow {
    pub fence: i64,
    pub beats: i64,
    /// Nobody holds it when there is none.
    pub holder: Option<HolderRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HolderRow {
    /// Of one running program.
    pub id: String,
    pub program: Program,
    pub pid: u32,
    pub machine: Machine,
    pub locked: bool,
    pub since: String,
}

pub(crate) fn read(transaction: &Transaction) -> Answer<LeaseRow> {
    let (fence, beats, id, program, pid, host, boot, locked, since) = transaction.query_row(
        "SELECT fence, beats, holder, program, pid, host, boot, locked, since FROM lease WHERE one = 1",
        [],
        |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get::<_, Option<String>>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, u32>(4)?,
                row.get(5)?,
                row.get(6)?,
                row.get(7)?,
                row.get(8)?,
            ))
        },
    )?;
    let holder = match id {
        Some(id) => {
            let machine = Machine { host, boot };
            Some(HolderRow { id, program: from_name(&program)?, pid, machine, locked, since })
        }
        None => None,
    };
    Ok(LeaseRow { fence, beats, holder })
}

/// The fence of the new holding.
pub(crate) fn take(transaction: &Transaction, holder: &HolderRow) -> Answer<i64> {
    transaction.execute(
        "UPDATE lease SET fence = fence + 1, beats = 0, holder = ?1, program = ?2, pid = ?3, host = ?4, boot = ?5,
         locked = ?6, since = ?7 WHERE one = 1",
        params![
            holder.id,
            to_name(&holder.program)?,
            holder.pid,
            holder.machine.host,
            holder.machine.boot,
            holder.locked,
            holder.since
        ],
    )?;
    Ok(read(transaction)?.fence)
}

pub(crate) fn beat(transaction: &Transaction, locked: bool) -> Answer<()> {
    transaction.execute("UPDATE lease SET beats = beats + 1, locked = ?1 WHERE one = 1", [locked])?;
    Ok(())
}

/// Nobody's, if it is still this one's.
pub(crate) fn release(transaction: &Transaction, holder: &str, fence: i64) -> Answer<()> {
    transaction.execute(
        "UPDATE lease SET holder = NULL, locked = 0 WHERE holder = ?1 AND fence = ?2",
        params![holder, fence],
    )?;
    Ok(())
}

pub(crate) fn is_held(transaction: &Transaction, fence: i64) -> Answer<bool> {
    let mut statement = transaction.prepare_cached("SELECT 1 FROM lease WHERE fence = ?1 AND holder IS NOT NULL")?;
    Ok(statement.exists([fence])?)
}
