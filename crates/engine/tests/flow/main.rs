//! The flow rule: at each stop, with each problem that can happen there: fail with it, go where the doctor sends you, and
//! finish. A cause that is new makes this file fail to compile until somebody has said where it can happen.
#![allow(clippy::unwrap_used)]

#[path = "../support/mod.rs"]
mod support;
mod table;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use engine::Clock;
use engine::doctor::{Destination, explain};
use engine::problem::{Problem, Result};
use engine::setup::{SetupSnapshot, Stop, Task, TaskState};
use engine::vault::Fault;
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use practice::Scenario;
use practice::limit::Limits;
use support::{Stage, Switch, task, walk};
use table::{Case, How, Own, all, entry};

/// The real time, in a zone that a person may set wrong.
#[derive(Default)]
struct Travelling {
    abroad: AtomicBool,
}

impl Clock for Travelling {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(if self.abroad.load(Ordering::Relaxed) { -5 } else { 8 }))
    }
}

/// A company that has finished, with whatever can be done to it.
struct Scene {
    stage: Stage,
    clock: Arc<Travelling>,
    /// Another server on this machine, whose certificate nobody issued.
    stranger: practice::Running,
    _folder: tempfile::TempDir,
}

impl Scene {
    async fn new() -> Self {
        let clock = Arc::new(Travelling::default());
        let stage = Stage::with_clock(clock.clone()).await;
        // Many first messages leave in one minute here.
        stage.practice.shared().change(|world| world.limits = Limits::off()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let options =
            practice::Options { tls: Some(practice::Tls::SelfSigned), ..practice::Options::new(folder.path()) };
        let stranger = practice::start(options).await.unwrap();
        let scene = Self { stage, clock, stranger, _folder: folder };
        scene.walk_from(Stop::Register).await;
        scene
    }

    async fn walk_from(&self, stop: Stop) {
        for later in Stop::ALL.into_iter().filter(|later| *later >= stop) {
            walk::stop(&self.stage, later).await.unwrap();
        }
        let snapshot = self.stage.snapshot().await;
        assert!(snapshot.finished, "{:#?}", snapshot.stops);
    }

    /// Does what the stop is for while the trouble is on. The problem, wherever it showed.
    async fn fail(&mut self, case: &Case) -> Problem {
        self.stage.engine.setup_go(&self.stage.id, case.stop).await.unwrap();
        let answer = match &case.how {
            How::Refused(path, code, words) => {
                let fault = serde_json::json!({"kind": "refused", "call": path, "code": code, "words": words});
                self.stage.tell("POST", "/fault", &fault.to_string()).await;
                self.act(case).await
            }
            How::Struck(path, kind, variant) => {
                let fault = serde_json::json!({"kind": kind, "variant": variant, "call": path});
                self.stage.tell("POST", "/fault", &fault.to_string()).await;
                self.act(case).await
            }
            How::On(scenario) => {
                self.stage.switch(*scenario, Switch::On);
                if *scenario == Scenario::Slow {
                    self.stage.be_impatient();
                }
                self.act(case).await
            }
            How::By(own) => self.by(case, own).await,
        };
        match case.stands {
            None => answer.err().unwrap_or_else(|| panic!("nothing was refused: {case:?}")),
            Some(wanted) => {
                let snapshot = answer.unwrap_or_else(|problem| panic!("{case:?}: {problem:?}"));
                let found = task(&snapshot, wanted);
                found.problem.clone().unwrap_or_else(|| panic!("{case:?}: {found:?}"))
            }
        }
    }

    async fn act(&self, case: &Case) -> Result<SetupSnapshot> {
        let Stage { engine, id, .. } = &self.stage;
        match case.act {
            table::Act::Stop => walk::stop(&self.stage, case.stop).await,
            table::Act::Recipients => engine.notice_recipients(id).await.map(|_| unreachable!("{case:?}")),
            table::Act::Notice => engine.notice_send(id, "somebody", walk::TEXT).await,
        }
    }

    async fn by(&mut self, case: &Case, own: &Own) -> Result<SetupSnapshot> {
        match own {
            Own::Restarted(fault) => {
                self.stage.reopen().await;
                self.stage.vault.misbehave(*fault);
                return self.act(case).await;
            }
            Own::Vanished => {
                self.stage.vault = Arc::default();
                self.stage.reopen().await;
                return self.act(case).await;
            }
            _ => {}
        }
        let Stage { engine, id, vault, .. } = &self.stage;
        match own {
            Own::Register(change) => {
                let mut form = walk::register_form();
                change(&mut form);
                engine.register_confirm(id, form).await
            }
            Own::Keys(change) => {
                let mut form = walk::keys_form(&self.stage);
                change(&mut form);
                engine.keys_try(id, form).await
            }
            Own::Paste(page) => engine.keys_paste(id, page().into()).await,
            Own::Robot(change) => {
                let mut form = walk::robot_form(&self.stage);
                "另一個".clone_into(&mut form.name);
                change(&mut form);
                let saved = engine.robot_save(id, None, form).await?;
                let robot = saved.test.robots.iter().find(|robot| robot.name == "另一個").unwrap();
                engine.message_send(id, &robot.id, walk::TEXT.to_owned()).await
            }
            Own::Message(text) => {
                let robot = walk::robot(&self.stage).await?;
                engine.message_send(id, &robot, text(&self.stage)).await
            }
            Own::NoRobot => engine.message_send(id, "nobody", walk::TEXT.to_owned()).await,
            Own::Seen => engine.message_seen(id, "nothing").await,
            Own::NoSuchPerson => engine.notice_send(id, "nobody", walk::TEXT).await,
            Own::NoRecipient => engine.notice_send(id, "", walk::TEXT).await,
            Own::NoPurpose => engine.purpose_choose(id, Vec::new()).await,
            Own::Address(typed) => engine.address_type(id, (*typed).to_owned()).await,
            Own::Reminder(days) => engine.reminder_set(id, *days).await,
            Own::Vault(fault) => {
                vault.misbehave(*fault);
                match case.stop {
                    Stop::Keys => walk::keys(&self.stage).await,
                    _ => engine.robot_save(id, None, walk::named(&self.stage, "另一個")).await,
                }
            }
            Own::Stopped => {
                engine.set_practice_hosts(None);
                self.act(case).await
            }
            Own::Abroad => {
                self.clock.abroad.store(true, Ordering::Relaxed);
                self.act(case).await
            }
            Own::Stranger => {
                engine.set_practice_hosts(Some(support::hosts(&self.stranger)));
                self.act(case).await
            }
            Own::Restarted(_) | Own::Vanished => unreachable!("{case:?}"),
        }
    }

    /// The trouble is over; what a person typed anew is the walk's.
    async fn mend(&self, case: &Case) {
        self.stage.tell("DELETE", "/fault", "").await;
        if let How::On(scenario) = case.how {
            self.stage.switch(scenario, Switch::Off);
        }
        self.stage.vault.misbehave(Fault::None);
        self.stage.be_patient();
        self.clock.abroad.store(false, Ordering::Relaxed);
        self.stage.engine.set_practice_hosts(Some(support::hosts(&self.stage.practice)));
        // The group's robot is made again where something was wrong with it.
        if matches!(case.how, How::By(_)) && (case.stop == Stop::Test || matches!(case.how, How::By(Own::Vanished))) {
            for robot in self.stage.snapshot().await.test.robots {
                self.stage.engine.robot_remove(&self.stage.id, &robot.id).await.unwrap();
            }
        }
    }

    async fn check(&mut self, code: engine::problem::ProblemCode, case: &Case) {
        let before = self.stage.snapshot().await;
        let problem = self.fail(case).await;
        assert_eq!(problem.code, code, "{case:?}: {problem:?}");
        let after = self.stage.snapshot().await;
        // Stop 4 asks again for the permissions, and a notice shows whether the Agent ID is right.
        let asked_again =
            |task: Task| case.stop == Stop::Test && matches!(task, Task::Points | Task::Scope | Task::Agent);
        let earlier = before.stops.iter().filter(|view| view.stop < case.stop).flat_map(|view| &view.tasks);
        for view in earlier.filter(|view| !asked_again(view.task)) {
            let now = task(&after, view.task);
            assert_eq!(now.state, TaskState::Done, "{case:?} took what was done before: {now:?}");
        }
        if let Some(wanted) = case.stands {
            assert!(!after.finished, "{case:?}");
            self.stage.reopen().await;
            let kept = self.stage.snapshot().await;
            assert_eq!(task(&kept, wanted).problem.as_ref(), Some(&problem), "{case:?}: kept over a restart");
        }
        self.mend(case).await;
        // Where the doctor's button leads; else to the stop where it happened.
        let from = match explain(problem).first.destination {
            Destination::Task(task) => task.stop().min(case.stop),
            _ => case.stop,
        };
        if matches!(case.act, table::Act::Notice) {
            // What DingTalk refused to a notice, only a notice can show to be right.
            let person = self.stage.engine.notice_recipients(&self.stage.id).await.unwrap().remove(0);
            self.stage.engine.notice_send_again(&self.stage.id, &person.user_id, walk::TEXT).await.unwrap();
        }
        self.walk_from(from).await;
    }
}

async fn every_problem_of(stop: Stop) {
    let mut scene = Scene::new().await;
    let mut checked = 0;
    for code in all() {
        for case in entry(*code).cases.iter().filter(|case| case.stop == stop) {
            Box::pin(scene.check(*code, case)).await;
            checked += 1;
        }
    }
    assert!(checked > 5, "{checked}");
}

#[tokio::test]
async fn every_problem_of_registering_is_got_out_of() {
    every_problem_of(Stop::Register).await;
}

#[tokio::test]
async fn every_problem_of_the_keys_is_got_out_of() {
    every_problem_of(Stop::Keys).await;
}

#[tokio::test]
async fn every_problem_of_the_permissions_is_got_out_of() {
    every_problem_of(Stop::Permissions).await;
}

#[tokio::test]
async fn every_problem_of_the_test_is_got_out_of() {
    every_problem_of(Stop::Test).await;
}

#[tokio::test]
async fn every_problem_of_protecting_is_got_out_of() {
    every_problem_of(Stop::Protect).await;
}

#[test]
fn where_a_problem_cannot_happen_there_is_a_reason() {
    for code in all() {
        let row = entry(*code);
        let everywhere = Stop::ALL.iter().all(|stop| row.cases.iter().any(|case| case.stop == *stop));
        assert!(everywhere != (row.elsewhere.len() > 10), "{code:?}: a reason exactly where one is needed");
    }
}
