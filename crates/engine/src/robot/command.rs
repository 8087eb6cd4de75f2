//! Saving and removing a robot. Webhook and secret are secrets: "set on DATE" is all that comes out again.

use dingtalk::Hosts;
use secrecy::SecretString;
use uuid::Uuid;

use super::webhook::{note, parse_webhook};
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::keys::clean;
use crate::note::Note;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{RobotDraft, RobotForm, RobotSecurity, SetupSnapshot, Task};
use crate::store::{RobotRow, connection, message, robot, task};
use crate::vault::Slot;

/// A form whose secrets are secrets, and whose empty fields are none.
struct Filled {
    name: String,
    webhook: Option<SecretString>,
    secret: Option<SecretString>,
    keyword: Option<String>,
    security: Option<RobotSecurity>,
    rehearsal: bool,
}

impl Engine {
    /// What to say beside the fields while they are typed.
    ///
    /// # Errors
    /// `ConnectionUnknown`.
    pub async fn robot_notes(&self, id: &ConnectionId, form: &RobotForm) -> Result<Vec<Note>> {
        let wanted = id.clone();
        let row = self.shared.store.with(move |store| connection::find(store, &wanted)).await?;
        Ok(note(form.webhook.as_deref().unwrap_or_default(), row.region).into_iter().collect())
    }

    /// What is typed about a robot outlives the window; its secrets are not among it.
    pub async fn robot_draft(&self, id: &ConnectionId, draft: Option<RobotDraft>) -> Result<SetupSnapshot> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                let drafts = message::Drafts { robot: draft, ..message::drafts(store, &wanted)? };
                message::write_drafts(store, &wanted, &drafts)
            })
            .await?;
        self.told(id).await
    }

    async fn forget_robot_draft(&self, id: &ConnectionId) -> Result<()> {
        let id = id.clone();
        self.shared
            .store
            .with(move |store| {
                let drafts = message::Drafts { robot: None, ..message::drafts(store, &id)? };
                message::write_drafts(store, &id, &drafts)
            })
            .await
    }

    /// `robot: None` makes a new one. An empty webhook or secret keeps the saved one; an empty keyword means none.
    ///
    /// # Errors
    /// `KeyEmpty` without a name, or without a webhook for a new one; those of the webhook; `NameTaken`;
    /// `RobotMissing`; the key store's own, and then a new robot is not made.
    pub async fn robot_save(&self, id: &ConnectionId, robot: Option<String>, form: RobotForm) -> Result<SetupSnapshot> {
        let form = fill(form)?;
        let is_new = robot.is_none();
        let wanted = id.clone();
        let (row, robots) = self
            .shared
            .store
            .with(move |store| Ok((connection::find(store, &wanted)?, robot::all(store, &wanted)?)))
            .await?;
        let mut saved = match robot {
            None => blank(),
            Some(wanted) => robots
                .iter()
                .find(|robot| robot.id == wanted)
                .cloned()
                .ok_or_else(|| Problem::new(ProblemCode::RobotMissing))?,
        };
        if robots.iter().any(|other| other.id != saved.id && other.name == form.name) {
            return Err(Problem::new(ProblemCode::NameTaken).at(Field::RobotName).arg("name", &form.name));
        }
        if saved.webhook_set_at.is_none() && form.webhook.is_none() {
            return Err(Problem::new(ProblemCode::KeyEmpty).at(Field::Webhook));
        }
        let webhook = form.webhook.as_ref().map(|typed| parse_webhook(typed, &self.hosts(&row)?)).transpose()?;
        let security = form.security.unwrap_or(RobotSecurity {
            signature: form.secret.is_some() || saved.security.signature,
            keyword: form.keyword.is_some(),
            address: saved.security.address,
        });
        let asked = (form.webhook.is_some(), form.secret.is_some(), form.keyword != saved.keyword);
        if asked != (false, false, false) || security != saved.security {
            // What was found out about the old settings says nothing about these.
            saved.mode = None;
        }
        saved.name = form.name;
        saved.keyword = form.keyword;
        saved.security = security;
        saved.rehearsal = form.rehearsal;
        if let Some(webhook) = webhook {
            webhook.host().clone_into(&mut saved.webhook_host);
        }
        // The row goes first: a secret in the key store always belongs to somebody.
        self.keep_robot(id, saved.clone()).await?;
        let kept = self.keep_robot_secrets(id, &mut saved, form.webhook, form.secret).await;
        if let Err(problem) = kept {
            if is_new {
                self.robot_remove(id, &saved.id).await?;
            }
            return Err(problem);
        }
        self.keep_robot(id, saved).await?;
        self.forget_robot_draft(id).await?;
        self.told(id).await
    }

    pub async fn robot_remove(&self, id: &ConnectionId, robot: &str) -> Result<SetupSnapshot> {
        let (wanted, name) = (id.clone(), robot.to_owned());
        let found = self.shared.store.with(move |store| robot::find(store, &wanted, &name)).await?;
        let found = found.ok_or_else(|| Problem::new(ProblemCode::RobotMissing))?;
        let slots = [
            (Slot::RobotWebhook(found.id.clone()), found.webhook_set_at.is_some()),
            (Slot::RobotSecret(found.id.clone()), found.secret_set_at.is_some()),
        ];
        for (slot, is_set) in slots {
            let deleted = self.shared.safe.delete(id, &slot).await;
            if is_set {
                deleted?;
            }
        }
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                robot::delete(store, &wanted, &found.id)?;
                if robot::all(store, &wanted)?.iter().all(|robot| robot.mode.is_none()) {
                    task::forget(store, &wanted, Task::Robot)?;
                }
                Ok(())
            })
            .await?;
        self.told(id).await
    }

    async fn keep_robot(&self, id: &ConnectionId, saved: RobotRow) -> Result<()> {
        let id = id.clone();
        self.shared
            .store
            .with(move |store| {
                robot::write(store, &id, &saved)?;
                if robot::all(store, &id)?.iter().all(|robot| robot.mode.is_none()) {
                    task::forget(store, &id, Task::Robot)?;
                }
                Ok(())
            })
            .await
    }

    async fn keep_robot_secrets(
        &self,
        id: &ConnectionId,
        saved: &mut RobotRow,
        webhook: Option<SecretString>,
        secret: Option<SecretString>,
    ) -> Result<()> {
        if let Some(webhook) = webhook {
            let slot = Slot::RobotWebhook(saved.id.clone());
            self.keep_secret(id, &slot, &webhook).await.map_err(|problem| problem.at(Field::Webhook))?;
            saved.webhook_set_at = Some(self.stamp());
        }
        if let Some(secret) = secret {
            let slot = Slot::RobotSecret(saved.id.clone());
            self.keep_secret(id, &slot, &secret).await.map_err(|problem| problem.at(Field::RobotSecret))?;
            saved.secret_set_at = Some(self.stamp());
        }
        Ok(())
    }

    /// The address as it may be shown: without the token.
    pub(crate) fn shown_address(robot: &RobotRow, hosts: &Hosts) -> String {
        if hosts.is_loopback() {
            return format!("{}/robot/send", hosts.old());
        }
        format!("https://{}/robot/send", robot.webhook_host)
    }
}

fn blank() -> RobotRow {
    RobotRow {
        id: Uuid::now_v7().simple().to_string(),
        name: String::new(),
        webhook_host: String::new(),
        webhook_set_at: None,
        secret_set_at: None,
        keyword: None,
        mode: None,
        security: RobotSecurity::default(),
        delivered_at: None,
        rehearsal: false,
    }
}

fn fill(form: RobotForm) -> Result<Filled> {
    let name = form.name.trim().to_owned();
    if name.is_empty() {
        return Err(Problem::new(ProblemCode::KeyEmpty).at(Field::RobotName));
    }
    let keep = |typed: Option<String>, field| match typed.map(|typed| clean(&typed).value) {
        Some(value) if value.chars().any(char::is_control) => {
            Err(Problem::new(ProblemCode::KeyControlCharacters).at(field))
        }
        Some(value) if !value.is_empty() => Ok(Some(SecretString::from(value))),
        Some(_) | None => Ok(None),
    };
    let keyword = form.keyword.map(|keyword| keyword.trim().to_owned()).filter(|keyword| !keyword.is_empty());
    Ok(Filled {
        name,
        webhook: keep(form.webhook, Field::Webhook)?,
        secret: keep(form.secret, Field::RobotSecret)?,
        keyword,
        security: form.security,
        rehearsal: form.rehearsal,
    })
}
