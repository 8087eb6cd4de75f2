//! What a person checks by hand, against DingTalk's published values.

use std::path::Path;

use crate::program::{Ran, check_refused, run};

/// Token, AES key, owner key, timestamp, nonce, signature, sealed text.
type Known = [&'static str; 7];

const STREAM_FAQ: Known = [
    "123456",
    "1234567890123456789012345678901234567890123",
    "dingsnotzck6pm5veliw",
    "1614767836",
    "A7Co0cJLMzIDtMMI",
    "9a95a004dd16f5c307e849b994173f76aa26e5eb",
    "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA==",
];

const CALLBACK_PAGE: Known = [
    "123456",
    "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij",
    "suite4xxxxxxxxxxxxxxx",
    "1445827045067",
    "nEXhMP4r",
    "5a65ceeef9aab2d149439f82dc191dd6c5cbe2c0",
    "1a3NBxmCFwkCJvfoQ7WhJHB+iX3qHPsc9JbaDznE1i03peOk1LaOQoRz3+nlyGNhwmwJ3vDMG+OzrHMeiZI7gTRWVdUBmfxjZ8Ej23JVYa9VrYeJ5as7XM/ZpulX8NEQis44w53h1qAgnC3PRzM7Zc/D6Ibr0rgUathB6zRHP8PYrfgnNOS9PhSBdHlegK+AGGanfwjXuQ9+0pZcy0w9lQ==",
];

fn decrypt(known: &Known) -> Vec<&'static str> {
    let [token, aes_key, owner_key, timestamp, nonce, signature, encrypt] = *known;
    vec![
        "event",
        "decrypt",
        "--token",
        token,
        "--aes-key",
        aes_key,
        "--owner-key",
        owner_key,
        "--signature",
        signature,
        "--timestamp",
        timestamp,
        "--nonce",
        nonce,
        "--encrypt",
        encrypt,
    ]
}

fn decrypt_stdin(home: &Path, known: &Known, more: &[&str]) -> Ran {
    let [token, aes_key, owner_key, timestamp, nonce, signature, encrypt] = *known;
    let arguments = [
        "event",
        "decrypt",
        "--aes-key-stdin",
        "--token-stdin",
        "--owner-key",
        owner_key,
        "--signature",
        signature,
        "--timestamp",
        timestamp,
        "--nonce",
        nonce,
        "--encrypt",
        encrypt,
    ];
    run(home, &[&arguments[..], more].concat(), &format!("{aes_key}\n{token}\n"))
}

fn check_opened(known: &Known, plaintext: &str) {
    let home = tempfile::tempdir().unwrap();
    let spoken = run(home.path(), &decrypt(known), "");
    assert_eq!((spoken.code, spoken.stdout.as_str()), (0, format!("{plaintext}\n").as_str()), "{}", spoken.stderr);
    let json = decrypt_stdin(home.path(), known, &["--json"]);
    assert_eq!(json.json()["plaintext"], plaintext, "{}", json.stdout);
    assert_eq!(decrypt_stdin(home.path(), known, &[]).stdout, spoken.stdout);
}

// V §14: the callback of the Stream FAQ opens as `success`, its padding 17 bytes long
#[test]
fn the_push_of_dingtalks_own_faq_is_opened() {
    check_opened(&STREAM_FAQ, "success");
}

// V §14: the callback of the encryption page opens as its check_create_suite_url event
#[test]
fn the_push_of_dingtalks_own_encryption_page_is_opened() {
    let event = r#"{"EventType":"check_create_suite_url","Random":"LPIdSnlF","TestSuiteKey":"suite4xxxxxxxxxxxxxxx"}"#;
    check_opened(&CALLBACK_PAGE, event);
}

fn check_wrong(known: &Known, at: usize, value: &'static str, problem: &str) {
    let home = tempfile::tempdir().unwrap();
    let mut changed = *known;
    changed[at] = value;
    check_refused(home.path(), &decrypt(&changed), "", 1, problem);
}

#[test]
fn each_wrong_value_of_a_push_is_named_with_exit_1() {
    for (at, value) in [(0, "1234567"), (3, "1614767837"), (4, "a7Co0cJLMzIDtMMI"), (5, "00"), (6, "YvkvaGe4")] {
        check_wrong(&STREAM_FAQ, at, value, "event-signature");
    }
    check_wrong(&STREAM_FAQ, 1, "2234567890123456789012345678901234567890123", "event-key");
    check_wrong(&STREAM_FAQ, 1, "123", "event-key-unusable");
    check_wrong(&STREAM_FAQ, 2, "dingother", "event-owner");
    check_wrong(&CALLBACK_PAGE, 2, "ding0000000000000000", "event-owner");
}

#[test]
fn a_wrong_owner_is_told_with_the_one_it_was_sealed_for() {
    let home = tempfile::tempdir().unwrap();
    let mut changed = STREAM_FAQ;
    changed[2] = "dingother";
    let spoken = run(home.path(), &decrypt(&changed), "");
    assert!(spoken.stderr.contains("dingsnotzck6pm5veliw") && spoken.stderr.contains("dingother"), "{}", spoken.stderr);
}

fn encrypt(known: &Known) -> Vec<&'static str> {
    let [token, aes_key, owner_key, timestamp, nonce, ..] = *known;
    let mut arguments = vec!["event", "encrypt", "--token", token, "--aes-key", aes_key];
    arguments.extend(["--owner-key", owner_key, "--timestamp", timestamp, "--nonce", nonce]);
    arguments
}

// V §6.1: the reply to a push is {"msg_signature","timeStamp","nonce","encrypt"}
#[test]
fn a_sealed_answer_has_dingtalks_four_fields_and_opens_again() {
    let home = tempfile::tempdir().unwrap();
    for message in ["success", "兩行\n㗎𨋢 🚋"] {
        let mut arguments = encrypt(&STREAM_FAQ);
        arguments.push("--message-stdin");
        let reply = run(home.path(), &arguments, message).json();
        let mut names: Vec<_> = reply.as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["encrypt", "msg_signature", "nonce", "timeStamp"]);
        let text = |name: &str| reply[name].as_str().unwrap().to_owned();
        let [token, aes_key, owner_key, ..] = STREAM_FAQ;
        let (timestamp, nonce) = (text("timeStamp"), text("nonce"));
        let (signature, sealed) = (text("msg_signature"), text("encrypt"));
        let mut back = vec!["event", "decrypt", "--token", token, "--aes-key", aes_key, "--owner-key", owner_key];
        back.extend(["--signature", &signature, "--timestamp", &timestamp, "--nonce", &nonce, "--encrypt", &sealed]);
        assert_eq!(run(home.path(), &back, "").stdout, format!("{message}\n"));
    }
}

#[test]
fn a_value_that_is_missing_doubled_or_not_there_to_read_is_wrong_use() {
    let home = tempfile::tempdir().unwrap();
    check_refused(home.path(), &encrypt(&STREAM_FAQ), "", 2, "wrong-use");
    let mut doubled = encrypt(&STREAM_FAQ);
    doubled.extend(["--message", "a", "--message-stdin"]);
    check_refused(home.path(), &doubled, "a", 2, "wrong-use");
    let robot = ["sign", "robot", "--secret-stdin", "--timestamp-stdin"];
    check_refused(home.path(), &robot, "a", 2, "input-lines");
    check_refused(home.path(), &robot, "a\nb", 2, "timestamp-malformed");
}
