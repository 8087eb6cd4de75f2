//! Reminders: what has to be looked at again, by whom and when. A rule of dates in Hong Kong; what tells them (a
//! notification, the home page, a calendar file) is elsewhere.
//!
//! Of a company there is one of each kind, and as many certificates as somebody gives dates for. Some come about by
//! themselves when there is something to be reminded of (`settle`); whoever wants none switches it off.

mod calendar;
mod change;
mod fire;
mod form;
mod kind;
mod plan;
mod settle;
mod view;

pub use calendar::{CalendarDocument, CalendarEntry};
pub(crate) use fire::due;
pub use fire::{DueReminder, Notice};
pub use form::{ReminderForm, Snooze};
pub use kind::{Owner, ReminderKind};
pub(crate) use plan::of_secret;
pub(crate) use settle::settle;
pub use view::{ReminderOffer, ReminderState, ReminderView};
pub(crate) use view::{is_told, offers, view, views};
