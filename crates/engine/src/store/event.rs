//! Ids of events that were handled: DingTalk may deliver one again, even after it was told.

use rusqlite::{Transaction, params};

use super::Answer;
use crate::connection::ConnectionId;

/// F43. The same as the client's: what is a week old will not be delivered again.
const KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1000;

pub(crate) fn is_seen(transaction: &Transaction, connection: &ConnectionId, event: &str, now: i64) -> Answer<bool> {
    let mut statement =
        transaction.prepare_cached("SELECT 1 FROM event_seen WHERE connection = ?1 AND event = ?2 AND seen_at > ?3")?;
    Ok(statement.exists(params![connection.0, event, now.saturating_sub(KEPT_MS)])?)
}

/// `now` in milliseconds since 1970. What is a week old goes.
pub(crate) fn remember(
    transaction: &Transaction,
    connection: &ConnectionId,
    events: &[String],
    now: i64,
) -> Answer<()> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO event_seen(connection, event, seen_at) VALUES (?1, ?2, ?3)
         ON CONFLICT(connection, event) DO UPDATE SET seen_at = excluded.seen_at",
    )?;
    for event in events {
        statement.execute(params![connection.0, event, now])?;
    }
    transaction.execute(
        "DELETE FROM event_seen WHERE connection = ?1 AND seen_at <= ?2",
        params![connection.0, now.saturating_sub(KEPT_MS)],
    )?;
    Ok(())
}

/// How many were handled within the week, and when the last one was; nothing if none was.
pub(crate) fn heard(transaction: &Transaction, connection: &ConnectionId, now: i64) -> Answer<Option<(i64, i64)>> {
    let sql = "SELECT count(*), max(seen_at) FROM event_seen WHERE connection = ?1 AND seen_at > ?2";
    let (count, last): (i64, Option<i64>) =
        transaction
            .query_row(sql, params![connection.0, now.saturating_sub(KEPT_MS)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(last.map(|last| (count, last)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{ConnectionRow, Store, connection};
    use super::*;
    use crate::connection::Region;

    const NOW: i64 = 1_783_610_513_000;

    async fn store_with(names: &[&str]) -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("hoitung.db")).await.unwrap();
        for name in names {
            let row = ConnectionRow::new(ConnectionId((*name).to_owned()), Region::Practice, String::new());
            store.with(move |transaction| connection::insert(transaction, &row)).await.unwrap();
        }
        (dir, store)
    }

    async fn told(store: &Store, name: &str, event: &str, now: i64) {
        let (id, events) = (ConnectionId(name.to_owned()), vec![event.to_owned()]);
        store.with(move |transaction| remember(transaction, &id, &events, now)).await.unwrap();
    }

    async fn knows(store: &Store, name: &str, event: &'static str, now: i64) -> bool {
        let id = ConnectionId(name.to_owned());
        store.with(move |transaction| is_seen(transaction, &id, event, now)).await.unwrap()
    }

    async fn rows(store: &Store) -> i64 {
        let count = "SELECT count(*) FROM event_seen";
        store.with(|transaction| Ok(transaction.query_row(count, [], |row| row.get(0))?)).await.unwrap()
    }

    // F43
    #[tokio::test]
    async fn an_id_is_kept_for_a_week_and_for_its_connection_alone() {
        let (_dir, store) = store_with(&["a", "b"]).await;
        told(&store, "a", "one", NOW).await;
        assert!(knows(&store, "a", "one", NOW + KEPT_MS - 1).await);
        assert!(!knows(&store, "a", "one", NOW + KEPT_MS).await);
        assert!(!knows(&store, "b", "one", NOW).await && !knows(&store, "a", "two", NOW).await);
        told(&store, "a", "two", NOW + KEPT_MS).await;
        assert_eq!(rows(&store).await, 1, "the old one is gone");
    }

    #[tokio::test]
    async fn a_connection_takes_its_ids_along() {
        let (_dir, store) = store_with(&["a", "b"]).await;
        told(&store, "a", "one", NOW).await;
        told(&store, "b", "one", NOW).await;
        store.with(|transaction| connection::delete(transaction, &ConnectionId("a".to_owned()))).await.unwrap();
        assert_eq!(rows(&store).await, 1);
    }
}
