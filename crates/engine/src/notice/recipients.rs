//! The staff list, as far as the app may see it.

use std::collections::{HashMap, HashSet};

use dingtalk::{Client, Department, DepartmentId, Directory, Error, Page, PageRequest, User, UserId};

use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::permission::SCOPES_CALL;
use crate::problem::Result;
use crate::refusal;
use crate::setup::Person;

/// F36: more than any company of DingTalk's has. The real head count is another permission, which sending needs not.
const MOST_PEOPLE: u64 = 500_000;

impl Engine {
    /// Everybody the app may see, department by department. Read anew each time and kept nowhere.
    ///
    /// # Errors
    /// Those of the keys and of the calls: there is no task to hang them on.
    pub async fn notice_recipients(&self, id: &ConnectionId) -> Result<Vec<Person>> {
        let row = self.row(id).await?;
        let client = self.client(&row).await?;
        match people(&client).await {
            Ok(people) => Ok(people),
            Err(error) => {
                self.note_refused_address(id, SCOPES_CALL, &error).await?;
                self.told(id).await?;
                // A list that is not whole is no list: whoever is missing could not be chosen, and nobody would know.
                Err(refusal::problem(&error))
            }
        }
    }
}

/// The staff by names alone: reading more of people is another permission.
struct Names<'a>(&'a Client);

impl Directory for Names<'_> {
    async fn departments(&self, parent: DepartmentId) -> dingtalk::Result<Vec<Department>> {
        self.0.departments(parent).await
    }

    async fn users(&self, request: PageRequest) -> dingtalk::Result<Page<User>> {
        let page = self.0.user_names(request).await?;
        Ok(Page { list: page.list.into_iter().map(User::from).collect(), next_cursor: page.next_cursor })
    }
}

async fn people(client: &Client) -> dingtalk::Result<Vec<Person>> {
    let scopes = client.auth_scopes().await?;
    let reading = dingtalk::walk(&Names(client), &scopes.departments, MOST_PEOPLE).await?;
    let below = reading.departments.into_iter().map(|department| (department.dept_id, department.name));
    let mut names: HashMap<DepartmentId, String> = below.collect();
    for root in scopes.departments {
        // The root's own name is the company's: its people stand without a department.
        if root != DepartmentId::ROOT && !names.contains_key(&root) {
            names.insert(root, client.department(root).await?.name);
        }
    }
    let mut found = Vec::new();
    let mut seen: HashSet<UserId> = HashSet::new();
    for member in reading.members {
        let User { userid, name, .. } = member.user;
        if seen.insert(userid.clone()) {
            let department = names.get(&member.department).cloned().unwrap_or_default();
            found.push(Person { name: name.unwrap_or_else(|| userid.0.clone()), user_id: userid.0, department });
        }
    }
    for user_id in scopes.users {
        single(client, user_id, &mut seen, &mut found).await?;
    }
    Ok(found)
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
