//! Messages on the command line: shown before they leave, sent once, and again only when that is meant.

use crate::engine::{Company, add_robot};
use crate::program::{check_refused, run};

fn arrived(company: &Company, kind: &str) -> usize {
    company.server.journal().iter().filter(|effect| effect["kind"] == kind).count()
}

#[test]
fn a_message_is_shown_sent_once_and_again_only_when_meant() {
    let Some(company) = Company::start() else { return };
    let home = company.home();
    assert_eq!(add_robot(home, &company.server).code, 0);
    let send =
        ["message", "send", "--connection", "示範", "--robot", "財務部", "--title", "出糧", "--text", "**今日**"];
    let with = |more: &[&'static str]| [&send[..], more].concat();

    let shown = run(home, &with(&["--at-all", "--dry-run", "--json"]), "");
    let body: serde_json::Value = serde_json::from_str(shown.json()["body"].as_str().unwrap()).unwrap();
    assert_eq!((shown.code, body["markdown"]["title"].as_str()), (0, Some("出糧")), "{}", shown.stdout);
    assert_eq!(body["at"]["isAtAll"], true);
    assert_eq!(arrived(&company, "robot_message"), 0, "nothing leaves in a dry run");

    assert_eq!(run(home, &send, "").code, 0);
    let repeat = run(home, &with(&["--json"]), "");
    assert_eq!(
        (repeat.code, repeat.json()["problem"].as_str()),
        (1, Some("message-sent-already")),
        "{}",
        repeat.stdout
    );
    assert_eq!(arrived(&company, "robot_message"), 1);
    assert_eq!(run(home, &with(&["--again"]), "").code, 0);
    assert_eq!(arrived(&company, "robot_message"), 2);

    // F05
    company.server.tear("/robot/send");
    let doubtful = ["message", "send", "--connection", "示範", "--robot", "財務部", "--text", "付款"];
    assert_eq!(run(home, &doubtful, "").code, 3);
    check_refused(home, &doubtful, "", 3, "message-fate-unknown");
    assert_eq!(arrived(&company, "robot_message"), 3, "it had arrived, once");
}

#[test]
fn a_notice_tells_what_became_of_it() {
    let Some(company) = Company::start() else { return };
    let notice = |user| ["message", "notice", "--connection", "示範", "--user", user, "--text", "付款", "--json"];
    let sent = run(company.home(), &notice("demo001"), "");
    assert_eq!((sent.code, sent.json()["receipt"].as_str()), (0, Some("unread")), "{}{}", sent.stdout, sent.stderr);
    let nobody = run(company.home(), &notice("nobody"), "");
    assert_eq!((nobody.code, nobody.json()["problem"].as_str()), (1, Some("notice-not-received")), "{}", nobody.stdout);
}
