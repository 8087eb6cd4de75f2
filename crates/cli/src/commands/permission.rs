use std::path::Path;

use engine::Engine;
use engine::permission::{self, PointApproval, PointState, PointView, Purpose};
use engine::setup::{Task, TaskState};
use engine::write::{Readers, write_whole};
use serde_json::{Value, json};
use words::{SheetLanguages, Speaker};

use crate::failure::Failure;
use crate::output::Answer;

/// The smallest set of permission points for these purposes.
pub fn plan(speaker: Speaker, purposes: &[Purpose]) -> Answer {
    let points = permission::plan(purposes);
    let words = if points.is_empty() {
        speaker.text("cli-permission-none")
    } else {
        points.iter().map(|point| line(point, speaker)).collect::<Vec<_>>().join("\n")
    };
    answer(&points, speaker, words)
}

/// Everything that can be granted, as far as it is known.
pub fn list(speaker: Speaker) -> Answer {
    let points = permission::catalogue();
    let words: Vec<String> = points.iter().map(|point| explained(point, speaker)).collect();
    answer(&points, speaker, words.join("\n"))
}

/// The same, with what the last check of a connection found out.
pub async fn list_of(engine: &Engine, speaker: Speaker, name: &str) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    let points = engine.points_all(&found.id).await?;
    let words: Vec<String> = points.iter().map(|point| stated(point, speaker)).collect();
    Ok(answer(&points, speaker, words.join("\n")))
}

/// Asks for each point by a harmless call. "No" when one that is needed is missing.
pub async fn check(engine: &Engine, speaker: Speaker, name: &str, purposes: Vec<Purpose>) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    if !purposes.is_empty() {
        engine.purpose_choose(&found.id, purposes).await?;
    }
    let setup = engine.points_check(&found.id).await?;
    let task = setup.stops.iter().flat_map(|stop| &stop.tasks).find(|view| view.task == Task::Points);
    let points = &setup.permissions.points;
    let missing = points.iter().any(|point| point.state == PointState::Missing && !point.excess);
    match task.and_then(|view| view.problem.clone()) {
        Some(problem) if !missing => Err(problem.into()),
        _ => {
            let words: Vec<String> = points.iter().map(|point| stated(point, speaker)).collect();
            let words = if words.is_empty() { speaker.text("cli-permission-none") } else { words.join("\n") };
            let mut answer = answer(points, speaker, words);
            answer.json["fine"] = json!(task.is_some_and(|view| view.state == TaskState::Done));
            if missing { Err(Failure::No(Box::new(answer))) } else { Ok(answer) }
        }
    }
}

/// One printable page for the approver, into a file.
pub async fn sheet(
    engine: &Engine,
    speaker: Speaker,
    name: &str,
    out: &Path,
    (languages, review_months): (SheetLanguages, u32),
) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    let sheet = engine.permission_sheet(&found.id, review_months).await?;
    write_whole(out, words::permission_sheet(&sheet, languages).as_bytes(), Readers::Usual)?;
    let shown = out.display().to_string();
    Ok(Answer {
        words: speaker.text_with("cli-permission-sheet-made", &[("path", &shown)]),
        json: json!({ "path": shown, "review_on": sheet.review_on, "wanted": codes(&sheet.wanted),
            "excess": codes(&sheet.excess), "granted": codes(&sheet.granted) }),
    })
}

fn codes(points: &[PointView]) -> Vec<&str> {
    points.iter().map(|point| point.code.as_str()).collect()
}

fn answer(points: &[PointView], speaker: Speaker, words: String) -> Answer {
    let rows: Vec<Value> = points.iter().map(|point| row(point, speaker)).collect();
    Answer { json: json!({ "points": rows }), words }
}

fn row(point: &PointView, speaker: Speaker) -> Value {
    let text = speaker.point_text(point);
    json!({
        "code": point.code,
        "console_name": (!point.console_name.is_empty()).then_some(&point.console_name),
        "area": point.area,
        "risk": point.risk,
        "approval": point.approval,
        "sensitive": is_special(point),
        "source": point.source,
        "what": text.what,
        "risk_if_leaked": text.risk,
        "state": point.state,
        "excess": point.excess,
        "tasks": point.purposes,
        "other_tasks": point.other_purposes,
        "call": point.call,
        "since": point.history.as_ref().map(|past| &past.since),
        "last_seen": point.history.as_ref().map(|past| &past.last),
        "before": point.history.as_ref().and_then(|past| past.before),
        "before_last_seen": point.history.as_ref().and_then(|past| past.before_last.as_ref()),
    })
}

fn is_special(point: &PointView) -> bool {
    match point.approval {
        PointApproval::Special | PointApproval::LikelySpecial => true,
        PointApproval::Ordinary => false,
    }
}

fn line(point: &PointView, speaker: Speaker) -> String {
    let id = if is_special(point) { "cli-permission-line-sensitive" } else { "cli-permission-line" };
    speaker.text_with(id, &[("code", &point.code), ("console", &point.console_name)])
}

fn explained(point: &PointView, speaker: Speaker) -> String {
    let text = speaker.point_text(point);
    let values = [("code", point.code.as_str()), ("what", &text.what), ("risk", &text.risk_level)];
    speaker.text_with("cli-permission-line-explained", &values)
}

fn stated(point: &PointView, speaker: Speaker) -> String {
    let text = speaker.point_text(point);
    let values = [("state", text.state.as_str()), ("code", &point.code), ("what", &text.what)];
    speaker.text_with("cli-permission-line-state", &values)
}
