//! The public addresses this company's calls were seen to come from, and which of them DingTalk let in.

use std::net::IpAddr;

use rusqlite::{Row, Transaction, params};

use super::{Answer, from_name, to_name};
use crate::connection::ConnectionId;
use crate::sentinel::AddressSource;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AddressRow {
    pub ip: String,
    /// Who told it last.
    pub source: AddressSource,
    /// RFC 3339, UTC.
    pub first_at: String,
    pub last_at: String,
    /// A call was let in while this was our address: when last, and by which call.
    pub approved_at: Option<String>,
    pub approved_by: Option<String>,
    /// DingTalk refused it.
    pub refused_at: Option<String>,
}

/// Calls come from an address that was not let in, where another one of its kind was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    pub ip: String,
    /// Since when this one is seen.
    pub since: String,
    pub source: AddressSource,
    /// DingTalk refused it; else it only was not tried yet.
    pub refused: bool,
    /// What was let in last, and when.
    pub before: String,
    pub before_at: String,
}

impl AddressRow {
    pub fn is_v4(&self) -> bool {
        is_v4(&self.ip)
    }

    /// Let in, and not refused since.
    pub fn is_approved(&self) -> bool {
        match (&self.approved_at, &self.refused_at) {
            (Some(approved), Some(refused)) => approved >= refused,
            (approved, None) => approved.is_some(),
            (None, Some(_)) => false,
        }
    }
}

fn is_v4(ip: &str) -> bool {
    ip.parse().is_ok_and(|ip: IpAddr| ip.is_ipv4())
}

/// The one seen last is the first.
pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<AddressRow>> {
    let mut statement = transaction.prepare(
        "SELECT ip, source, first_at, last_at, approved_at, approved_by, refused_at FROM address_seen
         WHERE connection = ?1 ORDER BY last_at DESC, first_at DESC, ip",
    )?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(address(row)?);
    }
    Ok(found)
}

fn address(row: &Row) -> Answer<AddressRow> {
    Ok(AddressRow {
        ip: row.get(0)?,
        source: from_name(&row.get::<_, String>(1)?)?,
        first_at: row.get(2)?,
        last_at: row.get(3)?,
        approved_at: row.get(4)?,
        approved_by: row.get(5)?,
        refused_at: row.get(6)?,
    })
}

/// Somebody told that calls come from here.
pub(crate) fn seen(
    transaction: &Transaction,
    connection: &ConnectionId,
    ip: &str,
    source: AddressSource,
    at: &str,
) -> Answer<()> {
    transaction.execute(
        "INSERT INTO address_seen(connection, ip, source, first_at, last_at) VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT(connection, ip) DO UPDATE SET source = excluded.source, last_at = excluded.last_at",
        params![connection.0, ip, to_name(&source)?, at],
    )?;
    Ok(())
}

pub(crate) fn refused(transaction: &Transaction, connection: &ConnectionId, ip: &str, at: &str) -> Answer<()> {
    seen(transaction, connection, ip, AddressSource::Refusal, at)?;
    transaction.execute(
        "UPDATE address_seen SET refused_at = ?3 WHERE connection = ?1 AND ip = ?2",
        params![connection.0, ip, at],
    )?;
    Ok(())
}

/// A call was let in: it came from the address that was seen last. Of two that were seen at one moment it is the IPv4:
/// DingTalk's list is of those, and its hosts are reached by them.
pub(crate) fn approved(transaction: &Transaction, connection: &ConnectionId, call: &str, at: &str) -> Answer<()> {
    let rows = all(transaction, connection)?;
    let Some(last) = rows.first() else { return Ok(()) };
    let newest = rows.iter().take_while(|row| row.last_at == last.last_at).find(|row| row.is_v4()).unwrap_or(last);
    transaction.execute(
        "UPDATE address_seen SET approved_at = ?3, approved_by = ?4 WHERE connection = ?1 AND ip = ?2",
        params![connection.0, &newest.ip, at, call],
    )?;
    Ok(())
}

/// Whether calls come from another address than the one that was let in. IPv4 and IPv6 are two things: one that was
/// never let in by its kind is no change.
pub(crate) fn changed(transaction: &Transaction, connection: &ConnectionId) -> Answer<Option<Changed>> {
    let rows = all(transaction, connection)?;
    Ok([true, false].into_iter().find_map(|kind| change_of(rows.iter().filter(|row| row.is_v4() == kind))))
}

/// Of one kind, the one seen last first.
fn change_of<'a>(mut rows: impl Iterator<Item = &'a AddressRow> + Clone) -> Option<Changed> {
    let known = rows.clone();
    let now = rows.next()?;
    if now.is_approved() {
        return None;
    }
    let let_in = known.filter(|row| row.ip != now.ip || row.approved_at.is_some());
    let before = let_in.max_by(|one, other| one.approved_at.cmp(&other.approved_at))?;
    Some(Changed {
        ip: now.ip.clone(),
        since: now.first_at.clone(),
        source: now.source,
        refused: now.refused_at.is_some(),
        before: before.ip.clone(),
        before_at: before.approved_at.clone()?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn row(ip: &str, last: &str, approved: Option<&str>, refused: Option<&str>) -> AddressRow {
        AddressRow {
            ip: ip.to_owned(),
            source: AddressSource::Echo,
            first_at: last.to_owned(),
            last_at: last.to_owned(),
            approved_at: approved.map(str::to_owned),
            approved_by: None,
            refused_at: refused.map(str::to_owned),
        }
    }

    fn check(rows: &[AddressRow], expected: Option<(&str, &str)>) {
        let found = [true, false].into_iter().find_map(|kind| change_of(rows.iter().filter(|row| row.is_v4() == kind)));
        assert_eq!(found.as_ref().map(|one| (one.ip.as_str(), one.before.as_str())), expected, "{rows:?}");
    }

    #[test]
    fn a_change_is_another_address_of_the_same_kind_than_the_one_that_was_let_in() {
        let known = row("203.0.113.10", "1", Some("1"), None);
        check(&[], None);
        check(std::slice::from_ref(&known), None);
        check(&[row("198.51.100.77", "2", None, Some("2")), known.clone()], Some(("198.51.100.77", "203.0.113.10")));
        check(&[row("198.51.100.77", "2", None, None), known.clone()], Some(("198.51.100.77", "203.0.113.10")));
        // Let in since.
        check(&[row("198.51.100.77", "3", Some("3"), Some("2")), known.clone()], None);
        // Back again at the first.
        check(&[row("203.0.113.10", "4", Some("1"), None), row("198.51.100.77", "2", None, Some("2"))], None);
        // Taken off the list: the same address, refused.
        check(&[row("203.0.113.10", "4", Some("1"), Some("4"))], Some(("203.0.113.10", "203.0.113.10")));
        // Nothing was ever let in: the set-up is under way, and that is no change.
        check(&[row("198.51.100.77", "2", None, Some("2"))], None);
    }

    #[test]
    fn of_two_kinds_that_are_seen_at_once_a_call_lets_in_the_ipv4() {
        let mut store = rusqlite::Connection::open_in_memory().unwrap();
        assert!(super::super::migrate::run(&mut store).is_ok());
        // No company is needed for what is asked here.
        store.pragma_update(None, "foreign_keys", false).unwrap();
        let (store, id) = (store.transaction().unwrap(), ConnectionId("c".to_owned()));
        let see = |ip: &str, at: &str| assert!(seen(&store, &id, ip, AddressSource::Echo, at).is_ok());
        let let_in = |at: &str| assert!(approved(&store, &id, "GET /auth/scopes", at).is_ok());
        see("203.0.113.10", "1");
        see("2001:db8::1", "1");
        let_in("1");
        see("198.51.100.77", "2");
        see("2001:db8::1", "2");
        let told = changed(&store, &id).ok().flatten().map(|one| (one.ip, one.before));
        assert_eq!(told, Some(("198.51.100.77".to_owned(), "203.0.113.10".to_owned())));
        let_in("2");
        assert!(changed(&store, &id).ok().flatten().is_none());
    }

    #[test]
    fn an_ipv6_that_is_seen_is_no_change_of_the_ipv4() {
        let known = row("203.0.113.10", "1", Some("1"), None);
        check(&[row("2001:db8::1", "2", None, None), known.clone()], None);
        let old = row("2001:db8::2", "1", Some("1"), None);
        check(&[row("2001:db8::1", "2", None, None), known, old], Some(("2001:db8::1", "2001:db8::2")));
    }
}
