//! Message types of an app's own robot: key, and the fields of its `msgParam`. Source: dingtalk-api.md §5.2.

use serde_json::Value;

use super::Failure;

/// Key, fields that must be there, and those of them that people read.
struct Kind {
    key: &'static str,
    needed: &'static [&'static str],
    read: &'static [&'static str],
}

const fn kind(key: &'static str, needed: &'static [&'static str], read: &'static [&'static str]) -> Kind {
    Kind { key, needed, read }
}

const TITLE_TEXT: &[&str] = &["title", "text"];

const KINDS: [Kind; 13] = [
    kind("sampleText", &["content"], &["content"]),
    kind("sampleMarkdown", TITLE_TEXT, TITLE_TEXT),
    kind("sampleImageMsg", &["photoURL"], &["photoURL"]),
    kind("sampleLink", &["text", "title", "picUrl", "messageUrl"], TITLE_TEXT),
    kind("sampleActionCard", &["title", "text", "singleTitle", "singleURL"], TITLE_TEXT),
    kind(
        "sampleActionCard2",
        &["title", "text", "actionTitle1", "actionURL1", "actionTitle2", "actionURL2"],
        TITLE_TEXT,
    ),
    kind(
        "sampleActionCard3",
        &["title", "text", "actionTitle1", "actionURL1", "actionTitle3", "actionURL3"],
        TITLE_TEXT,
    ),
    kind(
        "sampleActionCard4",
        &["title", "text", "actionTitle1", "actionURL1", "actionTitle4", "actionURL4"],
        TITLE_TEXT,
    ),
    kind(
        "sampleActionCard5",
        &["title", "text", "actionTitle1", "actionURL1", "actionTitle5", "actionURL5"],
        TITLE_TEXT,
    ),
    kind(
        "sampleActionCard6",
        &["title", "text", "buttonTitle1", "buttonUrl1", "buttonTitle2", "buttonUrl2"],
        TITLE_TEXT,
    ),
    kind("sampleAudio", &["mediaId", "duration"], &["mediaId"]),
    kind("sampleFile", &["mediaId", "fileName", "fileType"], &["fileName"]),
    kind("sampleVideo", &["duration", "videoMediaId", "videoType", "picMediaId"], &["videoMediaId"]),
];

/// Bytes of a `msgParam`.
const LONGEST: usize = 15_000;

pub fn invalid(what: &str) -> Failure {
    let code = format!("invalidParameter.{what}");
    Failure::bad_request(&code, &code)
}

/// What people read. Which fields of a card are indispensable is inferred.
pub fn readable(key: &str, parameter: &str) -> Result<String, Failure> {
    let kind = KINDS.iter().find(|kind| kind.key == key).ok_or_else(|| invalid("msgKey.invalid"))?;
    if parameter.len() > LONGEST {
        return Err(invalid("msgParam.tooLong"));
    }
    let fields: Value = serde_json::from_str(parameter).map_err(|_| invalid("msgParam.invalid"))?;
    let filled = |name: &&str| match &fields[*name] {
        Value::String(text) => !text.is_empty(),
        Value::Number(_) => true,
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => false,
    };
    if !kind.needed.iter().all(filled) {
        return Err(invalid("msgParam.invalid"));
    }
    let parts: Vec<&str> = kind.read.iter().filter_map(|name| fields[*name].as_str()).collect();
    Ok(parts.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_needs_its_fields() {
        let check = |key: &str, parameter: &str, expected: Result<&str, &str>| {
            let found = readable(key, parameter);
            assert_eq!(found.as_deref().map_err(|failure| failure.code.as_str()), expected, "{key} {parameter}");
        };
        check("sampleText", r#"{"content":"你好"}"#, Ok("你好"));
        check("sampleMarkdown", r#"{"title":"甲","text":"乙"}"#, Ok("甲\n乙"));
        check("sampleAudio", r#"{"mediaId":"@m","duration":"3000"}"#, Ok("@m"));
        check("sampleText", r#"{"content":""}"#, Err("invalidParameter.msgParam.invalid"));
        check("sampleText", "{", Err("invalidParameter.msgParam.invalid"));
        check("sampleLink", r#"{"title":"甲","text":"乙"}"#, Err("invalidParameter.msgParam.invalid"));
        check("noSuch", "{}", Err("invalidParameter.msgKey.invalid"));
        check("sampleText", &"x".repeat(15_001), Err("invalidParameter.msgParam.tooLong"));
    }
}
