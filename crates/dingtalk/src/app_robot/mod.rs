//! The app's own robot: messages to colleagues one to one and to groups, who read them, taking them back, and the files
//! that people send to it. Source: chatbots-send-one-on-one-chat-messages-in-batches and its neighbours; the answers'
//! fields from the official SDK (robot_1_0).

mod fate;
mod template;

pub use fate::{GroupReaders, MessageRead, ReadStatus, Recalled};
pub use template::RobotTemplate;

use serde::Deserialize;
use serde_json::json;

use crate::gateway::read;
use crate::lenient::{self, list};
use crate::{Client, Error, Host, Method, Result, Unfit, UserId};

/// The parameter's row says 20, the text of one error 100; the smaller is safe.
const MOST_USERS: usize = 20;
const MOST_KEYS: usize = 20;
/// Bytes of `msgParam` to a group; for one-to-one messages no figure is documented, and the same is taken.
const LONGEST: usize = 15_000;

/// What a message is asked about and taken back by: `processQueryKey`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProcessQueryKey(pub String);

/// A message to several people. Those in the lists did not get it, although the call succeeded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchSent {
    #[serde(deserialize_with = "key")]
    pub process_query_key: ProcessQueryKey,
    /// No such person.
    #[serde(default, rename = "invalidStaffIdList", deserialize_with = "list")]
    pub invalid: Vec<UserId>,
    /// Too many messages to them just now.
    #[serde(default, rename = "flowControlledStaffIdList", deserialize_with = "list")]
    pub flow_controlled: Vec<UserId>,
    /// Left out for a reason the documents do not give.
    #[serde(default, rename = "filteredStaffIdList", deserialize_with = "list")]
    pub filtered: Vec<UserId>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GroupSent {
    #[serde(deserialize_with = "key")]
    process_query_key: ProcessQueryKey,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(deserialize_with = "lenient::text")]
    download_url: String,
}

fn key<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<ProcessQueryKey, D::Error> {
    lenient::text(deserializer).map(ProcessQueryKey)
}

impl Client {
    /// `POST /v1.0/robot/oToMessages/batchSend`, to at most 20 people. Repeating it may send it twice.
    pub async fn send_to_users(
        &self,
        robot_code: &str,
        users: &[UserId],
        message: &RobotTemplate,
    ) -> Result<BatchSent> {
        match users.len() {
            0 => return Err(Unfit::NoRecipients.into()),
            count if count > MOST_USERS => return Err(Unfit::TooManyUsers { count, limit: MOST_USERS }.into()),
            _ => {}
        }
        let body = json!({
            "robotCode": robot_code, "userIds": users, "msgKey": message.msg_key(), "msgParam": fitting(message)?,
        });
        let answer = self.call_new(Method::POST, "/v1.0/robot/oToMessages/batchSend", Some(body)).await?;
        read(answer, self.hosts().name(Host::New))
    }

    /// `POST /v1.0/robot/groupMessages/send`. The robot must be in the group. Repeating it may send it twice.
    pub async fn send_to_group(
        &self,
        robot_code: &str,
        open_conversation_id: &str,
        message: &RobotTemplate,
    ) -> Result<ProcessQueryKey> {
        let body = json!({
            "robotCode": robot_code, "openConversationId": open_conversation_id,
            "msgKey": message.msg_key(), "msgParam": fitting(message)?,
        });
        let answer = self.call_new(Method::POST, "/v1.0/robot/groupMessages/send", Some(body)).await?;
        let sent: GroupSent = read(answer, self.hosts().name(Host::New))?;
        Ok(sent.process_query_key)
    }

    /// `POST /v1.0/robot/messageFiles/download`: where a file that somebody sent to the robot can be fetched from.
    pub async fn message_file_url(&self, robot_code: &str, download_code: &str) -> Result<String> {
        let body = json!({ "downloadCode": download_code, "robotCode": robot_code });
        let answer = self.call_new(Method::POST, "/v1.0/robot/messageFiles/download", Some(body)).await?;
        let download: Download = read(answer, self.hosts().name(Host::New))?;
        Ok(download.download_url)
    }
}

fn fitting(message: &RobotTemplate) -> Result<String> {
    message.check()?;
    let param = message.msg_param();
    if param.len() > LONGEST {
        return Err(Error::Unfit(Unfit::TooLong { bytes: param.len(), limit: LONGEST }));
    }
    Ok(param)
}
