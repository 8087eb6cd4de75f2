//! One file per feature noun. A command asks the engine and puts the answer into words; it holds no rule of the product.

mod ask;
mod check;
mod connection;
mod deploy;
mod doctor;
mod event;
mod glossary;
mod guides;
mod handover;
mod key;
mod listen;
mod message;
mod network;
mod permission;
mod policy;
mod practice;
mod reminder;
mod robot;
mod run;
mod service;
mod sign;
mod token;
mod upkeep;

use std::sync::Arc;

use engine::Home;
use engine::policy::Policy;
use engine::problem::{Problem, ProblemCode};
use engine::setup::{RobotView, SetupSnapshot};
use engine::update::Source;
use engine::vault::{KeyStore, MountedVault, SecretSource, Vault};
use engine::{Engine, Parts, SystemClock};
use words::Speaker;

use crate::arguments::Request;
use crate::failure::Failure;
use crate::output::{Answer, Format};

pub async fn run(
    request: Request,
    speaker: Speaker,
    format: Format,
    secrets: Option<SecretSource>,
) -> Result<Answer, Failure> {
    let chosen = secrets.clone();
    let open = async |speaker| open_with(speaker, chosen).await;
    match request {
        Request::PracticeList => Ok(practice::list(speaker)),
        Request::Practice { listen, app, scenarios, clock, tls } => {
            let options = practice::options(listen, app, scenarios, clock, tls)?;
            practice::run(speaker, format, options).await
        }
        Request::ConnectionAdd(new) => connection::add(&open(speaker).await?, speaker, new).await,
        Request::ConnectionList => connection::list(&open(speaker).await?, speaker).await,
        Request::ConnectionRename { name, to } => connection::rename(&open(speaker).await?, speaker, &name, &to).await,
        Request::ConnectionDuplicate { name, to } => {
            connection::duplicate(&open(speaker).await?, speaker, &name, &to).await
        }
        Request::ConnectionRemove { name } => connection::remove(&open(speaker).await?, speaker, &name).await,
        Request::RobotAdd { connection, name, keyword } => {
            robot::add(&open(speaker).await?, speaker, &connection, name, keyword).await
        }
        Request::RobotList { connection } => robot::list(&open(speaker).await?, speaker, &connection).await,
        Request::RobotRemove { connection, name } => {
            robot::remove(&open(speaker).await?, speaker, &connection, &name).await
        }
        Request::Ask(wanted) => ask::letter(&open(speaker).await?, speaker, wanted).await,
        Request::Waiting { connection } => ask::waiting(&open(speaker).await?, speaker, connection.as_deref()).await,
        Request::Check { connection, only } => check::run(&open(speaker).await?, speaker, &connection, &only).await,
        Request::Token { connection } => token::validity(&open(speaker).await?, speaker, &connection).await,
        Request::Key { connection, act } => key::act(&open(speaker).await?, speaker, &connection, act).await,
        Request::PermissionPlan { purposes } => Ok(permission::plan(speaker, &purposes)),
        Request::PermissionList { connection: None } => Ok(permission::list(speaker)),
        Request::PermissionList { connection: Some(name) } => {
            permission::list_of(&open(speaker).await?, speaker, &name).await
        }
        Request::PermissionCheck { connection, purposes } => {
            permission::check(&open(speaker).await?, speaker, &connection, purposes).await
        }
        Request::PermissionSheet { connection, out, languages, review_months } => {
            permission::sheet(&open(speaker).await?, speaker, &connection, &out, (languages, review_months)).await
        }
        Request::Doctor { text, for_it } => doctor::diagnosis(speaker, text, for_it),
        Request::GuidesList { region } => guides::list(&open(speaker).await?, speaker, region).await,
        Request::GuidesShow { place, region } => guides::show(&open(speaker).await?, speaker, place, region).await,
        Request::GuidesInstall { file } => guides::install(&open(speaker).await?, speaker, &file).await,
        Request::MessageSend { connection, robot, draft, how } => {
            message::send(&open(speaker).await?, speaker, &connection, &robot, draft, how).await
        }
        Request::MessageNotice { connection, user, draft, how } => {
            message::notice(&open(speaker).await?, speaker, &connection, &user, draft, how).await
        }
        Request::Handover(act) => handover::act(&open(speaker).await?, speaker, format, act).await,
        Request::Listen { connection, count } => {
            listen::run(&open(speaker).await?, speaker, format, &connection, count).await
        }
        Request::Run(wanted) => run::run(&open(speaker).await?, speaker, format, wanted).await,
        Request::Deploy { connection, target, out } => {
            deploy::write(&open(speaker).await?, speaker, &connection, target, &out).await
        }
        Request::NetworkTest { tested, for_it } => network::test(&open(speaker).await?, speaker, tested, for_it).await,
        Request::ProxyShow => network::proxy_show(&open(speaker).await?, speaker).await,
        Request::ProxySet(set) => network::proxy_set(&open(speaker).await?, speaker, set).await,
        Request::ProxyClear => network::proxy_clear(&open(speaker).await?, speaker).await,
        Request::Policy => Ok(policy::show(speaker)),
        Request::Report { out, note } => upkeep::report(&open(speaker).await?, speaker, &out, &note).await,
        Request::ReminderList { connection } => {
            reminder::list(&open(speaker).await?, speaker, connection.as_deref()).await
        }
        Request::ReminderExport { connection, ics } => {
            reminder::export(&open(speaker).await?, speaker, connection.as_deref(), &ics).await
        }
        Request::PurgeList => upkeep::list(upkeep::at_home(speaker, secrets).await?, speaker).await,
        Request::Purge => upkeep::purge(upkeep::at_home(speaker, secrets).await?, speaker).await,
        Request::Glossary { word } => glossary::explain(speaker, word.as_deref()),
        Request::EventDecrypt(values) => event::decrypt(values),
        Request::EventEncrypt(values) => event::encrypt(values),
        Request::SignRobot(values) => sign::robot(values),
        Request::SignPage { values, hash, explain } => sign::page(values, hash, explain, format),
    }
}

/// F68: files hold the secrets only where somebody chose them; a key store that fails is no such choice.
async fn open_with(speaker: Speaker, secrets: Option<SecretSource>) -> Result<Engine, Failure> {
    let home = Home::resolve()?;
    let vault: Arc<dyn Vault> = match secrets {
        Some(source) => Arc::new(MountedVault::open(source)?),
        None => Arc::new(KeyStore),
    };
    let parts = Parts {
        vault,
        clock: Arc::new(SystemClock),
        user_name: user_name(),
        language: speaker.language().into(),
        practice_asked: false,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policy: Policy::of_this_computer(),
        // A command line is installed with its window, and has no updates of its own.
        updates: Source::default(),
    };
    let engine = Engine::open(&home, parts).await?;
    engine.set_practice_hosts(::practice::running(&home.practice_dir()).map(practice::hosts));
    Ok(engine)
}

fn user_name() -> String {
    ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

/// Names may repeat in DingTalk; here the first of a name is the one.
fn robot_named<'a>(setup: &'a SetupSnapshot, name: &str) -> Result<&'a RobotView, Failure> {
    let found = setup.test.robots.iter().find(|robot| robot.name == name);
    found.ok_or_else(|| Problem::new(ProblemCode::RobotMissing).arg("robot", name).into())
}
