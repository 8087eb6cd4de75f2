//! Another name for a connection, and a second one like it.

use super::list::new_id;
use super::{ConnectionId, ConnectionView};
use crate::engine::Engine;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::SetupSnapshot;
use crate::store::{Answer, ConnectionRow, connection, message, setting};

/// Longer than any registered company's name; shorter than what breaks a list.
const LONGEST_NAME: usize = 120;

impl Engine {
    /// # Errors
    /// `CompanyNameEmpty`, `CompanyNameTooLong`; `NameTaken` by another one.
    pub async fn connection_rename(&self, id: &ConnectionId, name: &str) -> Result<ConnectionView> {
        let name = clean_name(name)?;
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &wanted)?;
                check_free(store, &name, Some(&wanted))?;
                row.name.clone_from(&name);
                row.register.company_name = name;
                connection::write(store, &row)
            })
            .await?;
        Ok(self.told(id).await?.connection)
    }

    /// What was chosen and written goes along; keys, robots and everything that was verified do not: another app has
    /// to show that for itself. The new one is on the screen then.
    ///
    /// # Errors
    /// `CompanyNameEmpty`, `CompanyNameTooLong`, `NameTaken`.
    pub async fn connection_duplicate(&self, id: &ConnectionId, name: &str) -> Result<SetupSnapshot> {
        let name = clean_name(name)?;
        let (wanted, made_at) = (id.clone(), self.stamp());
        let made = self
            .shared
            .store
            .with(move |store| {
                let like = connection::find(store, &wanted)?;
                check_free(store, &name, None)?;
                let mut row = ConnectionRow::new(new_id(), like.region, made_at);
                row.given_hosts = like.given_hosts;
                row.register = like.register;
                row.register.company_name.clone_from(&name);
                row.name = name;
                row.purposes = like.purposes;
                let written = message::drafts(store, &wanted)?.message;
                connection::insert(store, &row)?;
                let drafts = message::Drafts { message: written, ..message::Drafts::default() };
                message::write_drafts(store, &row.id, &drafts)?;
                setting::write(store, setting::CURRENT, &row.id.0)?;
                Ok(row.id)
            })
            .await?;
        self.told(&made).await
    }
}

fn clean_name(typed: &str) -> Result<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().filter(|letter| !letter.is_control()).collect();
    if name.is_empty() {
        return Err(Problem::new(ProblemCode::CompanyNameEmpty).at(Field::CompanyName));
    }
    let length = name.chars().count();
    if length > LONGEST_NAME {
        let problem = Problem::new(ProblemCode::CompanyNameTooLong).at(Field::CompanyName);
        return Err(problem.arg("length", length).arg("limit", LONGEST_NAME));
    }
    Ok(name)
}

/// The command line finds a connection by its name, and a person tells two apart by it.
fn check_free(store: &rusqlite::Transaction, name: &str, but: Option<&ConnectionId>) -> Answer<()> {
    let taken = connection::all(store)?.iter().any(|row| row.name == name && Some(&row.id) != but);
    if taken {
        Err(Problem::new(ProblemCode::NameTaken).at(Field::CompanyName).arg("name", name).into())
    } else {
        Ok(())
    }
}
