//! The facts of a message that asks somebody: names, codes and addresses, and never a secret.

use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::link::Link;
use crate::permission::{PointState, Purpose, merged};
use crate::problem::{Problem, Result, Who};
use crate::setup::{SetupSnapshot, Task};
use crate::store::{ConnectionRow, address as addresses, connection, task};

use super::command::can_be_asked;
use super::recheck::by_itself;

/// What a message about a task has to tell. Each field is one that may be shown to anybody in the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskSheet {
    pub task: Task,
    pub who: Who,
    pub company: String,
    /// As the console calls the app; may be empty.
    pub app_name: String,
    /// DingTalk's public name of the app; may be empty.
    pub client_id: String,
    pub practice: bool,
    pub purposes: Vec<Purpose>,
    /// What is to be granted, by its name in the console and its code.
    pub points: Vec<(String, String)>,
    pub address: String,
    pub hosts: Vec<String>,
    /// The page where it is done; may be empty.
    pub link: String,
    pub problem: Option<Problem>,
    /// We see for ourselves when it is done.
    pub by_itself: bool,
}

impl Engine {
    /// `who: None` asks whoever's turn it is.
    ///
    /// # Errors
    /// `ConnectionUnknown`.
    pub async fn ask_sheet(&self, id: &ConnectionId, asked_for: Task, who: Option<Who>) -> Result<AskSheet> {
        let wanted = id.clone();
        let (row, tasks, changed) = self
            .shared
            .store
            .with(move |store| {
                let (row, tasks) = (connection::find(store, &wanted)?, task::all(store, &wanted)?);
                Ok((row, tasks, addresses::changed(store, &wanted)?))
            })
            .await?;
        // One that changed without having been refused yet is what the list needs next.
        let seen = changed.map_or_else(|| address(&row), |changed| changed.ip);
        let mut problem = tasks.into_iter().find(|row| row.task == asked_for).and_then(|row| row.problem);
        // DingTalk's own words may hold what we never wrote; the cause and its values are ours.
        if let Some(problem) = &mut problem {
            problem.server = None;
        }
        let turn = problem.as_ref().map_or(asked_for.who(), |problem| problem.who);
        let link = match page(asked_for) {
            Some(link) => self.link(id, link).await.unwrap_or_default(),
            None => String::new(),
        };
        Ok(AskSheet {
            task: asked_for,
            who: who.unwrap_or(turn).for_letters(),
            points: if asked_for == Task::Points { wanted_points(&row) } else { Vec::new() },
            purposes: if matches!(asked_for, Task::Points | Task::Purpose) { row.purposes.clone() } else { Vec::new() },
            address: if is_about_the_address(asked_for) { seen } else { String::new() },
            hosts: if asked_for == Task::Hosts { self.host_names(&row) } else { Vec::new() },
            client_id: client_id(&row),
            practice: row.region == Region::Practice,
            company: row.name,
            app_name: row.app_name,
            link,
            problem,
            by_itself: by_itself(asked_for),
        })
    }

    /// How the app is called in the console, so that whoever is asked finds it.
    pub async fn app_name_set(&self, id: &ConnectionId, name: String) -> Result<SetupSnapshot> {
        let name: String = name.chars().filter(|letter| !letter.is_control()).take(120).collect();
        self.change_row(id, move |row| name.trim().clone_into(&mut row.app_name)).await
    }

    fn host_names(&self, row: &ConnectionRow) -> Vec<String> {
        let Ok(hosts) = self.hosts(row) else { return Vec::new() };
        [dingtalk::Host::Old, dingtalk::Host::New, dingtalk::Host::Login].map(|host| hosts.name(host).to_owned()).into()
    }
}

impl Who {
    /// Whom to write to where nobody is asked by rights: the one who looks after DingTalk.
    fn for_letters(self) -> Self {
        if can_be_asked(self) { self } else { Self::DingtalkAdmin }
    }
}

/// What is missing if that is known, else all that is needed.
fn wanted_points(row: &ConnectionRow) -> Vec<(String, String)> {
    let points = merged(&row.purposes, &row.points);
    let needed = || points.iter().filter(|point| !point.excess);
    let missing: Vec<_> = needed().filter(|point| point.state == PointState::Missing).collect();
    let asked: Vec<_> = if missing.is_empty() { needed().collect() } else { missing };
    asked.into_iter().map(|point| (point.console_name.clone(), point.code.clone())).collect()
}

fn is_about_the_address(task: Task) -> bool {
    matches!(task, Task::AllowList | Task::Listed | Task::Address)
}

fn address(row: &ConnectionRow) -> String {
    let refused = row.refused.as_ref().map(|refused| refused.ip.clone()).filter(|ip| !ip.is_empty());
    refused.or_else(|| row.address.clone()).unwrap_or_default()
}

/// Only what has the look of one: a secret that was typed into this field by mistake must not travel.
fn client_id(row: &ConnectionRow) -> String {
    let known = row.working_keys.as_ref().map_or(&row.draft_client_id, |keys| &keys.client_id);
    let known = crate::keys::clean(known).value;
    let plain = known.len() <= 40 && known.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    if plain && (known.starts_with("ding") || known.starts_with("suite")) { known } else { String::new() }
}

fn page(task: Task) -> Option<Link> {
    match task {
        Task::CreateApp => Some(Link::AppList),
        Task::Credentials | Task::Corp | Task::Agent | Task::Token => Some(Link::Credentials),
        Task::Points | Task::Scope => Some(Link::Permissions),
        Task::Published | Task::Visible => Some(Link::Versions),
        Task::AllowList | Task::Listed => Some(Link::SecuritySettings),
        Task::Robot | Task::Message => Some(Link::Group),
        Task::Company
        | Task::AppType
        | Task::Region
        | Task::Hosts
        | Task::Purpose
        | Task::Signature
        | Task::Clock
        | Task::Zone
        | Task::Place
        | Task::Address
        | Task::Reminder => None,
    }
}
