//! A part of the company: whom a version is visible to, whose records contact calls may touch.

use serde::{Deserialize, Serialize};

use super::{Refusal, Staff, World, directory};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Scope {
    Everyone,
    /// Departments with all below them, and single people.
    Part {
        departments: Vec<u64>,
        people: Vec<String>,
    },
}

impl World {
    pub(super) fn check_scope(&self, scope: &Scope) -> Result<(), Refusal> {
        match scope {
            Scope::Everyone => Ok(()),
            Scope::Part { departments, people } => {
                let known = departments.iter().all(|id| self.department(*id).is_some())
                    && people.iter().all(|id| self.member(id).is_some());
                known.then_some(()).ok_or(Refusal::NoSuchMember)
            }
        }
    }

    pub fn scope_holds_department(&self, scope: &Scope, department: u64) -> bool {
        match scope {
            Scope::Everyone => true,
            Scope::Part { departments, .. } => {
                self.departments_up_to_root(department).iter().any(|id| departments.contains(id))
            }
        }
    }

    pub fn scope_holds_member(&self, scope: &Scope, member: &Staff) -> bool {
        match scope {
            Scope::Everyone => true,
            Scope::Part { people, .. } => {
                people.contains(&member.userid)
                    || member.departments.iter().any(|id| self.scope_holds_department(scope, *id))
            }
        }
    }

    /// As `/auth/scopes` writes it: the root department stands for everyone.
    pub fn scope_departments(scope: &Scope) -> Vec<u64> {
        match scope {
            Scope::Everyone => vec![directory::ROOT_DEPARTMENT],
            Scope::Part { departments, .. } => departments.clone(),
        }
    }

    pub fn scope_people(scope: &Scope) -> Vec<String> {
        match scope {
            Scope::Everyone => Vec::new(),
            Scope::Part { people, .. } => people.clone(),
        }
    }
}
