//! Who has left the organisation. Source: query-the-details-of-employees-who-have-left-office.

use serde::{Deserialize, Deserializer};

use crate::gateway::{Dialect, Request, read, unexpected};
use crate::lenient::{self, optional_text};
use crate::{Client, Host, Method, Result, UserId};

/// Which leavers, and which page of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaverRequest {
    /// `YYYY-MM-DDTHH:mm:ssZ`, at most 365 days before the end, or before now if there is no end.
    pub start_time: String,
    pub end_time: Option<String>,
    /// `0` for the first page, then [`LeaverPage::next_token`].
    pub next_token: String,
    /// At most 50.
    pub max_results: u32,
}

impl LeaverRequest {
    /// The first 50 since a moment.
    pub fn since(start_time: impl Into<String>) -> Self {
        Self { start_time: start_time.into(), end_time: None, next_token: "0".to_owned(), max_results: 50 }
    }
}

/// One page of leavers. It is the last if there is no next token.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LeaverPage {
    #[serde(deserialize_with = "lenient::required_list")]
    pub records: Vec<Leaver>,
    #[serde(default, deserialize_with = "optional_text")]
    pub next_token: Option<String>,
}

/// Somebody who left.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaver {
    pub user_id: UserId,
    #[serde(default, deserialize_with = "optional_text")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub state_code: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub mobile: Option<String>,
    /// `YYYY-MM-DDTHH:mm:ssZ`.
    #[serde(default, deserialize_with = "optional_text")]
    pub leave_time: Option<String>,
    #[serde(default)]
    pub leave_reason: LeaveReason,
}

/// How somebody left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LeaveReason {
    /// `oapi`: deleted by a call such as [`Client::delete_user`].
    Call,
    /// `cancel`: closed the DingTalk account.
    AccountClosed,
    /// `leave`: left the organisation.
    Left,
    /// `delete`: deleted by an administrator.
    Administrator,
    /// `unknown`, or a word that nobody here knows.
    #[default]
    Unknown,
}

impl<'de> Deserialize<'de> for LeaveReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Ok(match optional_text(deserializer)?.as_deref() {
            Some("oapi") => Self::Call,
            Some("cancel") => Self::AccountClosed,
            Some("leave") => Self::Left,
            Some("delete") => Self::Administrator,
            Some(_) | None => Self::Unknown,
        })
    }
}

impl Client {
    /// `GET /v1.0/contact/empLeaveRecords`; permission `Contact.Common.Read`.
    pub async fn leavers(&self, request: &LeaverRequest) -> Result<LeaverPage> {
        let mut asked = Request::new(Dialect::New, Method::GET, "/v1.0/contact/empLeaveRecords")
            .with_query("startTime", request.start_time.as_str());
        if let Some(end) = &request.end_time {
            asked = asked.with_query("endTime", end.as_str());
        }
        asked = asked
            .with_query("nextToken", request.next_token.as_str())
            .with_query("maxResults", request.max_results.to_string());
        let host = self.hosts().name(Host::New);
        let page: LeaverPage = read(self.call(&asked).await?, host)?;
        if page.records.is_empty() {
            // Inferred: what the last page's token looks like is not documented; one without anybody ends the reading.
            return Ok(LeaverPage { next_token: None, ..page });
        }
        if page.next_token.as_deref() == Some(request.next_token.as_str()) {
            return Err(unexpected(host));
        }
        Ok(page)
    }
}
