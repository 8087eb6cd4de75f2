use std::collections::HashMap;

use serde::{Deserialize, Deserializer};
use serde_json::json;

use super::{MOST_KEYS, ProcessQueryKey};
use crate::gateway::{Dialect, Request, read};
use crate::lenient::{self, list};
use crate::{Client, Host, Method, Result, Unfit, UserId};

/// What became of a one-to-one message.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadStatus {
    /// DingTalk's own word, such as `SUCCESS`; the list of them is not documented here.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub send_status: Option<String>,
    #[serde(default, rename = "messageReadInfoList", deserialize_with = "list")]
    pub readers: Vec<MessageRead>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageRead {
    pub user_id: UserId,
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub name: Option<String>,
    /// DingTalk's own word, such as `READ`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub read_status: Option<String>,
    /// Milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient::optional_integer")]
    pub read_timestamp: Option<i64>,
}

/// Who read a group message.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupReaders {
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub send_status: Option<String>,
    #[serde(default, rename = "readUserIds", deserialize_with = "list")]
    pub readers: Vec<UserId>,
    /// For the next page; `None` on the last.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub next_token: Option<String>,
    #[serde(default, rename = "hasMore", deserialize_with = "lenient::optional_boolean")]
    has_more: Option<bool>,
}

/// Which messages were taken back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recalled {
    #[serde(default, rename = "successResult", deserialize_with = "list")]
    pub keys: Vec<String>,
    /// Key and DingTalk's reason.
    #[serde(default, rename = "failedResult", deserialize_with = "or_none")]
    pub failed: HashMap<String, String>,
}

/// A recall that worked for all says so by an empty object, by null, or not at all.
fn or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<HashMap<String, String>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

impl Client {
    /// `GET /v1.0/robot/oToMessages/readStatus`.
    pub async fn message_read_status(&self, robot_code: &str, key: &ProcessQueryKey) -> Result<ReadStatus> {
        let request = Request::new(Dialect::New, Method::GET, "/v1.0/robot/oToMessages/readStatus")
            .with_query("robotCode", robot_code)
            .with_query("processQueryKey", key.0.as_str());
        read(self.call(&request).await?, self.hosts().name(Host::New))
    }

    /// `POST /v1.0/robot/otoMessages/batchRecall` (lower-case `oto`): at most 20 messages, within 24 hours.
    pub async fn recall_messages(&self, robot_code: &str, keys: &[ProcessQueryKey]) -> Result<Recalled> {
        let body = json!({ "robotCode": robot_code, "processQueryKeys": fitting(keys)? });
        let answer = self.call_new(Method::POST, "/v1.0/robot/otoMessages/batchRecall", Some(body)).await?;
        read(answer, self.hosts().name(Host::New))
    }

    /// `POST /v1.0/robot/groupMessages/recall`: at most 20 messages, within 24 hours.
    pub async fn recall_group_messages(
        &self,
        robot_code: &str,
        open_conversation_id: &str,
        keys: &[ProcessQueryKey],
    ) -> Result<Recalled> {
        let body = json!({
            "robotCode": robot_code, "openConversationId": open_conversation_id, "processQueryKeys": fitting(keys)?,
        });
        let answer = self.call_new(Method::POST, "/v1.0/robot/groupMessages/recall", Some(body)).await?;
        read(answer, self.hosts().name(Host::New))
    }

    /// `POST /v1.0/robot/groupMessages/query`, one page; `next_token` from the page before.
    pub async fn group_message_readers(
        &self,
        robot_code: &str,
        open_conversation_id: &str,
        key: &ProcessQueryKey,
        next_token: Option<&str>,
    ) -> Result<GroupReaders> {
        let mut body = json!({
            "robotCode": robot_code, "openConversationId": open_conversation_id, "processQueryKey": key.0,
        });
        if let Some(next_token) = next_token {
            body["nextToken"] = next_token.into();
        }
        let answer = self.call_new(Method::POST, "/v1.0/robot/groupMessages/query", Some(body)).await?;
        let mut readers: GroupReaders = read(answer, self.hosts().name(Host::New))?;
        // A page that names a next one and says there is none is the last.
        if readers.has_more != Some(true) {
            readers.next_token = None;
        }
        Ok(readers)
    }
}

fn fitting(keys: &[ProcessQueryKey]) -> Result<Vec<&str>> {
    if keys.len() > MOST_KEYS {
        return Err(Unfit::TooManyMessages { count: keys.len(), limit: MOST_KEYS }.into());
    }
    Ok(keys.iter().map(|key| key.0.as_str()).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_recall_without_failures_is_read_however_that_is_said() {
        let check = |answer| {
            let recalled: Recalled = serde_json::from_value(answer).unwrap();
            assert_eq!((recalled.keys.as_slice(), recalled.failed.len()), (&["k1".to_owned()][..], 0));
        };
        check(json!({ "successResult": ["k1"], "failedResult": {} }));
        check(json!({ "successResult": ["k1"], "failedResult": null }));
        check(json!({ "successResult": ["k1"] }));
    }
}
