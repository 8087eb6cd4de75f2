//! A reminder's title, who does it, and what a notification says.

use engine::overview::Standing;
use engine::reminder::{DueReminder, Notice, Owner, ReminderKind, ReminderState, ReminderView};

use crate::Speaker;
use crate::told::code_name;

/// So many are named; the rest are counted.
const NAMED: usize = 4;

/// What a notification shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeText {
    pub title: String,
    pub body: String,
}

impl Speaker {
    pub fn reminder_title(self, kind: ReminderKind, note: &str) -> String {
        let what = self.text(&format!("reminder-kind-{}", code_name(&kind)));
        if note.is_empty() {
            return what;
        }
        self.text_with("reminder-title-note", &[("what", &what), ("note", note)])
    }

    pub fn reminder_who(self, owner: &Owner) -> String {
        match owner {
            Owner::You => self.text("who-you"),
            Owner::DingtalkAdmin => self.text("who-dingtalk-admin"),
            Owner::It => self.text("who-it"),
            Owner::Named { name } => name.clone(),
        }
    }

    pub fn standing_text(self, standing: Standing) -> String {
        self.text(&format!("overview-state-{}", code_name(&standing)))
    }

    pub fn reminder_state(self, state: ReminderState) -> String {
        self.text(&format!("reminder-state-{}", code_name(&state)))
    }

    pub fn reminder_of(self, title: &str, company: &str) -> String {
        if company.is_empty() {
            return title.to_owned();
        }
        self.text_with("reminder-title-company", &[("what", title), ("company", company)])
    }

    /// One line of a list.
    pub fn reminder_line(self, view: &ReminderView, company: &str) -> String {
        let title = self.reminder_of(&self.reminder_title(view.kind, &view.note), company);
        let who = self.reminder_who(&view.owner);
        let state = self.reminder_state(view.state);
        let day = view.snoozed.as_ref().or(view.due.as_ref());
        match day {
            Some(date) => {
                let words = [("what", title.as_str()), ("who", &who), ("state", &state), ("date", date)];
                self.text_with("cli-reminder-line", &words)
            }
            None => self.text_with("cli-reminder-line-quiet", &[("what", &title), ("who", &who), ("state", &state)]),
        }
    }

    /// Several that come due together come as one.
    pub fn reminder_notice(self, notice: &Notice) -> NoticeText {
        match notice.due.as_slice() {
            [one] => {
                NoticeText { title: self.reminder_title(one.reminder.kind, &one.reminder.note), body: self.one(one) }
            }
            many => {
                let count = many.len().to_string();
                let mut lines: Vec<String> = many.iter().take(NAMED).map(|one| self.titled(one)).collect();
                if many.len() > NAMED {
                    let rest = (many.len() - NAMED).to_string();
                    lines.push(self.text_with("reminder-notice-more", &[("count", &rest)]));
                }
                if many.iter().any(|one| one.late) {
                    lines.push(self.text("reminder-notice-late-many"));
                }
                NoticeText {
                    title: self.text_with("reminder-notice-many", &[("count", &count)]),
                    body: lines.join("\n"),
                }
            }
        }
    }

    fn one(self, one: &DueReminder) -> String {
        let company = if one.company.is_empty() { self.text("rail-unnamed") } else { one.company.clone() };
        let date = one.reminder.due.clone().unwrap_or_default();
        let words = [("company", company.as_str()), ("date", &date)];
        self.text_with(if one.late { "reminder-notice-late" } else { "reminder-notice-due" }, &words)
    }

    fn titled(self, one: &DueReminder) -> String {
        self.reminder_of(&self.reminder_title(one.reminder.kind, &one.reminder.note), &one.company)
    }
}
