use std::fmt::Write as _;

use engine::doctor::{Destination, Diagnosis, Finding, LONGEST_TEXT, diagnose};
use engine::problem::Who;
use serde_json::{Map, Value, json};
use words::Speaker;

use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

/// What an error text means. Exit code 1 when it is not known.
pub fn diagnosis(speaker: Speaker, text: Option<String>, for_it: bool) -> Result<Answer, Failure> {
    let text = match text {
        Some(text) if text.len() > LONGEST_TEXT => return Err(Failure::DoctorTextTooLong),
        Some(text) => text,
        None => stdin::pasted(LONGEST_TEXT)?,
    };
    if text.trim().is_empty() {
        return Err(Failure::DoctorTextMissing);
    }
    let diagnosis = diagnose(&text);
    let answer = told(&diagnosis, speaker, for_it);
    if diagnosis.is_known() { Ok(answer) } else { Err(Failure::Unrecognised(Box::new(answer))) }
}

fn told(diagnosis: &Diagnosis, speaker: Speaker, for_it: bool) -> Answer {
    let mut json = as_json(&diagnosis.first, speaker);
    let also: Vec<Value> = diagnosis.also.iter().map(|finding| Value::Object(as_json(finding, speaker))).collect();
    json.insert("also".to_owned(), also.into());
    let mut words = as_words(&diagnosis.first, speaker);
    for finding in &diagnosis.also {
        let what = speaker.problem_text(&finding.problem).what;
        let _ = write!(words, "\n{}", speaker.text_with("doctor-also", &[("what", &what)]));
    }
    if for_it {
        let block = block_for_it(&diagnosis.first, speaker);
        let _ = write!(words, "\n\n{block}");
        json.insert("for_it".to_owned(), block.into());
    }
    Answer { json: Value::Object(json), words }
}

fn as_json(finding: &Finding, speaker: Speaker) -> Map<String, Value> {
    let text = speaker.problem_text(&finding.problem);
    let mut json = Map::new();
    json.insert("problem".to_owned(), text.code.into());
    json.insert("who".to_owned(), who(finding.problem.who).into());
    json.insert("args".to_owned(), Value::Object(args(finding)));
    json.insert("cause".to_owned(), text.what.into());
    json.insert("remedy".to_owned(), text.fix.into());
    json.insert("place".to_owned(), place(finding.destination));
    json
}

/// What was read out of the text. What it did not tell is not there.
fn args(finding: &Finding) -> Map<String, Value> {
    let told = finding.problem.args.iter().filter(|(_, value)| !value.is_empty());
    told.map(|(name, value)| {
        let value = match name.as_str() {
            "permissions" => value.split(", ").map(str::to_owned).collect::<Vec<_>>().into(),
            "wait" | "seconds" | "minutes" => {
                value.parse::<u64>().map_or_else(|_| json!(value), |number| json!(number))
            }
            _ => json!(value),
        };
        (name.clone(), value)
    })
    .collect()
}

fn who(who: Who) -> &'static str {
    match who {
        Who::You => "you",
        Who::DingtalkAdmin => "dingtalk_admin",
        Who::It => "it",
        Who::Boss => "boss",
        Who::Dingtalk => "dingtalk",
    }
}

fn place(destination: Destination) -> Value {
    match destination {
        Destination::Task(task) => json!({ "task": task, "stop": task.stop() }),
        Destination::Link(link) => json!({ "link": link }),
        Destination::Nowhere => Value::Null,
    }
}

fn as_words(finding: &Finding, speaker: Speaker) -> String {
    let text = speaker.problem_text(&finding.problem);
    let mut words = format!("{}\n{}\n", text.what, text.fix);
    let _ = write!(words, "{}", speaker.text_with("cli-whose-turn", &[("who", &text.who)]));
    if let Some(place) = where_to(finding.destination, speaker) {
        let _ = write!(words, "\n{place}");
    }
    words
}

fn where_to(destination: Destination, speaker: Speaker) -> Option<String> {
    match destination {
        Destination::Task(task) => {
            let names =
                (speaker.text(&format!("task-{}", name(&task))), speaker.text(&format!("stop-{}", name(&task.stop()))));
            Some(speaker.text_with("doctor-where-task", &[("task", &names.0), ("stop", &names.1)]))
        }
        Destination::Link(link) => Some(speaker.text_with("doctor-where-link", &[("link", &name(&link))])),
        Destination::Nowhere => None,
    }
}

/// An enum's name as it travels.
fn name(value: &impl serde::Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What whoever helps wants to know, a line each. Secrets never came this far.
fn block_for_it(finding: &Finding, speaker: Speaker) -> String {
    let problem = &finding.problem;
    let mut lines = vec![("problem", speaker.problem_text(problem).what)];
    let arg = |name: &str| problem.args.get(name).cloned().unwrap_or_default();
    lines.push(("code", arg("code")));
    lines.push(("message", problem.server.as_ref().map(|server| server.message.clone()).unwrap_or_default()));
    for (line, name) in [
        ("request-id", "request_id"),
        ("host", "host"),
        ("ip", "ip"),
        ("permissions", "permissions"),
        ("apply-link", "apply_link"),
        ("client-id", "client_id"),
        ("issuer", "issuer"),
        ("wait", "wait"),
    ] {
        lines.push((line, arg(name)));
    }
    let told = lines.into_iter().filter(|(_, value)| !value.is_empty());
    let told = told.map(|(name, value)| {
        speaker.text_with("doctor-for-it-line", &[("name", name), ("key", name), ("value", &value)])
    });
    [speaker.text("doctor-for-it")].into_iter().chain(told).collect::<Vec<_>>().join("\n")
}
