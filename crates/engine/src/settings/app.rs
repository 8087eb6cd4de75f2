//! The app as a whole: its language, its connections, and which one is on the screen.

use super::{AppSnapshot, Keeping, Language, background, keeping, theme, zoom};
use crate::connection::{ConnectionId, removal_view};
use crate::engine::Engine;
use crate::problem::Result;
use crate::setup::{Saved, connection_view};
use crate::store::{Answer, connection, lease, removal, setting};

impl Engine {
    pub async fn app(&self) -> Result<AppSnapshot> {
        let now = self.shared.parts.clock.now();
        let (language, current, connections, removals, zoom, theme, tour, rebuilt, background, lease) = self
            .shared
            .store
            .with(move |store| {
                let language = setting::read(store, setting::LANGUAGE)?;
                let rows = connection::all(store)?;
                let current = setting::read(store, setting::CURRENT)?.map(ConnectionId);
                let current = current.filter(|id| rows.iter().any(|row| &row.id == id));
                let views: Answer<Vec<_>> =
                    rows.iter().map(|row| Ok(connection_view(&Saved::read(store, row.clone())?, now))).collect();
                let removals = removal::all(store)?.into_iter().map(removal_view).collect();
                let zoom = setting::read(store, setting::ZOOM)?;
                let theme = setting::read(store, setting::THEME)?;
                let tour = setting::read(store, setting::TOUR)?;
                let background = background::read(store, now)?;
                let lease = lease::read(store)?;
                let rebuilt = keeping::rebuilt(store)?;
                Ok((language, current, views?, removals, zoom, theme, tour, rebuilt, background, lease))
            })
            .await?;
        let chosen = language.as_deref().and_then(Language::from_tag);
        let parts = &self.shared.parts;
        Ok(AppSnapshot {
            language: chosen.unwrap_or(parts.language),
            language_chosen: chosen.is_some(),
            connections,
            removals,
            current,
            practice_asked: parts.practice_asked,
            zoom: zoom::read(zoom.as_deref()),
            theme: theme::read(theme.as_deref()),
            tour_seen: tour.is_some(),
            background,
            looked_after_by: self.holder_in(lease),
            version: parts.version.clone(),
            policy: parts.policy.view().clone(),
            newer: self.shared.updates.newer(),
            keeping: Keeping { read_only: self.shared.store.read_only().await, rebuilt },
        })
    }

    pub async fn choose_language(&self, language: Language) -> Result<AppSnapshot> {
        self.shared.store.with(move |store| setting::write(store, setting::LANGUAGE, language.tag())).await?;
        self.told_app().await
    }
}
