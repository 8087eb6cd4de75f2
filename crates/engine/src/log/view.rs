//! The logs as a person meets them: how much there is, a copy without names, and none of it any more.

use serde::{Deserialize, Serialize};

use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::report;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LogsView {
    pub folder: String,
    pub kilobytes: u32,
    /// F59: why nothing is written at the moment.
    pub stopped: Option<Problem>,
}

impl Engine {
    pub async fn logs(&self) -> Result<LogsView> {
        let log = self.shared.log.clone();
        let looked = tokio::task::spawn_blocking(move || {
            let bytes: u64 =
                log.files().iter().filter_map(|path| std::fs::metadata(path).ok()).map(|data| data.len()).sum();
            LogsView {
                folder: log.dir().display().to_string(),
                kilobytes: u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX),
                stopped: log.stopped(),
            }
        });
        looked.await.map_err(|_| Problem::new(ProblemCode::HomeUnusable))
    }

    /// All of them, newest file last, without what names somebody.
    pub async fn logs_copy(&self) -> Result<String> {
        let (log, redactor) = (self.shared.log.clone(), self.redactor().await?);
        let copied = tokio::task::spawn_blocking(move || report::logs(&log.files(), &redactor));
        copied.await.map_err(|_| Problem::new(ProblemCode::HomeUnusable))
    }

    pub async fn logs_clear(&self) -> Result<LogsView> {
        let log = self.shared.log.clone();
        let cleared = tokio::task::spawn_blocking(move || log.clear());
        let cleared = cleared.await.map_err(|_| Problem::new(ProblemCode::HomeUnusable))?;
        cleared.map_err(|error| crate::store::file_problem(&error))?;
        self.logs().await
    }
}
