//! Single values of the whole installation.

use rusqlite::{OptionalExtension, Transaction};

use super::Answer;

pub(crate) const INSTALLATION: &str = "installation";
pub(crate) const LANGUAGE: &str = "language";
pub(crate) const CURRENT: &str = "current";
pub(crate) const PROXY: &str = "proxy";
const GUIDES: &str = "guides";
const GUIDES_SIGNATURE: &str = "guides-signature";
pub(crate) const ZOOM: &str = "zoom";
pub(super) const COPIED: &str = "copied";
pub(crate) const REBUILT: &str = "rebuilt";
pub(crate) const THEME: &str = "theme";
pub(crate) const TOUR: &str = "tour";
pub(crate) const ECHO: &str = "echo";
pub(crate) const FOOTPRINT: &str = "footprint";
pub(crate) const PAUSED_UNTIL: &str = "paused-until";
pub(crate) const CLOSING: &str = "closing";
pub(crate) const NOTICES: &str = "notices";
pub(crate) const UPDATE_HABIT: &str = "update-habit";
pub(crate) const UPDATE_LOOKED: &str = "update-looked";

pub(crate) fn read(transaction: &Transaction, name: &str) -> Answer<Option<String>> {
    let found = transaction.query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0));
    Ok(found.optional()?)
}

pub(crate) fn write(transaction: &Transaction, name: &str, value: &str) -> Answer<()> {
    transaction.execute(
        "INSERT INTO setting(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        [name, value],
    )?;
    Ok(())
}

pub(crate) fn clear(transaction: &Transaction, name: &str) -> Answer<()> {
    transaction.execute("DELETE FROM setting WHERE name = ?1", [name])?;
    Ok(())
}

/// A pack of guides and its signature, as they were installed.
pub(crate) fn guides(transaction: &Transaction) -> Answer<Option<(String, String)>> {
    Ok(read(transaction, GUIDES)?.zip(read(transaction, GUIDES_SIGNATURE)?))
}

/// Both together: one without the other would be no pack.
pub(crate) fn set_guides(transaction: &Transaction, pack: &str, signature: &str) -> Answer<()> {
    write(transaction, GUIDES, pack)?;
    write(transaction, GUIDES_SIGNATURE, signature)
}

/// Made once, at the first start: entries of the key store carry it. `known` lay beside a file that had none.
pub(crate) fn installation(transaction: &Transaction, known: Option<String>) -> Answer<String> {
    if let Some(id) = read(transaction, INSTALLATION)? {
        return Ok(id);
    }
    let id = known.unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
    write(transaction, INSTALLATION, &id)?;
    Ok(id)
}
