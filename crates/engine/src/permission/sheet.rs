//! What the approver is asked for, as data. The words crate makes a page of it; it holds no secret because no row does.

use std::path::PathBuf;

use jiff::ToSpan;

use super::{PointState, PointView, Purpose, merged};
use crate::clock::hong_kong_day;
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::write::{Readers, make_dir, write_whole};

/// The longest a permission is asked for without somebody looking at it again.
const LONGEST: u32 = 24;

/// One request: what to grant, what to take away, why, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionSheet {
    pub company: String,
    /// An identifier, not a secret: the console's list of apps shows it.
    pub client_id: Option<String>,
    pub practice: bool,
    /// A Hong Kong calendar date, `2026-11-28`.
    pub made_on: String,
    /// When somebody looks at it again; the same form.
    pub review_on: String,
    /// The operating system's user.
    pub asked_by: String,
    pub purposes: Vec<Purpose>,
    /// Needed, and not known to be granted.
    pub wanted: Vec<PointView>,
    /// Needed and granted already.
    pub granted: Vec<PointView>,
    /// Granted, and nothing needs it.
    pub excess: Vec<PointView>,
}

impl Engine {
    /// # Errors
    /// `PurposeMissing`; `ChoiceMissing` when it is to be looked at again never, or in more than two years.
    pub async fn permission_sheet(&self, id: &ConnectionId, review_months: u32) -> Result<PermissionSheet> {
        if review_months == 0 || review_months > LONGEST {
            return Err(Problem::new(ProblemCode::ChoiceMissing).at(Field::Interval));
        }
        let row = self.row(id).await?;
        if row.purposes.is_empty() {
            return Err(Problem::new(ProblemCode::PurposeMissing).at(Field::Purpose));
        }
        let today = hong_kong_day(self.shared.parts.clock.now());
        let points = merged(&row.purposes, &row.points);
        let (excess, needed): (Vec<_>, Vec<_>) = points.into_iter().partition(|point| point.excess);
        let (granted, wanted) = needed.into_iter().partition(|point| point.state == PointState::Granted);
        Ok(PermissionSheet {
            company: row.name,
            client_id: row.working_keys.map(|keys| keys.client_id),
            practice: row.region == Region::Practice,
            made_on: today.to_string(),
            review_on: today.saturating_add(i64::from(review_months).months()).to_string(),
            asked_by: self.shared.parts.user_name.clone(),
            purposes: row.purposes,
            wanted,
            granted,
            excess,
        })
    }

    /// Writes the page into a folder of Hoitung's own, and tells where it lies.
    ///
    /// # Errors
    /// `DiskFull`, `FileUnwritable`.
    pub fn sheet_save(&self, sheet: &PermissionSheet, page: &str) -> Result<PathBuf> {
        self.page_save("permissions", &sheet.company, &sheet.made_on, page)
    }

    /// Any page to be printed: whole or not at all.
    ///
    /// # Errors
    /// `DiskFull`, `FileUnwritable`.
    pub fn page_save(&self, kind: &str, company: &str, made_on: &str, page: &str) -> Result<PathBuf> {
        let dir = &self.shared.sheets_dir;
        make_dir(dir)?;
        let path = dir.join(format!("{kind}-{}-{made_on}.html", file_name(company)));
        write_whole(&path, page.as_bytes(), Readers::Usual)?;
        Ok(path)
    }
}

/// A company's name as a part of a file's name on every system.
pub(crate) fn file_name(company: &str) -> String {
    let kept: String =
        company.trim().chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).take(40).collect();
    let kept = kept.trim_matches('-').to_owned();
    if kept.is_empty() { "company".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_gives_a_name_that_every_system_takes() {
        let check = |company: &str, expected: &str| assert_eq!(file_name(company), expected);
        check("示範貿易有限公司", "示範貿易有限公司");
        check(" A/B: \\C?* ", "A-B---C");
        check("..", "company");
        check("", "company");
        check(&"x".repeat(200), &"x".repeat(40));
    }
}
