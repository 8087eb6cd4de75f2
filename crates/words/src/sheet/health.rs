//! The last thirty days on one page, for whoever does not open the app.

use std::fmt::Write as _;

use engine::handover::{DayState, HealthDay, HealthSheet, HealthWrong, SheetReminder};
use engine::quota::QuotaState;

use super::frame::{Frame, SheetLanguages, escape, line};
use crate::told::code_name;

/// So many lines of each; the rest is counted. Two languages need twice the room.
#[derive(Clone, Copy)]
struct Most {
    wrongs: usize,
    reminders: usize,
}

const ROOMY: Most = Most { wrongs: 9, reminders: 5 };
const TIGHT: Most = Most { wrongs: 6, reminders: 4 };

/// One page of A4, whole.
pub fn health_sheet(sheet: &HealthSheet, languages: SheetLanguages) -> String {
    let frame = Frame::new(languages);
    let is_tight = frame.speakers.len() > 1;
    let (class, most) = if is_tight { ("hand dense tight health", TIGHT) } else { ("hand health", ROOMY) };
    let about = [
        ("sheet-company", line(&sheet.company)),
        ("sheet-health-days", frame.joined_with("sheet-health-from-to", &[("from", &sheet.from), ("to", &sheet.to)])),
        ("sheet-health-made-by", line(&sheet.made_by)),
    ];
    let mut body = frame.head("sheet-health-title", &about);
    if sheet.practice {
        let _ = write!(body, "<div class=\"practice\">{}</div>", frame.told("handover-sheet-practice"));
    }
    let _ = write!(body, "{}{}", frame.title("sheet-health-how"), days(sheet, &frame));
    let _ = write!(body, "{}{}", frame.title("sheet-health-wrong"), wrongs(sheet, &frame, most));
    let _ = write!(
        body,
        "<div class=\"two\"><section>{}{}</section><section>{}{}</section></div>",
        frame.title("sheet-health-sent"),
        sent(sheet, &frame),
        frame.title("sheet-health-calls"),
        calls(sheet, &frame)
    );
    let _ = write!(body, "{}{}", frame.title("handover-sheet-reminders"), reminders(sheet, &frame, most));
    let _ = write!(body, "<footer>{}</footer>", frame.told_with("sheet-health-foot", &[("made", &sheet.to)]));
    frame.whole("sheet-health-title", &sheet.company, class, &body)
}

/// What each day was in a sign and in a word; colour only repeats it.
fn mark(state: DayState) -> (&'static str, &'static str, &'static str) {
    match state {
        DayState::Fine => ("well", "✓", "sheet-health-day-fine"),
        DayState::Trouble => ("wrong", "!", "sheet-health-day-trouble"),
        DayState::Unseen => ("none", "·", "sheet-health-day-unseen"),
    }
}

fn days(sheet: &HealthSheet, frame: &Frame) -> String {
    let is_empty = sheet.days.iter().all(|day| day.state == DayState::Unseen) && sheet.wrongs.is_empty();
    if is_empty {
        return frame.told("sheet-health-no-history");
    }
    let tally = [DayState::Fine, DayState::Trouble, DayState::Unseen].map(|state| {
        let (kind, sign, id) = mark(state);
        let count = sheet.count(state);
        format!("<li data-day=\"{kind}\"><b>{sign} {count}</b>{}</li>", frame.joined(id))
    });
    let day = |day: &HealthDay| {
        let (kind, sign, _) = mark(day.state);
        let short = day.date.get(5..).unwrap_or_default();
        format!("<li data-day=\"{kind}\">{sign}<small>{}</small></li>", escape(short))
    };
    let each: String = sheet.days.iter().map(day).collect();
    format!("<ul class=\"tally\">{}</ul><ol class=\"days\">{each}</ol>", tally.concat())
}

fn wrongs(sheet: &HealthSheet, frame: &Frame, most: Most) -> String {
    if sheet.wrongs.is_empty() {
        let seen = sheet.days.iter().any(|day| day.state == DayState::Fine);
        return frame.told(if seen { "sheet-health-nothing" } else { "sheet-health-unknown" });
    }
    let row = |wrong: &HealthWrong| {
        let what = frame.beside(|speaker| escape(&speaker.check_name(wrong.check)));
        let when = match &wrong.until {
            Some(date) => frame.joined_with("sheet-health-from-to", &[("from", &wrong.since), ("to", date)]),
            None => format!("<b>{}</b>", frame.joined_with("sheet-health-still", &[("from", &wrong.since)])),
        };
        let days = frame.joined_with("sheet-health-lasted", &[("days", &wrong.days.to_string())]);
        let who = wrong.who.map_or_else(String::new, |who| frame.joined(&format!("who-{}", code_name(&who))));
        format!("<tr><td>{what}</td><td>{when}</td><td>{days}</td><td>{who}</td></tr>")
    };
    let (rows, more) = frame.some(&sheet.wrongs, most.wrongs, row);
    let columns = frame.columns(&["sheet-health-what", "sheet-health-when", "sheet-health-long", "sheet-health-who"]);
    format!("<table>{columns}<tbody>{rows}</tbody></table>{more}")
}

fn sent(sheet: &HealthSheet, frame: &Frame) -> String {
    let sent = &sheet.sent;
    let list = frame.list(&[
        ("sheet-health-groups", sent.groups.to_string()),
        ("sheet-health-notices", sent.notices.to_string()),
        ("sheet-health-refused", sent.refused.to_string()),
        ("sheet-health-doubtful", sent.unknown.to_string()),
    ]);
    if sent.is_cut { format!("{list}{}", frame.told("sheet-health-cut")) } else { list }
}

fn calls(sheet: &HealthSheet, frame: &Frame) -> String {
    let quota = &sheet.quota;
    let Some(since) = &quota.since else { return frame.told("sheet-health-uncounted") };
    let id = match quota.state {
        QuotaState::Fine => "say-quota-used",
        QuotaState::High => "say-quota-high",
        QuotaState::Over => "say-quota-over",
    };
    let (used, limit, forecast) = (quota.used.to_string(), quota.limit.to_string(), quota.forecast.to_string());
    let told = frame.told_with(id, &[("used", &used), ("limit", &limit), ("forecast", &forecast)]);
    format!("{told}{}", frame.told_with("sheet-health-counted", &[("month", &quota.month), ("since", since)]))
}

fn reminders(sheet: &HealthSheet, frame: &Frame, most: Most) -> String {
    if sheet.reminders.is_empty() {
        return frame.told("handover-sheet-none");
    }
    let row = |reminder: &SheetReminder| {
        let what = frame.joined(&format!("reminder-kind-{}", reminder.kind));
        format!("<li>{} {what}</li>", escape(&reminder.due))
    };
    let (rows, more) = frame.some(&sheet.reminders, most.reminders, row);
    format!("<ul>{rows}</ul>{more}")
}
