//! What a company may be called.

use super::{ConnectionId, Region};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::store::{Answer, connection};

/// Longer than any registered company's name; shorter than what breaks a list.
const LONGEST: usize = 120;

/// As it is kept: in one line, with single spaces.
///
/// # Errors
/// `CompanyNameEmpty`, `CompanyNameTooLong`.
pub(crate) fn clean_name(typed: &str) -> Result<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().filter(|letter| !letter.is_control()).collect();
    if name.is_empty() {
        return Err(Problem::new(ProblemCode::CompanyNameEmpty).at(Field::CompanyName));
    }
    let length = name.chars().count();
    if length > LONGEST {
        let problem = Problem::new(ProblemCode::CompanyNameTooLong).at(Field::CompanyName);
        return Err(problem.arg("length", length).arg("limit", LONGEST));
    }
    Ok(name)
}

/// A person tells two companies apart by their names, and so does the command line. Whoever practised with the
/// company's own name may use it again for the company itself: practice is labelled wherever it is shown.
///
/// # Errors
/// `NameTaken` by another one.
pub(crate) fn check_free(
    store: &rusqlite::Transaction,
    name: &str,
    region: Region,
    but: Option<&ConnectionId>,
) -> Answer<()> {
    let same_world = |other: Region| (other == Region::Practice) == (region == Region::Practice);
    let rows = connection::all(store)?;
    if rows.iter().any(|row| row.name == name && same_world(row.region) && Some(&row.id) != but) {
        return Err(Problem::new(ProblemCode::NameTaken).at(Field::CompanyName).arg("name", name).into());
    }
    Ok(())
}
