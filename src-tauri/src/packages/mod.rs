//! Tauri's updater as the judge of releases and the starter of their installer. It fetches nothing: the engine does, over
//! the way out that everything takes.

use std::path::Path;

use engine::problem::{Problem, ProblemCode, Result};
use engine::update::{Announced, Packages, Release, Source};
use minisign_verify::Error as Minisign;
use serde_json::Value;
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_updater::{Error, Update, Updater, UpdaterExt as _};

/// The builder wants an address; nobody ever asks there.
const NEVER_ASKED: &str = "https://localhost/";
/// It stands on the screen.
const LONGEST_VERSION: usize = 40;

pub struct Updating<R: Runtime>(AppHandle<R>);

impl<R: Runtime> Updating<R> {
    pub fn new(app: &AppHandle<R>) -> Self {
        Self(app.clone())
    }

    fn updater(&self, key: &str) -> tauri_plugin_updater::Result<Updater> {
        let address = NEVER_ASKED.parse().map_err(Error::UrlParse)?;
        let builder = self.0.updater_builder().pubkey(key).endpoints(vec![address])?;
        // Whoever had the window closed finds it closed afterwards.
        let builder = if self.is_watched() { builder } else { builder.installer_arg("/HIDDEN") };
        builder.build()
    }

    /// None unless it is newer. Whatever it says, its package has to be signed as this very version.
    fn update(&self, key: &str, description: Value) -> tauri_plugin_updater::Result<Option<Update>> {
        self.updater(key)?.restore_update(description)
    }

    fn announced(&self, release: &Release, key: &str) -> Result<Update> {
        let description = parsed(&release.description)?;
        let update = self.update(key, description).map_err(|_| Problem::new(ProblemCode::UpdateUnreadable))?;
        update.ok_or_else(|| mislabelled(release))
    }
}

impl<R: Runtime> Packages for Updating<R> {
    /// The installer for one person replaces what lies in that person's folder, unless IT installed another for everybody.
    fn replaceable(&self) -> Result<()> {
        if !given("HOITUNG_UPDATE_REPLACEABLE", None).is_empty() {
            return Ok(());
        }
        // In their one true spelling: Windows compares paths without case, and Rust with.
        let own = std::env::var_os("LOCALAPPDATA").and_then(|dir| std::fs::canonicalize(dir).ok());
        let here = std::env::current_exe().and_then(std::fs::canonicalize).ok();
        match (own, here) {
            (Some(own), Some(here))
                if cfg!(windows) && here.starts_with(&own) && !platform::installation::is_for_all() =>
            {
                Ok(())
            }
            _ => Err(Problem::new(ProblemCode::UpdateByHand)),
        }
    }

    fn is_watched(&self) -> bool {
        let window = self.0.get_webview_window("main");
        window.is_some_and(|window| window.is_visible().unwrap_or(true))
    }

    fn read(&self, description: &str) -> Result<Announced> {
        let json = parsed(description)?;
        // As the plugin reads it.
        let version = json["version"].as_str().or_else(|| json["name"].as_str()).unwrap_or_default();
        let version = version.trim_start_matches('v').to_owned();
        if version.len() > LONGEST_VERSION {
            return Err(Problem::new(ProblemCode::UpdateUnreadable));
        }
        let date = json["pub_date"].as_str().map(str::to_owned);
        match self.update("", json) {
            Ok(Some(update)) => Ok(Announced::Newer(Release {
                version: update.version.clone(),
                date,
                url: update.download_url.to_string(),
                description: description.to_owned(),
            })),
            Ok(None) if version == self.0.package_info().version.to_string() => Ok(Announced::Same),
            Ok(None) => Ok(Announced::Older(version)),
            Err(Error::TargetNotFound(_) | Error::TargetsNotFound(_)) => {
                Err(Problem::new(ProblemCode::UpdateNotForHere).arg("version", version))
            }
            Err(_) => Err(Problem::new(ProblemCode::UpdateUnreadable)),
        }
    }

    fn verify(&self, release: &Release, key: &str, package: &[u8]) -> Result<()> {
        self.announced(release, key)?.verify(package).map_err(|error| refused(&error, release))
    }

    fn install(&self, release: &Release, key: &str, package: &[u8]) -> Result<()> {
        let update = self.announced(release, key)?;
        update.verify(package).map_err(|error| refused(&error, release))?;
        self.replaceable()?;
        // Before the next one is put there.
        sweep(&self.0);
        start(&update, package).map_err(|_| Problem::new(ProblemCode::UpdateNotInstalled))
    }
}

/// On success Windows' installer goes on, and this process ends within.
#[cfg(windows)]
fn start(update: &Update, package: &[u8]) -> tauri_plugin_updater::Result<()> {
    update.install(package)
}

/// Elsewhere the plugin would put the package in the place of this very file.
#[cfg(not(windows))]
fn start(_update: &Update, _package: &[u8]) -> tauri_plugin_updater::Result<()> {
    Err(Error::UnsupportedOs)
}

/// The plugin leaves each installer that it started in the folder for what is temporary, for ever.
pub fn sweep<R: Runtime>(app: &AppHandle<R>) {
    sweep_in(&std::env::temp_dir(), &app.package_info().name);
}

/// One that still runs cannot be removed, and is the next time. No link is followed.
fn sweep_in(folder: &Path, name: &str) {
    let ours =
        |file: &str| file.strip_prefix(name).is_some_and(|rest| rest.starts_with('-') && rest.contains("-updater-"));
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        if ours(&entry.file_name().to_string_lossy()) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn parsed(description: &str) -> Result<Value> {
    serde_json::from_str(description).map_err(|_| Problem::new(ProblemCode::UpdateUnreadable))
}

fn mislabelled(release: &Release) -> Problem {
    Problem::new(ProblemCode::UpdateMislabelled).arg("version", &release.version)
}

fn refused(error: &Error, release: &Release) -> Problem {
    match error {
        Error::SignedVersionMismatch { .. } | Error::MissingSignedVersion => mislabelled(release),
        Error::Minisign(Minisign::UnexpectedKeyId) => Problem::new(ProblemCode::UpdateForeign),
        Error::Minisign(Minisign::InvalidSignature) => Problem::new(ProblemCode::UpdateTampered),
        Error::Minisign(_) | Error::Base64(_) | Error::SignatureUtf8(_) => Problem::new(ProblemCode::UpdateUnsigned),
        _ => Problem::new(ProblemCode::UpdateTampered),
    }
}

/// What this build brings along: whoever publishes one gives both when it is built.
pub fn source() -> Source {
    Source {
        endpoint: given("HOITUNG_UPDATE_ENDPOINT", option_env!("HOITUNG_UPDATE_ENDPOINT")),
        key: given("HOITUNG_UPDATE_KEY", option_env!("HOITUNG_UPDATE_KEY")),
    }
}

/// S60: a build for tests may be told when it is started; a released one never.
fn given(name: &str, built: Option<&str>) -> String {
    let told = if cfg!(debug_assertions) { std::env::var(name).ok() } else { None };
    told.or_else(|| built.map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
