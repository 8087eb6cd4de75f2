use std::net::SocketAddr;
use std::path::PathBuf;

use clap::ArgMatches;
use engine::checkup::CheckId;
use engine::connection::Region;
use engine::guide::GuidePlace;
use engine::message::{MessageDraft, MessageKind};
use engine::permission::Purpose;
use engine::place::DeployTarget;
use engine::practice::PracticeHosts;
use engine::setup::RegionChoice;
use engine::sign::PageHash;
use practice::{AppChoice, Clock, Scenario, Tls};
use serde::de::DeserializeOwned;
use words::SheetLanguages;

use super::ask::{self, Ask};
use super::handover::{self, HandoverAct};
use super::key::KeyAct;
use super::misuse::Misuse;
use super::network::{self, SetProxy, Tested};
use super::place::{self, Run};
use super::values::Value;
use super::{diagnose, guides, key, permission, reminder, upkeep};
use crate::failure::Failure;

/// What was asked for, whole.
#[derive(Debug)]
pub enum Request {
    PracticeList,
    Policy,
    Practice {
        listen: Option<SocketAddr>,
        app: AppChoice,
        scenarios: Vec<Scenario>,
        clock: Clock,
        tls: Option<Tls>,
    },
    ConnectionAdd(AddConnection),
    ConnectionList,
    ConnectionRename {
        name: String,
        to: String,
    },
    ConnectionDuplicate {
        name: String,
        to: String,
    },
    ConnectionRemove {
        name: String,
    },
    RobotAdd {
        connection: String,
        name: String,
        keyword: Option<String>,
    },
    RobotList {
        connection: String,
    },
    RobotRemove {
        connection: String,
        name: String,
    },
    Ask(Ask),
    Waiting {
        connection: Option<String>,
    },
    Check {
        connection: String,
        only: Vec<CheckId>,
    },
    Token {
        connection: String,
    },
    Key {
        connection: String,
        act: KeyAct,
    },
    PermissionPlan {
        purposes: Vec<Purpose>,
    },
    PermissionList {
        connection: Option<String>,
    },
    /// With these tasks, or with those that were chosen before if none is given.
    PermissionCheck {
        connection: String,
        purposes: Vec<Purpose>,
    },
    PermissionSheet {
        connection: String,
        out: PathBuf,
        languages: SheetLanguages,
        review_months: u32,
    },
    Doctor {
        text: Option<String>,
        for_it: bool,
    },
    Glossary {
        word: Option<String>,
    },
    GuidesList {
        region: RegionChoice,
    },
    GuidesShow {
        place: GuidePlace,
        region: RegionChoice,
    },
    GuidesInstall {
        file: PathBuf,
    },
    MessageSend {
        connection: String,
        robot: String,
        draft: MessageDraft,
        how: Sending,
    },
    MessageNotice {
        connection: String,
        user: String,
        draft: MessageDraft,
        how: Sending,
    },
    Handover(HandoverAct),
    Listen {
        connection: String,
        count: Option<usize>,
    },
    Run(Run),
    Deploy {
        connection: String,
        target: DeployTarget,
        out: PathBuf,
    },
    NetworkTest {
        tested: Tested,
        for_it: bool,
    },
    ProxyShow,
    ProxySet(SetProxy),
    ProxyClear,
    ReminderList {
        connection: Option<String>,
    },
    ReminderExport {
        connection: Option<String>,
        ics: PathBuf,
    },
    EventDecrypt(Vec<Value>),
    EventEncrypt(Vec<Value>),
    SignRobot(Vec<Value>),
    Report {
        out: PathBuf,
        note: String,
    },
    PurgeList,
    Purge,
    SignPage {
        values: Vec<Value>,
        hash: PageHash,
        explain: Explain,
    },
}

/// What becomes of a message that is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// Only shown: exactly what would leave.
    DryRun,
    Once,
    /// Although the same was sent, or may have been.
    Again,
}

/// Whether the text that was signed is shown too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    Yes,
    No,
}

#[derive(Debug)]
pub struct AddConnection {
    pub name: String,
    pub region: Region,
    pub hosts: Option<PracticeHosts>,
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
    /// Through standard input; else it lies where an administrator put it.
    pub secret_stdin: bool,
}

pub fn read(matches: &ArgMatches) -> Result<Request, Failure> {
    Ok(match path(matches) {
        (["practice", ""], given) if given.get_flag("list") => Request::PracticeList,
        (["practice", ""], given) => Request::Practice {
            listen: given.get_one::<SocketAddr>("listen").copied(),
            app: app(given),
            scenarios: given.get_many::<Scenario>("scenario").into_iter().flatten().copied().collect(),
            clock: clock(given),
            tls: given.get_flag("tls").then_some(Tls::Trusted),
        },
        (["connection", "add"], given) => Request::ConnectionAdd(add_connection(given)?),
        (["connection", "list"], _) => Request::ConnectionList,
        (["connection", "rename"], given) => {
            Request::ConnectionRename { name: text(given, "name"), to: text(given, "to") }
        }
        (["connection", "duplicate"], given) => {
            Request::ConnectionDuplicate { name: text(given, "name"), to: text(given, "to") }
        }
        (["connection", "remove"], given) => Request::ConnectionRemove { name: text(given, "name") },
        (["robot", "add"], given) => Request::RobotAdd {
            connection: text(given, "connection"),
            name: text(given, "name"),
            keyword: given.get_one::<String>("keyword").cloned(),
        },
        (["robot", "list"], given) => Request::RobotList { connection: text(given, "connection") },
        (["robot", "remove"], given) => {
            Request::RobotRemove { connection: text(given, "connection"), name: text(given, "name") }
        }
        (["ask", ""], given) => ask::read_ask(given).ok_or_else(|| Failure::WrongUse(Misuse::of_path(&["ask"])))?,
        (["waiting", ""], given) => ask::read_waiting(given),
        (["check", ""], given) => super::check::read(given),
        (["token", ""], given) => Request::Token { connection: text(given, "connection") },
        (["key", name], given) => key::read(name, given),
        (["permission", name], given) => permission::read(name, given),
        (["doctor", ""], given) => {
            Request::Doctor { text: given.get_one::<String>("text").cloned(), for_it: given.get_flag("for-it") }
        }
        (["glossary", ""], given) => Request::Glossary { word: given.get_one::<String>("word").cloned() },
        (["message", "send"], given) => Request::MessageSend {
            connection: text(given, "connection"),
            robot: text(given, "robot"),
            draft: draft(given),
            how: sending(given),
        },
        (["message", "notice"], given) => Request::MessageNotice {
            connection: text(given, "connection"),
            user: text(given, "user"),
            draft: draft(given),
            how: sending(given),
        },
        (["listen", ""], given) => {
            Request::Listen { connection: text(given, "connection"), count: given.get_one::<usize>("count").copied() }
        }
        (["run", ""], given) => place::read_run(given),
        (["deploy", ""], given) => {
            place::read_deploy(given).ok_or_else(|| Failure::WrongUse(Misuse::of_path(&["deploy"])))?
        }
        (["network", "test"], given) => network::test(given),
        (["network", "proxy"], given) => network::proxy(given)?,
        (["reminder", name], given) => reminder::read(name, given)?,
        (["guides", "list"], given) => guides::list(given),
        (["guides", "show"], given) => guides::show(given),
        (["guides", "install"], given) => guides::install(given),
        (["handover", name], given) => handover::read(name, given),
        (["starter", ""], given) => handover::read_starter(given),
        (["event", "decrypt"], given) => diagnose::event_decrypt(given),
        (["event", "encrypt"], given) => diagnose::event_encrypt(given),
        (["sign", "robot"], given) => diagnose::sign_robot(given),
        (["sign", "jsapi"], given) => diagnose::sign_page(given),
        (["policy", ""], _) => Request::Policy,
        (["report", ""], given) => upkeep::read_report(given),
        (["purge", ""], given) => upkeep::read_purge(given),
        (path, _) => return Err(Failure::WrongUse(Misuse::of_path(&path))),
    })
}

/// The names of the command and of the one below it, and what was given to the inner one.
fn path(matches: &ArgMatches) -> ([&str; 2], &ArgMatches) {
    let Some((outer, given)) = matches.subcommand() else {
        return (["", ""], matches);
    };
    match given.subcommand() {
        Some((inner, given)) => ([outer, inner], given),
        None => ([outer, ""], given),
    }
}

/// Which DingTalk an option names; its parser lets nothing else through.
pub(super) fn region(name: &str) -> Region {
    match name {
        "com" => Region::Com,
        "io" => Region::Io,
        _ => Region::Practice,
    }
}

/// One of an enum's values, by the name it has in JSON. What clap says of a wrong one is said in our own words (`misuse`).
pub(super) fn named<T: DeserializeOwned>(name: &str) -> Result<T, &'static str> {
    serde_json::from_value(serde_json::Value::from(name)).map_err(|_| "")
}

pub(super) fn text(given: &ArgMatches, name: &str) -> String {
    given.get_one::<String>(name).cloned().unwrap_or_default()
}

fn draft(given: &ArgMatches) -> MessageDraft {
    // A notice calls nobody by name: its command has no such options.
    let called = |name: &str| match given.try_get_many::<String>(name) {
        Ok(Some(values)) => values.cloned().collect::<Vec<_>>().join(","),
        Ok(None) | Err(_) => String::new(),
    };
    let title = given.get_one::<String>("title");
    MessageDraft {
        kind: if title.is_some() { MessageKind::Markdown } else { MessageKind::Text },
        title: title.cloned().unwrap_or_default(),
        text: text(given, "text"),
        mobiles: called("at-mobile"),
        user_ids: called("at-user"),
        everyone: given.try_get_one::<bool>("at-all").is_ok_and(|found| found == Some(&true)),
    }
}

fn sending(given: &ArgMatches) -> Sending {
    match (given.get_flag("dry-run"), given.get_flag("again")) {
        (true, _) => Sending::DryRun,
        (false, true) => Sending::Again,
        (false, false) => Sending::Once,
    }
}

fn app(given: &ArgMatches) -> AppChoice {
    match given.get_one::<String>("app").map(String::as_str) {
        Some("blank") => AppChoice::Blank,
        Some("ready") => AppChoice::Ready,
        Some(_) | None => AppChoice::Keep,
    }
}

fn clock(given: &ArgMatches) -> Clock {
    if given.get_flag("virtual-clock") { Clock::standing_now() } else { Clock::real() }
}

fn add_connection(given: &ArgMatches) -> Result<AddConnection, Failure> {
    let region = region(&text(given, "region"));
    let hosts = given.get_one::<String>("old-host").map(|old_host| PracticeHosts {
        old_host: old_host.clone(),
        new_host: text(given, "new-host"),
        // Without one, sign-in has nowhere to go; the two gateways are what every command needs.
        login_host: given.get_one::<String>("login-host").unwrap_or(old_host).clone(),
        console_url: old_host.clone(),
    });
    if hosts.is_some() && region != Region::Practice {
        return Err(Failure::HostsNotPractice);
    }
    let secret_stdin = given.get_flag("secret-stdin");
    if !secret_stdin && place::secrets(given).is_none() {
        return Err(Failure::WrongUse(Misuse::missing("--secret-stdin", "hoitung-cli connection add")));
    }
    Ok(AddConnection {
        name: text(given, "name"),
        region,
        hosts,
        corp_id: text(given, "corp-id"),
        client_id: text(given, "client-id"),
        agent_id: text(given, "agent-id"),
        secret_stdin,
    })
}
