use engine::permission::{self, PointView, Purpose};
use serde_json::{Value, json};
use words::Speaker;

use crate::output::Answer;

/// The smallest set of permission points for these tasks.
pub fn plan(speaker: Speaker, purposes: &[Purpose]) -> Answer {
    let points = permission::plan(purposes);
    let words = if points.is_empty() {
        speaker.text("cli-permission-none")
    } else {
        points.iter().map(|point| line(point, speaker)).collect::<Vec<_>>().join("\n")
    };
    Answer { json: json!({ "points": points.iter().map(row).collect::<Vec<_>>() }), words }
}

fn row(point: &PointView) -> Value {
    json!({
        "code": point.code,
        "console_name": point.console_name,
        "sensitive": point.sensitive,
        "tasks": point.purposes,
    })
}

fn line(point: &PointView, speaker: Speaker) -> String {
    let id = if point.sensitive { "cli-permission-line-sensitive" } else { "cli-permission-line" };
    speaker.text_with(id, &[("code", &point.code), ("console", &point.console_name)])
}
