//! What this program is and how it stands, by fields that can hold no name.

use serde::Serialize;

use crate::connection::Region;
use crate::engine::Engine;
use crate::home::Risk;
use crate::problem::{Problem, ProblemCode, Result};
use crate::settings::{Language, Theme};
use crate::setup::{Stop, Task, TaskState};

/// Of the layout below.
const EDITION: u32 = 1;

#[derive(Serialize)]
struct Head {
    hoitung_report: u32,
    at: String,
    version: String,
    system: &'static str,
    processor: &'static str,
    language: Language,
    theme: Theme,
    zoom: u16,
    zone: String,
    folder: Folder,
    log_stopped: Option<ProblemCode>,
    removals: usize,
    companies: Vec<Company>,
}

#[derive(Serialize)]
struct Folder {
    kilobytes: u32,
    risk: Option<Risk>,
    copied_at: Option<String>,
    read_only: Option<ProblemCode>,
    rebuilt_at: Option<String>,
    rebuilt_whole: Option<bool>,
}

#[derive(Serialize)]
struct Company {
    region: Region,
    here: Stop,
    finished: bool,
    secret_set_at: Option<String>,
    robots: usize,
    tasks: Vec<TaskLine>,
}

#[derive(Serialize)]
struct TaskLine {
    task: Task,
    state: TaskState,
    problem: Option<ProblemCode>,
    /// DingTalk's own number for it.
    server: Option<String>,
}

impl Engine {
    pub(super) async fn report_head(&self) -> Result<String> {
        let app = self.app().await?;
        let folder = self.folder().await?;
        let mut companies = Vec::new();
        for one in &app.connections {
            let setup = self.setup(&one.id).await?;
            let tasks = setup.stops.iter().flat_map(|stop| &stop.tasks).map(|view| TaskLine {
                task: view.task,
                state: view.state,
                problem: view.problem.as_ref().map(|problem| problem.code),
                server: view
                    .problem
                    .as_ref()
                    .and_then(|problem| problem.server.as_ref())
                    .map(|words| words.code.clone()),
            });
            companies.push(Company {
                region: one.region,
                here: setup.here,
                finished: setup.finished,
                secret_set_at: setup.keys.secret_set_at.clone(),
                robots: setup.test.robots.len(),
                tasks: tasks.collect(),
            });
        }
        let rebuilt = app.keeping.rebuilt.as_ref();
        let head = Head {
            hoitung_report: EDITION,
            at: self.stamp(),
            version: app.version.clone(),
            system: std::env::consts::OS,
            processor: std::env::consts::ARCH,
            language: app.language,
            theme: app.theme,
            zoom: app.zoom,
            zone: self.shared.parts.clock.zone().iana_name().unwrap_or("?").to_owned(),
            folder: Folder {
                kilobytes: folder.kilobytes,
                risk: folder.risk,
                copied_at: folder.copied_at,
                read_only: app.keeping.read_only.as_ref().map(|problem| problem.code),
                rebuilt_at: rebuilt.map(|rebuilt| rebuilt.at.clone()),
                rebuilt_whole: rebuilt.map(|rebuilt| rebuilt.whole),
            },
            log_stopped: self.shared.log.stopped().map(|problem| problem.code),
            removals: app.removals.len(),
            companies,
        };
        serde_json::to_string_pretty(&head).map_err(|_| Problem::new(ProblemCode::StoreUnusable))
    }
}
