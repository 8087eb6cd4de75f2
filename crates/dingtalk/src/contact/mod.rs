//! The directory: reading, writing and walking it. Most of it is on the old gateway, where only some paths have `/v2/`.
//!
//! It sends what it is given and checks no limit that DingTalk checks itself; what the whole of a reading is, it does
//! check. Accounts that belong to an organisation (企业账号) are switched here, but made by calls of their own that are
//! not here.

mod administrator;
mod department;
mod department_write;
mod find;
mod leaver;
mod org_account;
mod pages;
mod parents;
mod scopes;
mod search;
mod user;
mod user_parts;
mod user_write;
mod walk;
mod wire;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use administrator::{Administrator, AdministratorLevel};
pub use department::{Department, DepartmentDetail};
pub use department_write::{DepartmentChange, NewDepartment};
pub use find::{ContactType, UnionUser};
pub use leaver::{LeaveReason, Leaver, LeaverPage, LeaverRequest};
pub use org_account::OrgAccountStatus;
pub use pages::{Member, Pages, read_pages};
pub use scopes::AuthScopes;
pub use search::{Matching, Search, SearchResult};
pub use user::{User, UserName};
pub use user_parts::{DepartmentLead, DepartmentOrder, DepartmentTitle, UserRole};
pub use user_write::{CreatedUser, ExtensionMode, NewUser, OrgEmailType, UserChange};
pub use walk::{Directory, Membership, Reading, walk};
pub use wire::{Change, ContactLanguage};

use crate::gateway::{Dialect, Request, read, to_json, unexpected};
use crate::lenient;
use crate::{Client, DepartmentId, Error, Host, IncompleteRead, Method, Result};

/// Which page of a department's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    pub department: DepartmentId,
    /// 0 for the first page, then [`Page::next_cursor`].
    pub cursor: i64,
    /// At most 100.
    pub size: u32,
}

impl PageRequest {
    /// The first 100 people of a department.
    pub fn first(department: DepartmentId) -> Self {
        Self { department, cursor: 0, size: 100 }
    }
}

/// One page. It is the last if there is no next cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    pub list: Vec<T>,
    pub next_cursor: Option<i64>,
}

#[derive(Deserialize)]
#[serde(bound = "T: serde::de::DeserializeOwned")]
struct WirePage<T> {
    #[serde(deserialize_with = "lenient::boolean")]
    has_more: bool,
    #[serde(default, deserialize_with = "lenient::optional_integer")]
    next_cursor: Option<i64>,
    #[serde(deserialize_with = "lenient::required_list")]
    list: Vec<T>,
}

impl Client {
    /// The `result` of an answer of `/topapi`, typed.
    pub(crate) async fn topapi<T: serde::de::DeserializeOwned>(&self, path: &str, body: Value) -> Result<T> {
        let mut answer = self.call_old(path, body).await?;
        let host = self.hosts().name(Host::Old);
        let result = answer.get_mut("result").map(Value::take).ok_or_else(|| unexpected(host))?;
        read(result, host)
    }

    /// A write whose answer says no more than that it was done.
    async fn tell(&self, path: &str, body: &impl Serialize) -> Result<Value> {
        self.call(&Request::new(Dialect::Old, Method::POST, path).with_body(to_json(body))).await
    }

    async fn page<T: serde::de::DeserializeOwned>(&self, path: &str, request: PageRequest) -> Result<Page<T>> {
        let body = serde_json::json!({
            "dept_id": request.department, "cursor": request.cursor, "size": request.size,
        });
        let page: WirePage<T> = self.topapi(path, body).await?;
        match (page.has_more, page.next_cursor) {
            (false, _) => Ok(Page { list: page.list, next_cursor: None }),
            // A page that promises more without saying where would end a reading early, and look complete.
            (true, None) => Err(unexpected(self.hosts().name(Host::Old))),
            (true, Some(next)) if next == request.cursor => {
                Err(Error::ReadIncomplete { reason: IncompleteRead::CursorRepeats, read: 0 })
            }
            (true, next_cursor) => Ok(Page { list: page.list, next_cursor }),
        }
    }
}
