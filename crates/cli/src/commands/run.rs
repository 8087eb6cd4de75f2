//! The engine's background without a window.

use std::collections::HashMap;
use std::time::Duration;

use engine::connection::{ConnectionId, ConnectionView};
use engine::lease::{self, Program};
use engine::problem::Problem;
use engine::settings::AppSnapshot;
use engine::setup::SetupSnapshot;
use engine::{Change, Clock as _, Engine, SystemClock, clock};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::timeout;
use words::Speaker;

use crate::arguments::{Run, RunHow};
use crate::commands::service;
use crate::failure::Failure;
use crate::output::{self, Answer, Format};
use crate::stop::Stop;

/// F77: asked to stop, it has stopped within three seconds.
const PATIENCE: Duration = Duration::from_millis(2_500);

pub async fn run(engine: &Engine, speaker: Speaker, format: Format, wanted: Run) -> Result<Answer, Failure> {
    let mut told = Told::new(speaker, format);
    for name in &wanted.connections {
        told.only.push(engine.connection_named(name).await?.id);
    }
    match wanted.how {
        RunHow::Alive => alive(engine, speaker).await,
        RunHow::Once => once(engine, told).await,
        RunHow::UntilStopped => until_stopped(engine, told).await,
    }
}

async fn alive(engine: &Engine, speaker: Speaker) -> Result<Answer, Failure> {
    let (alive, holding) = engine.lease_is_alive().await?;
    let words = speaker.text(if alive { "cli-run-is-alive" } else { "cli-run-is-not-alive" });
    let answer = Answer { json: json!({ "alive": alive, "holding": holding }), words };
    if alive { Ok(answer) } else { Err(Failure::No(Box::new(answer))) }
}

async fn once(engine: &Engine, mut told: Told) -> Result<Answer, Failure> {
    let ran = engine.run_once().await;
    engine.lease_release().await;
    ran?;
    told.news(&engine.app().await?);
    Ok(nothing_more())
}

async fn until_stopped(engine: &Engine, mut told: Told) -> Result<Answer, Failure> {
    let mut stop = Stop::new().map_err(|error| Failure::SystemFailed { detail: error.to_string() })?;
    let taken = tokio::select! {
        taken = take(engine, &told) => taken,
        () = stop.asked() => return Ok(nothing_more()),
    };
    taken?;
    // Before anything can be missed.
    let mut changes = engine.changes();
    told.say("started", "cli-run-started", &[("version", env!("CARGO_PKG_VERSION"))], json!({}));
    told.news(&engine.app().await?);
    let mut background = tokio::spawn(engine.clone().go_on_as(Program::Runner));
    service::ready();
    let mut watchdog = service::Watchdog::new();
    let ending = loop {
        tokio::select! {
            () = stop.asked() => break Ok(()),
            () = watchdog.is_due() => service::alive(),
            change = changes.recv() => match change {
                Ok(Change::App(app)) => {
                    if let Some(holder) = &app.looked_after_by {
                        break Err(Failure::from(lease::held(holder)));
                    }
                    told.news(&app);
                }
                Ok(Change::Setup(setup)) => told.checked(&setup),
                Ok(Change::Network(_) | Change::Update(_)) => {}
                // What was missed is in the next whole snapshot.
                Err(RecvError::Lagged(_)) => told.news(&engine.app().await?),
                Err(RecvError::Closed) => break Ok(()),
            },
            ended = &mut background => {
                let detail = ended.err().map(|error| error.to_string()).unwrap_or_default();
                break Err(Failure::SystemFailed { detail });
            }
        }
    };
    service::stopping();
    engine.wind_up();
    if timeout(PATIENCE, &mut background).await.is_err() {
        background.abort();
    }
    told.say("stopped", "cli-run-stopped", &[], json!({}));
    ending.map(|()| nothing_more())
}

/// The folder is ours, or somebody's who lives.
async fn take(engine: &Engine, told: &Told) -> Result<(), Problem> {
    let waiting = engine.app().await?.looked_after_by;
    let mut taking = Box::pin(engine.lease_take(Program::Runner));
    if let Ok(taken) = timeout(Duration::from_secs(1), &mut taking).await {
        return taken;
    }
    if let Some(holder) = waiting {
        let values = [("host", holder.host.as_str()), ("pid", &holder.pid.to_string())];
        told.say("waiting", "cli-run-waiting", &values, json!({ "host": holder.host, "pid": holder.pid }));
    }
    taking.await
}

fn nothing_more() -> Answer {
    Answer { json: Value::Null, words: String::new() }
}

/// What was told, so that only news are.
struct Told {
    speaker: Speaker,
    format: Format,
    only: Vec<ConnectionId>,
    last: HashMap<ConnectionId, ConnectionView>,
    /// When each was last checked as a whole; before this program ran is no news.
    checked: HashMap<ConnectionId, String>,
    since: String,
}

impl Told {
    fn new(speaker: Speaker, format: Format) -> Self {
        Self {
            speaker,
            format,
            only: Vec::new(),
            last: HashMap::new(),
            checked: HashMap::new(),
            since: clock::stamp(SystemClock.now()),
        }
    }

    fn news(&mut self, app: &AppSnapshot) {
        for one in &app.connections {
            if !(self.only.is_empty() || self.only.contains(&one.id)) {
                continue;
            }
            let same = self.last.get(&one.id).is_some_and(|last| {
                (last.standing, last.waiting, last.answered) == (one.standing, one.waiting, one.answered)
            });
            if !same {
                let standing = json!(one.standing);
                let values = [("name", one.name.as_str()), ("standing", standing.as_str().unwrap_or_default())];
                let more = json!({ "connection": one.name, "standing": one.standing, "waiting": one.waiting });
                self.say("standing", "cli-run-standing", &values, more);
            }
            self.last.insert(one.id.clone(), one.clone());
        }
    }

    /// That everything of a company was looked at.
    fn checked(&mut self, setup: &SetupSnapshot) {
        let one = &setup.connection;
        let Some(at) = setup.overview.checked_at.clone() else { return };
        let wanted = self.only.is_empty() || self.only.contains(&one.id);
        let last = self.checked.get(&one.id).unwrap_or(&self.since);
        if wanted && setup.overview.checking.is_none() && at > *last {
            let more = json!({ "connection": one.name, "checked_at": at, "standing": one.standing });
            self.say("checked", "cli-run-checked", &[("name", &one.name)], more);
            self.checked.insert(one.id.clone(), at);
        }
    }

    /// One line, at once.
    fn say(&self, event: &str, id: &str, values: &[(&str, &str)], more: Value) {
        let at = clock::stamp(SystemClock.now());
        match self.format {
            Format::Json => {
                let mut line = json!({ "at": at, "event": event });
                if let (Some(line), Value::Object(more)) = (line.as_object_mut(), more) {
                    line.extend(more);
                }
                output::line(&line);
            }
            Format::Words => {
                let shown = clock::shown(&at);
                let values = [&[("at", shown.as_str())], values].concat();
                output::line_of_words(&self.speaker.text_with(id, &values));
            }
        }
    }
}
