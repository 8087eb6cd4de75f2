//! Stop 2: drafts, the paste, and trying the keys. A secret waits aside until a real call has taken it.

use secrecy::{ExposeSecret, SecretString};

use super::settle::{Keep, in_use};
use super::shape::{Look, look};
use super::{clean, find};
use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof, Run};
use crate::message::looks_like;
use crate::note::Note;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, EvidenceKind, KeysForm, SetupSnapshot, Task};
use crate::store::{ConnectionRow, WorkingKeys, task};
use crate::vault::Slot;

pub(crate) const TOKEN_CALL: &str = "POST /v1.0/oauth2/accessToken";
const CORP_CALL: &str = "POST /v1.0/oauth2/{corpId}/token";

/// What another app would have to show anew. What a person said stays said.
pub(super) const OF_THE_APP: [Task; 6] =
    [Task::Corp, Task::Agent, Task::Points, Task::Scope, Task::Token, Task::AllowList];

fn is_secret(typed: &str) -> bool {
    look(&clean(typed).value) == Look::ClientSecret || looks_like(typed).is_some_and(|what| what != "key")
}

impl Engine {
    pub fn keys_notes(&self, form: &KeysForm) -> Vec<Note> {
        let secret = form.client_secret.as_deref().unwrap_or_default();
        super::notes(&[
            (Field::CorpId, &form.corp_id),
            (Field::ClientId, &form.client_id),
            (Field::ClientSecret, secret),
            (Field::AgentId, &form.agent_id),
        ])
        .into_iter()
        // A secret that is not typed may wait inside, or be saved already.
        .filter(|note| form.client_secret.is_some() || note.field != Field::ClientSecret)
        .collect()
    }

    /// Saved as typed, but for a secret in the wrong box (S15): that stays on the screen, where the note beside it says so.
    /// The working keys stay what they are.
    pub async fn keys_draft(
        &self,
        id: &ConnectionId,
        corp_id: String,
        client_id: String,
        agent_id: String,
    ) -> Result<SetupSnapshot> {
        self.change_row(id, move |row| {
            for (draft, typed) in [
                (&mut row.draft_corp_id, corp_id),
                (&mut row.draft_client_id, client_id),
                (&mut row.draft_agent_id, agent_id),
            ] {
                if !is_secret(&typed) {
                    *draft = typed;
                }
            }
        })
        .await
    }

    /// A whole console page. What is found is filled in; what is not found stays as it was.
    ///
    /// # Errors
    /// `PasteTooLong`, `PasteNothingFound`; the key store's own, with the other keys filled in all the same.
    pub async fn keys_paste(&self, id: &ConnectionId, page: SecretString) -> Result<SetupSnapshot> {
        let found = find(&page)?;
        let (corp_id, client_id, agent_id) = (found.corp_id, found.client_id, found.agent_id);
        let snapshot = self
            .change_row(id, move |row| {
                row.draft_corp_id = corp_id.unwrap_or(std::mem::take(&mut row.draft_corp_id));
                row.draft_client_id = client_id.unwrap_or(std::mem::take(&mut row.draft_client_id));
                row.draft_agent_id = agent_id.unwrap_or(std::mem::take(&mut row.draft_agent_id));
            })
            .await?;
        match found.client_secret {
            Some(secret) => self.put_aside(id, secret).await,
            None => Ok(snapshot),
        }
    }

    /// Tries the keys by a real token call, then the `CorpID` by the organisation's own; only then are they in use.
    ///
    /// # Errors
    /// `KeyEmpty`, `KeyControlCharacters`, `KeysSwapped`, the key store's own. What was typed is saved all the same, as by
    /// `keys_draft`.
    pub async fn keys_try(&self, id: &ConnectionId, form: KeysForm) -> Result<SetupSnapshot> {
        self.keys_draft(id, form.corp_id.clone(), form.client_id.clone(), form.agent_id.clone()).await?;
        let typed = form.client_secret.map(SecretString::from).filter(|secret| !is_empty(secret));
        check(&form.corp_id, &form.client_id, &form.agent_id, typed.as_ref())?;
        if let Some(secret) = typed {
            self.put_aside(id, SecretString::from(clean(secret.expose_secret()).value)).await?;
        }
        let keys = WorkingKeys {
            corp_id: clean(&form.corp_id).value,
            client_id: clean(&form.client_id).value,
            agent_id: clean(&form.agent_id).value,
        };
        self.settle_keys(id).await.map_err(|problem| problem.at(Field::ClientSecret))?;
        let row = self.row(id).await?;
        let hosts = self.hosts(&row)?;
        let secret = self.secret_to_try(&row).await?;
        let client = self.new_client(id, hosts.clone(), &keys.client_id, secret.clone())?;
        let Some(mut run) = self.begin(id, &[Task::Credentials, Task::Corp]).await? else {
            return self.snapshot(id).await;
        };
        let validity = match run.call(client.fetch_token()).await {
            Ok(validity) => validity,
            Err(stopped) => {
                run.stopped(Task::Credentials, TOKEN_CALL, &stopped).await?;
                return self.snapshot_after(run).await;
            }
        };
        let set_at = match self.take_into_use(&row, &keys, &secret).await {
            Ok(set_at) => set_at,
            Err(problem) => {
                // The page is told first that nothing is under way any more.
                self.snapshot_after(run).await?;
                return Err(problem.at(Field::ClientSecret));
            }
        };
        self.hold_client(id, &client, hosts, set_at);
        let minutes = validity.remaining.as_secs() / 60;
        let issued = Proof::verified(TOKEN_CALL, AnswerCode::TokenIssued).arg("minutes", minutes);
        run.done(Task::Credentials, issued).await?;
        match run.call(client.corp_token_check(&keys.corp_id)).await {
            Ok(()) => run.done(Task::Corp, Proof::verified(CORP_CALL, AnswerCode::CorpMatches)).await?,
            Err(stopped) => run.stopped(Task::Corp, CORP_CALL, &stopped).await?,
        }
        self.snapshot_after(run).await
    }

    /// The one that waits, else the working one.
    async fn secret_to_try(&self, row: &ConnectionRow) -> Result<SecretString> {
        let slot = match (row.candidate_length, &row.secret_set_at) {
            (Some(_), _) => Slot::ClientSecretCandidate,
            (None, Some(_)) => Slot::ClientSecret,
            (None, None) => return Err(Problem::new(ProblemCode::KeyEmpty).at(Field::ClientSecret)),
        };
        let found = self.shared.safe.read(&row.id, &slot).await;
        found.map_err(|problem| problem.at(Field::ClientSecret))
    }

    /// A real call took these keys: now the secret may replace the one before it.
    async fn take_into_use(
        &self,
        before: &ConnectionRow,
        keys: &WorkingKeys,
        tried: &SecretString,
    ) -> Result<Option<String>> {
        if before.candidate_length.is_some() {
            return self.put_into_use(&before.id, keys, tried, Keep::Nothing).await;
        }
        let (engine, keys, set_at) = (self.clone(), keys.clone(), before.secret_set_at.clone());
        let _turn = self.shared.key_turn.lock().await;
        self.alter(&before.id, move |store, row| {
            // The working one was tried, and is not the working one any more: a move took it away.
            if row.secret_set_at != set_at {
                return Err(Problem::new(ProblemCode::Cancelled).into());
            }
            in_use(&engine, store, row, keys)
        })
        .await?;
        Ok(before.secret_set_at.clone())
    }

    async fn snapshot_after(&self, run: Run) -> Result<SetupSnapshot> {
        let id = run.id.clone();
        drop(run);
        self.told(&id).await
    }
}

/// A work notice was taken from the old app; a group robot's delivery has nothing to do with it.
pub(super) fn forget_notice(store: &rusqlite::Transaction, id: &ConnectionId) -> crate::store::Answer<()> {
    for row in task::all(store, id)? {
        let by_notice = row.evidence.as_ref().is_some_and(|evidence| {
            evidence.kind == EvidenceKind::Verified && evidence.answer.code == AnswerCode::NoticeAccepted
        });
        if row.task == Task::Message && by_notice {
            task::forget(store, id, Task::Message)?;
        }
    }
    Ok(())
}

fn check(corp_id: &str, client_id: &str, agent_id: &str, secret: Option<&SecretString>) -> Result<()> {
    let mut fields = vec![(Field::CorpId, corp_id), (Field::ClientId, client_id)];
    if let Some(secret) = secret {
        fields.push((Field::ClientSecret, secret.expose_secret()));
    }
    // Only work notices need it, so it may stay empty.
    if !clean(agent_id).value.is_empty() {
        fields.push((Field::AgentId, agent_id));
    }
    super::check(&fields)
}

fn is_empty(secret: &SecretString) -> bool {
    clean(secret.expose_secret()).value.is_empty()
}
