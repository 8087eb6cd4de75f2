use serde_json::{Map, Value, json};

use crate::robot::Button;
use crate::{Error, Result, Unfit};

/// A message of the app's robot: `msgKey` and `msgParam`. Source: robot-message-type.
#[derive(Debug, Clone, PartialEq)]
pub enum RobotTemplate {
    Text {
        content: String,
    },
    Markdown {
        title: String,
        text: String,
    },
    Image {
        photo_url: String,
    },
    Link {
        title: String,
        text: String,
        pic_url: String,
        message_url: String,
    },
    /// One button.
    ActionCard {
        title: String,
        text: String,
        button: Button,
    },
    /// Two to five buttons, one under the other.
    ActionColumn {
        title: String,
        text: String,
        buttons: Vec<Button>,
    },
    /// Two buttons, side by side.
    ActionRow {
        title: String,
        text: String,
        buttons: [Button; 2],
    },
    /// `duration` in milliseconds as digits (its unit is recalled, not verified).
    Audio {
        media_id: String,
        duration: String,
    },
    File {
        media_id: String,
        file_name: String,
        file_type: String,
    },
    Video {
        media_id: String,
        duration: String,
        video_type: String,
        pic_media_id: String,
    },
    /// A template of another key, such as one of the organisation's own.
    Other {
        msg_key: String,
        msg_param: Value,
    },
}

impl RobotTemplate {
    pub fn text(content: impl Into<String>) -> Self {
        Self::Text { content: content.into() }
    }

    pub fn msg_key(&self) -> &str {
        match self {
            Self::Text { .. } => "sampleText",
            Self::Markdown { .. } => "sampleMarkdown",
            Self::Image { .. } => "sampleImageMsg",
            Self::Link { .. } => "sampleLink",
            Self::ActionCard { .. } => "sampleActionCard",
            Self::ActionColumn { buttons, .. } => match buttons.len() {
                ..=2 => "sampleActionCard2",
                3 => "sampleActionCard3",
                4 => "sampleActionCard4",
                5.. => "sampleActionCard5",
            },
            Self::ActionRow { .. } => "sampleActionCard6",
            Self::Audio { .. } => "sampleAudio",
            Self::File { .. } => "sampleFile",
            Self::Video { .. } => "sampleVideo",
            Self::Other { msg_key, .. } => msg_key,
        }
    }

    /// A JSON text, which travels as a text inside the JSON body.
    pub fn msg_param(&self) -> String {
        let param = match self {
            Self::Text { content } => json!({ "content": content }),
            Self::Markdown { title, text } => json!({ "title": title, "text": text }),
            Self::Image { photo_url } => json!({ "photoURL": photo_url }),
            Self::Link { title, text, pic_url, message_url } => {
                json!({ "title": title, "text": text, "picUrl": pic_url, "messageUrl": message_url })
            }
            Self::ActionCard { title, text, button } => {
                json!({ "title": title, "text": text, "singleTitle": button.title, "singleURL": button.url })
            }
            Self::ActionColumn { title, text, buttons } => numbered(title, text, buttons, "actionTitle", "actionURL"),
            Self::ActionRow { title, text, buttons } => numbered(title, text, buttons, "buttonTitle", "buttonUrl"),
            Self::Audio { media_id, duration } => json!({ "mediaId": media_id, "duration": duration }),
            Self::File { media_id, file_name, file_type } => {
                json!({ "mediaId": media_id, "fileName": file_name, "fileType": file_type })
            }
            Self::Video { media_id, duration, video_type, pic_media_id } => json!({
                "videoMediaId": media_id, "duration": duration, "videoType": video_type, "picMediaId": pic_media_id,
            }),
            Self::Other { msg_param, .. } => msg_param.clone(),
        };
        param.to_string()
    }

    pub(super) fn check(&self) -> Result<()> {
        if let Self::ActionColumn { buttons, .. } = self
            && !(2..=5).contains(&buttons.len())
        {
            return Err(Error::Unfit(Unfit::ButtonCount { count: buttons.len() }));
        }
        Ok(())
    }
}

fn numbered(title: &str, text: &str, buttons: &[Button], title_key: &str, url_key: &str) -> Value {
    let mut param = Map::new();
    param.insert("title".into(), title.into());
    param.insert("text".into(), text.into());
    for (number, button) in (1..).zip(buttons) {
        param.insert(format!("{title_key}{number}"), button.title.as_str().into());
        param.insert(format!("{url_key}{number}"), button.url.as_str().into());
    }
    Value::Object(param)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(message: &RobotTemplate, msg_key: &str, msg_param: &Value) {
        let param: Value = serde_json::from_str(&message.msg_param()).unwrap();
        assert_eq!((message.msg_key(), &param), (msg_key, msg_param));
        assert!(message.check().is_ok());
    }

    fn button(name: &str) -> Button {
        Button { title: name.into(), url: format!("https://{name}.example") }
    }

    // V §5.2: the keys of msgParam follow from msgKey, from sampleText to sampleVideo
    #[test]
    fn each_template_has_its_key_and_its_parameters() {
        let (title, text) = (String::from("t"), String::from("x"));
        check(&RobotTemplate::text("你好"), "sampleText", &json!({"content": "你好"}));
        let message = RobotTemplate::Markdown { title: title.clone(), text: text.clone() };
        check(&message, "sampleMarkdown", &json!({"title": "t", "text": "x"}));
        check(&RobotTemplate::Image { photo_url: "u".into() }, "sampleImageMsg", &json!({"photoURL": "u"}));
        let message = RobotTemplate::Link {
            title: title.clone(),
            text: text.clone(),
            pic_url: "p".into(),
            message_url: "u".into(),
        };
        check(&message, "sampleLink", &json!({"title": "t", "text": "x", "picUrl": "p", "messageUrl": "u"}));
        let message = RobotTemplate::ActionCard { title: title.clone(), text: text.clone(), button: button("a") };
        let param = json!({"title": "t", "text": "x", "singleTitle": "a", "singleURL": "https://a.example"});
        check(&message, "sampleActionCard", &param);
        let message =
            RobotTemplate::ActionRow { title: title.clone(), text: text.clone(), buttons: [button("a"), button("b")] };
        let param = json!({
            "title": "t", "text": "x", "buttonTitle1": "a", "buttonUrl1": "https://a.example",
            "buttonTitle2": "b", "buttonUrl2": "https://b.example",
        });
        check(&message, "sampleActionCard6", &param);
        let message = RobotTemplate::Audio { media_id: "m".into(), duration: "3000".into() };
        check(&message, "sampleAudio", &json!({"mediaId": "m", "duration": "3000"}));
        let message = RobotTemplate::File { media_id: "m".into(), file_name: "a.pdf".into(), file_type: "pdf".into() };
        check(&message, "sampleFile", &json!({"mediaId": "m", "fileName": "a.pdf", "fileType": "pdf"}));
        let message = RobotTemplate::Video {
            media_id: "m".into(),
            duration: "3".into(),
            video_type: "mp4".into(),
            pic_media_id: "p".into(),
        };
        let param = json!({"videoMediaId": "m", "duration": "3", "videoType": "mp4", "picMediaId": "p"});
        check(&message, "sampleVideo", &param);
        let message = RobotTemplate::Other { msg_key: "ours".into(), msg_param: json!({"a": 1}) };
        check(&message, "ours", &json!({"a": 1}));
    }

    // V §5.2: sampleActionCard2 to 5 number their titles and addresses from 1
    #[test]
    fn two_to_five_buttons_choose_their_template() {
        for count in 0..8_usize {
            let buttons: Vec<Button> = (1..=count).map(|number| button(&format!("b{number}"))).collect();
            let message = RobotTemplate::ActionColumn { title: "t".into(), text: "x".into(), buttons };
            if !(2..=5).contains(&count) {
                assert_eq!(message.check(), Err(Error::Unfit(Unfit::ButtonCount { count })));
                continue;
            }
            let param: Value = serde_json::from_str(&message.msg_param()).unwrap();
            assert_eq!(message.msg_key(), format!("sampleActionCard{count}"));
            assert_eq!(param[format!("actionTitle{count}")], format!("b{count}"));
            assert_eq!(param["actionURL1"], "https://b1.example");
            assert_eq!(param.as_object().unwrap().len(), 2 + 2 * count);
        }
    }
}
