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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::process::Command;

    use engine::checkup::CheckId;
    use engine::handover::HealthSent;
    use engine::problem::Who;
    use engine::quota::QuotaView;

    use super::*;
    use crate::Language;

    /// The worst month that can be: every check wrong for all of it, everything sent and refused, every reminder due.
    fn crowded() -> HealthSheet {
        let whose = [Who::You, Who::DingtalkAdmin, Who::It, Who::Boss, Who::Dingtalk];
        let wrong = |(at, check): (usize, CheckId)| HealthWrong {
            check,
            since: "2025-12-28".to_owned(),
            until: (at % 3 == 0).then(|| "2026-11-28".to_owned()),
            days: 336,
            who: Some(whose[at % whose.len()]),
        };
        let states = [DayState::Trouble, DayState::Unseen, DayState::Fine];
        let day = |day: usize| HealthDay { date: format!("2026-11-{day:02}"), state: states[day % 3] };
        let kinds =
            ["allow-list", "secret", "permissions", "version", "robot-silent", "quota", "certificate", "address"];
        let reminder = |kind: &str| SheetReminder { kind: kind.to_owned(), due: "2026-12-01".to_owned() };
        HealthSheet {
            company: "示範國際貿易及物流管理顧問有限公司".chars().cycle().take(119).collect(),
            practice: true,
            from: "2026-11-01".to_owned(),
            to: "2026-11-30".to_owned(),
            made_by: "陳大文".repeat(12),
            days: (1..=30).map(day).collect(),
            wrongs: CheckId::ALL.into_iter().enumerate().map(wrong).collect(),
            sent: HealthSent { groups: 98_765, notices: 98_765, refused: 98_765, unknown: 98_765, is_cut: true },
            quota: QuotaView {
                month: "2026-11".to_owned(),
                used: 4_987_654,
                exempt: 0,
                limit: 5_000_000,
                forecast: 9_876_543,
                since: Some("2026-11-01".to_owned()),
                state: QuotaState::High,
            },
            reminders: kinds.map(reminder).into(),
        }
    }

    #[cfg_attr(windows, ignore = "Chromium prints it on Linux")]
    #[test]
    fn the_most_crowded_month_is_one_page_of_a4_in_every_language() {
        let dir = std::env::temp_dir().join(format!("hoitung-health-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let sheet = crowded();
        for (name, languages, more) in [
            ("both", SheetLanguages::Both, "12"),
            ("zh-HK", SheetLanguages::One(Language::ZhHk), "9"),
            ("en", SheetLanguages::One(Language::En), "9"),
        ] {
            let (page, paper) = (dir.join(format!("{name}.html")), dir.join(format!("{name}.pdf")));
            let html = health_sheet(&sheet, languages);
            assert!(html.contains(&format!("{more} more")) || html.contains(&format!("另有 {more} 項")), "{name}");
            std::fs::write(&page, html).unwrap();
            let mut chromium = Command::new("chromium");
            chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
            chromium.args(["--disable-background-networking", "--disable-component-update", "--no-first-run"]);
            chromium.arg(format!("--user-data-dir={}", dir.join("browser").display()));
            chromium.arg(format!("--print-to-pdf={}", paper.display())).arg(&page);
            let printed = chromium.output().unwrap();
            assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
            let pdf = String::from_utf8_lossy(&std::fs::read(&paper).unwrap()).into_owned();
            let pages = pdf.matches("/Type /Page").count() - pdf.matches("/Type /Pages").count();
            assert_eq!(pages, 1, "{}", paper.display());
        }
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
