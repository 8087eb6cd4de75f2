//! The engine's way to the key store: one owner thread, a deadline, and "saved" only after reading back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use rusqlite::Transaction;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::oneshot;

use super::{SecretFile, Slot, Vault, VaultError, label, of_app, print};
use crate::connection::ConnectionId;
use crate::problem::{Problem, ProblemCode, Result, travels_as};
use crate::store::{Answer, Store, print as kept};

/// Windows stores at most 2,560 bytes of UTF-16 in one credential; the same everywhere, so that a home can move.
const LIMIT: usize = 1_280;
/// F68: a key store that hangs must not take the app with it.
const DEADLINE: Duration = Duration::from_secs(5);

type Errand = Box<dyn FnOnce(&dyn Vault) + Send>;

/// F71: Windows does not order calls of two threads, so one thread makes them all.
#[derive(Clone)]
pub(crate) struct Safe {
    errands: mpsc::Sender<Errand>,
    installation: Arc<str>,
    deadline: Duration,
    silence: VaultError,
    /// Where the traces of saved secrets are.
    prints: Option<Store>,
    /// Whether people alone put the secrets there.
    mounted: bool,
    /// Where the names of people are looked up.
    names: Option<Store>,
    /// Whether nothing new is taken, because everything is being removed.
    shut: Arc<AtomicBool>,
}

impl Safe {
    pub fn new(vault: Arc<dyn Vault>, installation: &str) -> Self {
        let (errands, inbox) = mpsc::channel::<Errand>();
        let (silence, mounted) = (vault.silence(), !vault.is_ours());
        let (prints, names) = (None, None);
        std::thread::spawn(move || {
            for errand in inbox {
                errand(vault.as_ref());
            }
        });
        let shut = Arc::default();
        Self { errands, installation: installation.into(), deadline: DEADLINE, silence, prints, mounted, names, shut }
    }

    /// F69: with a trace of each secret, kept in this file.
    pub fn with_prints(mut self, vault: &dyn Vault, store: &Store) -> Self {
        self.prints = vault.is_ours().then(|| store.clone());
        self
    }

    pub fn with_names(mut self, store: Store) -> Self {
        self.names = Some(store);
        self
    }

    /// Whether its secrets are put there by people alone.
    pub fn is_mounted(&self) -> bool {
        self.mounted
    }

    #[cfg(test)]
    fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// From here on nothing is saved, until it is opened again. What is read afterwards of who owns a secret is all there
    /// is: a secret's owner is written down before the secret, and the one thread writes none after this.
    pub fn shut(&self) {
        self.shut.store(true, Ordering::SeqCst);
    }

    pub fn open(&self) {
        self.shut.store(false, Ordering::SeqCst);
    }

    /// Writes, reads back, compares: only then is it saved.
    ///
    /// # Errors
    /// `SecretTooLong`, `VaultReadBack`, the key store's own; `Cancelled` when everything is being removed.
    pub async fn save(&self, connection: &ConnectionId, slot: &Slot, secret: &SecretString) -> Result<()> {
        let length = length(secret);
        if length > LIMIT {
            return Err(Problem::new(ProblemCode::SecretTooLong).arg("length", length).arg("limit", LIMIT));
        }
        if self.is_mounted() {
            return self.compare(connection, slot, secret).await;
        }
        let name = self.name(connection, slot);
        let print = print::make(&name, secret);
        // Before the key store is told: killed in between, the new secret is no stranger.
        self.print(slot, {
            let (name, print) = (name.clone(), print.clone());
            move |store| kept::begin(store, &name, &print)
        })
        .await?;
        let (secret, place, shut) = (secret.clone(), name.clone(), self.shut.clone());
        let same = self
            .ask(move |vault| {
                if shut.load(Ordering::SeqCst) {
                    return Ok(None);
                }
                vault.set(&place, &secret)?;
                let found = vault.get(&place)?;
                Ok(Some(found.is_some_and(|found| found.expose_secret() == secret.expose_secret())))
            })
            .await?;
        match same {
            Some(true) => {}
            Some(false) => return Err(Problem::new(ProblemCode::VaultReadBack)),
            None => return Err(Problem::new(ProblemCode::Cancelled)),
        }
        let settled = name.clone();
        // It is saved, whatever becomes of this: a trace that is still to come fits as well.
        let _ = self.print(slot, move |store| kept::settle(store, &settled, &print)).await;
        Ok(())
    }

    /// A secret that was saved before.
    ///
    /// # Errors
    /// `VaultLocked` and not `SecretMissing` when the store hides it: a locked one says "no entry" to a reader.
    /// `SecretChanged` when another one lies in its place.
    pub async fn read(&self, connection: &ConnectionId, slot: &Slot) -> Result<SecretString> {
        let secret = self.read_any(connection, slot).await?;
        let name = self.name(connection, slot);
        let (place, found) = (name.clone(), secret.clone());
        let fits = self
            .print(slot, move |store| {
                let prints = kept::read(store, &place)?;
                let mut known = prints.kept.iter().chain(&prints.next).peekable();
                if known.peek().is_none() {
                    // From before traces were kept: it is believed once.
                    kept::settle(store, &place, &print::make(&place, &found))?;
                    return Ok(true);
                }
                Ok(known.any(|print| print::fits(print, &place, &found)))
            })
            .await;
        match fits {
            Ok(Some(false)) => Err(Problem::new(ProblemCode::SecretChanged)),
            // A file that cannot be read or written at this moment says nothing about a secret.
            Ok(_) | Err(_) => Ok(secret),
        }
    }

    /// Whoever put it there.
    pub async fn read_any(&self, connection: &ConnectionId, slot: &Slot) -> Result<SecretString> {
        if self.is_mounted() {
            return self.mounted(connection, slot).await;
        }
        let name = self.name(connection, slot);
        let probe = self.probe();
        let found = self
            .ask(move |vault| {
                let found = vault.get(&name)?;
                if found.is_none() {
                    vault.set(&probe, &SecretString::from("probe"))?;
                    vault.delete(&probe)?;
                }
                Ok(found)
            })
            .await?;
        found.ok_or_else(|| Problem::new(ProblemCode::SecretMissing))
    }

    pub async fn delete(&self, connection: &ConnectionId, slot: &Slot) -> Result<()> {
        if self.is_mounted() {
            // It is not ours, and what we may have wanted to put there was refused.
            return Ok(());
        }
        let name = self.name(connection, slot);
        let place = name.clone();
        self.ask(move |vault| vault.delete(&place)).await?;
        self.forget(vec![name]).await;
        Ok(())
    }

    /// The secret of an app, as it lies where people put it.
    ///
    /// # Errors
    /// `SecretFileUnfit`, and why.
    pub async fn mounted_for_app(&self, client_id: &str) -> Result<SecretString> {
        let name = of_app(client_id);
        self.ask(move |vault| vault.get(&name)).await?.ok_or_else(|| Problem::new(ProblemCode::SecretMissing))
    }

    /// Nothing is written where people put the secrets: what is to be kept must lie there already.
    async fn compare(&self, connection: &ConnectionId, slot: &Slot, secret: &SecretString) -> Result<()> {
        let file = self.file(connection, slot).await?;
        let Some(name) = file.name() else { return Err(problem(VaultError::ReadOnly { path: String::new() })) };
        let found = self.ask(move |vault| vault.get(&name)).await?;
        if found.is_some_and(|found| found.expose_secret() == secret.expose_secret()) {
            return Ok(());
        }
        Err(problem(VaultError::ReadOnly { path: file.name().unwrap_or_default() }))
    }

    async fn mounted(&self, connection: &ConnectionId, slot: &Slot) -> Result<SecretString> {
        let missing = || Problem::new(ProblemCode::SecretMissing);
        let file = self.file(connection, slot).await?;
        let name = file.name().ok_or_else(missing)?;
        self.ask(move |vault| vault.get(&name)).await?.ok_or_else(missing)
    }

    async fn file(&self, connection: &ConnectionId, slot: &Slot) -> Result<SecretFile> {
        let Some(store) = &self.names else { return Ok(SecretFile::default()) };
        let (connection, slot) = (connection.clone(), slot.clone());
        store.with(move |store| label(store, &connection, &slot)).await
    }

    /// Deletes them, and looks again. Only a store that takes something at this moment tells the truth about what it
    /// does not hold: a locked one says "no entry" to every reader.
    ///
    /// # Errors
    /// `SecretLeft`; the key store's own, after everything that could be deleted was.
    pub async fn wipe(&self, connection: &ConnectionId, slots: &[Slot]) -> Result<()> {
        if self.is_mounted() {
            return Ok(());
        }
        let names: Vec<String> = slots.iter().map(|slot| self.name(connection, slot)).collect();
        let probe = self.probe();
        let wiped = names.clone();
        let left = self
            .ask(move |vault| {
                let deleted: Vec<_> = names.iter().map(|name| vault.delete(name)).collect();
                deleted.into_iter().collect::<std::result::Result<Vec<()>, _>>()?;
                vault.set(&probe, &SecretString::from("probe"))?;
                let mut left = 0;
                for name in &names {
                    left += usize::from(vault.get(name)?.is_some());
                }
                vault.delete(&probe)?;
                Ok(left)
            })
            .await?;
        if left > 0 {
            return Err(Problem::new(ProblemCode::SecretLeft));
        }
        self.forget(wiped).await;
        Ok(())
    }

    /// A trace that stays behind does no harm: it is replaced with the next secret.
    async fn forget(&self, names: Vec<String>) {
        let Some(store) = &self.prints else { return };
        let _ = store.with(move |store| names.iter().try_for_each(|name| kept::delete(store, name))).await;
    }

    /// A password that a person chose could be found by trying them all: of it no trace is kept.
    async fn print<T: Send + 'static>(
        &self,
        slot: &Slot,
        work: impl FnOnce(&Transaction) -> Answer<T> + Send + 'static,
    ) -> Result<Option<T>> {
        match (&self.prints, slot) {
            (None, _) | (Some(_), Slot::ProxyPassword(_)) => Ok(None),
            (Some(store), _) => store.with(work).await.map(Some),
        }
    }

    fn probe(&self) -> String {
        format!("{}/probe", self.installation)
    }

    fn name(&self, connection: &ConnectionId, slot: &Slot) -> String {
        slot.name(&self.installation, connection)
    }

    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&dyn Vault) -> std::result::Result<T, VaultError> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        let errand: Errand = Box::new(move |vault| {
            // Nobody waits any more: a late write would only surprise.
            if !reply.is_closed() {
                let _ = reply.send(question(vault));
            }
        });
        let failed = || Problem::new(ProblemCode::VaultFailed);
        self.errands.send(errand).map_err(|_| failed())?;
        match tokio::time::timeout(self.deadline, answer).await {
            Ok(Ok(answer)) => answer.map_err(problem),
            Ok(Err(_)) => Err(failed()),
            Err(_) => Err(problem(self.silence.clone())),
        }
    }
}

fn length(secret: &SecretString) -> usize {
    secret.expose_secret().encode_utf16().count()
}

fn problem(error: VaultError) -> Problem {
    match error {
        VaultError::Absent => Problem::new(ProblemCode::VaultAbsent),
        VaultError::Locked => Problem::new(ProblemCode::VaultLocked),
        VaultError::Failed => Problem::new(ProblemCode::VaultFailed),
        VaultError::Unfit { path, fault } => {
            Problem::new(ProblemCode::SecretFileUnfit).arg("path", path).arg("fault", travels_as(&fault))
        }
        VaultError::ReadOnly { path } => Problem::new(ProblemCode::SecretsReadOnly).arg("path", path),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Fault, MemoryVault};
    use super::*;

    fn connection() -> ConnectionId {
        ConnectionId("c1".to_owned())
    }

    fn safe(fault: Fault) -> (Arc<MemoryVault>, Safe) {
        let vault = Arc::new(MemoryVault::new());
        vault.misbehave(fault);
        let safe = Safe::new(vault.clone(), "home-a").with_deadline(Duration::from_millis(300));
        (vault, safe)
    }

    async fn check_save(fault: Fault, secret: String, expected: std::result::Result<(), ProblemCode>) {
        let (_, safe) = safe(fault);
        let saved = safe.save(&connection(), &Slot::ClientSecret, &SecretString::from(secret)).await;
        assert_eq!(saved.map_err(|problem| problem.code), expected, "{fault:?}");
    }

    #[tokio::test]
    async fn saved_means_written_and_read_back() {
        // F68, F70
        check_save(Fault::None, "x".repeat(64), Ok(())).await;
        check_save(Fault::Forgets, "x".repeat(64), Err(ProblemCode::VaultReadBack)).await;
        check_save(Fault::Absent, "x".repeat(64), Err(ProblemCode::VaultAbsent)).await;
        check_save(Fault::Locked, "x".repeat(64), Err(ProblemCode::VaultLocked)).await;
        check_save(Fault::Hangs(Duration::from_millis(900)), "x".repeat(64), Err(ProblemCode::VaultFailed)).await;
        check_save(Fault::Asks(Duration::from_millis(900)), "x".repeat(64), Err(ProblemCode::VaultLocked)).await;
        check_save(Fault::None, "字".repeat(1_280), Ok(())).await;
        check_save(Fault::None, "字".repeat(1_281), Err(ProblemCode::SecretTooLong)).await;
        // Two UTF-16 units each.
        check_save(Fault::None, "𨋢".repeat(641), Err(ProblemCode::SecretTooLong)).await;
    }

    #[tokio::test]
    async fn too_long_is_refused_before_anything_is_written() {
        let (vault, safe) = safe(Fault::None);
        let refused = safe.save(&connection(), &Slot::ClientSecret, &"x".repeat(1_281).into()).await.unwrap_err();
        assert_eq!((refused.args["length"].as_str(), refused.args["limit"].as_str()), ("1281", "1280"));
        assert!(vault.names().is_empty());
    }

    #[tokio::test]
    async fn shut_it_takes_nothing_new_and_still_lets_go() {
        // F72
        let (vault, safe) = safe(Fault::None);
        safe.save(&connection(), &Slot::ClientSecret, &"kept".into()).await.unwrap();
        safe.shut();
        let refused = safe.save(&connection(), &Slot::ClientSecretCandidate, &"late".into()).await.unwrap_err();
        assert_eq!((refused.code, vault.names().len()), (ProblemCode::Cancelled, 1));
        safe.wipe(&connection(), &Slot::all(&[])).await.unwrap();
        assert!(vault.names().is_empty());
        safe.open();
        safe.save(&connection(), &Slot::ClientSecret, &"again".into()).await.unwrap();
    }

    #[tokio::test]
    async fn a_locked_store_is_not_taken_for_a_lost_secret() {
        // F68, F69
        let (vault, safe) = safe(Fault::None);
        let missing = safe.read(&connection(), &Slot::ClientSecret).await.unwrap_err();
        assert_eq!(missing.code, ProblemCode::SecretMissing);
        assert!(vault.names().is_empty(), "the probe is gone");
        safe.save(&connection(), &Slot::ClientSecret, &"kept".into()).await.unwrap();
        vault.misbehave(Fault::Locked);
        assert_eq!(safe.read(&connection(), &Slot::ClientSecret).await.unwrap_err().code, ProblemCode::VaultLocked);
        vault.misbehave(Fault::None);
        assert_eq!(safe.read(&connection(), &Slot::ClientSecret).await.unwrap().expose_secret(), "kept");
    }

    #[tokio::test]
    async fn gone_is_what_was_looked_for_again_in_an_open_store() {
        // F68
        let all = Slot::all(&["r1".to_owned()]).len();
        let check = async |fault: Fault, expected: std::result::Result<(), ProblemCode>, left: usize| {
            let (vault, safe) = safe(Fault::None);
            let slots = Slot::all(&["r1".to_owned()]);
            for slot in &slots {
                safe.save(&connection(), slot, &"kept".into()).await.unwrap();
            }
            vault.misbehave(fault);
            let wiped = safe.wipe(&connection(), &slots).await;
            assert_eq!(wiped.map_err(|problem| problem.code), expected, "{fault:?}");
            vault.misbehave(Fault::None);
            assert_eq!(vault.names().len(), left, "{fault:?}: {:?}", vault.names());
        };
        check(Fault::None, Ok(()), 0).await;
        check(Fault::Locked, Err(ProblemCode::VaultLocked), all).await;
        check(Fault::Absent, Err(ProblemCode::VaultAbsent), all).await;
        check(Fault::KeepsDeleted, Err(ProblemCode::SecretLeft), all).await;
    }

    #[tokio::test]
    async fn two_homes_never_collide() {
        let vault = Arc::new(MemoryVault::new());
        for home in ["home-a", "home-b"] {
            Safe::new(vault.clone(), home).save(&connection(), &Slot::ClientSecret, &home.into()).await.unwrap();
        }
        assert_eq!(vault.names(), ["home-a/c1/client-secret", "home-b/c1/client-secret"]);
    }

    #[tokio::test]
    async fn many_writers_of_one_entry_leave_one_whole_value() {
        // F71
        let (vault, safe) = safe(Fault::None);
        let mut writers = tokio::task::JoinSet::new();
        for number in 0..50 {
            let safe = safe.clone().with_deadline(DEADLINE);
            let value = number.to_string().repeat(20);
            writers.spawn(async move { safe.save(&connection(), &Slot::ClientSecret, &value.into()).await });
        }
        while let Some(saved) = writers.join_next().await {
            saved.unwrap().unwrap();
        }
        assert!((0..50).any(|number: i32| vault.holds("client-secret", &number.to_string().repeat(20))));
    }
}
