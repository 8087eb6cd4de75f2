//! Searching by name, on the new gateway; permission `qyapi_addresslist_search`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::gateway::{Dialect, Request, read, to_json};
use crate::lenient;
use crate::{Client, DepartmentId, Host, Method, Result, UserId};

/// What is searched for. Source: address-book-search-user-id, address-book-search-department-id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// A name, its pinyin or its English form.
    pub word: String,
    /// 0 for the first page.
    pub offset: u32,
    pub size: u32,
}

/// How a person's name has to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// The word may stand anywhere in it.
    Part,
    WholeName,
}

/// One page of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", bound = "T: serde::de::DeserializeOwned")]
pub struct SearchResult<T> {
    #[serde(deserialize_with = "lenient::required_list")]
    pub list: Vec<T>,
    #[serde(deserialize_with = "lenient::boolean")]
    pub has_more: bool,
    #[serde(default, deserialize_with = "lenient::optional_integer")]
    pub total_count: Option<i64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    query_word: &'a str,
    offset: u32,
    size: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_match_field: Option<u8>,
}

impl Client {
    /// `POST /v1.0/contact/users/search`: userids alone.
    pub async fn search_users(&self, search: &Search, matching: Matching) -> Result<SearchResult<UserId>> {
        let whole = match matching {
            Matching::Part => None,
            Matching::WholeName => Some(1),
        };
        read(self.search("/v1.0/contact/users/search", search, whole).await?, self.hosts().name(Host::New))
    }

    /// `POST /v1.0/contact/departments/search`: ids alone.
    pub async fn search_departments(&self, search: &Search) -> Result<SearchResult<DepartmentId>> {
        read(self.search("/v1.0/contact/departments/search", search, None).await?, self.hosts().name(Host::New))
    }

    async fn search(&self, path: &str, search: &Search, full_match_field: Option<u8>) -> Result<Value> {
        let Search { word, offset, size } = search;
        let wire = Wire { query_word: word, offset: *offset, size: *size, full_match_field };
        self.call(&Request::new(Dialect::New, Method::POST, path).with_body(to_json(&wire))).await
    }
}
