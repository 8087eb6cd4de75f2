//! Work notices: whom they reach, and whom they silently do not. Rules: dingtalk-api.md §5.4.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use jiff::SignedDuration;
use practice::state::{Notice, Scope, World};
use practice::{Clock, Options};
use serde_json::{Value, json};

const SEND: &str = "/topapi/message/corpconversation/asyncsend_v2";
const RESULT: &str = "/topapi/message/corpconversation/getsendresult";
const PROGRESS: &str = "/topapi/message/corpconversation/getsendprogress";

fn notice(agent_id: &str, people: &str, words: &str) -> Value {
    json!({"agent_id": agent_id, "userid_list": people, "msg": {"msgtype": "text", "text": {"content": words}}})
}

// V §5.4: a work notice answers a task id, and its result names who has not read it
#[tokio::test]
async fn a_notice_reaches_its_people_and_its_result_can_be_read() {
    let practice = Practice::ready().await;
    let agent = practice.app().agent_id;
    let sent = practice.top_json(SEND, notice(&agent, "demo003,nobody", "開會")).await;
    assert_eq!(sent["errcode"], 0);
    let task = json!({"agent_id": agent, "task_id": sent["task_id"]});
    let progress = practice.top_json(PROGRESS, task.clone()).await;
    assert_eq!(progress["progress"], json!({"progress_in_percent": 100, "status": 2}));
    let result = practice.top_json(RESULT, task).await["send_result"].clone();
    assert_eq!(result["unread_user_id_list"], json!(["demo003"]));
    assert_eq!(result["invalid_user_id_list"], json!(["nobody"]));
    let journal = practice.journal("work_notice").await;
    assert_eq!((&journal[0]["user_ids"], &journal[0]["text"]), (&json!(["demo003"]), &json!("開會")));
}

// V §5.4: the same text to the same person on one day succeeds and reaches nobody
// V §5.4: forbidden_list names a duplicate with code 143106
#[tokio::test]
async fn the_same_words_reach_a_person_once_a_day() {
    let practice = Practice::ready().await;
    let agent = practice.app().agent_id;
    practice.top_json(SEND, notice(&agent, "demo003", "開會")).await;
    let again = practice.top_json(SEND, notice(&agent, "demo003,demo004", "開會")).await;
    assert_eq!(again["errcode"], 0);
    let task = json!({"agent_id": agent, "task_id": again["task_id"]});
    let result = practice.top_json(RESULT, task).await["send_result"].clone();
    assert_eq!(result["forbidden_list"], json!([{"code": "143106", "count": 1, "userid": "demo003"}]));
    assert_eq!(practice.journal("work_notice").await[1]["user_ids"], json!(["demo004"]));
}

#[tokio::test]
async fn people_outside_the_visible_range_are_not_reached() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let finance = Scope::Part { departments: vec![552_010_002], people: vec![] };
    practice.shared().attempt(|world| world.set_visible_range(&app.client_id, "1.0.0", finance)).unwrap();
    let mut everyone = notice(&app.agent_id, "", "開會");
    everyone["to_all_user"] = json!(true);
    practice.top_json(SEND, everyone).await;
    let reached = practice.journal("work_notice").await[0]["user_ids"].clone();
    assert_eq!(reached, json!(["demo003", "demo004", "demo005"]));
}

#[tokio::test]
async fn wrong_notices_are_refused_and_reach_nobody() {
    let practice = Practice::ready().await;
    let agent = practice.app().agent_id;
    let check = async |body: Value, errcode: i64, errmsg: &str| {
        let answer = practice.top_json(SEND, body.clone()).await;
        assert_eq!((&answer["errcode"], &answer["errmsg"]), (&json!(errcode), &json!(errmsg)), "{body}");
    };
    check(json!({"userid_list": "demo003"}), 41_011, "缺少agentid").await;
    check(notice("1", "demo003", "x"), 70_003, "agentid对应微应用不存在").await;
    check(notice("abc", "demo003", "x"), 40_056, "不合法的agentid").await;
    check(notice(&agent, "", "x"), 40_035, "缺少参数 userid_list").await;
    check(notice(&agent, "demo003", ""), 400_002, "参数错误").await;
    check(notice(&agent, "demo003", &"字".repeat(700)), 400_002, "参数错误").await;
    assert!(practice.journal("work_notice").await.is_empty());
}

const RECALL: &str = "/topapi/message/corpconversation/recall";

async fn result(practice: &Practice, agent: &str, task: &Value) -> Value {
    let task = json!({"agent_id": agent, "task_id": task});
    practice.top_json(RESULT, task).await["send_result"].clone()
}

// V §5.4: a work notice is recalled by msg_task_id within 24 hours
#[tokio::test]
async fn a_notice_is_read_and_taken_back_within_a_day() {
    let clock = Clock::standing_now();
    let moved = clock.clone();
    let practice = Practice::with(|options| Options { clock: moved, ..options }).await;
    let agent = practice.app().agent_id;
    let task = practice.top_json(SEND, notice(&agent, "demo003,demo004", "開會")).await["task_id"].clone();
    practice.stage("/read", json!({"task_id": task, "userid": "demo004"})).await;
    let read = result(&practice, &agent, &task).await;
    assert_eq!((&read["read_user_id_list"], &read["unread_user_id_list"]), (&json!(["demo004"]), &json!(["demo003"])));
    let recall = async |task: &Value| {
        practice.top_json(RECALL, json!({"agent_id": agent, "msg_task_id": task})).await["errcode"].clone()
    };
    assert_eq!(recall(&task).await, 0);
    assert_eq!(recall(&task).await, 400_002);
    let late = practice.top_json(SEND, notice(&agent, "demo003", "遲了")).await["task_id"].clone();
    clock.advance(SignedDuration::from_hours(24) + SignedDuration::from_secs(1)).unwrap();
    assert_eq!(recall(&late).await, 400_002);
    assert_eq!(practice.journal("notice_recalled").await.len(), 1);
}

/// A notice that is already delivered, for filling a limit without sending hundreds.
fn delivered(world: &World, people: Vec<String>, words: &str) -> Notice {
    Notice {
        task_id: 1,
        at: world.now,
        client_id: world.ready_app().unwrap().client_id.clone(),
        app_name: String::new(),
        message_type: "text".to_owned(),
        text: words.to_owned(),
        content: words.to_owned(),
        delivered_to: people,
        invalid: vec![],
        not_visible: vec![],
        forbidden: vec![],
        read_by: vec![],
        recalled_at: None,
    }
}

// V §5.4: above 500 notices a person a day the call succeeds, and 143105 stands in the result
#[tokio::test]
async fn the_five_hundred_and_first_notice_of_a_day_reaches_nobody() {
    let practice = Practice::ready().await;
    let agent = practice.app().agent_id;
    let fill = |count: usize| {
        let add = |world: &mut World| {
            for number in 0..count {
                let one = delivered(world, vec!["demo003".to_owned()], &number.to_string());
                world.notices.push(one);
            }
        };
        practice.shared().change(add).unwrap();
    };
    fill(499);
    practice.top_json(SEND, notice(&agent, "demo003", "第五百")).await;
    let over = practice.top_json(SEND, notice(&agent, "demo003", "第五百零一")).await;
    assert_eq!(over["errcode"], 0);
    let found = result(&practice, &agent, &over["task_id"]).await;
    assert_eq!(found["forbidden_list"], json!([{"code": "143105", "count": 1, "userid": "demo003"}]));
    let reached: Vec<Value> = practice.journal("work_notice").await.iter().map(|one| one["user_ids"].clone()).collect();
    assert_eq!(reached, [json!(["demo003"]), json!([])]);
}

// V §5.4: above 5000 recipients a minute the call succeeds and the rest receives nothing
#[tokio::test]
async fn above_five_thousand_recipients_a_minute_nobody_is_reached() {
    let clock = Clock::standing_now();
    let moved = clock.clone();
    let practice = Practice::with(|options| Options { clock: moved, ..options }).await;
    let agent = practice.app().agent_id;
    let others = (0..4_999).map(|number| format!("other{number}")).collect::<Vec<String>>();
    let add = |world: &mut World| {
        let one = delivered(world, others, "滿");
        world.notices.push(one);
    };
    practice.shared().change(add).unwrap();
    let sent = practice.top_json(SEND, notice(&agent, "demo003,demo004", "開會")).await;
    assert_eq!(sent["errcode"], 0);
    let found = result(&practice, &agent, &sent["task_id"]).await;
    assert_eq!(found["unread_user_id_list"], json!(["demo003"]));
    assert_eq!(found["forbidden_list"], json!([{"code": "143103", "count": 1, "userid": "demo004"}]));
    clock.advance(SignedDuration::from_mins(1)).unwrap();
    let later = practice.top_json(SEND, notice(&agent, "demo004", "開會二")).await;
    assert_eq!(result(&practice, &agent, &later["task_id"]).await["unread_user_id_list"], json!(["demo004"]));
}
