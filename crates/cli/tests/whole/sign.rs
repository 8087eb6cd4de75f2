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

const TICKET: &str = "zHoQdGJuH0ZDebwo7sLqLzHGUueLmkWCC4RycYgkuvDu3eoROgN5qhwnQLgfzwEXtuR9SDzh6BdhyVngzAjrxV";

fn page(url: &str, more: &[&str]) -> crate::program::Ran {
    let home = tempfile::tempdir().unwrap();
    let page = ["sign", "jsapi", "--ticket-stdin", "--nonce", "abcdefgh", "--timestamp", "1437027269927", "--url", url];
    run(home.path(), &[&page[..], more].concat(), TICKET)
}

// V §14: the demo's ticket, nonce, timestamp and page have this SHA-1 signature
#[test]
fn a_pages_signature_is_the_published_one() {
    let (sha1, sha256) = (
        "810e6657e9f411e6491b3e97dfaf7660e89eb874",
        "f83d09ae579893dd206f49752d49c64ed5b1d495a2d769e9f63ba4d1909f90ed",
    );
    for url in ["http://10.62.53.138:3000/jsapi", "http://10.62.53.138:3000/jsapi#/home"] {
        assert_eq!(page(url, &[]).stdout, format!("{sha1}\n"));
        assert_eq!(page(url, &["--sha256"]).stdout, format!("{sha256}\n"));
        assert_eq!(page(url, &["--sha256", "--json"]).json(), serde_json::json!({ "signature": sha256 }));
    }
}

#[test]
fn what_was_signed_is_shown_on_request_and_the_ticket_never() {
    let url = "https://demo.example/a?q=%E9%99%B3+x#y";
    let spoken = page(url, &["--explain"]);
    assert_eq!(spoken.stdout, page(url, &[]).stdout);
    let json = page(url, &["--explain", "--json"]);
    let signed = json.json()["signed"].as_str().unwrap().to_owned();
    assert!(
        signed.ends_with("&noncestr=abcdefgh&timestamp=1437027269927&url=https://demo.example/a?q=陳 x"),
        "{signed}"
    );
    assert_eq!(spoken.stderr, format!("{signed}\n"));
    for text in [&spoken.stdout, &spoken.stderr, &json.stdout] {
        assert!(!text.contains(TICKET));
    }
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
