//! A calendar file (RFC 5545) for Outlook, Google Calendar and their like: whole lines of text, folded by octets.
//!
//! The usual crate for it, `icalendar`, puts a DTSTAMP and a random UID into alarms and time zones, where none may
//! stand, and so no two files of it are the same. What is written here is read by another library in the tests.

use std::fmt::Write as _;

use engine::reminder::{CalendarDocument, CalendarEntry};

use crate::Speaker;

const ZONE: &str = "Asia/Hong_Kong";
/// Octets of a line, its end not counted.
const LINE: usize = 75;

/// Hong Kong has kept UTC+8 without summer time since 1979; no entry is older.
const HONG_KONG: [(&str, &str); 10] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", ZONE),
    ("X-LIC-LOCATION", ZONE),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19791021T033000"),
    ("TZOFFSETFROM", "+0800"),
    ("TZOFFSETTO", "+0800"),
    ("TZNAME", "HKT"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];

impl Speaker {
    /// The whole file. A later one with the same entries takes the place of this one, entry by entry.
    pub fn reminder_calendar(self, document: &CalendarDocument) -> String {
        let mut file = File::default();
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//Hoitung//Reminders//EN");
        file.line("CALSCALE", "GREGORIAN");
        file.line("METHOD", "PUBLISH");
        file.text("X-WR-CALNAME", &self.text("reminder-calendar-name"));
        file.line("X-WR-TIMEZONE", ZONE);
        for (name, value) in HONG_KONG {
            file.line(name, value);
        }
        for entry in &document.entries {
            self.entry(&mut file, entry, &document.made_at);
        }
        file.line("END", "VCALENDAR");
        file.0
    }

    fn entry(self, file: &mut File, entry: &CalendarEntry, made_at: &str) {
        let title = self.reminder_title(entry.kind, &entry.note);
        let title = self.reminder_of(&title, &entry.company);
        file.line("BEGIN", "VEVENT");
        file.line("UID", &entry.uid);
        file.line("SEQUENCE", &entry.sequence.to_string());
        file.line("DTSTAMP", &moment(made_at));
        file.line("CREATED", &moment(&entry.created_at));
        file.line("LAST-MODIFIED", &moment(&entry.changed_at));
        file.line(&format!("DTSTART;TZID={ZONE}"), &local(entry));
        file.line("DURATION", "PT15M");
        if let Some(days) = entry.every_days.filter(|_| !entry.cancelled) {
            file.line("RRULE", &format!("FREQ=DAILY;INTERVAL={days}"));
        }
        file.text("SUMMARY", &title);
        file.text("DESCRIPTION", &self.about(entry));
        file.line("STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" });
        // Nobody is busy while they are reminded.
        file.line("TRANSP", "TRANSPARENT");
        if !entry.cancelled {
            for days in [Some(0), Some(entry.ahead_days).filter(|days| *days > 0)].into_iter().flatten() {
                file.line("BEGIN", "VALARM");
                file.line("ACTION", "DISPLAY");
                file.line("TRIGGER", &if days == 0 { "PT0S".to_owned() } else { format!("-P{days}D") });
                file.text("DESCRIPTION", &title);
                file.line("END", "VALARM");
            }
        }
        file.line("END", "VEVENT");
    }

    fn about(self, entry: &CalendarEntry) -> String {
        let who = self.reminder_who(&entry.owner);
        let mut lines = vec![
            self.text(&format!("reminder-do-{}", crate::told::code_name(&entry.kind))),
            self.text_with("reminder-calendar-who", &[("who", &who)]),
            self.text("reminder-calendar-open"),
        ];
        if entry.practice {
            lines.push(self.text("reminder-calendar-practice"));
        }
        lines.join("\n")
    }
}

/// `2026-11-28T01:02:03Z` as a calendar writes it.
fn moment(stamp: &str) -> String {
    stamp.chars().filter(|letter| !matches!(letter, '-' | ':')).collect()
}

fn local(entry: &CalendarEntry) -> String {
    moment(&format!("{}T{}:00", entry.on, entry.at))
}

#[derive(Default)]
struct File(String);

impl File {
    /// What a person reads; everything else holds no sign that means something.
    fn text(&mut self, name: &str, value: &str) {
        let escaped = value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
        let shown: String = escaped.chars().filter(|letter| !letter.is_control()).collect();
        self.line(name, &shown);
    }

    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for letter in format!("{name}:{value}").chars() {
            if used + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            used += letter.len_utf8();
            self.0.push(letter);
        }
        let _ = write!(self.0, "\r\n");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use engine::reminder::{Owner, ReminderKind};

    use super::*;
    use crate::Language;

    fn document() -> CalendarDocument {
        let entry = CalendarEntry {
            uid: "019ae@hoitung.hk".to_owned(),
            sequence: 3,
            created_at: "2026-11-01T00:00:00Z".to_owned(),
            changed_at: "2026-11-20T01:00:00Z".to_owned(),
            kind: ReminderKind::Certificate,
            note: "第一;第二,第三\\第四".repeat(3),
            owner: Owner::Named { name: "陳大文".to_owned() },
            company: "示範貿易（香港）有限公司".to_owned(),
            practice: true,
            on: "2027-02-22".to_owned(),
            at: "09:30".to_owned(),
            every_days: Some(90),
            ahead_days: 14,
            cancelled: false,
        };
        let gone = CalendarEntry { uid: "gone@hoitung.hk".to_owned(), cancelled: true, ..entry.clone() };
        CalendarDocument { made_at: "2026-11-28T01:02:03Z".to_owned(), entries: vec![entry, gone] }
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_each_ends_as_it_must() {
        for language in Language::ALL {
            let file = Speaker::new(language).reminder_calendar(&document());
            assert!(file.ends_with("END:VCALENDAR\r\n"));
            assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
            for line in file.split("\r\n") {
                assert!(line.len() <= LINE, "{} octets: {line}", line.len());
            }
            assert!(file.split("\r\n").any(|line| line.len() > 70), "nothing was folded");
        }
    }

    #[test]
    fn signs_that_mean_something_are_escaped_and_dates_stand_in_hong_kongs_zone() {
        let file = Speaker::new(Language::ZhHk).reminder_calendar(&document()).replace("\r\n ", "");
        for line in [
            "DTSTART;TZID=Asia/Hong_Kong:20270222T093000",
            "DTSTAMP:20261128T010203Z",
            "LAST-MODIFIED:20261120T010000Z",
            "RRULE:FREQ=DAILY;INTERVAL=90",
            "TRIGGER:-P14D",
            "STATUS:CANCELLED",
        ] {
            assert!(file.lines().any(|found| found == line), "{line}\n{file}");
        }
        assert!(file.contains("第一\\;第二\\,第三\\\\第四"), "{file}");
        assert_eq!(file.matches("RRULE").count(), 1, "what is taken back does not come again");
    }
}
