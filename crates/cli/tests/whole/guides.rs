//! `hoitung-cli guides`: the shipped guides in both languages and for both editions, and packs that are refused.

use engine::guide::shipped;
use tempfile::tempdir;

use crate::program::{check_refused, run};

#[test]
fn every_guide_is_listed_and_shown_in_both_languages_and_editions() {
    let home = tempdir().unwrap();
    let list = run(home.path(), &["guides", "list", "--json", "--lang", "en"], "").json();
    let places: Vec<&str> =
        list["guides"].as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap()).collect();
    assert_eq!(places.len(), 14, "{list}");
    assert_eq!(list["source"], "shipped");
    for place in places {
        for region in ["com", "io"] {
            for language in ["en", "zh-HK"] {
                let arguments = ["guides", "show", place, "--region", region, "--lang", language];
                let shown = run(home.path(), &arguments, "");
                assert_eq!(shown.code, 0, "{}", shown.stderr);
                assert!(!shown.stdout.contains(['{', '}']) && shown.stdout.contains("1. "), "{}", shown.stdout);
            }
        }
    }
}

#[test]
fn a_label_is_shown_as_its_console_prints_it_with_the_other_scripts_beside_it() {
    let home = tempdir().unwrap();
    let show = |region: &str, language: &str| {
        let arguments = ["guides", "show", "create-app", "--region", region, "--lang", language];
        run(home.path(), &arguments, "").stdout
    };
    assert!(show("com", "en").contains("Press “创建应用”."), "{}", show("com", "en"));
    assert!(show("com", "zh-HK").contains("按「创建应用」。"));
    assert!(show("io", "zh-HK").contains("按「Create App」。"));
    assert!(show("io", "en").contains("创建应用 · 建立應用 · Create App"));
    let json = run(home.path(), &["guides", "show", "publish", "--json", "--lang", "en"], "").json();
    assert_eq!(json["link"], "versions", "{json}");
    let unexpected = json["steps"].as_array().unwrap().iter().filter(|step| step["unexpected"] == true).count();
    assert!(unexpected >= 3, "{json}");
    assert!(json["steps"].as_array().unwrap().last().unwrap()["who"] == "boss", "{json}");
}

#[test]
fn a_pack_is_refused_in_words_and_nothing_is_installed() {
    // No maker's key is built in, so that even a whole pack is nobody's.
    let home = tempdir().unwrap();
    let file = home.path().join("newer.json");
    let mut pack = shipped().clone();
    pack.edition += 1;
    std::fs::write(&file, serde_json::to_vec(&pack).unwrap()).unwrap();
    let name = file.display().to_string();
    check_refused(home.path(), &["guides", "install", &name], "", 1, "guides-unsigned");
    std::fs::write(home.path().join("newer.json.minisig"), "untrusted comment: x\n").unwrap();
    check_refused(home.path(), &["guides", "install", &name], "", 1, "guides-key-missing");
    let gone = home.path().join("gone.json").display().to_string();
    check_refused(home.path(), &["guides", "install", &gone], "", 4, "guides-unreadable");
    let list = run(home.path(), &["guides", "list", "--json"], "").json();
    assert_eq!((list["source"].as_str(), list["edition"].as_u64()), (Some("shipped"), Some(shipped().edition)));
}

#[test]
fn a_guide_that_is_not_there_is_wrong_use() {
    let home = tempdir().unwrap();
    check_refused(home.path(), &["guides", "show", "weather"], "", 2, "wrong-use");
}
