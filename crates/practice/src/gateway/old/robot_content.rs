//! The message types of a group robot. Source: dingtalk-api.md §5.1.

use serde_json::Value;

use super::Failure;

/// What people in the group read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub message_type: String,
    pub title: String,
    pub text: String,
    pub mentioned: Vec<String>,
    pub everyone_mentioned: bool,
    pub msg_uuid: Option<String>,
}

impl Content {
    /// Where keywords are looked for.
    pub fn holds(&self, keyword: &str) -> bool {
        self.title.contains(keyword) || self.text.contains(keyword)
    }
}

fn needed(body: &Value, message_type: &str, field: &str) -> Result<String, Failure> {
    body[message_type][field]
        .as_str()
        .filter(|text| !text.trim().is_empty())
        .map(str::to_owned)
        .ok_or_else(|| Failure::missing(field))
}

fn feed(body: &Value) -> Result<(String, String), Failure> {
    let links = body["feedCard"]["links"].as_array();
    let links = links.filter(|links| !links.is_empty());
    let titles: Option<Vec<&str>> =
        links.ok_or_else(|| Failure::missing("links"))?.iter().map(|link| link["title"].as_str()).collect();
    let titles = titles.ok_or_else(|| Failure::missing("title"))?;
    Ok((titles[0].to_owned(), titles.join("\n")))
}

fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

pub fn read(body: &Value) -> Result<Content, Failure> {
    let Some(message_type) = body["msgtype"].as_str() else {
        return Err(Failure::missing("msgtype"));
    };
    let need = |field: &str| needed(body, message_type, field);
    let (title, text) = match message_type {
        "text" => (String::new(), need("content")?),
        "markdown" | "actionCard" => (need("title")?, need("text")?),
        "link" => {
            need("messageUrl")?;
            (need("title")?, need("text")?)
        }
        "feedCard" => feed(body)?,
        _ => return Err(Failure::new(400_105, "不支持的消息类型")),
    };
    let at = &body["at"];
    let mut mentioned = strings(&at["atMobiles"]);
    mentioned.extend(strings(&at["atUserIds"]));
    Ok(Content {
        message_type: message_type.to_owned(),
        title,
        text,
        mentioned,
        everyone_mentioned: at["isAtAll"].as_bool().unwrap_or_default(),
        msg_uuid: body["msgUuid"].as_str().map(str::to_owned),
    })
}
