use engine::connection::{ConnectionId, ConnectionView};
use engine::doctor::{Diagnosis, diagnose, explain};
use engine::problem::{Problem, Result};
use serde::Serialize;
use tauri::State;
use words::Speaker;

use crate::shell::Shell;

/// What an error text tells, or a problem that stands in the window.
#[derive(Debug, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    pub diagnosis: Diagnosis,
    /// Where the remedy is done, in a sentence.
    pub place: Option<String>,
    /// To be copied for IT, in the language on now.
    pub for_it: String,
}

#[tauri::command]
#[specta::specta]
pub async fn doctor_read(shell: State<'_, Shell>, text: String) -> Result<Reading> {
    Ok(told(shell.speaker().await?, diagnose(&text), None))
}

/// `id`: the company in whose set-up the problem stands.
#[tauri::command]
#[specta::specta]
pub async fn doctor_explain(shell: State<'_, Shell>, id: Option<ConnectionId>, problem: Problem) -> Result<Reading> {
    let companies = shell.engine()?.app().await?.connections;
    let company = companies.iter().find(|company| Some(&company.id) == id.as_ref());
    Ok(told(shell.speaker().await?, explain(problem), company))
}

fn told(speaker: Speaker, diagnosis: Diagnosis, company: Option<&ConnectionView>) -> Reading {
    let place = speaker.place_text(diagnosis.first.destination);
    Reading { for_it: speaker.for_it(&diagnosis.first, company), place, diagnosis }
}
