//! Signatures, against DingTalk's published values and those computed from its published inputs.

use crate::program::run;

fn check_robot(secret: &str, base64: &str, url_encoded: &str) {
    let home = tempfile::tempdir().unwrap();
    let asked = ["sign", "robot", "--timestamp", "1577262236757", "--secret-stdin"];
    for input in [secret.to_owned(), format!("{secret}\n")] {
        assert_eq!(run(home.path(), &asked, &input).stdout, format!("{base64}\n{url_encoded}\n"));
    }
    let json = run(home.path(), &[&asked[..], &["--json"]].concat(), secret).json();
    assert_eq!((json["sign"].as_str(), json["sign_url_encoded"].as_str()), (Some(base64), Some(url_encoded)));
    assert_eq!(json["timestamp"], 1_577_262_236_757_i64);
    let given = ["sign", "robot", "--secret", secret, "--timestamp", "1577262236757"];
    assert_eq!(run(home.path(), &given, "").stdout, format!("{base64}\n{url_encoded}\n"));
}

#[test]
fn a_robots_signature_is_the_known_one() {
    check_robot(
        "this is a secret",
        "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=",
        "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA%3D",
    );
    check_robot(
        "this is secret",
        "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=",
        "hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D",
    );
}

#[test]
fn the_help_says_who_can_see_an_argument() {
    let home = tempfile::tempdir().unwrap();
    for command in [["event", "decrypt"], ["event", "encrypt"], ["sign", "robot"], ["sign", "jsapi"]] {
        for (language, word) in [("en", "other programs"), ("zh-HK", "其他程式")] {
            let help = run(home.path(), &[&command[..], &["--help", "--lang", language]].concat(), "").stdout;
            assert!(help.contains(word) && help.contains("-stdin"), "{help}");
        }
    }
}
