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
    let links = links.filter(|links| !links.is_empty()).ok_or_else(|| Failure::missing("links"))?;
    let mut titles = Vec::new();
    for link in links {
        for field in ["messageURL", "picURL"] {
            filled(&link[field]).ok_or_else(|| Failure::missing(field))?;
        }
        titles.push(filled(&link["title"]).ok_or_else(|| Failure::missing("title"))?);
    }
    Ok((titles[0].to_owned(), titles.join("\n")))
}

fn filled(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.trim().is_empty())
}

/// One button for the whole card, or several of their own.
fn check_buttons(card: &Value) -> Result<(), Failure> {
    if let Some(buttons) = card["btns"].as_array().filter(|buttons| !buttons.is_empty()) {
        let complete = |button: &Value| filled(&button["title"]).and(filled(&button["actionURL"])).is_some();
        return if buttons.iter().all(complete) { Ok(()) } else { Err(Failure::missing("btns")) };
    }
    for field in ["singleTitle", "singleURL"] {
        filled(&card[field]).ok_or_else(|| Failure::missing(field))?;
    }
    Ok(())
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
        "markdown" => (need("title")?, need("text")?),
        "actionCard" => {
            check_buttons(&body["actionCard"])?;
            (need("title")?, need("text")?)
        }
        "link" => {
            need("messageUrl")?;
            (need("title")?, need("text")?)
        }
        "feedCard" => feed(body)?,
        _ => return Err(Failure::new(400_105, "不支持的消息类型")),
    };
    let (mentioned, everyone_mentioned) = mentions(body, message_type, &text);
    Ok(Content {
        message_type: message_type.to_owned(),
        title,
        text,
        mentioned,
        everyone_mentioned,
        msg_uuid: body["msgUuid"].as_str().map(str::to_owned),
    })
}

/// `at` works in three of the types, and only for those whose `@…` stands in the text.
fn mentions(body: &Value, message_type: &str, text: &str) -> (Vec<String>, bool) {
    if !["text", "markdown", "actionCard"].contains(&message_type) {
        return (Vec::new(), false);
    }
    let at = &body["at"];
    let mut mentioned = strings(&at["atMobiles"]);
    mentioned.extend(strings(&at["atUserIds"]));
    mentioned.retain(|one| text.contains(&format!("@{one}")));
    let everyone = at["isAtAll"].as_bool().unwrap_or_else(|| at["isAtAll"] == "true");
    (mentioned, everyone)
}
