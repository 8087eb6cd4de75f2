//! What the commands share: the engine, and the practice server that this process may be running.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use engine::connection::Region;
use engine::policy::Policy;
use engine::problem::{Problem, ProblemCode, Result};
use engine::purge::Purged;
use engine::settings::Language;
use engine::setup::SetupSnapshot;
use engine::{Engine, Home, KeyStore, Parts, SystemClock};
use tokio::sync::Mutex;
use words::Speaker;

use crate::arguments::Arguments;
use crate::{packages, practice_server};

/// F64: nobody looks at nothing for half a minute because a back-up holds the file; they are told, and try again.
const PATIENCE: Duration = Duration::from_secs(5);

pub struct Shell {
    engine: Result<Engine>,
    home: Result<Home>,
    /// Where nobody can be asked for another.
    language: Language,
    practice: Arc<Mutex<Option<practice::Running>>>,
    purged: AtomicBool,
}

impl Shell {
    /// Never fails: a home that cannot be used is told by every command, on the screen.
    pub async fn open(arguments: &Arguments) -> Self {
        Self::at(Home::resolve(), arguments).await
    }

    pub async fn at(home: Result<Home>, arguments: &Arguments) -> Self {
        let engine = match &home {
            Ok(home) => open_engine(home, arguments).await,
            Err(problem) => Err(problem.clone()),
        };
        Self { engine, home, language: language(arguments), practice: Arc::default(), purged: AtomicBool::default() }
    }

    pub fn engine(&self) -> Result<&Engine> {
        self.engine.as_ref().map_err(Clone::clone)
    }

    /// In the language on now.
    pub async fn speaker(&self) -> Result<Speaker> {
        Ok(Speaker::new(self.engine()?.app().await?.language.into()))
    }

    /// In the one that was asked for, or the system's, when nobody can say which is on.
    pub async fn speaker_at_any_rate(&self) -> Speaker {
        self.speaker().await.unwrap_or_else(|_| Speaker::new(self.language.into()))
    }

    pub async fn connection_create(&self, region: Region) -> Result<SetupSnapshot> {
        if region == Region::Practice {
            self.practise().await?;
        }
        self.engine()?.connection_create(region).await
    }

    /// Starts the practice server, or finds the one that another process runs on the same home.
    pub async fn practise(&self) -> Result<()> {
        self.engine()?.practice_allowed()?;
        let mut running = self.practice.lock().await;
        if running.is_some() {
            return Ok(());
        }
        let home = self.home.as_ref().map_err(Clone::clone)?;
        let hosts = match practice_server::start(home).await? {
            practice_server::Found::Ours(server) => {
                let hosts = practice_server::hosts(server.hosts());
                *running = Some(server);
                hosts
            }
            practice_server::Found::Theirs(hosts) => hosts,
        };
        self.engine()?.set_practice_hosts(Some(hosts));
        Ok(())
    }

    /// What `--practice` means: the practice connection is on the screen.
    pub async fn start_practising(&self) -> Result<()> {
        self.practise().await?;
        let engine = self.engine()?;
        let app = engine.app().await?;
        let practising = |id| app.connections.iter().any(|one| one.id == id && one.region == Region::Practice);
        if app.current.clone().is_some_and(practising) {
            return Ok(());
        }
        match app.connections.iter().find(|one| one.region == Region::Practice) {
            Some(one) => engine.connection_select(&one.id).await?,
            None => engine.connection_create(Region::Practice).await?,
        };
        Ok(())
    }

    /// Removes everything. The practice server of this process writes into the same folder, so it goes first; another's is
    /// another instance.
    pub async fn purge(&self) -> Result<Purged> {
        let home = self.home.as_ref().map_err(Clone::clone)?;
        let ours = self.practice.lock().await.take();
        if let Some(server) = ours {
            server.stop().await;
        } else if practice::running(&home.practice_dir()).is_some() {
            return Err(Problem::new(ProblemCode::OthersRunning));
        }
        let purged = self.engine()?.purge().await;
        if purged.is_err() {
            // Its companies are all there: the practice connection goes on.
            let _ = self.resume_practice().await;
        }
        self.purged.store(purged.is_ok(), Ordering::Relaxed);
        purged
    }

    /// Nothing of ours is left but what this window uses.
    pub fn is_purged(&self) -> bool {
        self.purged.load(Ordering::Relaxed)
    }

    /// Somebody practised before: their server must be up again before they come back.
    pub async fn resume_practice(&self) -> Result<()> {
        let app = self.engine()?.app().await?;
        if app.connections.iter().any(|one| one.region == Region::Practice) {
            self.practise().await?;
        }
        Ok(())
    }
}

/// The one that was asked for, or the system's.
pub fn language(arguments: &Arguments) -> Language {
    arguments.language.unwrap_or_else(|| words::Language::of_system().into())
}

async fn open_engine(home: &Home, arguments: &Arguments) -> Result<Engine> {
    let parts = Parts {
        vault: Arc::new(KeyStore),
        clock: Arc::new(SystemClock),
        user_name: std::env::var("USERNAME").or_else(|_| std::env::var("USER")).unwrap_or_default(),
        language: language(arguments),
        practice_asked: arguments.practice,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policy: Policy::of_this_computer(),
        updates: packages::source(),
    };
    let engine = Engine::open_within(home, parts, PATIENCE).await?;
    if let Some(language) = arguments.language
        && engine.app().await?.language != language
    {
        engine.choose_language(language).await?;
    }
    Ok(engine)
}
