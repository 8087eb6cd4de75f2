//! What is known of new versions since the start. Nothing of it is kept: a package that lay on the disk could be changed
//! between its check and its start.

use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use tokio::sync::watch;

use super::view::{UpdateStage, UpdateWait};
use super::{Packages, Release};
use crate::engine::locked;
use crate::problem::Problem;

pub(crate) struct Updates {
    packages: Mutex<Option<Arc<dyn Packages>>>,
    now: Mutex<Now>,
    stop: watch::Sender<u64>,
}

#[derive(Clone, Default)]
pub(super) struct Now {
    /// One thing at a time.
    pub doing: Option<Doing>,
    pub looked: bool,
    pub older: Option<String>,
    pub release: Option<Release>,
    pub package: Option<Arc<Vec<u8>>>,
    pub received: usize,
    pub whole: Option<u64>,
    pub waits_for: Option<UpdateWait>,
    pub problem: Option<Problem>,
    /// The last look that nobody asked for.
    pub tried: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    Looking,
    Downloading,
    Waiting,
    Installing,
}

/// Under way until dropped.
pub(super) struct Turn<'a> {
    updates: &'a Updates,
    stopped: watch::Receiver<u64>,
    began_at: u64,
}

impl Default for Updates {
    fn default() -> Self {
        Self { packages: Mutex::default(), now: Mutex::default(), stop: watch::Sender::new(0) }
    }
}

impl Updates {
    pub fn set_packages(&self, packages: Arc<dyn Packages>) {
        *locked(&self.packages) = Some(packages);
    }

    pub(super) fn packages(&self) -> Option<Arc<dyn Packages>> {
        locked(&self.packages).clone()
    }

    /// A version that was found and does not run yet.
    pub fn newer(&self) -> Option<String> {
        locked(&self.now).release.as_ref().map(|release| release.version.clone())
    }

    pub(super) fn now(&self) -> Now {
        locked(&self.now).clone()
    }

    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Now) -> T) -> T {
        change(&mut locked(&self.now))
    }

    /// F81: None while something is under way.
    pub(super) fn begin(&self, doing: Doing) -> Option<Turn<'_>> {
        let mut now = locked(&self.now);
        if now.doing.is_some() {
            return None;
        }
        now.doing = Some(doing);
        now.problem = None;
        let stopped = self.stop.subscribe();
        let began_at = *stopped.borrow();
        Some(Turn { updates: self, stopped, began_at })
    }

    pub fn stop(&self) {
        self.stop.send_modify(|generation| *generation += 1);
    }
}

impl Turn<'_> {
    /// None if somebody stopped it meanwhile.
    pub async fn or_stopped<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        let began_at = self.began_at;
        tokio::select! {
            biased;
            _ = self.stopped.wait_for(|now| *now != began_at) => None,
            done = work => Some(done),
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.updates.change(|now| {
            now.doing = None;
            now.waits_for = None;
        });
    }
}

impl Now {
    pub fn stage(&self) -> UpdateStage {
        match self.doing {
            Some(Doing::Looking) => UpdateStage::Looking,
            Some(Doing::Downloading) => UpdateStage::Downloading,
            Some(Doing::Waiting) => UpdateStage::Waiting,
            Some(Doing::Installing) => UpdateStage::Installing,
            None if self.package.is_some() => UpdateStage::Ready,
            None if self.release.is_some() => UpdateStage::Offered,
            None if self.looked => UpdateStage::Newest,
            None => UpdateStage::Unknown,
        }
    }
}
