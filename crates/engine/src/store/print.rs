//! A salted trace of each saved secret, four bytes of it: a secret that was exchanged is told from one that is lost, and
//! nothing of it can be learnt from here.

use rusqlite::{OptionalExtension, Transaction, params};

use super::Answer;

/// The one that is saved, and the one that is being saved: killed in between, either may lie in the key store.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Prints {
    pub kept: Option<String>,
    pub next: Option<String>,
}

pub(crate) fn read(transaction: &Transaction, name: &str) -> Answer<Prints> {
    let found = transaction
        .query_row("SELECT kept, next FROM secret_print WHERE name = ?1", [name], |row| {
            Ok(Prints { kept: row.get(0)?, next: row.get(1)? })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Before the key store is told.
pub(crate) fn begin(transaction: &Transaction, name: &str, next: &str) -> Answer<()> {
    transaction.execute(
        "INSERT INTO secret_print(name, next) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET next = excluded.next",
        params![name, next],
    )?;
    Ok(())
}

/// It was read back.
pub(crate) fn settle(transaction: &Transaction, name: &str, kept: &str) -> Answer<()> {
    transaction.execute(
        "INSERT INTO secret_print(name, kept) VALUES (?1, ?2)
         ON CONFLICT(name) DO UPDATE SET kept = excluded.kept, next = NULL",
        params![name, kept],
    )?;
    Ok(())
}

pub(crate) fn delete(transaction: &Transaction, name: &str) -> Answer<()> {
    transaction.execute("DELETE FROM secret_print WHERE name = ?1", [name])?;
    Ok(())
}
