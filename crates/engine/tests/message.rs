//! The first message: composed, weighed, tried first, and never sent twice without a person's word.
#![allow(clippy::unwrap_used)]

mod support;

use engine::message::{Fate, MessageDraft, MessageKind, Receipt, SentWay};
use engine::note::NoteCode;
use engine::problem::{Field, ProblemCode};
use engine::setup::{AnswerCode, EvidenceKind, Person, RobotDraft, RobotForm, RobotSecurity, Task, TaskState};
use support::{Stage, code, evidence, state, walk};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

fn markdown(title: &str, text: &str) -> MessageDraft {
    let (title, text) = (title.to_owned(), text.to_owned());
    MessageDraft { kind: MessageKind::Markdown, title, text, ..MessageDraft::default() }
}

#[tokio::test]
async fn markdown_with_people_called_arrives_as_it_was_previewed() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let mut draft = markdown("會議", "### 會議\n**三時**");
    draft.mobiles = "+852-91234567".to_owned();
    draft.everyone = true;
    let preview = stage.engine.message_preview(&stage.id, &id, draft.clone()).await.unwrap();
    let body: serde_json::Value = serde_json::from_str(&preview.json).unwrap();
    assert_eq!(body["msgtype"], "markdown");
    assert_eq!(body["markdown"]["text"], "### 會議\n**三時** @+852-91234567");
    assert_eq!(body["at"]["isAtAll"], true);
    let snapshot = stage.engine.message_send(&stage.id, &id, draft).await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done);
    let arrived = stage.journal("robot_message");
    assert_eq!((arrived.len(), &arrived[0]["text"]), (1, &body["markdown"]["text"]));
    let sent = &snapshot.test.sent[0];
    assert_eq!((sent.way, sent.fate, sent.opening.as_str(), sent.same), (SentWay::Group, Fate::Sent, "會議", true));
    assert!(snapshot.test.robots[0].delivered_at.is_some());
}

#[tokio::test]
async fn what_is_being_written_outlives_the_window() {
    // F58
    let mut stage = Stage::new().await;
    let mut draft = markdown("題目", "未寫完");
    draft.mobiles = "91234567，".to_owned();
    stage.engine.message_draft(&stage.id, draft.clone()).await.unwrap();
    let robot = RobotDraft {
        name: "倉務部".to_owned(),
        security: RobotSecurity { keyword: true, ..RobotSecurity::default() },
        ..RobotDraft::default()
    };
    stage.engine.robot_draft(&stage.id, Some(robot.clone())).await.unwrap();
    let me = Person { user_id: "u1".to_owned(), name: "示範同事".to_owned(), department: String::new() };
    stage.engine.notice_me(&stage.id, Some(me.clone())).await.unwrap();
    stage.reopen().await;
    let test = stage.snapshot().await.test;
    assert_eq!((test.message, test.robot_draft, test.me), (draft, Some(robot), Some(me)));
}

#[tokio::test]
async fn a_sent_message_goes_again_only_when_somebody_means_it() {
    // F81
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    stage.engine.message_send(&stage.id, &id, "付款").await.unwrap();
    for _ in 0..3 {
        let refused = stage.engine.message_send(&stage.id, &id, "付款").await.unwrap_err();
        assert_eq!((refused.code, refused.field), (ProblemCode::MessageSentAlready, Some(Field::Message)));
        assert_eq!(refused.args["name"], "財務部");
    }
    assert_eq!(stage.journal("robot_message").len(), 1);
    assert_eq!(state(&stage.snapshot().await, Task::Message), TaskState::Done, "what was proved stands");
    stage.engine.message_send(&stage.id, &id, "收款").await.unwrap();
    let snapshot = stage.engine.message_send_again(&stage.id, &id, "付款").await.unwrap();
    assert_eq!(stage.journal("robot_message").len(), 3, "a meant repeat has a number of its own, and arrives");
    assert_eq!(snapshot.test.sent.len(), 3);
}

/// The next call of this path is done, and its answer is torn half-way: the server has acted, and nobody here knows.
async fn tear_the_answer_of(stage: &Stage, path: &str) {
    let url = format!("{}/fault", stage.practice.hosts().admin_url);
    let (host, at) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let body = format!(r#"{{"kind": "reset", "call": "{path}", "times": 1}}"#);
    let mut line = tokio::net::TcpStream::connect(host).await.unwrap();
    let head = format!("POST /{at} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-type: application/json");
    let request = format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    line.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

async fn send_into_silence(stage: &Stage, robot: &str) {
    tear_the_answer_of(stage, "/robot/send").await;
    let snapshot = stage.engine.message_send(&stage.id, robot, "付款").await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::MessageFateUnknown);
    assert_eq!(snapshot.test.sent[0].fate, Fate::Unknown);
    assert_eq!(stage.journal("robot_message").len(), 1, "the server has acted");
}

#[tokio::test]
async fn a_time_out_after_the_server_has_acted_is_never_repeated_and_can_be_looked_up() {
    // F05
    let mut stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    send_into_silence(&stage, &id).await;
    let refused = stage.engine.message_send(&stage.id, &id, "付款").await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::MessageFateUnknown);
    stage.reopen().await;
    let refused = stage.engine.message_send(&stage.id, &id, "付款").await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::MessageFateUnknown, "not after a restart either");
    let doubtful = stage.snapshot().await.test.sent[0].id.clone();
    let snapshot = stage.engine.message_seen(&stage.id, &doubtful).await.unwrap();
    let told = evidence(&snapshot, Task::Message);
    assert_eq!((told.kind, told.answer.code), (EvidenceKind::Said, AnswerCode::MessageSeen));
    assert_eq!(snapshot.test.sent[0].fate, Fate::Sent);
    let gone = stage.engine.message_seen(&stage.id, &doubtful).await.unwrap_err();
    assert_eq!(gone.code, ProblemCode::MessageGone);
}

#[tokio::test]
async fn a_repeat_of_a_doubtful_message_carries_its_number_and_doubles_nothing() {
    // F05
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let number = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap()["msgUuid"].clone();
    let before = stage.engine.message_preview(&stage.id, &id, "付款").await.unwrap();
    send_into_silence(&stage, &id).await;
    let after = stage.engine.message_preview(&stage.id, &id, "付款").await.unwrap();
    assert_eq!(number(&before.json), number(&after.json));
    let snapshot = stage.engine.message_send_again(&stage.id, &id, "付款").await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done);
    assert_eq!(stage.journal("robot_message").len(), 1, "DingTalk took the two for one");
    assert_eq!(snapshot.test.sent.len(), 1, "and so does the book");
    let next = stage.engine.message_preview(&stage.id, &id, "付款").await.unwrap();
    assert_ne!(number(&before.json), number(&next.json));
}

#[tokio::test]
async fn two_processes_that_send_the_same_send_it_once() {
    // F81
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let other = support::open(stage.home.path(), stage.vault.clone()).await;
    other.set_practice_hosts(Some(support::hosts(&stage.practice)));
    let (one, two) =
        tokio::join!(stage.engine.message_send(&stage.id, &id, "付款"), other.message_send(&stage.id, &id, "付款"));
    let refused = [one.err(), two.err()].into_iter().flatten().count();
    assert_eq!((stage.journal("robot_message").len(), refused), (1, 1));
}

#[tokio::test]
async fn a_refused_message_was_not_sent_and_may_be_tried_again() {
    let stage = Stage::new().await;
    let form = RobotForm { secret: None, ..walk::robot_form(&stage) };
    let saved = stage.engine.robot_save(&stage.id, None, form).await.unwrap();
    let robot = &saved.test.robots[0];
    assert_eq!(robot.security, RobotSecurity::default());
    let snapshot = stage.engine.message_send(&stage.id, &robot.id, "付款").await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::RobotSecretNeeded);
    assert_eq!(snapshot.test.sent[0].fate, Fate::NotSent);
    // The correction: the secret is saved, and the same message leaves signed.
    let security = Some(RobotSecurity { signature: true, ..RobotSecurity::default() });
    let form = RobotForm { webhook: None, security, ..walk::robot_form(&stage) };
    stage.engine.robot_save(&stage.id, Some(robot.id.clone()), form).await.unwrap();
    let snapshot = stage.engine.message_send(&stage.id, &robot.id, "付款").await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done);
    assert_eq!(stage.journal("robot_message").len(), 1);
}

#[tokio::test]
async fn a_saved_secret_is_used_only_while_signing_is_chosen() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let plain = Some(RobotSecurity { keyword: true, ..RobotSecurity::default() });
    let form = RobotForm { security: plain, webhook: None, secret: None, ..walk::robot_form(&stage) };
    let snapshot = stage.engine.robot_save(&stage.id, Some(id.clone()), form).await.unwrap();
    assert!(snapshot.test.robots[0].secret_set_at.is_some(), "it is kept");
    let snapshot = stage.engine.message_send(&stage.id, &id, "付款").await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::RobotSecretNeeded, "and was not used");
}

#[tokio::test]
async fn a_saved_secret_never_leaves_and_stands_in_no_file() {
    // S15
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let id = walk::robot(&stage).await.unwrap();
    stage.engine.message_draft(&stage.id, "before").await.unwrap();
    let token = stage.app.robot_webhook.split("access_token=").nth(1).unwrap().to_owned();
    for (secret, what) in [
        (stage.app.client_secret.clone(), "client-secret"),
        (stage.app.robot_secret.clone(), "robot-secret"),
        (token, "webhook"),
    ] {
        let broken = format!("看 {}\n{} 吧", &secret[..9], &secret[9..]);
        for text in [secret.clone(), broken] {
            let refused = stage.engine.message_send(&stage.id, &id, text.clone()).await.unwrap_err();
            assert_eq!((refused.code, refused.args["what"].as_str()), (ProblemCode::MessageHoldsSecret, what));
            assert_eq!(stage.engine.message_draft(&stage.id, text.clone()).await.unwrap_err().code, refused.code);
            let title = markdown(&text, "x");
            let refused = stage.engine.notice_send(&stage.id, "u1", title).await.unwrap_err();
            assert_eq!(refused.code, ProblemCode::MessageHoldsSecret);
        }
        for file in std::fs::read_dir(stage.home.path()).unwrap() {
            let path = file.unwrap().path();
            let held = std::fs::read(&path).unwrap_or_default();
            assert!(!held.windows(secret.len()).any(|part| part == secret.as_bytes()), "{what} in {}", path.display());
        }
    }
    assert_eq!(stage.snapshot().await.test.message.text, "before");
    assert!(stage.journal("robot_message").is_empty() && stage.journal("work_notice").is_empty());
}

#[tokio::test]
async fn the_preview_says_what_to_look_at() {
    let stage = Stage::new().await;
    let security = Some(RobotSecurity { keyword: true, ..RobotSecurity::default() });
    let form = RobotForm { keyword: Some("付款".to_owned()), security, ..walk::robot_form(&stage) };
    let id = stage.engine.robot_save(&stage.id, None, form).await.unwrap().test.robots[0].id.clone();
    let notes = async |text: &str| {
        let preview = stage.engine.message_preview(&stage.id, &id, text).await.unwrap();
        preview.notes.iter().map(|note| note.code).collect::<Vec<_>>()
    };
    assert_eq!(notes("早晨").await, [NoteCode::KeywordAbsent]);
    assert_eq!(notes("付款 〔日期〕").await, [NoteCode::BlankLeft]);
    assert_eq!(notes("付款 password: abcd1234").await, [NoteCode::LooksSecret]);
}

#[tokio::test]
async fn a_notice_is_previewed_byte_for_byte_sent_to_oneself_and_then_on() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let people = stage.engine.notice_recipients(&stage.id).await.unwrap();
    let (me, other) = (people[0].clone(), people[1].clone());
    let draft = markdown("出糧", "**今日**出糧");
    let preview = stage.engine.notice_preview(&stage.id, &me.user_id, draft.clone()).await.unwrap();
    let expected = format!(
        r#"{{"agent_id":{},"userid_list":"{}","msg":{{"msgtype":"markdown","markdown":{{"title":"出糧","text":"**今日**出糧"}}}}}}"#,
        stage.app.agent_id, me.user_id
    );
    assert_eq!(preview.json, expected);
    assert_eq!(preview.limit, 2_048);
    let snapshot = stage.engine.notice_send(&stage.id, me.clone(), draft.clone()).await.unwrap();
    assert_eq!(evidence(&snapshot, Task::Message).answer.args["person"], me.name);
    assert_eq!(snapshot.test.sent[0].receipt, Some(Receipt::Unread));
    let snapshot = stage.engine.notice_send(&stage.id, other.clone(), draft.clone()).await.unwrap();
    assert_eq!(snapshot.test.sent[0].target, other.user_id);
    assert_eq!(stage.journal("work_notice").len(), 2);
    let refused = stage.engine.notice_send(&stage.id, me, draft).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::MessageSentAlready);
    assert_eq!(stage.journal("work_notice").len(), 2);
}

#[tokio::test]
async fn a_doubtful_notice_that_is_repeated_tells_that_it_had_arrived() {
    // F05
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let person = stage.engine.notice_recipients(&stage.id).await.unwrap()[0].clone();
    tear_the_answer_of(&stage, "/topapi/message/corpconversation/asyncsend_v2").await;
    stage.engine.notice_send(&stage.id, person.clone(), "付款").await.unwrap();
    assert_eq!(stage.journal("work_notice").len(), 1, "the server has acted");
    let refused = stage.engine.notice_send(&stage.id, person.clone(), "付款").await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::MessageFateUnknown);
    let snapshot = stage.engine.notice_send_again(&stage.id, person, "付款").await.unwrap();
    assert_eq!(evidence(&snapshot, Task::Message).answer.code, AnswerCode::NoticeDuplicate);
    assert_eq!(snapshot.test.sent[0].receipt, Some(Receipt::Duplicate));
    let reached: usize =
        stage.journal("work_notice").iter().map(|sent| sent["user_ids"].as_array().unwrap().len()).sum();
    assert_eq!(reached, 1, "one person was reached once");
}

#[tokio::test]
async fn a_notice_that_nobody_received_is_no_success() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let snapshot = stage.engine.notice_send(&stage.id, "nobody", "付款").await.unwrap();
    let found = support::problem(&snapshot, Task::Message);
    assert_eq!((found.code, found.args["reason"].as_str()), (ProblemCode::NoticeNotReceived, "no-such-person"));
    assert_eq!(state(&snapshot, Task::Agent), TaskState::Done, "the Agent ID was taken all the same");
    // Asked again, it is the same.
    let sent = snapshot.test.sent[0].id.clone();
    let snapshot = stage.engine.notice_look(&stage.id, &sent).await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::NoticeNotReceived);
}

#[tokio::test]
async fn a_notice_that_was_opened_since_is_told_as_read() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let person = stage.engine.notice_recipients(&stage.id).await.unwrap()[0].clone();
    let snapshot = stage.engine.notice_send(&stage.id, person.clone(), "付款").await.unwrap();
    let shared = stage.practice.shared();
    let task = shared.read(|world| world.notices[0].task_id);
    assert!(shared.change(|world| world.read_notice(task, &person.user_id)).unwrap());
    let snapshot = stage.engine.notice_look(&stage.id, &snapshot.test.sent[0].id).await.unwrap();
    assert_eq!(snapshot.test.sent[0].receipt, Some(Receipt::Read));
}

#[tokio::test]
async fn the_book_is_not_there_for_another_company_and_goes_with_its_own() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    stage.engine.message_send(&stage.id, &id, "付款").await.unwrap();
    let other = stage.engine.connection_create(engine::connection::Region::Com).await.unwrap();
    assert!(other.test.sent.is_empty());
    stage.engine.connection_remove(&stage.id).await.unwrap();
    let held = std::fs::read(stage.home.path().join("hoitung.db")).unwrap_or_default();
    assert!(!held.windows(6).any(|part| part == "付款".as_bytes()), "nothing of it is left in the file");
}
