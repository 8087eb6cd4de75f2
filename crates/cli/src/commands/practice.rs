use std::fmt::Write;
use std::net::SocketAddr;

use engine::Home;
use engine::connection::Region;
use engine::policy::Policy;
use engine::practice::PracticeHosts;
use practice::{AppChoice, Clock, Hosts, Options, Running, Scenario, StartError, Tls};
use serde_json::{Value, json};
use words::Speaker;

use crate::failure::Failure;
use crate::output::{self, Answer, Format};
use crate::stop::Stop;

pub fn list(speaker: Speaker) -> Answer {
    let mut words = String::new();
    let mut all = Vec::new();
    for scenario in Scenario::ALL {
        let story = speaker.text(scenario.story_id());
        let _ = writeln!(words, "{}\n    {story}", scenario.name());
        all.push(json!({ "name": scenario.name(), "story": story }));
    }
    Answer { json: Value::from(all), words: words.trim_end().to_owned() }
}

pub fn options(
    listen: Option<SocketAddr>,
    app: AppChoice,
    scenarios: Vec<Scenario>,
    clock: Clock,
    tls: Option<Tls>,
) -> Result<Options, Failure> {
    let dir = Home::resolve()?.practice_dir();
    Ok(Options { listen, app, scenarios, clock, tls, ..Options::new(dir) })
}

/// Runs until it is asked to stop. The line that says "ready" is JSON in either format: programs wait for it.
pub async fn run(speaker: Speaker, format: Format, options: Options) -> Result<Answer, Failure> {
    Policy::of_this_computer().allow(Region::Practice)?;
    let mut stop = Stop::new().map_err(|error| Failure::PracticeFailed { detail: error.to_string() })?;
    let running = practice::start(options).await.map_err(failure)?;
    output::line(&ready(&running));
    if format == Format::Words {
        output::aside(&speaker.text_with("cli-practice-ready", &[("console", &running.hosts().console_url)]));
        if let Some(path) = running.ca_pem_path() {
            output::aside(&speaker.text_with("cli-practice-ca", &[("path", &path.display().to_string())]));
        }
        if let Some(pem) = running.ca_pem() {
            output::aside(pem.trim_end());
        }
    }
    stop.asked().await;
    running.stop().await;
    Ok(Answer { json: Value::Null, words: String::new() })
}

fn ready(running: &Running) -> Value {
    let hosts = running.hosts();
    let app = running.ready_app();
    let app = app.as_ref();
    json!({
        "old_host": hosts.old_host,
        "new_host": hosts.new_host,
        "login_host": hosts.login_host,
        "console_url": hosts.console_url,
        "admin_url": hosts.admin_url,
        "ca_pem_path": running.ca_pem_path(),
        "corp_id": running.corp_id(),
        "client_id": app.map(|app| &app.client_id),
        "client_secret": app.map(|app| &app.client_secret),
        "agent_id": app.map(|app| &app.agent_id),
        "robot_code": app.map(|app| &app.robot_code),
        "robot_webhook": app.map(|app| &app.robot_webhook),
        "robot_secret": app.map(|app| &app.robot_secret),
    })
}

fn failure(error: StartError) -> Failure {
    match error {
        StartError::PortTaken(port) => Failure::PracticePortTaken(port),
        StartError::NotLoopback(address) => Failure::ListenNotLoopback(address),
        StartError::StateUnusable { path, why } => Failure::PracticeStateUnusable { path, detail: why },
        StartError::StateHeldByAnother(path) => Failure::PracticeHeld(path),
        other => Failure::PracticeFailed { detail: other.to_string() },
    }
}

pub fn hosts(server: Hosts) -> PracticeHosts {
    PracticeHosts {
        old_host: server.old_host,
        new_host: server.new_host,
        login_host: server.login_host,
        console_url: server.console_url,
    }
}
