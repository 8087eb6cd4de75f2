//! `/v1.0/contact/empLeaveRecords`: who left. Source: dingtalk-api.md §3.1; that times are ISO 8601 and how wrong
//! ones are refused is inferred.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, get};
use crate::gateway::answer::Fields;
use crate::state::leaver::Leaver;

pub const ENDPOINTS: &[Endpoint] = &[get("/v1.0/contact/empLeaveRecords", Access::App("Contact.Common.Read", list))];

const MOST: usize = 50;

fn wrong() -> Failure {
    Failure::bad_request("invalidParameter", "参数错误")
}

/// ISO 8601, or milliseconds.
fn instant(text: &str) -> Result<Timestamp, Failure> {
    if let Ok(milliseconds) = text.parse() {
        return Timestamp::from_millisecond(milliseconds).map_err(|_| wrong());
    }
    text.parse().map_err(|_| wrong())
}

fn shown(leaver: &Leaver) -> Value {
    json!({
        "userId": leaver.userid,
        "name": leaver.name,
        "stateCode": leaver.state_code,
        "mobile": leaver.mobile,
        "leaveTime": leaver.left_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "leaveReason": leaver.reason,
    })
}

fn list(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let from = instant(&asked.needed_query("startTime")?)?;
    let until = asked.query("endTime").map(|text| instant(&text)).transpose()?.unwrap_or(asked.world.now);
    let first: usize = asked.needed_query("nextToken")?.parse().map_err(|_| wrong())?;
    let most: usize = asked.needed_query("maxResults")?.parse().map_err(|_| wrong())?;
    if !(1..=MOST).contains(&most) {
        return Err(wrong());
    }
    let within = |leaver: &&Leaver| from <= leaver.left_at && leaver.left_at <= until;
    let found: Vec<&Leaver> = asked.world.leavers.iter().filter(within).collect();
    let records: Vec<Value> = found.iter().skip(first).take(most).map(|leaver| shown(leaver)).collect();
    let mut fields: Fields = vec![("records", json!(records))];
    let next = first.saturating_add(most);
    if next < found.len() {
        fields.push(("nextToken", next.to_string().into()));
    }
    Ok(fields)
}
