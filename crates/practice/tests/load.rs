//! Many calls, many people, and what of it is in the folder at which moment.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use common::{Practice, ready_options};
use practice::Options;
use practice::state::{Shared, Staff, World};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The folder as a killed server would leave it at this instant.
fn as_if_killed(dir: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    copy
}

async fn after_a_kill<R>(dir: &Path, look: impl FnOnce(&World) -> R) -> R {
    let copy = as_if_killed(dir);
    let running = practice::start(Options::new(copy.path())).await.unwrap();
    running.shared().read(look)
}

fn people(shared: &Shared, count: usize) {
    let person = |number: usize, like: &Staff| Staff { userid: format!("p{number}"), ..like.clone() };
    shared
        .change(|world| {
            let like = world.staff[0].clone();
            world.staff.extend((0..count).map(|number| person(number, &like)));
        })
        .unwrap();
}

fn size_of_changes(dir: &Path) -> u64 {
    fs::metadata(dir.join("changes.jsonl")).unwrap().len()
}

#[tokio::test]
async fn an_effect_is_in_the_folder_when_its_answer_has_left() {
    let practice = Practice::ready().await;
    let dir = practice.dir.path();
    practice.say("一").await;
    practice.say("二").await;
    let kept = after_a_kill(dir, |world| {
        let texts: Vec<String> = world.groups[0].messages.iter().map(|message| message.text.clone()).collect();
        (texts, world.journal.len())
    });
    let journal = practice.shared().read(|world| world.journal.len());
    assert_eq!(kept.await, (vec!["一".to_owned(), "二".to_owned()], journal));
    let client_id = practice.app().client_id;
    practice.shared().attempt(|world| world.set_allow_list(&client_id, "203.0.113.99")).unwrap();
    let list = after_a_kill(dir, |world| world.app(&client_id).unwrap().allow_list.clone());
    assert_eq!(list.await, ["203.0.113.99"]);
}

#[tokio::test]
async fn a_commit_that_is_not_whole_is_left_out_with_its_journal() {
    let practice = Practice::ready().await;
    practice.say("一").await;
    let (before, entries) = practice.shared().read(|world| (world.groups[0].messages.len(), world.journal.len()));
    practice.say("二").await;
    let copy = as_if_killed(practice.dir.path());
    let changes = copy.path().join("changes.jsonl");
    let text = fs::read_to_string(&changes).unwrap();
    fs::write(&changes, &text[..text.len() - 3]).unwrap();
    let again = practice::start(Options::new(copy.path())).await.unwrap();
    let found = again.shared().read(|world| (world.groups[0].messages.len(), world.journal.len()));
    assert_eq!(found, (before, entries));
}

#[tokio::test]
async fn tokens_and_refusals_are_in_the_folder_after_an_orderly_end() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    practice.top("/topapi/v2/user/get", "nonsense", json!({})).await;
    let Practice { running, dir, .. } = practice;
    running.stop().await;
    let found = after_a_kill(dir.path(), |world| {
        let kinds: Vec<Value> = world.journal.iter().map(|entry| json!(entry)["kind"].clone()).collect();
        (world.tokens[0].value == token, kinds)
    });
    let (same, kinds) = found.await;
    assert!(same && kinds.ends_with(&[json!("token_issued"), json!("call_refused")]), "{kinds:?}");
}

#[tokio::test]
async fn in_a_company_of_5000_a_change_writes_only_what_it_changes() {
    let dir = tempfile::tempdir().unwrap();
    let running = practice::start(ready_options(dir.path())).await.unwrap();
    let shared = running.shared();
    people(shared, 5_000);
    let change = |what: &dyn Fn(&mut World)| {
        let before = size_of_changes(dir.path());
        shared.change(|world| what(world)).unwrap();
        let written = size_of_changes(dir.path()) - before;
        assert!((1..2_000).contains(&written), "{written} bytes");
    };
    change(&|world| world.staff[2_500].name = "改名".to_owned());
    change(&|world| {
        let person = world.staff[1_000].clone();
        world.staff.push(Staff { userid: "new".to_owned(), ..person });
    });
    change(&|world| world.staff.retain(|person| person.userid != "p40"));
    let now: Vec<String> = shared.read(|world| world.staff.iter().map(|person| person.userid.clone()).collect());
    let kept = after_a_kill(dir.path(), |world| {
        let ids: Vec<String> = world.staff.iter().map(|person| person.userid.clone()).collect();
        (ids, world.staff.iter().filter(|person| person.name == "改名").count())
    });
    assert_eq!(kept.await, (now, 1));
}

#[tokio::test]
async fn a_refused_change_leaves_nothing_behind() {
    let practice = Practice::ready().await;
    let before = size_of_changes(practice.dir.path());
    let refused = practice.shared().attempt(|world| {
        world.company_name = "別的".to_owned();
        world.set_public_address("office")
    });
    assert!(refused.is_err());
    assert_eq!(size_of_changes(practice.dir.path()), before);
    assert_eq!(practice.shared().read(|world| world.company_name.clone()), "示範貿易有限公司");
}

#[tokio::test]
async fn a_world_of_format_1_is_taken_over_with_its_journal() {
    let practice = Practice::ready().await;
    practice.say("舊").await;
    let (mut world, journal) = practice.shared().read(|world| (json!(world), json!(world.journal)));
    world["journal"] = journal.clone();
    let dir = tempfile::tempdir().unwrap();
    let old = json!({"format": 1, "world": world});
    fs::write(dir.path().join("world.json"), old.to_string()).unwrap();
    let taken_over = practice::start(Options::new(dir.path())).await.unwrap();
    let found = |shared: &Shared| shared.read(|world| (json!(world.journal), world.groups[0].messages[0].text.clone()));
    assert_eq!(found(taken_over.shared()), (journal.clone(), "舊".to_owned()));
    taken_over.stop().await;
    let again = practice::start(Options::new(dir.path())).await.unwrap();
    assert_eq!(found(again.shared()), (journal, "舊".to_owned()));
}

#[tokio::test]
async fn the_journal_is_read_in_pages_also_where_it_is_no_longer_in_memory() {
    let practice = Practice::ready().await;
    for _ in 0..60 {
        practice
            .shared()
            .change(|world| {
                for number in 0..50_u8 {
                    world.set_public_address(&format!("192.0.2.{number}")).unwrap();
                }
            })
            .unwrap();
    }
    let mut pages: Vec<Value> = Vec::new();
    loop {
        let after = pages.last().map_or(0, |entry| entry["number"].as_u64().unwrap());
        let page = practice.admin(&format!("/journal?after={after}&limit=700")).await;
        let page = page.as_array().unwrap();
        if page.is_empty() {
            break;
        }
        pages.extend(page.iter().cloned());
    }
    let numbers: Vec<u64> = pages.iter().map(|entry| entry["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    assert_eq!(pages[0]["kind"], "world_created");
    assert_eq!(pages.iter().filter(|entry| entry["kind"] == "public_address_changed").count(), 3_000);
    let latest = practice.admin("/journal").await;
    assert!(latest.as_array().unwrap().len() < 2_100);
    assert_eq!(latest.as_array().unwrap().last(), pages.last());
}
