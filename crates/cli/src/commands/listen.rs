use std::io::ErrorKind;
use std::time::Duration;

use engine::Engine;
use engine::event::{EventView, Events, Heard, LinkView, Listening};
use serde_json::{Value, json};
use tokio::time::sleep;
use words::Speaker;

use crate::failure::Failure;
use crate::output::{self, Answer, Format};
use crate::stop::Stop;

/// As many as are written, flushed and written down at once when many wait.
const BATCH: usize = 256;
/// For a line under way when it is asked to stop.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints events as they come, until enough came or it is asked to stop. An event is answered after its line has left, so
/// none is lost; a kill in between prints it again at the next start.
pub async fn run(
    engine: &Engine,
    speaker: Speaker,
    format: Format,
    connection: &str,
    count: Option<usize>,
) -> Result<Answer, Failure> {
    let stop = Stop::new().map_err(|error| Failure::SystemFailed { detail: error.to_string() })?;
    let found = engine.connection_named(connection).await?;
    let mut listening = engine.listen(&found.id).await?;
    let ending = listen(&mut listening, speaker, format, count, stop).await;
    listening.stop().await;
    ending.map(|()| Answer { json: Value::Null, words: String::new() })
}

async fn listen(
    listening: &mut Listening,
    speaker: Speaker,
    format: Format,
    count: Option<usize>,
    mut stop: Stop,
) -> Result<(), Failure> {
    let mut left = count.unwrap_or(usize::MAX);
    while left > 0 {
        let heard = tokio::select! {
            heard = listening.next(left.min(BATCH)) => heard?,
            () = stop.asked() => return Ok(()),
        };
        match heard {
            Heard::Link(LinkView::Stopped) => return Ok(()),
            Heard::Link(link) => output::aside(&told(&link, speaker)),
            Heard::Events(events) => {
                left -= events.len();
                let printing = print(&events, format);
                // What has begun is finished, unless its reader stands still.
                let reader = tokio::select! {
                    reader = printing => reader?,
                    () = async { stop.asked().await; sleep(PATIENCE).await } => Reader::Gone,
                };
                if reader == Reader::Gone {
                    return Ok(());
                }
                events.handled().await?;
            }
        }
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Reader {
    There,
    Gone,
}

/// On a thread of its own, as a reader may take its time.
async fn print(events: &Events, format: Format) -> Result<Reader, Failure> {
    let lines: Vec<String> = events.iter().map(|event| line(event, format)).collect();
    let written = tokio::task::spawn_blocking(move || output::lines(&lines)).await;
    match written {
        Ok(Ok(())) => Ok(Reader::There),
        Ok(Err(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Ok(Err(error)) => Err(Failure::OutputUnwritable { detail: error.to_string() }),
        Err(error) => Err(Failure::SystemFailed { detail: error.to_string() }),
    }
}

/// DingTalk's own names, as its SDKs give them.
fn line(event: EventView, format: Format) -> String {
    match format {
        Format::Json => json!({
            "eventId": event.id,
            "eventType": event.kind,
            "eventCorpId": event.corp_id,
            "eventBornTime": event.born_at,
            "data": event.fields,
        })
        .to_string(),
        Format::Words => {
            let born_at = event.born_at.map(super::message::hong_kong_minute).unwrap_or_default();
            format!("{born_at} {} {}", event.kind, event.fields).trim_start().to_owned()
        }
    }
}

fn told(link: &LinkView, speaker: Speaker) -> String {
    match link {
        LinkView::Connecting => speaker.text("cli-listen-connecting"),
        LinkView::Live => speaker.text("cli-listen-live"),
        LinkView::Waiting { seconds, why } => {
            let problem = speaker.problem_text(why);
            let values = [("what", problem.what.as_str()), ("seconds", &seconds.to_string())];
            speaker.text_with("cli-listen-waiting", &values)
        }
        LinkView::Stopped => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_event_is_one_line_in_either_format() {
        let fields = json!({ "userId": ["a"], "text": "two\nlines" });
        let event = EventView {
            id: Some("e1"),
            kind: "user_add_org",
            corp_id: Some("ding1"),
            born_at: Some(1_783_610_513_000),
            fields: &fields,
        };
        let json: Value = serde_json::from_str(&line(event, Format::Json)).unwrap();
        let expected = json!({ "eventId": "e1", "eventType": "user_add_org", "eventCorpId": "ding1",
            "eventBornTime": 1_783_610_513_000_i64, "data": fields });
        assert_eq!(json, expected);
        for format in [Format::Json, Format::Words] {
            assert_eq!(line(event, format).lines().count(), 1);
        }
        let spoken = line(event, Format::Words);
        assert!(spoken.starts_with("2026-07-09 23:21 user_add_org {"), "{spoken}");
    }
}
