//! The practice server in this process, or the one that another process already runs on the same home.

use engine::Home;
use engine::practice::PracticeHosts;
use engine::problem::{Problem, ProblemCode, Result};
use practice::{Options, Running, StartError};

pub enum Found {
    Ours(Running),
    Theirs(PracticeHosts),
}

pub async fn start(home: &Home) -> Result<Found> {
    let dir = home.practice_dir();
    match practice::start(Options::new(dir.clone())).await {
        Ok(server) => Ok(Found::Ours(server)),
        Err(StartError::StateHeldByAnother(_)) => practice::running(&dir)
            .map(|theirs| Found::Theirs(hosts(&theirs)))
            .ok_or_else(|| Problem::new(ProblemCode::PracticeNotRunning)),
        Err(StartError::PortTaken(port)) => Err(Problem::new(ProblemCode::PracticePortTaken).arg("port", port)),
        Err(StartError::StateUnusable { path, .. }) => {
            Err(Problem::new(ProblemCode::PracticeStateUnusable).arg("path", path.display()))
        }
        Err(_) => Err(Problem::new(ProblemCode::PracticeNotRunning)),
    }
}

pub fn hosts(server: &practice::Hosts) -> PracticeHosts {
    PracticeHosts {
        old_host: server.old_host.clone(),
        new_host: server.new_host.clone(),
        login_host: server.login_host.clone(),
        console_url: server.console_url.clone(),
    }
}
