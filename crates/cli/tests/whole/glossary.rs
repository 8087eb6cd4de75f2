//! `hoitung-cli glossary`.

use tempfile::tempdir;

use crate::program::{check_refused, run};

#[test]
fn an_old_name_is_explained_in_both_languages() {
    let home = tempdir().unwrap();
    let english = run(home.path(), &["glossary", "appkey", "--lang", "en"], "");
    assert_eq!(english.code, 0, "{}", english.stderr);
    assert!(english.stdout.starts_with("Client ID\n"), "{}", english.stdout);
    let chinese = run(home.path(), &["glossary", "AppKey", "--lang", "zh-HK"], "");
    assert!(chinese.stdout.contains("應用編號") && chinese.stdout.contains("舊稱"), "{}", chinese.stdout);
    let printed = run(home.path(), &["glossary", "服务器出口IP", "--json", "--lang", "en"], "").json();
    assert_eq!(printed["terms"][0]["name"], "allow-list", "{printed}");
    assert_eq!(printed["terms"][0]["other"], "IP 白名單", "{printed}");
}

#[test]
fn without_a_word_all_of_it_is_told_and_an_unknown_word_is_refused() {
    let home = tempdir().unwrap();
    let all = run(home.path(), &["glossary", "--json"], "").json();
    assert!(all["terms"].as_array().unwrap().len() >= 30, "{all}");
    check_refused(home.path(), &["glossary", "weather"], "", 1, "term-unknown");
}
