//! Reading the directory. All on the old gateway; only some paths have `/v2/`.

mod department;
mod scopes;
mod user;

use serde::Deserialize;
use serde_json::Value;

pub use department::{Department, DepartmentDetail};
pub use scopes::AuthScopes;
pub use user::{User, UserName};

use crate::gateway::{read, unexpected};
use crate::lenient;
use crate::{Client, DepartmentId, Host, Result};

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
struct WirePage<T> {
    #[serde(deserialize_with = "lenient::boolean")]
    has_more: bool,
    #[serde(default, deserialize_with = "lenient::optional_integer")]
    next_cursor: Option<i64>,
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

    async fn page<T: serde::de::DeserializeOwned>(&self, path: &str, request: PageRequest) -> Result<Page<T>> {
        let body = serde_json::json!({
            "dept_id": request.department, "cursor": request.cursor, "size": request.size,
        });
        let page: WirePage<T> = self.topapi(path, body).await?;
        match (page.has_more, page.next_cursor) {
            (false, _) => Ok(Page { list: page.list, next_cursor: None }),
            // A page that promises more without saying where would end a reading early, and look complete.
            (true, next_cursor @ Some(_)) if next_cursor != Some(request.cursor) => {
                Ok(Page { list: page.list, next_cursor })
            }
            (true, _) => Err(unexpected(self.hosts().name(Host::Old))),
        }
    }
}
