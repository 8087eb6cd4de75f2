//! What goes on while the window is closed: whether closing it ends the program, whether anything is told by a
//! notification, and a pause that ends by itself.

use jiff::{Timestamp, ToSpan};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::{AppSnapshot, Language};
use crate::clock::{hong_kong, hong_kong_day, stamp};
use crate::engine::Engine;
use crate::overview::Standing;
use crate::problem::Result;
use crate::reminder::{self, DueReminder};
use crate::store::{Answer, setting};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct BackgroundView {
    /// None until somebody chose; the first closing asks.
    pub closing: Option<Closing>,
    /// Notifications of the system.
    pub notices: bool,
    /// RFC 3339, UTC; given while nothing is looked at by itself.
    pub paused_until: Option<String>,
}

/// What closing the window means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Closing {
    KeepRunning,
    Quit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Pause {
    Hour,
    /// Eight in the morning, Hong Kong time.
    Tomorrow,
    /// Goes on at once.
    None,
}

const OFF: &str = "off";
const MORNING: i8 = 8;
/// No pause that can be chosen is longer: what says so was written by a clock that was wrong then, or is now.
const LONGEST_PAUSE_SECONDS: i64 = 48 * 3600;

pub(super) fn read(store: &Transaction, now: Timestamp) -> Answer<BackgroundView> {
    let closing = setting::read(store, setting::CLOSING)?.and_then(|word| match word.as_str() {
        "keep-running" => Some(Closing::KeepRunning),
        "quit" => Some(Closing::Quit),
        _ => None,
    });
    Ok(BackgroundView { closing, notices: notices_on(store)?, paused_until: paused_until(store, now)?.map(stamp) })
}

pub(crate) fn notices_on(store: &Transaction) -> Answer<bool> {
    Ok(setting::read(store, setting::NOTICES)?.as_deref() != Some(OFF))
}

fn paused_until(store: &Transaction, now: Timestamp) -> Answer<Option<Timestamp>> {
    let written = setting::read(store, setting::PAUSED_UNTIL)?;
    let until: Option<Timestamp> = written.and_then(|written| written.parse().ok());
    Ok(until.filter(|until| (1..=LONGEST_PAUSE_SECONDS).contains(&(until.as_second() - now.as_second()))))
}

/// What the tray shows: how the worst of the companies stands, and what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackgroundStatus {
    /// None without any company.
    pub worst: Option<(Standing, String)>,
    pub due: Vec<DueReminder>,
    pub paused_until: Option<String>,
    pub language: Language,
}

impl Pause {
    fn until(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Hour => now.checked_add(1.hour()).ok(),
            Self::Tomorrow => {
                let tomorrow = hong_kong_day(now).tomorrow().ok()?;
                tomorrow.at(MORNING, 0, 0, 0).to_zoned(hong_kong()).ok().map(|at| at.timestamp())
            }
            Self::None => None,
        }
    }
}

impl Engine {
    pub async fn background_status(&self) -> Result<BackgroundStatus> {
        let now = self.shared.parts.clock.now();
        let app = self.app().await?;
        let mut due = Vec::new();
        for company in &app.connections {
            let (id, name) = (company.id.clone(), company.name.clone());
            due.extend(self.shared.store.with(move |store| reminder::due(store, &id, &name, now)).await?);
        }
        // The order of a standing is from bad to good; of equals, the first company.
        let worst = app.connections.iter().min_by_key(|one| one.standing);
        Ok(BackgroundStatus {
            worst: worst.map(|one| (one.standing, one.name.clone())),
            due,
            paused_until: app.background.paused_until,
            language: app.language,
        })
    }

    pub async fn closing_choose(&self, closing: Closing) -> Result<AppSnapshot> {
        let word = match closing {
            Closing::KeepRunning => "keep-running",
            Closing::Quit => "quit",
        };
        self.shared.store.with(move |store| setting::write(store, setting::CLOSING, word)).await?;
        self.told_app().await
    }

    /// Whether what comes due is told by a notification. The home page tells it in any case.
    pub async fn notices_choose(&self, on: bool) -> Result<AppSnapshot> {
        self.shared
            .store
            .with(move |store| {
                if on { setting::clear(store, setting::NOTICES) } else { setting::write(store, setting::NOTICES, OFF) }
            })
            .await?;
        self.told_app().await
    }

    /// Nothing is looked at by itself until then, over a restart too. What comes due meanwhile is told afterwards.
    pub async fn pause(&self, pause: Pause) -> Result<AppSnapshot> {
        let until = pause.until(self.shared.parts.clock.now());
        self.shared
            .store
            .with(move |store| match until {
                Some(until) => setting::write(store, setting::PAUSED_UNTIL, &stamp(until)),
                None => setting::clear(store, setting::PAUSED_UNTIL),
            })
            .await?;
        self.told_app().await
    }

    /// A pause that is over is taken away and told: the tray and the page show that it goes on.
    pub(crate) async fn is_paused(&self, now: Timestamp) -> bool {
        let looked = self.shared.store.with(move |store| {
            let paused = paused_until(store, now)?.is_some();
            let over = !paused && setting::read(store, setting::PAUSED_UNTIL)?.is_some();
            if over {
                setting::clear(store, setting::PAUSED_UNTIL)?;
            }
            Ok((paused, over))
        });
        let (paused, over) = looked.await.unwrap_or((false, false));
        if over {
            let _ = self.told_app().await;
        }
        paused
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(pause: Pause, now: &str, expected: &str) {
        let until = pause.until(now.parse().unwrap()).unwrap();
        assert_eq!(stamp(until), expected, "{pause:?} at {now}");
        assert!(until.as_second() - now.parse::<Timestamp>().unwrap().as_second() <= LONGEST_PAUSE_SECONDS);
    }

    #[test]
    fn a_pause_ends_in_an_hour_or_tomorrow_morning_in_hong_kong() {
        check(Pause::Hour, "2026-11-28T01:00:00Z", "2026-11-28T02:00:00Z");
        check(Pause::Tomorrow, "2026-11-28T01:00:00Z", "2026-11-29T00:00:00Z");
        // Already the 29th in Hong Kong.
        check(Pause::Tomorrow, "2026-11-28T16:30:00Z", "2026-11-30T00:00:00Z");
    }
}
