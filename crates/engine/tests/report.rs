//! A report of a problem and the logs: nothing that names somebody, and enough to find the fault.
#![allow(clippy::unwrap_used)]

mod support;

use engine::connection::Region;
use support::{Stage, walk};

// S23, S24
#[tokio::test]
async fn no_canary_is_in_the_report_or_in_the_logs_and_what_went_wrong_is() {
    let stage = Stage::new().await;
    let engine = &stage.engine;
    engine.keys_try(&stage.id, walk::keys_form(&stage)).await.unwrap();
    engine.robot_save(&stage.id, None, walk::robot_form(&stage)).await.unwrap();
    engine.connection_rename(&stage.id, "金絲雀貿易有限公司").await.unwrap();
    let other = engine.connection_create(Region::Com).await.unwrap().connection.id;
    engine.connection_rename(&other, "Canary Trading Ltd").await.unwrap();
    engine.address_type(&stage.id, "203.0.113.77".to_owned()).await.unwrap();
    stage.switch(practice::Scenario::WrongKey, support::Switch::On);
    engine.secret_enter(&stage.id, Some("a-secret-of-a-canary-0123456789".to_owned().into())).await.ok();
    let home = stage.home.path().display().to_string();
    let note = format!("陳大文 of Canary Trading Ltd saw it in {home}; call 9123 4567 or canary@harbour-demo.example");
    let report = engine.report(&note).await.unwrap();
    let copy = engine.logs_copy().await.unwrap();
    let raw: String = std::fs::read_dir(stage.home.path().join("logs"))
        .unwrap()
        .flatten()
        .map(|one| std::fs::read_to_string(one.path()).unwrap())
        .collect();
    let webhook = walk::robot_form(&stage).webhook.unwrap();
    let token = webhook.split_once("access_token=").unwrap().1.to_owned();
    let canaries = [
        "金絲雀",
        "Canary Trading",
        "canary@",
        "9123 4567",
        "203.0.113.77",
        &home,
        &stage.app.client_secret,
        &stage.app.client_id,
        &stage.app.corp_id,
        "a-secret-of-a-canary",
        &token,
        &stage.id.0,
    ];
    for canary in canaries {
        assert!(!report.text.contains(canary), "{canary} is in the report:\n{}", report.text);
        assert!(!copy.contains(canary), "{canary} is in the copy of the logs");
        assert!(!raw.contains(canary), "{canary} is in the logs");
    }
    for fact in ["\"credentials-refused\"", "[company]", "[mobile]", "[email]", "[folder]", "\"event\":\"exchange\""] {
        assert!(report.text.contains(fact), "{fact} is missing:\n{}", report.text);
    }
    assert!(report.hidden >= 4);
    for line in raw.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["at"].is_string() && line["event"].is_string() && line["program"].is_string(), "{line}");
    }
    let cleared = engine.logs_clear().await.unwrap();
    assert_eq!((cleared.kilobytes, cleared.stopped), (0, None));
}

// F59
#[tokio::test]
async fn a_log_that_cannot_be_written_stops_nothing_but_itself_and_says_why() {
    let stage = Stage::new().await;
    let logs = stage.home.path().join("logs");
    std::fs::remove_dir_all(&logs).unwrap();
    std::fs::write(&logs, "in the way").unwrap();
    stage.engine.keys_try(&stage.id, walk::keys_form(&stage)).await.unwrap();
    assert!(stage.engine.logs().await.unwrap().stopped.is_some());
    std::fs::remove_file(&logs).unwrap();
    stage.engine.token(&stage.id).await.unwrap();
    assert_eq!(stage.engine.logs().await.unwrap().stopped, None);
}
