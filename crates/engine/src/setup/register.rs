//! Stop 1: the company, the kind of app, the region, and where data is to be kept.

use super::{AnswerCode, AppType, RegionChoice, RegisterForm, Residency, SetupSnapshot, Task};
use crate::connection::{ConnectionId, Region};
use crate::email;
use crate::engine::{Engine, Proof};
use crate::note::Note;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::store::{connection, task};

/// A form with nothing left open.
struct Filled {
    company_name: String,
    email: String,
    app_type: AppType,
    region: RegionChoice,
    residency: Residency,
}

impl Engine {
    pub fn register_notes(&self, form: &RegisterForm) -> Vec<Note> {
        email::note(&form.email).into_iter().collect()
    }

    /// Saved as typed, without a judgement.
    pub async fn register_draft(&self, id: &ConnectionId, form: RegisterForm) -> Result<SetupSnapshot> {
        self.change_row(id, move |row| row.register = form).await
    }

    /// # Errors
    /// `CompanyNameEmpty`, `EmailEmpty`, `EmailMalformed`, `EmailFreeMail`, `ChoiceMissing`. What was typed is saved
    /// all the same.
    pub async fn register_confirm(&self, id: &ConnectionId, form: RegisterForm) -> Result<SetupSnapshot> {
        self.register_draft(id, form.clone()).await?;
        let filled = fill(&form)?;
        // While practising the choice changes only words and links; a move can be rehearsed on its own page.
        if self.region_of(id).await? != Region::Practice {
            self.region_move(id, filled.region).await?;
        }
        let (engine, wanted) = (self.clone(), id.clone());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                let practice = row.region == Region::Practice;
                row.name.clone_from(&filled.company_name);
                connection::write(store, &row)?;
                for (task, proof) in proofs(&filled) {
                    task::done(store, &wanted, task, &engine.evidence(proof, practice))?;
                }
                Ok(())
            })
            .await?;
        self.drop_client(id);
        self.told(id).await
    }

    async fn region_of(&self, id: &ConnectionId) -> Result<Region> {
        let wanted = id.clone();
        Ok(self.shared.store.with(move |store| connection::find(store, &wanted)).await?.region)
    }
}

impl RegionChoice {
    /// As it stands in evidence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Com => "com",
            Self::Io => "io",
        }
    }
}

impl Residency {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::HongKong => "hong-kong",
            Self::Mainland => "mainland",
            Self::NotDecided => "not-decided",
        }
    }
}

fn fill(form: &RegisterForm) -> Result<Filled> {
    let missing = |field| Problem::new(ProblemCode::ChoiceMissing).at(field);
    let company_name = form.company_name.trim().to_owned();
    if company_name.is_empty() {
        return Err(Problem::new(ProblemCode::CompanyNameEmpty).at(Field::CompanyName));
    }
    Ok(Filled {
        company_name,
        email: email::check(&form.email)?,
        app_type: form.app_type.ok_or_else(|| missing(Field::AppType))?,
        region: form.region.ok_or_else(|| missing(Field::Region))?,
        residency: form.residency.ok_or_else(|| missing(Field::Residency))?,
    })
}

fn proofs(filled: &Filled) -> [(Task, Proof); 3] {
    let app_type = match filled.app_type {
        AppType::Internal => "internal",
        AppType::ThirdParty => "third-party",
    };
    let (region, residency) = (filled.region.name(), filled.residency.name());
    [
        (Task::Company, Proof::said(AnswerCode::CompanyMail).arg("email", &filled.email)),
        (Task::AppType, Proof::said(AnswerCode::AppType).arg("type", app_type)),
        (Task::Region, Proof::said(AnswerCode::Region).arg("region", region).arg("residency", residency)),
    ]
}
