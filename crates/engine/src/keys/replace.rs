//! A new secret for an app that is set up already, in one field: because the old one is dead, or before it is.

use secrecy::{ExposeSecret, SecretString};

use super::change::OldPhase;
use super::settle::{Keep, check_no_old};
use super::{check, clean};
use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof, Run, Stopped};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::refusal;
use crate::setup::{AnswerCode, SetupSnapshot, Task};
use crate::store::{ConnectionRow, WorkingKeys, task};
use crate::vault::Slot;

use super::TOKEN_CALL;

impl Engine {
    /// The secret is dead, or lost: another one takes its place once a real call has taken it. Nothing else changes.
    ///
    /// # Errors
    /// `SecretMissing` before any keys worked; `KeyEmpty`, `KeyControlCharacters`, `KeysSwapped`; the key store's own.
    /// What DingTalk says stands on the task.
    pub async fn secret_enter(&self, id: &ConnectionId, secret: Option<SecretString>) -> Result<SetupSnapshot> {
        self.change_secret(id, secret, Keep::Nothing).await
    }

    /// The secret works and is to be changed: both are kept until the new one has worked and somebody has said that the
    /// old one was disabled.
    ///
    /// # Errors
    /// The same, and `OldSecretWaiting`. What DingTalk says of the new one is an error too: the old one still works, so
    /// that no task is in trouble.
    pub async fn secret_rotate(&self, id: &ConnectionId, secret: Option<SecretString>) -> Result<SetupSnapshot> {
        self.change_secret(id, secret, Keep::Old).await
    }

    /// The one that waits to be tried is thrown away. The working one stays.
    pub async fn secret_discard(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        self.discard(id).await?;
        self.told(id).await
    }

    /// Somebody disabled the old secret in the console: it leaves this computer. Said twice, it is gone once.
    ///
    /// # Errors
    /// The key store's own; then it is removed as soon as that answers again.
    pub async fn old_secret_disabled(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        self.settle_keys(id).await?;
        let by = self.shared.parts.user_name.clone();
        self.alter(id, move |_, row| {
            if let Some(old) = row.key_change.old.as_mut().filter(|old| old.phase == OldPhase::Kept) {
                old.phase = OldPhase::Removing;
                old.said_by = Some(by);
            }
            Ok(())
        })
        .await?;
        self.settle_keys(id).await?;
        self.told(id).await
    }

    async fn change_secret(&self, id: &ConnectionId, typed: Option<SecretString>, keep: Keep) -> Result<SetupSnapshot> {
        let at = |problem: Problem| problem.at(Field::ClientSecret);
        self.settle_keys(id).await.map_err(at)?;
        let row = self.row(id).await?;
        let Some(keys) = row.working_keys.clone() else { return Err(at(Problem::new(ProblemCode::SecretMissing))) };
        if keep == Keep::Old {
            check_no_old(&row)?;
        }
        let typed = typed.map(|typed| SecretString::from(clean(typed.expose_secret()).value));
        match (typed.filter(|typed| !typed.expose_secret().is_empty()), row.candidate_length) {
            (Some(typed), _) => {
                check(&[(Field::ClientSecret, typed.expose_secret())])?;
                if keep == Keep::Old {
                    self.check_other(id, &typed).await?;
                }
                self.put_aside(id, typed).await?;
            }
            (None, Some(_)) => {}
            (None, None) => return Err(at(Problem::new(ProblemCode::KeyEmpty))),
        }
        let secret = self.shared.safe.read(id, &Slot::ClientSecretCandidate).await.map_err(at)?;
        let before = self.problem_of(id, Task::Credentials).await?;
        let client = self.new_client(id, self.hosts(&row)?, &keys.client_id, secret.clone())?;
        let Some(mut run) = self.begin(id, &[Task::Credentials]).await? else { return self.snapshot(id).await };
        match run.call(client.fetch_token()).await {
            Ok(validity) => {
                if let Err(problem) = self.put_into_use(id, &keys, &secret, keep).await {
                    as_before(&mut run, before).await?;
                    return Err(at(problem));
                }
                self.drop_client(id);
                let minutes = validity.remaining.as_secs() / 60;
                run.done(
                    Task::Credentials,
                    Proof::verified(TOKEN_CALL, AnswerCode::TokenIssued).arg("minutes", minutes),
                )
                .await?;
                self.told(id).await
            }
            Err(stopped) => self.not_taken(run, stopped, &secret, keep, before).await,
        }
    }

    /// Saying afterwards that "the old one" was disabled would be wrong of a secret that is old and new at once.
    async fn check_other(&self, id: &ConnectionId, typed: &SecretString) -> Result<()> {
        let at = |problem: Problem| problem.at(Field::ClientSecret);
        match self.shared.safe.read(id, &Slot::ClientSecret).await {
            Ok(present) if present.expose_secret() == typed.expose_secret() => {
                Err(at(Problem::new(ProblemCode::SecretUnchanged)))
            }
            Ok(_) => Ok(()),
            Err(problem) if problem.code.is_lost_secret() => Ok(()),
            Err(problem) => Err(at(problem)),
        }
    }

    /// DingTalk refused it: nobody wants to try that one again. Any other failure leaves it waiting.
    async fn not_taken(
        &self,
        mut run: Run,
        stopped: Stopped,
        tried: &SecretString,
        keep: Keep,
        before: Option<Problem>,
    ) -> Result<SetupSnapshot> {
        let id = run.id.clone();
        let problem = match &stopped {
            Stopped::Failed(error) => Some(refusal::problem(error)),
            Stopped::Cancelled => None,
        };
        match keep {
            // The old one works as before, or is in the trouble that it was in before.
            Keep::Old => as_before(&mut run, before).await?,
            Keep::Nothing => run.stopped(Task::Credentials, TOKEN_CALL, &stopped).await?,
        }
        if problem.as_ref().is_some_and(|problem| problem.code == ProblemCode::CredentialsRefused) {
            self.discard_refused(&id, tried).await?;
        }
        let snapshot = self.told(&id).await?;
        match (keep, problem) {
            (Keep::Old, Some(problem)) => Err(problem.at(Field::ClientSecret)),
            _ => Ok(snapshot),
        }
    }

    async fn problem_of(&self, id: &ConnectionId, wanted: Task) -> Result<Option<Problem>> {
        let id = id.clone();
        let rows = self.shared.store.with(move |store| task::all(store, &id)).await?;
        Ok(rows.into_iter().find(|row| row.task == wanted).and_then(|row| row.problem))
    }

    async fn discard(&self, id: &ConnectionId) -> Result<()> {
        let _turn = self.shared.key_turn.lock().await;
        self.discard_in_turn(id).await
    }

    /// Another one may have been pasted meanwhile; nobody has refused that.
    async fn discard_refused(&self, id: &ConnectionId, tried: &SecretString) -> Result<()> {
        let _turn = self.shared.key_turn.lock().await;
        if self.still_waits(id, tried).await? { self.discard_in_turn(id).await } else { Ok(()) }
    }

    async fn discard_in_turn(&self, id: &ConnectionId) -> Result<()> {
        self.settle_in_turn(id).await?;
        self.alter(id, |_, row| {
            row.candidate_length = None;
            row.key_change.untidy = true;
            Ok(())
        })
        .await?;
        self.settle_in_turn(id).await
    }

    /// Into the waiting slot: written, read back, and its length noted.
    pub(super) async fn put_aside(&self, id: &ConnectionId, secret: SecretString) -> Result<SetupSnapshot> {
        let at = |problem: Problem| problem.at(Field::ClientSecret);
        {
            let _turn = self.shared.key_turn.lock().await;
            self.settle_in_turn(id).await.map_err(at)?;
            // Written down first, so that a kill leaves nothing in the key store that nobody knows of.
            self.alter(id, |_, row| {
                row.key_change.untidy = true;
                Ok(())
            })
            .await?;
            self.keep_secret(id, &Slot::ClientSecretCandidate, &secret).await.map_err(at)?;
            let length = u32::try_from(secret.expose_secret().chars().count()).unwrap_or(u32::MAX);
            self.alter(id, move |_, row| {
                row.candidate_length = Some(length);
                row.key_change.untidy = false;
                Ok(())
            })
            .await?;
        }
        self.told(id).await
    }
}

/// Nothing is under way any more, and the task stands as it stood.
async fn as_before(run: &mut Run, before: Option<Problem>) -> Result<()> {
    match before {
        Some(before) => run.failed(Task::Credentials, before).await,
        None => run.settled(Task::Credentials).await,
    }
}

impl ConnectionRow {
    /// The working secret as one that is about to be kept aside; nothing where none was set.
    pub(crate) fn old_secret(&self) -> Option<super::change::OldSecret> {
        let keys: WorkingKeys = self.working_keys.clone()?;
        Some(super::change::OldSecret {
            phase: OldPhase::Keeping,
            keys,
            region: self.region_choice(),
            set_at: self.secret_set_at.clone()?,
            replaced_at: None,
            gone_at: None,
            said_by: None,
        })
    }
}
