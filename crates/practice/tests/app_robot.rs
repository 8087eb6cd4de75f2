//! The app's own robot: people, groups, reading, recall, files, replies. Rules: dingtalk-api.md §5.2.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, text};
use jiff::SignedDuration;
use practice::Clock;
use practice::Options;
use practice::state::group::FINANCE_GROUP;
use serde_json::{Value, json};

const HELLO: &str = r#"{"content":"你好"}"#;

struct Stage {
    practice: Practice,
    clock: Clock,
    robot: String,
    conversation: String,
}

impl Stage {
    async fn new() -> Self {
        let clock = Clock::standing_now();
        let moved = clock.clone();
        let practice = Practice::with(|options| Options { clock: moved, ..options }).await;
        let robot = practice.app().robot_code;
        let group = |world: &practice::state::World| world.group(FINANCE_GROUP).unwrap().open_conversation_id();
        let conversation = practice.shared().read(group);
        Self { practice, clock, robot, conversation }
    }

    async fn call(&self, path: &str, body: Value) -> (u16, Value) {
        let token = self.practice.token().await;
        let (status, answer) = self.practice.api(&format!("/v1.0/robot/{path}"), &token, body).await;
        (status, serde_json::from_str(&answer).unwrap())
    }

    async fn to_people(&self, people: Value) -> Value {
        let body = json!({"robotCode": self.robot, "userIds": people, "msgKey": "sampleText", "msgParam": HELLO});
        self.call("oToMessages/batchSend", body).await.1
    }

    async fn to_group(&self) -> Value {
        let body = json!({"robotCode": self.robot, "openConversationId": self.conversation, "msgKey": "sampleText", "msgParam": HELLO});
        self.call("groupMessages/send", body).await.1["processQueryKey"].clone()
    }

    fn group_texts(&self) -> Vec<String> {
        let texts = |world: &practice::state::World| {
            world.group(FINANCE_GROUP).unwrap().messages.iter().map(|message| message.text.clone()).collect()
        };
        self.practice.shared().read(texts)
    }
}

// V §5.2: batchSend answers processQueryKey, invalidStaffIdList and flowControlledStaffIdList; unknown people are listed
#[tokio::test]
async fn people_are_written_to_and_read_it() {
    let stage = Stage::new().await;
    let sent = stage.to_people(json!(["demo002", "demo003", "nobody"])).await;
    assert_eq!((&sent["invalidStaffIdList"], &sent["flowControlledStaffIdList"]), (&json!(["nobody"]), &json!([])));
    let key = sent["processQueryKey"].as_str().unwrap();
    stage.practice.stage("/read", json!({"process_query_key": key, "userid": "demo003"})).await;
    let path = format!("/v1.0/robot/oToMessages/readStatus?robotCode={}&processQueryKey={key}", stage.robot);
    let (status, read) = stage.practice.get_api(&path).await;
    let rows = read["messageReadInfoList"].as_array().unwrap();
    assert_eq!((status, rows.len()), (200, 2));
    assert_eq!((&rows[0]["readStatus"], rows[0].get("readTimestamp")), (&json!("UNREAD"), None));
    assert_eq!(
        (&rows[1]["userId"], &rows[1]["name"], &rows[1]["readStatus"]),
        (&json!("demo003"), &json!("張示範"), &json!("READ"))
    );
    assert_eq!(rows[1]["readTimestamp"], stage.clock.now().as_millisecond());
    let (status, wrong) = stage.practice.get_api(&path.replace(key, "other")).await;
    assert_eq!((status, &wrong["code"]), (400, &json!("invalidParameter.param.invalid")));
    let absent = stage.practice.get_api(&format!("/v1.0/robot/oToMessages/readStatus?robotCode={}", stage.robot)).await;
    assert_eq!((absent.0, &absent.1["code"]), (400, &json!("MissingprocessQueryKey")));
}

// V §5.2: single messages are recalled at otoMessages/batchRecall, in lower case, within 24 hours and up to 20 keys
#[tokio::test]
async fn a_message_is_taken_back_once_within_a_day() {
    let stage = Stage::new().await;
    let key = stage.to_people(json!(["demo002"])).await["processQueryKey"].clone();
    let recall = async |keys: Value| {
        stage.call("otoMessages/batchRecall", json!({"robotCode": stage.robot, "processQueryKeys": keys})).await
    };
    let (status, first) = recall(json!([key, "unknown"])).await;
    assert_eq!((status, &first["successResult"]), (200, &json!([key])));
    assert_eq!(first["failedResult"].as_object().unwrap().keys().collect::<Vec<_>>(), ["unknown"]);
    assert_eq!(recall(json!([key])).await.1["successResult"], json!([]));
    let late = stage.to_people(json!(["demo002"])).await["processQueryKey"].clone();
    stage.clock.advance(SignedDuration::from_hours(24) + SignedDuration::from_secs(1)).unwrap();
    assert_eq!(recall(json!([late])).await.1["successResult"], json!([]));
    assert_eq!(recall(json!(vec!["k"; 21])).await.0, 400);
    let wrong_case =
        stage.call("oToMessages/batchRecall", json!({"robotCode": stage.robot, "processQueryKeys": [key]}));
    assert_eq!(wrong_case.await.0, 404);
    assert_eq!(stage.practice.journal("app_robot_recalled").await.len(), 1);
}

#[tokio::test]
async fn a_group_is_written_to_and_the_message_taken_back() {
    let stage = Stage::new().await;
    let key = stage.to_group().await;
    assert_eq!(stage.group_texts(), ["你好"]);
    let asked = json!({"robotCode": stage.robot, "openConversationId": stage.conversation, "processQueryKey": key});
    assert_eq!(stage.call("groupMessages/query", asked).await.1["sendStatus"], "SUCCESS");
    let body = json!({"robotCode": stage.robot, "openConversationId": stage.conversation, "processQueryKeys": [key]});
    assert_eq!(stage.call("groupMessages/recall", body).await.1["successResult"], json!([key]));
    assert!(stage.group_texts().is_empty());
    let check = async |more: Value, code: &str| {
        let mut body = json!({"robotCode": stage.robot, "openConversationId": stage.conversation, "msgKey": "sampleText", "msgParam": HELLO});
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        let (status, answer) = stage.call("groupMessages/send", body).await;
        assert_eq!((status, &answer["code"]), (400, &json!(code)), "{more}");
    };
    check(json!({"robotCode": null}), "MissingrobotCode").await;
    // V §5.2: an unknown robot is invalidParameter.robotCode.notExsit, spelled so
    check(json!({"robotCode": "dingx"}), "invalidParameter.robotCode.notExsit").await;
    check(json!({"openConversationId": "cidx"}), "invalidParameter.param.invalid").await;
    // V §5.2: an unknown message type is invalidParameter.msgKey.invalid
    check(json!({"msgKey": "x"}), "invalidParameter.msgKey.invalid").await;
    // V §5.2: a msgParam above 15000 bytes is invalidParameter.msgParam.tooLong
    check(json!({"msgParam": json!({"content": "x".repeat(15_000)}).to_string()}), "invalidParameter.msgParam.tooLong")
        .await;
    assert_eq!(stage.practice.journal("app_robot_group_message").await.len(), 1);
}

#[tokio::test]
async fn how_many_people_one_call_takes_is_a_switch() {
    let stage = Stage::new().await;
    assert_eq!(stage.to_people(json!(vec!["demo002"; 21])).await["code"], "invalidParameter.userIds.overMax");
    stage.practice.choose("batch_send_people", "100").await;
    assert!(stage.to_people(json!(vec!["demo002"; 100])).await.get("code").is_none());
    assert_eq!(stage.to_people(json!(vec!["demo002"; 101])).await["code"], "invalidParameter.userIds.overMax");
}

// V §5.2: messageFiles/download answers downloadUrl
#[tokio::test]
async fn a_file_that_was_sent_is_downloaded() {
    let stage = Stage::new().await;
    let file = json!({"client_id": stage.robot, "name": "單據.txt", "content": "示範單據"});
    let code = stage.practice.stage("/file", file).await["download_code"].clone();
    let (status, answer) =
        stage.call("messageFiles/download", json!({"downloadCode": code, "robotCode": stage.robot})).await;
    assert_eq!(status, 200);
    let url = answer["downloadUrl"].as_str().unwrap();
    assert_eq!(text(stage.practice.client.get(url)).await, "示範單據");
    let unknown = stage.call("messageFiles/download", json!({"downloadCode": "x", "robotCode": stage.robot})).await;
    assert_eq!(unknown.0, 400);
    assert_eq!(stage.practice.client.get(format!("{url}x")).send().await.unwrap().status(), 404);
}

// V §5.2: a received message is answered at its sessionWebhook with the types of a group robot, until it expires
#[tokio::test]
async fn a_session_takes_answers_until_it_ends() {
    let stage = Stage::new().await;
    let opened = json!({"client_id": stage.robot, "conversation": FINANCE_GROUP});
    let webhook = stage.practice.stage("/session", opened).await["session_webhook"].as_str().unwrap().to_owned();
    let say = async |body: Value| text(stage.practice.client.post(&webhook).json(&body)).await;
    let ok = r#"{"errcode":0,"errmsg":"ok"}"#;
    assert_eq!(say(json!({"msgtype": "text", "text": {"content": "收到"}})).await, ok);
    assert_eq!(say(json!({"msgtype": "empty"})).await, ok);
    assert_eq!(stage.group_texts(), ["收到"]);
    assert!(say(json!({"msgtype": "text"})).await.contains("40035"));
    stage.clock.advance(SignedDuration::from_mins(90)).unwrap();
    assert!(!say(json!({"msgtype": "text", "text": {"content": "遲了"}})).await.contains(r#""errcode":0"#));
    assert_eq!(stage.practice.journal("session_reply").await.len(), 1);
}
