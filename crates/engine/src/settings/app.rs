//! The app as a whole: its language, its connections, and which one is on the screen.

use super::{AppSnapshot, Language, zoom};
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::Result;
use crate::setup::connection_view;
use crate::store::{Answer, connection, setting, task};

impl Engine {
    pub async fn app(&self) -> Result<AppSnapshot> {
        let (language, current, connections, zoom, tour) = self
            .shared
            .store
            .with(|store| {
                let language = setting::read(store, setting::LANGUAGE)?;
                let rows = connection::all(store)?;
                let current = setting::read(store, setting::CURRENT)?.map(ConnectionId);
                let current = current.filter(|id| rows.iter().any(|row| &row.id == id));
                let views: Answer<Vec<_>> =
                    rows.iter().map(|row| Ok(connection_view(row, &task::all(store, &row.id)?))).collect();
                let zoom = setting::read(store, setting::ZOOM)?;
                let tour = setting::read(store, setting::TOUR)?;
                Ok((language, current, views?, zoom, tour))
            })
            .await?;
        let chosen = language.as_deref().and_then(Language::from_tag);
        let parts = &self.shared.parts;
        Ok(AppSnapshot {
            language: chosen.unwrap_or(parts.language),
            language_chosen: chosen.is_some(),
            connections,
            current,
            practice_asked: parts.practice_asked,
            zoom: zoom::read(zoom.as_deref()),
            tour_seen: tour.is_some(),
            version: parts.version.clone(),
        })
    }

    pub async fn choose_language(&self, language: Language) -> Result<AppSnapshot> {
        self.shared.store.with(move |store| setting::write(store, setting::LANGUAGE, language.tag())).await?;
        self.told_app().await
    }
}
