//! Asking whether there is a newer version, and telling how things stand.

use serde_json::Value;

use super::fetch::{Answer, host};
use super::now::Doing;
use super::view::{UpdateHabit, UpdateOffer, UpdateOrigin, UpdateSnapshot};
use super::{Announced, Release, endpoint, habit};
use crate::engine::{Change, Engine};
use crate::policy::UpdateRule;
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::setting;

/// Of what is new, in one language.
const LONGEST_NEWS: usize = 2_000;

/// Where to look, and whom to believe.
pub(super) struct Way {
    pub endpoint: String,
    pub key: String,
}

impl Engine {
    /// Whoever tells a release from anything else. Without one nothing is looked for.
    pub fn set_packages(&self, packages: std::sync::Arc<dyn super::Packages>) {
        self.shared.updates.set_packages(packages);
    }

    /// How things stand.
    pub async fn update(&self) -> Result<UpdateSnapshot> {
        let (habit, looked_at) = self
            .shared
            .store
            .with(|store| Ok((habit::read(store)?, setting::read(store, setting::UPDATE_LOOKED)?)))
            .await?;
        let (now, (origin, way)) = (self.shared.updates.now(), self.update_origin());
        let kilobytes = |bytes: u64| u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX);
        let packages = self.shared.updates.packages();
        Ok(UpdateSnapshot {
            version: self.shared.parts.version.clone(),
            origin,
            host: way.map(|way| host(&way.endpoint)).unwrap_or_default(),
            // What was chosen waits for IT to allow it again.
            habit: if origin == UpdateOrigin::Off { UpdateHabit::ByHand } else { habit },
            looked_at,
            stage: now.stage(),
            received_kilobytes: kilobytes(u64::try_from(now.received).unwrap_or(u64::MAX)),
            whole_kilobytes: now.whole.map(kilobytes),
            waits_for: now.waits_for,
            replaceable: packages.is_some_and(|packages| packages.replaceable().is_ok()),
            offer: now.release.as_ref().map(offer),
            older: now.older,
            problem: now.problem,
        })
    }

    /// Asks now. What goes wrong is in the snapshot; looked for a second time meanwhile, it goes on.
    ///
    /// # Errors
    /// `UpdatesForbidden`, `UpdateSourceMissing`; those of the store.
    pub async fn update_look(&self) -> Result<UpdateSnapshot> {
        let way = self.update_way()?;
        let Some(mut turn) = self.shared.updates.begin(Doing::Looking) else { return self.update().await };
        self.tell_update().await;
        match turn.or_stopped(self.announced(&way)).await {
            Some(Ok(announced)) => {
                self.shared.updates.change(|now| {
                    now.looked = true;
                    now.older = None;
                    // A package belongs to its release: the same one stays.
                    let before = now.release.take();
                    match announced {
                        Announced::Same => {}
                        Announced::Older(version) => now.older = Some(version),
                        Announced::Newer(release) => now.release = Some(release),
                    }
                    if before != now.release {
                        now.package = None;
                        now.received = 0;
                        now.whole = None;
                    }
                });
                let at = self.stamp();
                self.shared.store.with(move |store| setting::write(store, setting::UPDATE_LOOKED, &at)).await?;
            }
            Some(Err(problem)) => self.update_failed(problem),
            None => {}
        }
        drop(turn);
        self.told_app().await?;
        self.told_update().await
    }

    /// Stops whatever is under way: looking, downloading, or waiting.
    pub async fn update_stop(&self) -> Result<UpdateSnapshot> {
        self.shared.updates.stop();
        self.update().await
    }

    async fn announced(&self, way: &Way) -> Result<Announced> {
        let packages = self.packages()?;
        let unreadable = || Problem::new(ProblemCode::UpdateUnreadable).arg("host", host(&way.endpoint));
        let bytes = match self.fetch_description(&way.endpoint).await? {
            Answer::Nothing => return Ok(Announced::Same),
            Answer::Bytes(bytes) => bytes,
        };
        let description = String::from_utf8(bytes).map_err(|_| unreadable())?;
        packages.read(&description).map_err(|problem| match problem.code {
            ProblemCode::UpdateUnreadable => unreadable(),
            _ => problem,
        })
    }

    pub(super) fn update_failed(&self, problem: Problem) {
        self.shared.log.problem(problem.code, &"update");
        self.shared.updates.change(|now| now.problem = Some(problem));
    }

    pub(super) fn packages(&self) -> Result<std::sync::Arc<dyn super::Packages>> {
        self.shared.updates.packages().ok_or_else(|| Problem::new(ProblemCode::UpdateSourceMissing))
    }

    /// # Errors
    /// `UpdatesForbidden`, `UpdateSourceMissing`.
    pub(super) fn update_way(&self) -> Result<Way> {
        match self.update_origin() {
            (_, Some(way)) => Ok(way),
            (UpdateOrigin::Off, None) => Err(Problem::new(ProblemCode::UpdatesForbidden)),
            (_, None) => Err(Problem::new(ProblemCode::UpdateSourceMissing)),
        }
    }

    /// Without the maker's key nobody is believed, whoever names an address.
    fn update_origin(&self) -> (UpdateOrigin, Option<Way>) {
        let parts = &self.shared.parts;
        let (origin, address) = match parts.policy.updates() {
            Some(UpdateRule::Off) => return (UpdateOrigin::Off, None),
            Some(UpdateRule::From(address)) => (UpdateOrigin::It, Some(address.clone())),
            None => (UpdateOrigin::Maker, endpoint(&parts.updates.endpoint)),
        };
        let key = parts.updates.key.trim();
        match address {
            Some(endpoint) if !key.is_empty() => (origin, Some(Way { endpoint, key: key.to_owned() })),
            Some(_) | None => (UpdateOrigin::None, None),
        }
    }

    pub(super) async fn tell_update(&self) {
        let _ = self.told_update().await;
    }

    pub(super) async fn told_update(&self) -> Result<UpdateSnapshot> {
        let snapshot = self.update().await?;
        self.tell(Change::Update(snapshot.clone()));
        Ok(snapshot)
    }
}

/// Nobody signed what is new, so it is text and nothing else. Our own field has both languages; the usual one has either.
fn offer(release: &Release) -> UpdateOffer {
    let description: Value = serde_json::from_str(&release.description).unwrap_or_default();
    let usual = description["notes"].as_str().unwrap_or_default();
    let news = |language: &str| plain(description["whatsNew"][language].as_str().unwrap_or(usual));
    UpdateOffer {
        version: release.version.clone(),
        date: release.date.clone(),
        english: news("en"),
        chinese: news("zh-HK"),
    }
}

fn plain(text: &str) -> String {
    // Signs that turn a line around are neither letters nor control characters.
    let kept = |letter: &char| {
        *letter == '\n'
            || !letter.is_control()
                && !matches!(letter, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.trim().chars().filter(kept).take(LONGEST_NEWS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(description: &str, english: &str, chinese: &str) {
        let release = Release {
            version: "0.2.0".to_owned(),
            date: None,
            url: String::new(),
            description: description.to_owned(),
        };
        let offer = offer(&release);
        assert_eq!((offer.english.as_str(), offer.chinese.as_str()), (english, chinese), "{description}");
    }

    #[test]
    fn what_is_new_is_plain_text_in_either_language() {
        check(r#"{"whatsNew": {"en": "Faster.", "zh-HK": "更快。"}, "notes": "old"}"#, "Faster.", "更快。");
        check(r#"{"notes": " Faster.\nSafer. "}"#, "Faster.\nSafer.", "Faster.\nSafer.");
        check(r#"{"whatsNew": {"en": "Faster."}}"#, "Faster.", "");
        check(r#"{"whatsNew": "Faster.", "notes": 7}"#, "", "");
        check("{\"notes\": \"a\\u001b[31mb\\u202ec\\u0000\"}", "a[31mbc", "a[31mbc");
        let long = "長".repeat(10_000);
        check(&format!(r#"{{"notes": "{long}"}}"#), &"長".repeat(LONGEST_NEWS), &"長".repeat(LONGEST_NEWS));
    }
}
