//! Reading a department page by page, without ever taking a part for the whole.

use std::collections::HashSet;

use super::{Page, PageRequest, User, UserName};
use crate::{Error, IncompleteRead, Result, UserId};

/// An entry of a page of people.
pub trait Member {
    fn userid(&self) -> &UserId;
}

impl Member for User {
    fn userid(&self) -> &UserId {
        &self.userid
    }
}

impl Member for UserName {
    fn userid(&self) -> &UserId {
        &self.userid
    }
}

/// Which page comes next, and whether the pages so far can be believed. It makes no call: whoever holds it asks for
/// [`Pages::next`], at whatever pace, and hands the page to [`Pages::take`].
#[derive(Debug)]
pub struct Pages {
    next: Option<PageRequest>,
    cursors: HashSet<i64>,
    people: HashSet<UserId>,
    taken: u64,
    most: u64,
}

impl Pages {
    /// `expected` is how many people there can be: the head count of the organisation will do for each department.
    pub fn new(first: PageRequest, expected: u64) -> Self {
        let expected_pages = expected.div_ceil(u64::from(first.size.max(1))).max(1);
        Self {
            next: Some(first),
            cursors: HashSet::from([first.cursor]),
            people: HashSet::new(),
            taken: 0,
            most: expected_pages.saturating_mul(2),
        }
    }

    /// The page to ask for; `None` once everything was read.
    pub fn next(&self) -> Option<PageRequest> {
        self.next
    }

    /// Takes the page that was asked for and answers those of its people who were on no page before. After an error,
    /// [`Error::ReadIncomplete`], nothing of this department may be believed.
    pub fn take<T: Member>(&mut self, page: Page<T>) -> Result<Vec<T>> {
        let Some(asked) = self.next.take() else { return Ok(Vec::new()) };
        self.taken += 1;
        let was_empty = page.list.is_empty();
        let fresh: Vec<T> = page.list.into_iter().filter(|entry| self.people.insert(entry.userid().clone())).collect();
        let Some(cursor) = page.next_cursor else { return Ok(fresh) };
        let reason = if was_empty {
            IncompleteRead::EmptyPage
        } else if !self.cursors.insert(cursor) {
            IncompleteRead::CursorRepeats
        } else if fresh.is_empty() {
            IncompleteRead::PageRepeats
        } else if self.taken >= self.most {
            IncompleteRead::TooManyPages
        } else {
            self.next = Some(PageRequest { cursor, ..asked });
            return Ok(fresh);
        };
        Err(self.incomplete(reason))
    }

    fn incomplete(&self, reason: IncompleteRead) -> Error {
        Error::ReadIncomplete { reason, read: u64::try_from(self.people.len()).unwrap_or(u64::MAX) }
    }
}

/// All pages, one after the other. `fetch` makes the call, so a limiter can stand in it.
///
/// ```no_run
/// # async fn example(client: dingtalk::Client) -> dingtalk::Result<()> {
/// use dingtalk::{DepartmentId, PageRequest, Pages, read_pages};
/// let pages = Pages::new(PageRequest::first(DepartmentId::ROOT), client.user_count().await?);
/// let people = read_pages(pages, |request| client.users(request)).await?;
/// # let _ = people; Ok(()) }
/// ```
pub async fn read_pages<T, F, A>(mut pages: Pages, mut fetch: F) -> Result<Vec<T>>
where
    T: Member,
    F: FnMut(PageRequest) -> A,
    A: Future<Output = Result<Page<T>>>,
{
    let mut people = Vec::new();
    while let Some(request) = pages.next() {
        people.extend(pages.take(fetch(request).await?)?);
    }
    Ok(people)
}
