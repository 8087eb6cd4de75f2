//! A list of the world that can tell what changed in it since it was last saved, so that one new
//! message does not rewrite the company. It is used like a `Vec`.

use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Stands in a record for a list that has records of its own.
pub const ELSEWHERE: &str = "$list";

thread_local! {
    static APART: Cell<bool> = const { Cell::new(false) };
}

/// Serialises with [`ELSEWHERE`] in the place of every [`Rows`] inside.
pub fn without_lists<T: Serialize>(value: &T) -> serde_json::Result<String> {
    APART.set(true);
    let text = serde_json::to_string(value);
    APART.set(false);
    text
}

#[derive(Debug, Clone)]
pub struct Rows<T> {
    items: Vec<T>,
    /// One hash for each row as it was last saved.
    saved: Vec<u64>,
    /// May have changed since.
    touched: bool,
}

/// From `at` on, `drop` rows were replaced by `put`, a JSON array.
#[derive(Debug, PartialEq, Eq)]
pub struct Splice {
    pub at: usize,
    pub drop: usize,
    pub put: String,
}

/// What [`Rows`] of any kind can do for the store.
pub trait List {
    /// What changed since this was last asked.
    fn take_changes(&mut self) -> serde_json::Result<Vec<Splice>>;
}

fn hash(row: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish()
}

fn array<T: Serialize>(rows: &[T]) -> serde_json::Result<String> {
    let rows: Vec<String> = rows.iter().map(without_lists).collect::<Result<_, _>>()?;
    Ok(format!("[{}]", rows.join(",")))
}

/// Stretches `(at, drop, put)` that turn the old list into the new one.
fn stretches(old: &[u64], new: &[u64]) -> Vec<(usize, usize, usize)> {
    if old.len() != new.len() {
        let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let rest = old.len().min(new.len()) - head;
        let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
        return vec![(head, old.len() - head - tail, new.len() - head - tail)];
    }
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for place in (0..old.len()).filter(|place| old[*place] != new[*place]) {
        match found.last_mut() {
            Some((at, length, put)) if *at + *length == place => {
                *length += 1;
                *put += 1;
            }
            Some(_) | None => found.push((place, 1, 1)),
        }
    }
    found
}

impl<T> Rows<T> {
    /// As a `Vec` does, but what stands before is known to be unchanged: a long list costs no more than a short one.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// For looking after lists inside the rows: that alone is no change.
    pub(super) fn untouched(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<T: Hash + Serialize> List for Rows<T> {
    fn take_changes(&mut self) -> serde_json::Result<Vec<Splice>> {
        if !self.touched {
            return self.take_pushed();
        }
        let hashes: Vec<u64> = self.items.iter().map(hash).collect();
        let splices = stretches(&self.saved, &hashes)
            .into_iter()
            .map(|(at, drop, put)| Ok(Splice { at, drop, put: array(&self.items[at..at + put])? }))
            .collect::<serde_json::Result<_>>()?;
        self.saved = hashes;
        self.touched = false;
        Ok(splices)
    }
}

impl<T: Hash + Serialize> Rows<T> {
    fn take_pushed(&mut self) -> serde_json::Result<Vec<Splice>> {
        let at = self.saved.len();
        let pushed = &self.items[at..];
        if pushed.is_empty() {
            return Ok(Vec::new());
        }
        let put = array(pushed)?;
        self.saved.extend(pushed.iter().map(hash));
        Ok(vec![Splice { at, drop: 0, put }])
    }
}

impl<T> Deref for Rows<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.items
    }
}

impl<T> DerefMut for Rows<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        self.touched = true;
        &mut self.items
    }
}

impl<T> From<Vec<T>> for Rows<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, saved: Vec::new(), touched: true }
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<'a, T> IntoIterator for &'a Rows<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Rows<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.touched = true;
        self.items.iter_mut()
    }
}

impl<T: PartialEq> PartialEq for Rows<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

/// A list inside a row is saved by itself, so a change in it is none of the row's.
impl<T> Hash for Rows<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if APART.get() { serializer.serialize_str(ELSEWHERE) } else { self.items.serialize(serializer) }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_change_is_told_as_the_rows_it_replaces() {
        let check = |before: &[i32], after: &[i32], expected: &[(usize, usize, &str)]| {
            let mut rows = Rows::from(before.to_vec());
            rows.take_changes().unwrap();
            *rows = after.to_vec();
            let told = rows.take_changes().unwrap();
            let expected: Vec<Splice> = expected
                .iter()
                .map(|(at, drop, put)| Splice { at: *at, drop: *drop, put: (*put).to_owned() })
                .collect();
            assert_eq!(told, expected, "{before:?} {after:?}");
            assert!(rows.take_changes().unwrap().is_empty());
        };
        check(&[], &[], &[]);
        check(&[], &[1, 2], &[(0, 0, "[1,2]")]);
        check(&[1, 2], &[1, 2, 3], &[(2, 0, "[3]")]);
        check(&[1, 2, 3], &[1, 3], &[(1, 1, "[]")]);
        check(&[1, 2, 3, 4], &[1, 9, 3, 8], &[(1, 1, "[9]"), (3, 1, "[8]")]);
        check(&[1, 2, 3, 4], &[1, 7, 8, 4], &[(1, 2, "[7,8]")]);
        check(&[1, 1], &[1, 1, 1], &[(2, 0, "[1]")]);
        check(&[1, 2], &[2, 1], &[(0, 2, "[2,1]")]);
    }

    #[test]
    fn what_is_added_at_the_end_is_told_alone_also_between_other_changes() {
        let splice = |at, drop, put: &str| Splice { at, drop, put: put.to_owned() };
        let mut rows = Rows::from(vec![1]);
        rows.take_changes().unwrap();
        rows.push(2);
        rows.push(3);
        assert!(!rows.touched);
        assert_eq!(rows.take_changes().unwrap(), [splice(1, 0, "[2,3]")]);
        rows.push(4);
        rows[0] = 9;
        assert_eq!(rows.take_changes().unwrap(), [splice(0, 3, "[9,2,3,4]")]);
        rows.pop();
        rows.push(5);
        assert_eq!(rows.take_changes().unwrap(), [splice(3, 1, "[5]")]);
        assert!(rows.take_changes().unwrap().is_empty());
    }

    #[test]
    fn looking_is_no_change_and_a_list_inside_is_told_by_itself() {
        let mut rows = Rows::from(vec![Rows::from(vec![1])]);
        assert_eq!(rows.take_changes().unwrap()[0].put, r#"["$list"]"#);
        assert_eq!(serde_json::to_string(&rows).unwrap(), "[[1]]");
        assert_eq!(rows[0][0], 1);
        assert!(!rows.touched);
        rows[0].push(2);
        assert!(rows.take_changes().unwrap().is_empty());
        assert_eq!(rows[0].take_changes().unwrap().len(), 1);
    }
}
