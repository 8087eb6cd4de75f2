use engine::doctor::{Diagnosis, diagnose};
use engine::problem::Result;
use engine::settings::Language;
use serde::Serialize;
use tauri::State;
use words::Speaker;

use crate::shell::Shell;

/// What an error text tells.
#[derive(Debug, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    pub diagnosis: Diagnosis,
    /// To be copied for IT, in the language on now.
    pub for_it: String,
}

#[tauri::command]
#[specta::specta]
pub async fn doctor_read(shell: State<'_, Shell>, text: String) -> Result<Reading> {
    let language = match shell.engine()?.app().await?.language {
        Language::En => words::Language::En,
        Language::ZhHk => words::Language::ZhHk,
    };
    let diagnosis = diagnose(&text);
    Ok(Reading { for_it: Speaker::new(language).for_it(&diagnosis.first), diagnosis })
}
