//! The staff list, as far as the app may see it.

use std::collections::{HashSet, VecDeque};

use dingtalk::{Client, DepartmentId, Error, PageRequest, UserId};

use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::permission::SCOPES_CALL;
use crate::problem::Result;
use crate::refusal;
use crate::setup::Person;
use crate::store::connection;

/// F36: a walk that grows beyond this has lost its way.
const MOST_DEPARTMENTS: usize = 2_000;
const MOST_PAGES: usize = 200;

impl Engine {
    /// Everybody the app may see, department by department. Read anew each time and kept nowhere.
    ///
    /// # Errors
    /// Those of the keys and of the calls: there is no task to hang them on.
    pub async fn notice_recipients(&self, id: &ConnectionId) -> Result<Vec<Person>> {
        let wanted = id.clone();
        let row = self.shared.store.with(move |store| connection::find(store, &wanted)).await?;
        let client = self.client(&row).await?;
        match people(&client).await {
            Ok(people) => Ok(people),
            Err(error) => {
                self.note_refused_address(id, SCOPES_CALL, &error).await?;
                self.told(id).await?;
                Err(refusal::problem(&error))
            }
        }
    }
}

async fn people(client: &Client) -> dingtalk::Result<Vec<Person>> {
    let scopes = client.auth_scopes().await?;
    let mut found = Vec::new();
    let mut seen: HashSet<UserId> = HashSet::new();
    let mut waiting: VecDeque<(DepartmentId, String)> = VecDeque::new();
    for department in scopes.departments {
        // The root's own name is the company's: its people stand without a department.
        let name = match department {
            DepartmentId::ROOT => String::new(),
            other => client.department(other).await?.name,
        };
        waiting.push_back((department, name));
    }
    let mut visited: HashSet<DepartmentId> = HashSet::new();
    while let Some((department, name)) = waiting.pop_front() {
        if !visited.insert(department) || visited.len() > MOST_DEPARTMENTS {
            continue;
        }
        members(client, department, &name, &mut seen, &mut found).await?;
        for child in client.departments(department).await? {
            waiting.push_back((child.dept_id, child.name));
        }
    }
    for user_id in scopes.users {
        single(client, user_id, &mut seen, &mut found).await?;
    }
    Ok(found)
}

async fn members(
    client: &Client,
    department: DepartmentId,
    name: &str,
    seen: &mut HashSet<UserId>,
    found: &mut Vec<Person>,
) -> dingtalk::Result<()> {
    let mut request = PageRequest::first(department);
    for _ in 0..MOST_PAGES {
        let page = client.user_names(request).await?;
        for user in page.list {
            if seen.insert(user.userid.clone()) {
                found.push(Person { user_id: user.userid.0, name: user.name, department: name.to_owned() });
            }
        }
        let Some(cursor) = page.next_cursor else { break };
        request.cursor = cursor;
    }
    Ok(())
}

/// Somebody in the scope by name only. Reading one person is another permission, which sending needs not: without it
/// the userid stands for the name.
async fn single(
    client: &Client,
    user_id: UserId,
    seen: &mut HashSet<UserId>,
    found: &mut Vec<Person>,
) -> dingtalk::Result<()> {
    if !seen.insert(user_id.clone()) {
        return Ok(());
    }
    let name = match client.user(&user_id).await {
        Ok(user) => user.name.unwrap_or_else(|| user_id.0.clone()),
        Err(Error::PermissionMissing { .. } | Error::UserUnknown { .. } | Error::ContactScope { .. }) => {
            user_id.0.clone()
        }
        Err(error) => return Err(error),
    };
    found.push(Person { user_id: user_id.0, name, department: String::new() });
    Ok(())
}
