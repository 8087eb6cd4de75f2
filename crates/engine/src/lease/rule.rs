//! Who may take the lease, decided in one transaction.

use rusqlite::Transaction;

use super::{HolderView, Stand};
use crate::store::{Answer, HolderRow, LeaseRow, lease};

/// So many looks at beats that stand still, a minute apart, and their holder is taken for gone.
pub(super) const LOOKS: u32 = 3;

/// What the looks so far have seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Watch {
    seen: Option<(i64, i64)>,
    unchanged: u32,
}

impl Watch {
    /// Whether the holder has shown a sign of life since the look before.
    pub fn moved(&self) -> bool {
        self.unchanged == 0
    }

    /// One more look; whether the holder is taken for gone.
    fn sees(&mut self, row: &LeaseRow) -> bool {
        let now = (row.fence, row.beats);
        self.unchanged = if self.seen == Some(now) { self.unchanged + 1 } else { 0 };
        self.seen = Some(now);
        self.unchanged >= LOOKS
    }
}

/// `before` is the fence that this program believes to hold.
pub(super) fn look(
    store: &Transaction,
    us: &HolderRow,
    before: Option<i64>,
    mut watch: Watch,
    others: bool,
) -> Answer<Option<(Stand, Watch)>> {
    let row = lease::read(store)?;
    let may_take = match &row.holder {
        // Whoever has the lock is about to write its name: two that start at once do not both take it.
        None if others => return Ok(None),
        None => true,
        Some(holder) if holder.id == us.id && before == Some(row.fence) => {
            lease::beat(store, us.locked)?;
            return Ok(Some((Stand::Ours(row.fence), Watch::default())));
        }
        // Taken, and the answer never came.
        Some(holder) if holder.id == us.id => true,
        // Whoever was overtaken stands back for one look, and begins anew.
        Some(_) if before.is_some() => false,
        // We have the lock that it had, on the machine on which it had it: it is dead.
        Some(holder) if us.locked && holder.locked && holder.machine.is(&us.machine) => true,
        Some(_) => watch.sees(&row),
    };
    match row.holder {
        Some(holder) if !may_take => Ok(Some((Stand::Theirs(HolderView::from(holder)), watch))),
        Some(_) | None => Ok(Some((Stand::Ours(lease::take(store, us)?), Watch::default()))),
    }
}
