//! Stop 1: the company, the kind of app, the region, and where data is to be kept.

use super::{AnswerCode, AppType, RegionChoice, RegisterForm, Residency, SetupSnapshot, Task};
use crate::connection::{ConnectionId, Region, check_free, clean_name};
use crate::email;
use crate::engine::{Engine, Proof};
use crate::note::Note;
use crate::problem::{Field, Problem, ProblemCode, Result, travels_as};
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
    /// `CompanyNameEmpty`, `CompanyNameTooLong`, `NameTaken`, `EmailEmpty`, `EmailMalformed`, `EmailFreeMail`,
    /// `ChoiceMissing`, `RegionForbidden`. What was typed is saved all the same.
    pub async fn register_confirm(&self, id: &ConnectionId, form: RegisterForm) -> Result<SetupSnapshot> {
        self.register_draft(id, form.clone()).await?;
        let filled = fill(&form)?;
        self.shared.parts.policy.allow_choice(filled.region)?;
        let (name, wanted) = (filled.company_name.clone(), id.clone());
        let region = self
            .shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                check_free(store, &name, row.region, Some(&wanted))?;
                Ok(row.region)
            })
            .await?;
        // While practising the choice changes only words and links; a move can be rehearsed on its own page.
        if region != Region::Practice {
            self.region_move(id, filled.region).await?;
        }
        let (engine, wanted) = (self.clone(), id.clone());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                let practice = row.region == Region::Practice;
                // Again: another process may have taken it since.
                check_free(store, &filled.company_name, row.region, Some(&wanted))?;
                row.name.clone_from(&filled.company_name);
                row.register.company_name.clone_from(&filled.company_name);
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
}

fn fill(form: &RegisterForm) -> Result<Filled> {
    let missing = |field| Problem::new(ProblemCode::ChoiceMissing).at(field);
    Ok(Filled {
        company_name: clean_name(&form.company_name)?,
        email: email::check(&form.email)?,
        app_type: form.app_type.ok_or_else(|| missing(Field::AppType))?,
        region: form.region.ok_or_else(|| missing(Field::Region))?,
        residency: form.residency.ok_or_else(|| missing(Field::Residency))?,
    })
}

fn proofs(filled: &Filled) -> [(Task, Proof); 3] {
    [
        (Task::Company, Proof::said(AnswerCode::CompanyMail).arg("email", &filled.email)),
        (Task::AppType, Proof::said(AnswerCode::AppType).arg("type", travels_as(&filled.app_type))),
        (Task::Region, region_proof(filled.region, filled.residency)),
    ]
}

pub(super) fn region_proof(region: RegionChoice, residency: Residency) -> Proof {
    Proof::said(AnswerCode::Region).arg("region", travels_as(&region)).arg("residency", travels_as(&residency))
}
