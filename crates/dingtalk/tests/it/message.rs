//! Robot messages, the app's robot, work notices and failed callbacks: what leaves, and what is read of the answers.

use dingtalk::{
    ActionCard, Actions, At, Button, DepartmentId, Error, Event, FeedLink, Notice, NoticeMessage, NoticeProgress,
    NoticeRecipients, NoticeStatus, OaBody, OaFormRow, OaHead, OaNotice, OaStatusBar, Orientation, ProcessQueryKey,
    RobotLink, RobotMarkdown, RobotMessage, RobotTemplate, RobotText, SessionWebhook, TaskId, Unfit, UserId, Webhook,
    WebhookError, WorkNotice,
};
use serde_json::{Value, json};

use crate::server::Server;

fn users(count: usize) -> Vec<UserId> {
    (1..=count).map(|number| UserId(format!("u{number}"))).collect()
}

fn button(name: &str) -> Button {
    Button { title: name.into(), url: format!("https://{name}.example") }
}

async fn check_robot(message: RobotMessage, expected: &str) {
    let server = Server::answering(json!({"errcode": 0, "errmsg": "ok"})).await;
    let webhook = Webhook::from_token(&"abc".into(), &server.hosts()).unwrap();
    server.client().send_robot_message(&webhook, None, &message, None).await.unwrap();
    assert_eq!(server.seen()[0].body, expected);
    assert_eq!(message.to_json(None), expected);
    server.client().send_robot_message(&webhook, None, &message, Some("once-1")).await.unwrap();
    assert_eq!(server.seen()[1].body, message.to_json(Some("once-1")));
    assert_eq!(server.seen()[1].json()["msgUuid"], "once-1");
}

// V §5.1: the five types of a custom robot and their fields; at is for text, markdown and actionCard
#[tokio::test]
async fn each_type_of_robot_message_leaves_as_previewed() {
    let at = At { user_ids: users(1), ..At::default() };
    check_robot(
        RobotMessage::Text(RobotText { content: "@u1 你好".into(), at: at.clone() }),
        r#"{"msgtype":"text","text":{"content":"@u1 你好"},"at":{"atMobiles":[],"atUserIds":["u1"],"isAtAll":false}}"#,
    )
    .await;
    check_robot(
        RobotMessage::Link(RobotLink {
            title: "t".into(),
            text: "x".into(),
            message_url: "https://m.example".into(),
            pic_url: None,
        }),
        r#"{"msgtype":"link","link":{"title":"t","text":"x","messageUrl":"https://m.example"}}"#,
    )
    .await;
    check_robot(
        RobotMessage::Markdown(RobotMarkdown { title: "t".into(), text: "# x".into(), at }),
        r##"{"msgtype":"markdown","markdown":{"title":"t","text":"# x"},"at":{"atMobiles":[],"atUserIds":["u1"],"isAtAll":false}}"##,
    )
    .await;
    let card = |actions| {
        RobotMessage::ActionCard(ActionCard { title: "t".into(), text: "x".into(), actions, at: At::default() })
    };
    check_robot(
        card(Actions::Single(button("a"))),
        r#"{"msgtype":"actionCard","actionCard":{"title":"t","text":"x","singleTitle":"a","singleURL":"https://a.example"}}"#,
    )
    .await;
    check_robot(
        card(Actions::Several { orientation: Orientation::Row, buttons: vec![button("a"), button("b")] }),
        r#"{"msgtype":"actionCard","actionCard":{"title":"t","text":"x","btnOrientation":"1","btns":[{"title":"a","actionURL":"https://a.example"},{"title":"b","actionURL":"https://b.example"}]}}"#,
    )
    .await;
    let link =
        FeedLink { title: "t".into(), message_url: "https://m.example".into(), pic_url: "https://p.example".into() };
    check_robot(
        RobotMessage::FeedCard(vec![link]),
        r#"{"msgtype":"feedCard","feedCard":{"links":[{"title":"t","messageURL":"https://m.example","picURL":"https://p.example"}]}}"#,
    )
    .await;
}

// V §5.2: a message to the robot is answered at its sessionWebhook, /robot/sendBySession, until sessionWebhookExpiredTime
#[tokio::test]
async fn a_message_to_the_robot_is_answered_where_it_says() {
    let server = Server::answering(json!({"errcode": 0})).await;
    let message = json!({
        "sessionWebhook": format!("{}/robot/sendBySession?session=CANARY-session", server.origin),
        "sessionWebhookExpiredTime": 1_783_615_913_000_i64,
    });
    let webhook = SessionWebhook::of_message(&message, &server.hosts()).unwrap();
    assert_eq!(webhook.expires_at(), Some(1_783_615_913_000));
    assert!(webhook.is_expired(1_783_615_913_000) && !webhook.is_expired(1_783_615_912_999));
    let answer = RobotMessage::Text(RobotText::new("收到"));
    server.client().reply_to_session(&webhook, &answer).await.unwrap();
    let seen = &server.seen()[0];
    assert_eq!((seen.path.as_str(), seen.query("session")), ("/robot/sendBySession", Some("CANARY-session")));
    assert_eq!((seen.body.as_str(), server.token_requests()), (answer.to_json(None).as_str(), 0));
    assert!(!format!("{webhook:?}").contains("CANARY"));

    let refusing = Server::answering(json!({"errcode": 300_005, "errmsg": "session CANARY-session is dead"})).await;
    let moved = format!("{}/robot/sendBySession?session=CANARY-session", refusing.origin);
    let webhook = SessionWebhook::parse(&moved, None, &refusing.hosts()).unwrap();
    let error = refusing.client().reply_to_session(&webhook, &answer).await.unwrap_err();
    assert!(error.robot_refusal().is_some() && !format!("{error} {error:?}").contains("CANARY"), "{error:?}");
    let elsewhere = server.client().reply_to_session(&webhook, &answer).await.unwrap_err();
    assert!(matches!(elsewhere, Error::RequestUnusable { .. }), "{elsewhere:?}");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_session_webhook_of_a_stranger_is_refused() {
    let hosts = dingtalk::Hosts::com();
    let check = |text: &str, expected: Option<WebhookError>| {
        assert_eq!(SessionWebhook::parse(text, None, &hosts).err(), expected, "{text}");
    };
    check("https://oapi.dingtalk.com/robot/sendBySession?session=a", None);
    check("https://evil.example/robot/sendBySession?session=a", Some(WebhookError::ForeignHost("evil.example".into())));
    check("http://oapi.dingtalk.com/robot/sendBySession?session=a", Some(WebhookError::NotHttps));
    check("https://oapi.dingtalk.com/robot/send?session=a", Some(WebhookError::WrongPath));
    check("https://oapi.dingtalk.com/robot/sendBySession", Some(WebhookError::TokenMissing));
    check("", Some(WebhookError::NotAUrl));
    let here = dingtalk::Hosts::custom("https://127.0.0.1:1", "https://127.0.0.1:2", "https://127.0.0.1:3").unwrap();
    let there = |text| SessionWebhook::parse(text, None, &here).err();
    assert_eq!(there("https://127.0.0.1:1/robot/sendBySession?session=a"), None);
    assert_eq!(there("http://127.0.0.1:1/robot/sendBySession?session=a"), Some(WebhookError::NotHttps));
    assert_eq!(SessionWebhook::of_message(&json!({}), &hosts).err(), Some(WebhookError::TokenMissing));
}

// V §5.2: oToMessages/batchSend takes msgParam as a JSON text, and names invalid and flow-controlled people in its answer
#[tokio::test]
async fn a_message_to_people_tells_who_did_not_get_it() {
    let answer = json!({
        "processQueryKey": "k1", "invalidStaffIdList": ["u2"], "flowControlledStaffIdList": ["u3"],
    });
    let server = Server::answering(answer).await;
    let message = RobotTemplate::text("你好");
    let sent = server.client().send_to_users("robot1", &users(3), &message).await.unwrap();
    assert_eq!(sent.process_query_key, ProcessQueryKey("k1".into()));
    assert_eq!((sent.invalid, sent.flow_controlled), (vec![UserId("u2".into())], vec![UserId("u3".into())]));
    let call = server.calls().remove(0);
    assert_eq!((call.method.as_str(), call.path.as_str()), ("POST", "/v1.0/robot/oToMessages/batchSend"));
    let expected = json!({
        "robotCode": "robot1", "userIds": ["u1", "u2", "u3"],
        "msgKey": "sampleText", "msgParam": "{\"content\":\"你好\"}",
    });
    assert_eq!(call.json(), expected);
}

#[tokio::test]
async fn what_would_be_refused_does_not_leave() {
    let server = Server::answering(json!({"processQueryKey": "k", "errcode": 0, "task_id": 1})).await;
    let client = server.client();
    let text = RobotTemplate::text("x");
    let long = RobotTemplate::text("x".repeat(15_000 - r#"{"content":""}"#.len()));
    let longer = RobotTemplate::text("x".repeat(15_001 - r#"{"content":""}"#.len()));
    let keys = |count: usize| (0..count).map(|number| ProcessQueryKey(number.to_string())).collect::<Vec<_>>();
    let refused = |outcome: dingtalk::Result<()>, expected: Unfit| assert_eq!(outcome, Err(Error::Unfit(expected)));
    refused(client.send_to_users("r", &[], &text).await.map(drop), Unfit::NoRecipients);
    let many = Unfit::TooManyUsers { count: 21, limit: 20 };
    refused(client.send_to_users("r", &users(21), &text).await.map(drop), many);
    let too_long = Unfit::TooLong { bytes: 15_001, limit: 15_000 };
    refused(client.send_to_group("r", "c", &longer).await.map(drop), too_long);
    let column = RobotTemplate::ActionColumn { title: "t".into(), text: "x".into(), buttons: vec![button("a")] };
    refused(client.send_to_group("r", "c", &column).await.map(drop), Unfit::ButtonCount { count: 1 });
    let many = Unfit::TooManyMessages { count: 21, limit: 20 };
    refused(client.recall_messages("r", &keys(21)).await.map(drop), many);
    refused(client.recall_group_messages("r", "c", &keys(21)).await.map(drop), many);

    let notice = |text: String, recipients| WorkNotice { agent_id: "1".into(), recipients, text };
    let room = 2_048 - r#"{"msgtype":"text","text":{"content":""}}"#.len();
    let too_long = Unfit::TooLong { bytes: 2_049, limit: 2_048 };
    refused(client.send_work_notice(&notice("x".repeat(room + 1), users(1))).await.map(drop), too_long);
    refused(client.send_work_notice(&notice("x".into(), users(0))).await.map(drop), Unfit::NoRecipients);
    let many = Unfit::TooManyUsers { count: 101, limit: 100 };
    refused(client.send_work_notice(&notice("x".into(), users(101))).await.map(drop), many);
    let departments = (1..=21).map(DepartmentId).collect();
    let to = NoticeRecipients::Named { users: Vec::new(), departments };
    let message = NoticeMessage::Text { content: "x".into() };
    let many = Unfit::TooManyDepartments { count: 21, limit: 20 };
    refused(client.send_notice(&Notice { agent_id: "1".into(), to, message }).await.map(drop), many);
    assert_eq!(server.seen().len(), 0, "not even a token was asked for");

    client.send_to_users("r", &users(20), &text).await.unwrap();
    client.send_to_group("r", "c", &long).await.unwrap();
    client.send_work_notice(&notice("x".repeat(room), users(100))).await.unwrap();
    assert_eq!(server.calls().len(), 3, "up to the limit it leaves");
}

// V §5.2: recall of one-to-one messages is at otoMessages with a small o, readStatus at oToMessages with a large one
#[tokio::test]
async fn the_fate_of_robot_messages_is_asked_at_the_exact_paths() {
    let answer = json!({
        "sendStatus": "SUCCESS", "hasMore": true, "nextToken": "n1", "readUserIds": ["u1"],
        "messageReadInfoList": [{"name": "陳大文", "readStatus": "READ", "readTimestamp": 1_783_610_513_000_i64, "userId": "u1"}],
        "successResult": ["k1"], "failedResult": {"k2": "expired"}, "downloadUrl": "https://d.example", "processQueryKey": "k3",
    });
    let server = Server::answering(answer).await;
    let client = server.client();
    let key = ProcessQueryKey("k&1".into());
    let status = client.message_read_status("r", &key).await.unwrap();
    assert_eq!((status.readers[0].user_id.0.as_str(), status.readers[0].read_status.as_deref()), ("u1", Some("READ")));
    let recalled = client.recall_messages("r", std::slice::from_ref(&key)).await.unwrap();
    assert_eq!((recalled.keys, recalled.failed["k2"].as_str()), (vec!["k1".to_owned()], "expired"));
    client.recall_group_messages("r", "c", std::slice::from_ref(&key)).await.unwrap();
    let readers = client.group_message_readers("r", "c", &key, Some("n0")).await.unwrap();
    assert_eq!((readers.readers, readers.next_token.as_deref()), (users(1), Some("n1")));
    assert_eq!(client.message_file_url("r", "d1").await.unwrap(), "https://d.example");
    assert_eq!(client.send_to_group("r", "c", &RobotTemplate::text("x")).await.unwrap().0, "k3");

    let calls = server.calls();
    let body = |index: usize| if calls[index].body.is_empty() { Value::Null } else { calls[index].json() };
    let asked: Vec<_> =
        (0..calls.len()).map(|at| (calls[at].method.as_str(), calls[at].path.as_str(), body(at))).collect();
    let keys = json!(["k&1"]);
    let expected = [
        ("GET", "/v1.0/robot/oToMessages/readStatus", Value::Null),
        ("POST", "/v1.0/robot/otoMessages/batchRecall", json!({"robotCode": "r", "processQueryKeys": keys})),
        (
            "POST",
            "/v1.0/robot/groupMessages/recall",
            json!({"robotCode": "r", "openConversationId": "c", "processQueryKeys": keys}),
        ),
        (
            "POST",
            "/v1.0/robot/groupMessages/query",
            json!({"robotCode": "r", "openConversationId": "c", "processQueryKey": "k&1", "nextToken": "n0"}),
        ),
        ("POST", "/v1.0/robot/messageFiles/download", json!({"downloadCode": "d1", "robotCode": "r"})),
        (
            "POST",
            "/v1.0/robot/groupMessages/send",
            json!({"robotCode": "r", "openConversationId": "c", "msgKey": "sampleText", "msgParam": "{\"content\":\"x\"}"}),
        ),
    ];
    assert_eq!(asked, expected);
    assert_eq!((calls[0].query("robotCode"), calls[0].query("processQueryKey")), (Some("r"), Some("k&1")));
}

fn check_notice(message: NoticeMessage, expected: &Value) {
    let to = NoticeRecipients::Everyone;
    let json: Value = serde_json::from_str(&Notice { agent_id: "7".into(), to, message }.to_json()).unwrap();
    assert_eq!(json, json!({"agent_id": 7, "to_all_user": true, "msg": expected}));
}

// V §5.4: the message types of a work notice and their fields
#[test]
fn each_type_of_notice_is_written_as_documented() {
    let media_id = String::from("@m");
    check_notice(
        NoticeMessage::Image { media_id: media_id.clone() },
        &json!({"msgtype": "image", "image": {"media_id": "@m"}}),
    );
    check_notice(
        NoticeMessage::Voice { media_id: media_id.clone(), seconds: 10 },
        &json!({"msgtype": "voice", "voice": {"media_id": "@m", "duration": "10"}}),
    );
    check_notice(NoticeMessage::File { media_id }, &json!({"msgtype": "file", "file": {"media_id": "@m"}}));
    let (title, text) = (String::from("t"), String::from("x"));
    check_notice(
        NoticeMessage::Link { title: title.clone(), text: text.clone(), message_url: "u".into(), pic_url: "p".into() },
        &json!({"msgtype": "link", "link": {"messageUrl": "u", "picUrl": "p", "title": "t", "text": "x"}}),
    );
    check_notice(
        NoticeMessage::Markdown { title: title.clone(), text: text.clone() },
        &json!({"msgtype": "markdown", "markdown": {"title": "t", "text": "x"}}),
    );
    let card = |actions| NoticeMessage::ActionCard { title: "t".into(), markdown: "x".into(), actions };
    check_notice(
        card(Actions::Single(button("a"))),
        &json!({"msgtype": "action_card", "action_card": {
            "title": "t", "markdown": "x", "single_title": "a", "single_url": "https://a.example",
        }}),
    );
    check_notice(
        card(Actions::Several { orientation: Orientation::Column, buttons: vec![button("a")] }),
        &json!({"msgtype": "action_card", "action_card": {
            "title": "t", "markdown": "x", "btn_orientation": "0",
            "btn_json_list": [{"title": "a", "action_url": "https://a.example"}],
        }}),
    );
    let oa = OaNotice {
        message_url: "u".into(),
        head: OaHead { bgcolor: "FFBBBBBB".into(), text: "h".into() },
        body: OaBody {
            title: Some("t".into()),
            form: vec![OaFormRow { key: "k".into(), value: "v".into() }],
            ..OaBody::default()
        },
        ..OaNotice::default()
    };
    check_notice(
        NoticeMessage::Oa(Box::new(oa)),
        &json!({"msgtype": "oa", "oa": {
            "message_url": "u", "head": {"bgcolor": "FFBBBBBB", "text": "h"},
            "body": {"title": "t", "form": [{"key": "k", "value": "v"}]},
        }}),
    );
}

// V §5.4: recipients are userid_list and dept_id_list, joined by commas
#[tokio::test]
async fn a_notice_to_departments_leaves_as_previewed() {
    let server = Server::answering(json!({"errcode": 0, "task_id": "7"})).await;
    let to = NoticeRecipients::Named { users: users(1), departments: vec![DepartmentId(1), DepartmentId(-7)] };
    let message = NoticeMessage::Markdown { title: "t".into(), text: "x".into() };
    let notice = Notice { agent_id: "7".into(), to, message };
    assert_eq!(server.client().send_notice(&notice).await.unwrap(), TaskId(7));
    assert_eq!(server.calls()[0].body, notice.to_json());
    let expected = r#"{"agent_id":7,"userid_list":"u1","dept_id_list":"1,-7","msg":{"msgtype":"markdown","markdown":{"title":"t","text":"x"}}}"#;
    assert_eq!(notice.to_json(), expected);
}

// V §5.4: getsendresult has forbidden_list of code, count and userid; getsendprogress a percentage and a status of 0 to 2
#[tokio::test]
async fn the_fate_of_a_notice_tells_why_somebody_was_left_out() {
    let result = json!({
        "forbidden_user_id_list": ["u2"], "invalid_dept_id_list": [9],
        "forbidden_list": [{"code": "143106", "count": 1, "userid": "u2"}],
    });
    let progress = json!({"progress_in_percent": 100, "status": 2});
    let server = Server::answering(json!({"errcode": 0, "send_result": result, "progress": progress})).await;
    let fate = server.client().work_notice_result("7", TaskId(5)).await.unwrap();
    assert_eq!((fate.refusals[0].code.as_str(), fate.refusals[0].count), ("143106", Some(1)));
    assert_eq!((fate.refusals[0].user_id.0.as_str(), fate.invalid_departments), ("u2", vec![DepartmentId(9)]));
    let progress = server.client().work_notice_progress("7", TaskId(5)).await.unwrap();
    assert_eq!(progress, NoticeProgress { percent: 100, status: NoticeStatus::Done });
    server.client().recall_work_notice("7", TaskId(5)).await.unwrap();
    let bar = OaStatusBar { status_value: "已同意".to_owned(), status_bg: "0xFF78C06E".to_owned() };
    server.client().update_status_bar("7", TaskId(5), &bar).await.unwrap();
    let calls = server.calls();
    // The names of the two parts are not verified.
    assert_eq!(calls[3].path, "/topapi/message/corpconversation/status_bar/update");
    let expected = json!({"agent_id": 7, "task_id": 5, "status_value": "已同意", "status_bg": "0xFF78C06E"});
    assert_eq!(calls[3].json(), expected);
    assert_eq!(calls[1].path, "/topapi/message/corpconversation/getsendprogress");
    assert_eq!(calls[1].json(), json!({"agent_id": 7, "task_id": 5}));
    assert_eq!(calls[2].path, "/topapi/message/corpconversation/recall");
    assert_eq!(calls[2].json(), json!({"agent_id": 7, "msg_task_id": 5}));
}

// V §6.1: the old list of failed pushes keeps each event's fields under the event's own name
#[tokio::test]
async fn failed_callbacks_are_read_from_the_old_gateway() {
    let answer = json!({"errcode": 0, "has_more": false, "failed_list": [
        {"user_add_org": {"userid": ["u1"], "corpid": "dingdemo"}, "call_back_tag": "user_add_org", "event_time": 1_606_126_433_000_i64},
        {"bpmsCallBackData": {"a": 1}, "call_back_tag": "bpms_task_change", "event_time": "1606126433000"},
    ]});
    let server = Server::answering(answer).await;
    let failed = server.client().failed_callbacks().await.unwrap();
    let expected = Event {
        id: None,
        kind: "user_add_org".into(),
        corp_id: Some("dingdemo".into()),
        born_at: Some(1_606_126_433_000),
        fields: json!({"userid": ["u1"], "corpid": "dingdemo"}),
    };
    assert_eq!((failed.has_more, &failed.events[0]), (false, &expected));
    assert_eq!((&failed.events[1].fields, failed.events[1].born_at), (&json!({"a": 1}), Some(1_606_126_433_000)));
    assert_eq!(server.calls()[0].path, "/call_back/get_call_back_failed_result");
}

// V §6.1: the new list of failed pushes is asked for between two times
#[tokio::test]
async fn failed_callbacks_are_read_from_the_new_gateway() {
    let answer = json!({"hasMore": true, "failedList": [
        {"callBackData": "{\"userId\":[\"u1\"]}", "callBackTag": "user_add_org", "corpId": "dingdemo", "eventTime": 5},
    ]});
    let server = Server::answering(answer).await;
    let failed = server.client().failed_callbacks_between(1, 2).await.unwrap();
    assert!(failed.has_more);
    assert_eq!(
        (failed.events[0].kind.as_str(), &failed.events[0].fields),
        ("user_add_org", &json!({"userId": ["u1"]}))
    );
    let call = &server.calls()[0];
    assert_eq!(call.path, "/v1.0/event/callbacks/failedResults");
    assert_eq!((call.query("beginTime"), call.query("endTime")), (Some("1"), Some("2")));
}
