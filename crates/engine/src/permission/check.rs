//! Stop 3: choosing purposes, and asking DingTalk which points are granted and whom the app may see.

use dingtalk::{AuthScopes, Client, Error};

use super::catalogue::CATALOGUE;
use super::history::remember;
use super::plan::{is_needed, merged, whole};
use super::probe::{Probe, Verdict, probe};
use super::{KnownPoint, PointState, PointView, Purpose};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Proof, Run, Stopped};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::refusal;
use crate::setup::{AnswerCode, SetupSnapshot, Task};
use crate::store::{connection, permission, task};

pub(crate) const SCOPES_CALL: &str = "GET /auth/scopes";

/// What the probes told, and DingTalk's own words for the first point that is missing.
struct Finding {
    points: Vec<KnownPoint>,
    missing: Option<Error>,
}

impl Engine {
    /// # Errors
    /// `PurposeMissing` when none is chosen.
    pub async fn purpose_choose(&self, id: &ConnectionId, purposes: Vec<Purpose>) -> Result<SetupSnapshot> {
        let mut purposes = purposes;
        purposes.sort_unstable();
        purposes.dedup();
        if purposes.is_empty() {
            return Err(Problem::new(ProblemCode::PurposeMissing).at(Field::Purpose));
        }
        let (engine, wanted) = (self.clone(), id.clone());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                let practice = row.region == Region::Practice;
                let points = merged(&purposes, &row.points);
                let open = [PointState::NotChecked, PointState::Missing];
                if points.iter().any(|point| open.contains(&point.state)) {
                    task::forget(store, &wanted, Task::Points)?;
                }
                let chosen = Proof::said(AnswerCode::PurposeChosen).arg("count", purposes.len());
                task::done(store, &wanted, Task::Purpose, &engine.evidence(chosen, practice))?;
                row.purposes = purposes;
                connection::write(store, &row)
            })
            .await?;
        self.told(id).await
    }

    /// # Errors
    /// `PurposeMissing`; those of the keys: `SecretMissing` and the key store's own.
    pub async fn points_check(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let row = self.row(id).await?;
        if row.purposes.is_empty() {
            return Err(Problem::new(ProblemCode::PurposeMissing).at(Field::Purpose));
        }
        let client = self.client(&row).await?;
        let Some(mut run) = self.begin(id, &[Task::Points, Task::Scope]).await? else { return self.snapshot(id).await };
        self.check_points(&mut run, &client, &row.purposes).await?;
        drop(run);
        self.told(id).await
    }

    /// The points, then the scope: both tasks are settled when this returns.
    pub(crate) async fn check_points(&self, run: &mut Run, client: &Client, purposes: &[Purpose]) -> Result<()> {
        // A token issued before a point was granted does not carry it.
        client.forget_token().await;
        let id = run.id.clone();
        let known = self.shared.store.with(move |store| Ok(connection::find(store, &id)?.points)).await?;
        let finding = match ask_all(run, client, purposes, &known).await {
            Ok(finding) => finding,
            Err((call, stopped)) => {
                run.stopped(Task::Points, call, &stopped).await?;
                return run.stopped(Task::Scope, call, &stopped).await;
            }
        };
        self.keep_points(&run.id, finding.points.clone()).await?;
        match verdict(purposes, &finding) {
            Ok(proof) => run.done(Task::Points, proof).await?,
            Err(problem) => run.failed(Task::Points, problem).await?,
        }
        self.check_scope(run, client).await
    }

    /// Whom the app may see; the task is settled when this returns.
    pub(crate) async fn check_scope(&self, run: &mut Run, client: &Client) -> Result<()> {
        match run.call(client.auth_scopes()).await {
            Ok(scopes) if scopes.is_nobody() => run.failed(Task::Scope, Problem::new(ProblemCode::ContactScope)).await,
            Ok(scopes) => run.done(Task::Scope, scope_proof(&scopes)).await,
            Err(stopped) => run.stopped(Task::Scope, SCOPES_CALL, &stopped).await,
        }
    }

    /// Every point there is, with what the checks of this connection found out of it.
    pub async fn points_all(&self, id: &ConnectionId) -> Result<Vec<PointView>> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                let mut points = whole(&row.purposes, &row.points);
                remember(&mut points, &permission::all(store, &wanted, row.client_id())?);
                Ok(points)
            })
            .await
    }

    async fn keep_points(&self, id: &ConnectionId, points: Vec<KnownPoint>) -> Result<()> {
        let (id, at) = (id.clone(), self.stamp());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &id)?;
                permission::note(store, &id, row.client_id(), &points, &at)?;
                // What this check did not ask for is as it was last seen.
                row.points.retain(|old| points.iter().all(|new| new.code != old.code));
                row.points.extend(points);
                connection::write(store, &row)
            })
            .await
    }
}

/// Every needed point, and every other that a read can tell.
async fn ask_all(
    run: &mut Run,
    client: &Client,
    purposes: &[Purpose],
    known: &[KnownPoint],
) -> std::result::Result<Finding, (&'static str, Stopped)> {
    let mut finding = Finding { points: Vec::new(), missing: None };
    for point in CATALOGUE {
        let is_needed = is_needed(&point, purposes);
        // What was granted once is asked for again, or it would be called too much for ever.
        let was_granted = known.iter().any(|known| known.code == point.code && known.state == PointState::Granted);
        let asked = probe(point.code).filter(|probe| is_needed || was_granted || probe.only_reads);
        let state = match asked {
            None if is_needed => PointState::CouldNotTell,
            None => continue,
            Some(probe) => ask(run, client, probe, is_needed, &mut finding.missing).await?,
        };
        finding.points.push(KnownPoint { code: point.code.to_owned(), state });
    }
    Ok(finding)
}

async fn ask(
    run: &mut Run,
    client: &Client,
    probe: Probe,
    is_needed: bool,
    missing: &mut Option<Error>,
) -> std::result::Result<PointState, (&'static str, Stopped)> {
    match run.call(probe.ask(client)).await {
        Ok(Verdict::Told(state, error)) => {
            if is_needed && state == PointState::Missing && missing.is_none() {
                *missing = error;
            }
            Ok(state)
        }
        Ok(Verdict::Shut(error)) => Err((probe.call, Stopped::Failed(error))),
        Err(stopped) => Err((probe.call, stopped)),
    }
}

/// Done when nothing needed is missing. What could not be told is counted, never guessed.
fn verdict(purposes: &[Purpose], finding: &Finding) -> std::result::Result<Proof, Problem> {
    let points = merged(purposes, &finding.points);
    let count = |state| points.iter().filter(|point| !point.excess && point.state == state).count();
    if count(PointState::Missing) > 0 {
        let missing = points.iter().filter(|point| point.state == PointState::Missing);
        let codes: Vec<&str> = missing.map(|point| point.code.as_str()).collect();
        let mut problem = match &finding.missing {
            Some(error) => refusal::problem(error),
            None => Problem::new(ProblemCode::PermissionMissing).arg("apply_link", ""),
        };
        problem = problem.arg("permissions", codes.join(", "));
        return Err(problem);
    }
    let mut calls: Vec<&str> = points.iter().filter_map(|point| point.call.as_deref()).collect();
    calls.dedup();
    let call = if calls.is_empty() { SCOPES_CALL.to_owned() } else { calls.join(", ") };
    Ok(Proof::verified(&call, AnswerCode::PointsGranted)
        .arg("granted", count(PointState::Granted))
        .arg("unknown", count(PointState::CouldNotTell))
        .arg("excess", points.iter().filter(|point| point.excess).count()))
}

fn scope_proof(scopes: &AuthScopes) -> Proof {
    if scopes.is_everyone() {
        return Proof::verified(SCOPES_CALL, AnswerCode::ScopeEveryone);
    }
    Proof::verified(SCOPES_CALL, AnswerCode::ScopeSome)
        .arg("people", scopes.users.len())
        .arg("departments", scopes.departments.len())
}
