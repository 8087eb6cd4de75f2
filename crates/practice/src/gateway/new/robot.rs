//! The app's own robot writes to people, tells who read it, and takes it back. Source: dingtalk-api.md §5.2.

use serde_json::{Value, json};

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, get, post};
use super::robot_message::{invalid, readable};
use crate::gateway::answer::Fields;
use crate::gateway::input::Parameters;
use crate::state::app_robot::{Audience, Reading};
use crate::state::behaviour::Behaviour;

const POINT: &str = "qyapi_robot_sendmsg";
const MOST_KEYS: usize = 20;

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/robot/oToMessages/batchSend", Access::App(POINT, batch_send)),
    get("/v1.0/robot/oToMessages/readStatus", Access::App(POINT, read_status)),
    // Lower-case `oto`, unlike its neighbours.
    post("/v1.0/robot/otoMessages/batchRecall", Access::App(POINT, recall)),
    post("/v1.0/robot/messageFiles/download", Access::App(POINT, download)),
];

/// Absent is `Missing…`, empty is `invalidParameter.….empty`.
pub fn needed(parameters: &Parameters, name: &str) -> Result<String, Failure> {
    if parameters.value(name).is_none() {
        return Err(Failure::missing(name));
    }
    parameters.text(name).ok_or_else(|| invalid(&format!("{name}.empty")))
}

/// The robot's code is the app's Client ID; another's is unknown.
pub fn check_robot(asked: &Asked<'_>, robot_code: &str) -> Result<(), Failure> {
    if robot_code == asked.client_id { Ok(()) } else { Err(invalid("robotCode.notExsit")) }
}

fn batch_send(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    let robot_code = needed(&body, "robotCode")?;
    if body.value("userIds").is_none() {
        return Err(Failure::missing("userIds"));
    }
    let userids = body.list("userIds");
    let message_key = needed(&body, "msgKey")?;
    let parameter = needed(&body, "msgParam")?;
    check_robot(asked, &robot_code)?;
    if userids.is_empty() {
        return Err(invalid("userIds.empty"));
    }
    let most = asked.world.chosen_number(Behaviour::BatchSendPeople);
    if userids.len() > usize::try_from(most).unwrap_or_default() {
        return Err(invalid("userIds.overMax"));
    }
    let text = readable(&message_key, &parameter)?;
    let (known, unknown): (Vec<String>, Vec<String>) =
        userids.into_iter().partition(|userid| asked.world.member(userid).is_some());
    let key = asked.world.robot_to_people(&asked.client_id, known, text);
    Ok(vec![
        ("processQueryKey", key.into()),
        ("invalidStaffIdList", json!(unknown)),
        ("flowControlledStaffIdList", json!([])),
    ])
}

/// The values of `sendStatus` and `readStatus` are recalled, not verified.
fn read_status(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    check_robot(asked, &asked.needed_query("robotCode")?)?;
    let key = asked.needed_query("processQueryKey")?;
    let message = asked.world.robot_message(&asked.client_id, &key).ok_or_else(|| invalid("param.invalid"))?;
    let Audience::People { user_ids, read_by } = &message.audience else {
        return Err(invalid("param.invalid"));
    };
    let row = |userid: &String| {
        let name = asked.world.member(userid).map_or("", |member| member.name.as_str());
        let reading: Option<&Reading> = read_by.iter().find(|reading| reading.userid == *userid);
        let mut row = json!({
            "userId": userid,
            "name": name,
            "readStatus": if reading.is_some() { "READ" } else { "UNREAD" },
        });
        if let Some(reading) = reading {
            row["readTimestamp"] = json!(reading.at.as_millisecond());
        }
        row
    };
    let rows: Vec<Value> = user_ids.iter().map(row).collect();
    let status = if message.recalled_at.is_some() { "RECALLED" } else { "SUCCESS" };
    Ok(vec![("sendStatus", status.into()), ("messageReadInfoList", json!(rows))])
}

fn recall(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    check_robot(asked, &needed(&body, "robotCode")?)?;
    recall_all(asked, &body)
}

/// Up to twenty keys; a key that is unknown, too old or recalled already fails alone.
pub fn recall_all(asked: &mut Asked<'_>, body: &Parameters) -> Result<Fields, Failure> {
    let keys = body.list("processQueryKeys");
    if keys.is_empty() {
        return Err(Failure::missing("processQueryKeys"));
    }
    if keys.len() > MOST_KEYS {
        return Err(invalid("param.invalid"));
    }
    let client_id = asked.client_id.clone();
    let (done, failed): (Vec<String>, Vec<String>) =
        keys.into_iter().partition(|key| asked.world.recall_robot_message(&client_id, key));
    let failed: serde_json::Map<String, Value> =
        failed.into_iter().map(|key| (key, "invalidParameter.param.invalid".into())).collect();
    Ok(vec![("successResult", json!(done)), ("failedResult", Value::Object(failed))])
}

fn download(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    let code = needed(&body, "downloadCode")?;
    check_robot(asked, &needed(&body, "robotCode")?)?;
    let mut files = asked.world.app_robot.files.iter();
    let file = files.find(|file| file.download_code == code && file.client_id == asked.client_id);
    let file = file.ok_or_else(|| invalid("param.invalid"))?;
    let url = format!("{}{}{}", asked.world.new_host, super::FILES, file.download_code);
    Ok(vec![("downloadUrl", url.into())])
}
