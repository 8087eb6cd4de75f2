//! Forward-only steps, all in one transaction. A file from a newer Hoitung is left alone.

use rusqlite::{Connection, TransactionBehavior};

use super::Answer;
use crate::problem::{Problem, ProblemCode};

/// Step n brings `user_version` from n to n+1. A released step never changes.
pub(super) const STEPS: [&str; 11] = [
    include_str!("step1.sql"),
    include_str!("step2.sql"),
    include_str!("step3.sql"),
    include_str!("step4.sql"),
    include_str!("step5.sql"),
    include_str!("step6.sql"),
    include_str!("step7.sql"),
    include_str!("step8.sql"),
    include_str!("step9.sql"),
    include_str!("step10.sql"),
    include_str!("step11.sql"),
];

/// The version that a file of an older one is about to be brought to. One that holds nothing yet has nothing to lose.
pub fn waiting(connection: &Connection) -> Answer<Option<i64>> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let newest = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    Ok((0 < found && found < newest).then_some(newest))
}

pub fn is_newer(connection: &Connection) -> Answer<bool> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(found).is_ok_and(|found| found > STEPS.len()))
}

pub fn run(connection: &mut Connection) -> Answer<()> {
    apply(connection, &STEPS)
}

/// As an older version of this program would leave it.
#[cfg(test)]
pub fn run_to(connection: &mut Connection, version: usize) -> Answer<()> {
    apply(connection, &STEPS[..version])
}

#[cfg(test)]
pub fn newest() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

pub(super) fn apply(connection: &mut Connection, steps: &[&str]) -> Answer<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let Some(waiting) = usize::try_from(found).ok().and_then(|done| steps.get(done..)) else {
        return Err(Problem::new(ProblemCode::StoreNewer).into());
    };
    if waiting.is_empty() {
        return Ok(());
    }
    for step in waiting {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", i64::try_from(steps.len()).unwrap_or(i64::MAX))?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::StoreError;
    use super::*;

    fn version(connection: &Connection) -> i64 {
        connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
    }

    fn tables(connection: &Connection) -> i64 {
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn each_step_runs_once_and_in_order() {
        let mut connection = Connection::open_in_memory().unwrap();
        let steps = ["CREATE TABLE a(x)", "CREATE TABLE b(x)"];
        assert!(apply(&mut connection, &steps[..1]).is_ok());
        assert!(apply(&mut connection, &steps).is_ok());
        assert!(apply(&mut connection, &steps).is_ok());
        assert_eq!((version(&connection), tables(&connection)), (2, 2));
    }

    #[test]
    fn a_file_of_each_older_version_is_brought_up_to_date_with_what_it_holds() {
        for done in 0..=STEPS.len() {
            let mut connection = Connection::open_in_memory().unwrap();
            assert!(apply(&mut connection, &STEPS[..done]).is_ok());
            let insert = "INSERT INTO setting(name, value) VALUES ('word', 'kept')";
            let held = done > 0 && connection.execute(insert, []).is_ok();
            assert!(run(&mut connection).is_ok());
            let read: Option<String> =
                connection.query_row("SELECT value FROM setting WHERE name = 'word'", [], |row| row.get(0)).ok();
            assert_eq!(read.as_deref(), held.then_some("kept"));
            assert_eq!(version(&connection), i64::try_from(STEPS.len()).unwrap());
            for table in [
                "event_seen",
                "asked",
                "removal",
                "permission_seen",
                "evidence_aside",
                "message_draft",
                "message_sent",
                "checkup_run",
                "checkup_result",
                "checkup_slot",
                "address_seen",
                "quota_day",
            ] {
                assert!(connection.prepare(&format!("SELECT connection FROM {table}")).is_ok(), "{table}");
            }
            assert!(connection.prepare("SELECT key_change FROM connection").is_ok());
            assert!(connection.prepare("SELECT kept, next FROM secret_print").is_ok());
            assert!(connection.prepare("SELECT fence FROM lease").is_ok());
        }
    }

    #[test]
    fn the_one_reminder_of_before_goes_on_as_one_of_all() {
        let mut connection = Connection::open_in_memory().unwrap();
        assert!(apply(&mut connection, &STEPS[..7]).is_ok());
        let insert =
            "INSERT INTO connection(id, name, region, created_at, here, register, reminder_days, reminder_next)
            VALUES (?1, '', 'practice', '', 'register', '{}', ?2, ?3)";
        connection.execute(insert, ("set", Some(90), Some("2027-02-21"))).unwrap();
        connection.execute(insert, ("never", None::<u32>, None::<&str>)).unwrap();
        assert!(run(&mut connection).is_ok());
        let read = "SELECT connection, kind, every_days, due, at, off FROM reminder";
        let found = connection.query_row(read, [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        });
        let expected =
            ("set".to_owned(), "allow-list".to_owned(), 90, "2027-02-21".to_owned(), "09:30".to_owned(), false);
        assert_eq!(found.unwrap(), expected);
        let count: i64 = connection.query_row("SELECT count(*) FROM reminder", [], |row| row.get(0)).unwrap();
        assert_eq!(count, 1);
    }

    #[test]
    fn a_failed_step_leaves_the_file_as_it_was() {
        // F66
        let mut connection = Connection::open_in_memory().unwrap();
        assert!(apply(&mut connection, &["CREATE TABLE a(x)", "nonsense"]).is_err());
        assert_eq!((version(&connection), tables(&connection)), (0, 0));
    }

    #[test]
    fn a_file_from_a_newer_version_is_refused() {
        // F66
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 1000).unwrap();
        let Err(StoreError::Problem(problem)) = run(&mut connection) else { panic!("it was opened") };
        assert_eq!(problem.code, ProblemCode::StoreNewer);
        assert_eq!(tables(&connection), 0);
    }
}
