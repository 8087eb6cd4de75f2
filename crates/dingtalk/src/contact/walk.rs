//! Reading whole departments with everything below them: there is no call for "everybody".

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Department, Page, PageRequest, Pages, User, read_pages};
use crate::{Client, DepartmentId, Error, IncompleteRead, Result, UserId};

/// Inferred: DingTalk publishes neither limit. These only end a reading that a broken answer would make endless.
const DEEPEST: usize = 64;
const MOST_DEPARTMENTS: usize = 50_000;

/// Where a walk takes its pages from, one call at a time: a [`Client`], or something that stands before one and waits.
pub trait Directory: Sync {
    /// One level below a department.
    fn departments(&self, parent: DepartmentId) -> impl Future<Output = Result<Vec<Department>>> + Send;
    /// One page of a department's direct members.
    fn users(&self, request: PageRequest) -> impl Future<Output = Result<Page<User>>> + Send;
}

impl Directory for Client {
    async fn departments(&self, parent: DepartmentId) -> Result<Vec<Department>> {
        Client::departments(self, parent).await
    }

    async fn users(&self, request: PageRequest) -> Result<Page<User>> {
        Client::users(self, request).await
    }
}

/// Somebody in a department. Who is in two of them stands here twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub department: DepartmentId,
    pub user: User,
}

/// Everything below some departments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// A parent stands before its children, unless the walk began below it. Those that the walk began with are here only
    /// if they are below another.
    pub departments: Vec<Department>,
    pub members: Vec<Membership>,
}

impl Reading {
    /// How many different people: to be compared with the head count where the app may see everybody.
    pub fn people(&self) -> usize {
        self.members.iter().map(|member| &member.user.userid).collect::<HashSet<&UserId>>().len()
    }
}

/// Reads the departments below `roots` and all their members; `expected` is the organisation's head count
/// ([`Client::user_count`]). It is whole or an error, never short: [`Error::ReadIncomplete`] for pages and departments
/// that go round in circles, and the first failure of any call.
pub async fn walk(directory: &impl Directory, roots: &[DepartmentId], expected: u64) -> Result<Reading> {
    let mut tree = Tree::new(roots);
    let mut reading = Reading::default();
    while let Some(department) = tree.waiting.pop_front() {
        let pages = Pages::new(PageRequest::first(department), expected);
        let members = read_pages(pages, |request| directory.users(request)).await?;
        reading.members.extend(members.into_iter().map(|user| Membership { department, user }));
        for child in directory.departments(department).await? {
            tree.add(department, child.dept_id)?;
            reading.departments.push(child);
        }
    }
    Ok(reading)
}

/// What was found so far of who is below whom.
struct Tree {
    parents: HashMap<DepartmentId, DepartmentId>,
    known: HashSet<DepartmentId>,
    waiting: VecDeque<DepartmentId>,
}

impl Tree {
    fn new(roots: &[DepartmentId]) -> Self {
        let mut known = HashSet::new();
        let waiting = roots.iter().copied().filter(|root| known.insert(*root)).collect();
        Self { parents: HashMap::new(), known, waiting }
    }

    /// A root may turn up below another root, once; anything else may turn up only once at all, and never below itself.
    fn add(&mut self, parent: DepartmentId, child: DepartmentId) -> Result<()> {
        if self.parents.insert(child, parent).is_some() {
            return Err(self.incomplete(IncompleteRead::DepartmentTwice));
        }
        let mut above = parent;
        let mut depth = 1;
        loop {
            if above == child {
                return Err(self.incomplete(IncompleteRead::DepartmentTwice));
            }
            if depth > DEEPEST {
                return Err(self.incomplete(IncompleteRead::TooDeep));
            }
            let Some(next) = self.parents.get(&above) else { break };
            above = *next;
            depth += 1;
        }
        if self.known.insert(child) {
            self.waiting.push_back(child);
        }
        if self.parents.len() > MOST_DEPARTMENTS {
            return Err(self.incomplete(IncompleteRead::TooManyDepartments));
        }
        Ok(())
    }

    fn incomplete(&self, reason: IncompleteRead) -> Error {
        Error::ReadIncomplete { reason, read: u64::try_from(self.parents.len()).unwrap_or(u64::MAX) }
    }
}
