//! The check-up: each check against practice, well and not, what is kept of it, and when it is made by itself.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use engine::checkup::{ChangeCode, CheckId, CheckState, CheckView, CheckupCause, SayCode};
use engine::connection::Region;
use engine::doctor::Destination;
use engine::network::{ProxyForm, ProxyMode};
use engine::permission::Purpose;
use engine::problem::{ProblemCode, Who};
use engine::reminder::{Owner, ReminderForm, ReminderKind};
use engine::setup::{Task, TaskState};
use engine::vault::Fault;
use engine::{Change, Clock};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use practice::Scenario;
use support::{Stage, Switch, state, walk};

/// A clock that is moved by hand.
struct Set {
    now: Mutex<Timestamp>,
    zone: Mutex<i8>,
}

impl Set {
    fn at(now: &str) -> Arc<Self> {
        Arc::new(Self { now: Mutex::new(now.parse().unwrap()), zone: Mutex::new(8) })
    }

    fn to(&self, now: &str) {
        *self.now.lock().unwrap() = now.parse().unwrap();
    }

    fn pass(&self, minutes: i64) {
        let mut now = self.now.lock().unwrap();
        *now += SignedDuration::from_mins(minutes);
    }
}

impl Clock for Set {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(*self.zone.lock().unwrap()))
    }
}

async fn finished(stage: &Stage) {
    walk::register(stage).await.unwrap();
    walk::keys(stage).await.unwrap();
    walk::permissions(stage).await.unwrap();
    walk::test(stage).await.unwrap();
    walk::protect(stage).await.unwrap();
}

async fn well() -> Stage {
    let stage = Stage::new().await;
    finished(&stage).await;
    stage
}

async fn run(stage: &Stage) -> Vec<CheckView> {
    stage.engine.checkup_only(&stage.id, &CheckId::ALL).await.unwrap().found
}

fn of(found: &[CheckView], id: CheckId) -> &CheckView {
    found.iter().find(|view| view.id == id).unwrap()
}

fn says(view: &CheckView) -> Vec<SayCode> {
    view.says.iter().map(|say| say.code).collect()
}

/// Each check and its state, but for those that are fine.
fn not_fine(found: &[CheckView]) -> Vec<(CheckId, CheckState)> {
    found.iter().filter(|view| view.state != CheckState::Fine).map(|view| (view.id, view.state)).collect()
}

const SILENT: (CheckId, CheckState) = (CheckId::Events, CheckState::CannotTell);

#[tokio::test]
async fn a_company_that_is_well_is_fine_in_everything_that_can_be_told() {
    let stage = well().await;
    let found = run(&stage).await;
    assert_eq!(found.iter().map(|view| view.id).collect::<Vec<_>>(), CheckId::ALL);
    assert_eq!(not_fine(&found), [SILENT], "nothing listens for events");
    assert_eq!(says(of(&found, CheckId::Events)), [SayCode::EventsSilent]);
    for id in [CheckId::Clock, CheckId::Token, CheckId::Permissions, CheckId::Scope, CheckId::AllowList] {
        assert!(of(&found, id).evidence.as_ref().is_some_and(|told| told.call.is_some()), "{id:?}");
    }
    assert_eq!(says(of(&found, CheckId::Address)), [SayCode::AddressLetIn]);
    assert_eq!(says(of(&found, CheckId::Robots)), [SayCode::RobotDelivered]);
    // The practice app has everything granted: what nothing needs is named.
    let points = of(&found, CheckId::Permissions);
    assert!(says(points).contains(&SayCode::PointsExcess), "{points:?}");
}

#[tokio::test]
async fn a_check_up_sends_nothing_and_changes_nothing() {
    let stage = well().await;
    let kinds = |stage: &Stage| {
        stage.practice.shared().read(|world| {
            let all = serde_json::to_value(&world.journal).unwrap();
            let kind = |entry: &serde_json::Value| entry["kind"].as_str().unwrap_or_default().to_owned();
            all.as_array().unwrap().iter().map(kind).collect::<Vec<_>>()
        })
    };
    let before = kinds(&stage);
    run(&stage).await;
    let after = kinds(&stage);
    let new: Vec<_> = after.get(before.len()..).unwrap_or_default().iter().filter(|kind| !harmless(kind)).collect();
    assert!(new.is_empty(), "{new:?}");
}

/// What a call leaves in the practice server's journal that only reads.
fn harmless(kind: &str) -> bool {
    ["token", "call_refused", "probe"].iter().any(|word| kind.contains(word))
}

#[tokio::test]
async fn a_network_that_is_away_is_told_once_and_nothing_that_leans_on_it_is_red() {
    let stage = well().await;
    stage.switch(Scenario::Unreachable, Switch::On);
    let outcome = stage.engine.checkup_only(&stage.id, &CheckId::ALL).await.unwrap();
    assert_eq!(outcome.reached, Some(false));
    let network = of(&outcome.found, CheckId::Network);
    assert_eq!((network.state, network.who), (CheckState::NeedsOther, Some(Who::It)));
    for id in [CheckId::Clock, CheckId::Token, CheckId::Permissions, CheckId::Scope, CheckId::AllowList] {
        let view = of(&outcome.found, id);
        assert_eq!((view.state, view.because), (CheckState::CannotTell, Some(CheckId::Network)), "{id:?}");
    }
    let red = not_fine(&outcome.found).into_iter().filter(|(_, state)| *state != CheckState::CannotTell).count();
    assert_eq!(red, 1, "{:?}", not_fine(&outcome.found));
    // What was known before still stands on its tasks.
    assert_eq!(state(&stage.snapshot().await, Task::Token), TaskState::Done);
    stage.switch(Scenario::Unreachable, Switch::Off);
    assert_eq!(not_fine(&run(&stage).await), [SILENT]);
}

#[tokio::test]
async fn keys_that_are_refused_are_told_at_the_token_alone() {
    let stage = well().await;
    stage.switch(Scenario::WrongKey, Switch::On);
    let found = run(&stage).await;
    let token = of(&found, CheckId::Token);
    assert_eq!((token.state, token.who), (CheckState::NeedsYou, Some(Who::You)));
    assert_eq!(token.remedy, Some(Destination::Task(Task::Credentials)));
    for id in [CheckId::Permissions, CheckId::Scope, CheckId::AllowList] {
        let view = of(&found, id);
        assert_eq!((view.state, view.because), (CheckState::CannotTell, Some(CheckId::Token)), "{id:?}");
    }
    stage.switch(Scenario::WrongKey, Switch::Off);
    assert_eq!(not_fine(&run(&stage).await), [SILENT]);
}

#[tokio::test]
async fn a_missing_permission_is_told_with_its_code_and_needs_the_administrator() {
    // F17
    let stage = well().await;
    stage.switch(Scenario::MissingPermission, Switch::On);
    let found = run(&stage).await;
    let points = of(&found, CheckId::Permissions);
    assert_eq!((points.state, points.who), (CheckState::NeedsOther, Some(Who::DingtalkAdmin)));
    assert!(points.problem.as_ref().unwrap().args["permissions"].contains("qyapi_get_department_member"));
    let list = of(&found, CheckId::AllowList);
    assert_eq!(list.state, CheckState::Fine, "the address was let in: {list:?}");
}

#[tokio::test]
async fn an_address_that_is_refused_is_told_with_what_was_let_in_before() {
    // F16
    let stage = well().await;
    stage.switch(Scenario::IpRefused, Switch::On);
    let found = run(&stage).await;
    let list = of(&found, CheckId::AllowList);
    assert_eq!((list.state, list.who), (CheckState::NeedsOther, Some(Who::DingtalkAdmin)));
    assert_eq!(of(&found, CheckId::Permissions).because, Some(CheckId::AllowList));
    let address = of(&found, CheckId::Address);
    assert_eq!((address.state, says(address)), (CheckState::NeedsOther, vec![SayCode::AddressOther]));
    let args = &address.says[0].args;
    assert_eq!((args["ip"].as_str(), args["before"].as_str()), ("198.51.100.77", "203.0.113.10"));
    // The administrator adds it.
    stage.allow("127.0.0.1, 198.51.100.77");
    assert_eq!(not_fine(&run(&stage).await), [SILENT]);
}

#[tokio::test]
async fn calls_that_are_too_many_pass_by_themselves_and_are_nobodys_turn() {
    let stage = well().await;
    stage.switch(Scenario::Throttled, Switch::On);
    let found = run(&stage).await;
    for id in [CheckId::Permissions, CheckId::AllowList] {
        let view = of(&found, id);
        assert_eq!((view.state, view.who, view.because), (CheckState::CannotTell, None, None), "{view:?}");
    }
}

#[tokio::test]
async fn a_wrong_clock_and_another_zone_are_told_where_they_stand() {
    // F53
    let clock = Set::at("2026-11-28T01:00:00Z");
    clock.to(&Timestamp::now().to_string());
    let stage = Stage::with_clock(clock.clone()).await;
    finished(&stage).await;
    stage.switch(Scenario::ClockOffset, Switch::On);
    *clock.zone.lock().unwrap() = 0;
    let found = run(&stage).await;
    let view = of(&found, CheckId::Clock);
    assert_eq!((view.state, view.problem.as_ref().unwrap().code), (CheckState::NeedsYou, ProblemCode::ClockOffset));
    let view = of(&found, CheckId::Zone);
    assert_eq!((view.state, view.problem.as_ref().unwrap().code), (CheckState::NeedsYou, ProblemCode::ZoneNotHongKong));
}

#[tokio::test]
async fn a_proxy_that_does_not_answer_is_one_trouble_and_not_three() {
    // F34
    let stage = Stage::new().await;
    let live = stage.engine.connection_create(Region::Com).await.unwrap().connection.id;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let form = ProxyForm { mode: ProxyMode::Manual, address: nobody.to_string(), ..ProxyForm::default() };
    stage.engine.proxy_set(form).await.unwrap();
    let found = stage.engine.checkup_only(&live, &CheckId::ALL).await.unwrap().found;
    assert_eq!(of(&found, CheckId::Network).problem.as_ref().unwrap().code, ProblemCode::ProxyUnreachable);
    let proxy = of(&found, CheckId::Proxy);
    assert_eq!((proxy.state, proxy.because), (CheckState::CannotTell, Some(CheckId::Network)));
    // No keys yet: that is said, and nobody is asked with them.
    let token = of(&found, CheckId::Token);
    assert_eq!((token.state, token.problem.as_ref().unwrap().code), (CheckState::NeedsYou, ProblemCode::SecretMissing));
}

#[tokio::test]
async fn a_shut_key_store_is_told_at_the_token_and_everything_else_is_looked_at() {
    // F68
    let mut stage = well().await;
    stage.reopen().await;
    stage.vault.misbehave(Fault::Locked);
    let outcome = stage.engine.checkup_only(&stage.id, &CheckId::ALL).await.unwrap();
    assert_eq!(outcome.keys_shut.unwrap().code, ProblemCode::VaultLocked);
    assert_eq!(of(&outcome.found, CheckId::Token).state, CheckState::NeedsYou);
    assert_eq!(of(&outcome.found, CheckId::Permissions).because, Some(CheckId::Token));
    assert_eq!(of(&outcome.found, CheckId::Network).state, CheckState::Fine);
}

#[tokio::test]
async fn what_was_said_is_asked_again_after_a_quarter_and_a_secret_grows_old() {
    let clock = Set::at("2026-11-28T01:00:00Z");
    let stage = Stage::with_clock(clock.clone()).await;
    finished(&stage).await;
    let of_people = [CheckId::SecretAge, CheckId::Published, CheckId::Visible, CheckId::Listed];
    let ask = async || stage.engine.checkup_only(&stage.id, &of_people).await.unwrap().found;
    clock.pass(82 * 24 * 60);
    assert_eq!(not_fine(&ask().await), []);
    clock.pass(24 * 60);
    assert_eq!(not_fine(&ask().await), [(CheckId::SecretAge, CheckState::NeedsYou)]);
    clock.pass(7 * 24 * 60);
    let found = ask().await;
    assert_eq!(not_fine(&found), of_people.map(|id| (id, CheckState::NeedsYou)));
    assert_eq!(of(&found, CheckId::Listed).remedy, Some(Destination::Task(Task::Listed)));
    stage.engine.setup_say(&stage.id, Task::Listed).await.unwrap();
    assert_eq!(of(&ask().await, CheckId::Listed).state, CheckState::Fine);
}

#[tokio::test]
async fn a_secret_is_old_when_its_own_reminder_says_so() {
    let clock = Set::at("2026-11-28T01:00:00Z");
    let stage = Stage::with_clock(clock.clone()).await;
    finished(&stage).await;
    stage.engine.beat_once().await;
    let secret = stage.snapshot().await.reminders.into_iter().find(|one| one.kind == ReminderKind::Secret).unwrap();
    let form = ReminderForm {
        kind: ReminderKind::Secret,
        note: String::new(),
        owner: Owner::You,
        every_days: Some(30),
        ahead_days: 5,
        at: secret.at.clone(),
        due: None,
    };
    stage.engine.reminder_save(&stage.id, Some(&secret.id), form).await.unwrap();
    let is_old = async || {
        let found = stage.engine.checkup_only(&stage.id, &[CheckId::SecretAge]).await.unwrap().found;
        found[0].state == CheckState::NeedsYou
    };
    clock.pass(24 * 24 * 60);
    assert!(!is_old().await);
    clock.pass(24 * 60);
    assert!(is_old().await);
    stage.engine.reminder_switch(&stage.id, &secret.id, false).await.unwrap();
    assert!(!is_old().await, "without its reminder it is old after the usual time");
}

#[tokio::test]
async fn what_nobody_said_and_no_call_tells_is_not_guessed() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    let found = run(&stage).await;
    for id in [CheckId::Published, CheckId::Visible, CheckId::Listed, CheckId::Permissions, CheckId::Address] {
        assert_eq!(of(&found, id).state, CheckState::CannotTell, "{id:?}");
    }
    assert_eq!(says(of(&found, CheckId::Permissions))[0], SayCode::PurposesNone);
    assert_eq!(says(of(&found, CheckId::Robots)), [SayCode::RobotsNone]);
    let red = found.iter().filter(|view| matches!(view.state, CheckState::NeedsYou | CheckState::NeedsOther));
    assert_eq!(red.count(), 0);
}

#[tokio::test]
async fn only_what_was_asked_for_is_told_and_it_is_no_whole_check_up() {
    let stage = well().await;
    let outcome = stage.engine.checkup_only(&stage.id, &[CheckId::Zone]).await.unwrap();
    assert_eq!(outcome.found.iter().map(|view| view.id).collect::<Vec<_>>(), [CheckId::Zone]);
    assert_eq!(outcome.reached, None, "nothing had to be reached");
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    assert!(page.at.is_none() && page.checks[0].found.is_none());
    assert_eq!(page.runs.len(), 1);
}

#[tokio::test]
async fn a_check_up_that_is_stopped_leaves_nothing_behind() {
    // F81
    let stage = well().await;
    stage.switch(Scenario::Slow, Switch::On);
    let mut changes = stage.engine.changes();
    let (engine, id) = (stage.engine.clone(), stage.id.clone());
    let making = tokio::spawn(async move { engine.checkup_run(&id).await });
    loop {
        let Change::Setup(told) = changes.recv().await.unwrap() else { continue };
        if told.overview.checking.is_some() {
            break;
        }
    }
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    assert!(page.checking.is_some() && page.checks.iter().any(|line| line.waiting));
    stage.engine.setup_cancel(&stage.id).await.unwrap();
    let page = making.await.unwrap().unwrap();
    assert!(page.checking.is_none() && page.runs.is_empty() && page.at.is_none());
    assert!(page.checks.iter().all(|line| line.found.is_none() && !line.waiting));
    stage.switch(Scenario::Slow, Switch::Off);
    assert_eq!(stage.engine.checkup_run(&stage.id).await.unwrap().runs.len(), 1);
    // The next may end in the same second, and is another all the same.
    let runs = stage.engine.checkup_run(&stage.id).await.unwrap().runs;
    assert_eq!(runs.len(), 2);
    assert_ne!(runs[0].id, runs[1].id);
}

#[tokio::test]
async fn what_changed_since_it_last_worked_is_told_from_what_was_seen() {
    let clock = Set::at(&Timestamp::now().to_string());
    let stage = Stage::with_clock(clock.clone()).await;
    finished(&stage).await;
    run(&stage).await;
    let fine_at = stage.engine.checkup(&stage.id).await.unwrap().checks[9].found.clone().unwrap().at;
    clock.pass(60);
    stage.switch(Scenario::IpRefused, Switch::On);
    run(&stage).await;
    clock.pass(60);
    run(&stage).await;
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    let line = page.checks.iter().find(|line| line.id == CheckId::AllowList).unwrap();
    let since = line.since.as_ref().unwrap();
    assert_eq!(since.last_fine, fine_at);
    assert!(since.first_not > since.last_fine && since.first_not < line.found.as_ref().unwrap().at);
    let changes: Vec<_> = since.changes.iter().map(|change| (change.code, change.args.get("ip"))).collect();
    // This computer's clock was set forward by hand meanwhile, and that is told as well.
    let moved = (ChangeCode::Address, Some(&"198.51.100.77".to_owned()));
    assert_eq!(changes, [moved, (ChangeCode::Clock, None)]);
    // Well again: nothing to tell.
    stage.allow("127.0.0.1, 198.51.100.77");
    run(&stage).await;
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    let line = page.checks.iter().find(|line| line.id == CheckId::AllowList).unwrap();
    assert!(line.since.is_none());
    assert_eq!(stage.engine.checkup_history(&stage.id, "").await.unwrap().len(), 4 * CheckId::ALL.len());
}

#[tokio::test]
async fn our_calls_are_counted_and_those_about_contacts_are_not() {
    let mut stage = well().await;
    run(&stage).await;
    let before = stage.engine.checkup(&stage.id).await.unwrap().quota;
    assert_eq!(before.limit, 5_000);
    assert!(before.exempt > 0);
    stage.reopen().await;
    stage.engine.purpose_choose(&stage.id, vec![Purpose::GroupMessages, Purpose::RobotChat]).await.unwrap();
    run(&stage).await;
    let after = stage.engine.checkup(&stage.id).await.unwrap().quota;
    assert!(after.used > before.used && after.exempt > before.exempt, "{before:?} {after:?}");
    let theirs = stage.practice.shared().read(|world| world.usage_this_month().org_calls);
    assert!(after.used >= theirs, "we never count less than they do: {} and {theirs}", after.used);
}

#[tokio::test]
async fn check_ups_come_at_their_times_for_a_week_and_none_comes_twice() {
    // F54, F55
    let clock = Set::at("2026-11-28T00:00:00Z");
    let stage = Stage::with_clock(clock.clone()).await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    let other = support::open_with(stage.home.path(), stage.vault.clone(), clock.clone()).await;
    other.set_practice_hosts(Some(support::hosts(&stage.practice)));
    tokio::time::pause();
    for _ in 0..7 * 24 * 6 {
        clock.pass(10);
        tokio::time::advance(std::time::Duration::from_mins(10)).await;
        tokio::time::resume();
        let (one, two) = tokio::join!(stage.engine.checkups_due(false), other.checkups_due(false));
        one.and(two).unwrap();
        tokio::time::pause();
    }
    tokio::time::resume();
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    let at: Vec<&str> = page.runs.iter().map(|run| run.at.as_str()).collect();
    assert_eq!(at.len(), 14, "{at:?}");
    assert!(page.runs.iter().all(|run| run.cause == CheckupCause::Schedule));
    assert!(at.iter().all(|at| at.contains("T00:30") || at.contains("T05:30")), "{at:?}");
}

/// Beats at this moment, of two programs on one folder.
async fn beat(stage: &Stage, woke: bool) -> usize {
    // Each time another program: none remembers when it last made one.
    let (one, two) = (again(stage).await, again(stage).await);
    let (first, second) = tokio::join!(one.checkups_due(woke), two.checkups_due(woke));
    first.and(second).unwrap();
    stage.engine.checkup(&stage.id).await.unwrap().runs.len()
}

async fn again(stage: &Stage) -> engine::Engine {
    let engine = support::open_with(stage.home.path(), stage.vault.clone(), stage.clock()).await;
    engine.set_practice_hosts(Some(support::hosts(&stage.practice)));
    engine
}

async fn scheduled(now: &str) -> (Arc<Set>, Stage) {
    let clock = Set::at(now);
    let stage = Stage::with_clock(clock.clone()).await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    (clock, stage)
}

#[tokio::test]
async fn a_missed_check_up_is_made_once_and_a_wake_brings_one() {
    // F54, F75
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    assert_eq!(beat(&stage, false).await, 0, "what was due before there was a company is nobody's");
    // The computer slept over four of them.
    clock.to("2026-11-30T02:00:00Z");
    assert_eq!(beat(&stage, true).await, 1);
    assert_eq!(beat(&stage, true).await, 1, "not again for a second wake");
    clock.to("2026-11-30T03:00:00Z");
    assert_eq!(beat(&stage, false).await, 1);
    assert_eq!(beat(&stage, true).await, 2);
    assert_eq!(beat(&stage, true).await, 2);
}

#[tokio::test]
async fn a_clock_that_is_set_to_and_fro_skips_none() {
    // F52
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    clock.to("2026-11-28T00:30:00Z");
    assert_eq!(beat(&stage, false).await, 1);
    // 25 hours ahead, and back.
    clock.to("2026-11-29T01:31:00Z");
    assert_eq!(beat(&stage, false).await, 2);
    clock.to("2026-11-28T00:33:00Z");
    assert_eq!(beat(&stage, false).await, 2);
    clock.to("2026-11-28T05:30:00Z");
    assert_eq!(beat(&stage, false).await, 3);
    clock.to("2026-11-29T00:30:00Z");
    assert_eq!(beat(&stage, false).await, 4, "the wrong clock had been there already");
    // 25 hours back: what was made there is not made again.
    clock.to("2026-11-28T05:35:00Z");
    assert_eq!(beat(&stage, false).await, 4);
}

#[tokio::test]
async fn times_can_be_chosen_and_never_is_one_of_them() {
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    assert_eq!(page.plan.times, ["08:30", "13:30"]);
    assert_eq!(page.plan.next.as_deref(), Some("2026-11-28T00:30:00Z"));
    let page = stage.engine.checkup_plan(&stage.id, vec![]).await.unwrap();
    assert_eq!((page.plan.times.len(), page.plan.next), (0, None));
    clock.to("2026-11-28T09:00:00Z");
    assert_eq!(beat(&stage, true).await, 0, "never by itself, after a wake neither");
    stage.engine.checkup_plan(&stage.id, vec!["17:30".to_owned()]).await.unwrap();
    assert_eq!(beat(&stage, false).await, 0);
    clock.to("2026-11-28T09:30:00Z");
    assert_eq!(beat(&stage, false).await, 1);
    let refused = stage.engine.checkup_plan(&stage.id, vec!["25:00".to_owned()]).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::ChoiceMissing);
}

#[tokio::test]
async fn a_network_that_is_away_is_tried_three_times_and_not_for_ever() {
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    stage.switch(Scenario::Unreachable, Switch::On);
    clock.to("2026-11-28T00:30:00Z");
    for made in [1, 2, 3, 3, 3] {
        assert_eq!(beat(&stage, false).await, made);
        clock.pass(16);
    }
    // It is back before they are used up: one that counts ends it.
    clock.to("2026-11-28T05:30:00Z");
    assert_eq!(beat(&stage, false).await, 4);
    stage.switch(Scenario::Unreachable, Switch::Off);
    clock.pass(16);
    assert_eq!(beat(&stage, false).await, 5);
    clock.pass(16);
    assert_eq!(beat(&stage, false).await, 5);
}

#[tokio::test]
async fn nobody_is_asked_for_a_password_in_the_background() {
    // F68
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    let engine = again(&stage).await;
    stage.vault.misbehave(Fault::Locked);
    clock.to("2026-11-28T00:30:00Z");
    engine.checkups_due(false).await.unwrap();
    let made = async || engine.checkup(&stage.id).await.unwrap().runs.len();
    assert_eq!(made().await, 1, "what needs no secret was looked at");
    clock.to("2026-11-28T05:30:00Z");
    engine.checkups_due(false).await.unwrap();
    assert_eq!(made().await, 1, "it was shut, and is left alone");
}

#[tokio::test]
async fn a_check_up_that_was_killed_is_made_again() {
    // F72
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    clock.to("2026-11-28T00:30:00Z");
    stage.switch(Scenario::Slow, Switch::On);
    let killed = again(&stage).await;
    let mut changes = killed.changes();
    let making = tokio::spawn(async move { killed.checkups_due(false).await });
    loop {
        let Change::Setup(told) = changes.recv().await.unwrap() else { continue };
        if told.overview.checking.is_some() {
            break;
        }
    }
    making.abort();
    let _ = making.await;
    stage.switch(Scenario::Slow, Switch::Off);
    assert_eq!(beat(&stage, false).await, 0, "it may still be at work");
    clock.pass(16);
    assert_eq!(beat(&stage, false).await, 1);
}

#[tokio::test]
async fn the_heartbeat_of_a_program_makes_what_is_due() {
    let (clock, stage) = scheduled("2026-11-28T00:00:00Z").await;
    clock.to("2026-11-28T00:30:00Z");
    let mut changes = stage.engine.changes();
    let beating = tokio::spawn(stage.engine.clone().go_on_for_ever());
    loop {
        let Change::Setup(told) = changes.recv().await.unwrap() else { continue };
        if told.overview.checked_at.is_some() {
            break;
        }
    }
    beating.abort();
    let page = stage.engine.checkup(&stage.id).await.unwrap();
    assert_eq!(page.runs.iter().map(|run| run.cause).collect::<Vec<_>>(), [CheckupCause::Schedule]);
}

#[tokio::test]
async fn what_is_kept_of_check_ups_holds_no_secret() {
    let stage = well().await;
    for trouble in [Scenario::WrongKey, Scenario::MissingPermission, Scenario::IpRefused, Scenario::Unreachable] {
        stage.switch(trouble, Switch::On);
        run(&stage).await;
        stage.switch(trouble, Switch::Off);
    }
    let canaries = [&stage.app.client_secret, &stage.app.robot_secret];
    let told = format!("{:?}", stage.engine.checkup_history(&stage.id, "").await.unwrap());
    assert!(told.contains("60020"), "DingTalk's own words are there");
    for canary in canaries {
        assert!(!told.contains(canary.as_str()));
        for file in std::fs::read_dir(stage.home.path()).unwrap().filter_map(Result::ok) {
            let Ok(bytes) = std::fs::read(file.path()) else { continue };
            let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
            assert!(!found, "{:?}", file.path());
        }
    }
}
