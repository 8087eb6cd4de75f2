//! Staff and departments of the demo company. All invented.

use serde::{Deserialize, Serialize};

use super::World;
use super::particulars::{DepartmentSettings, Particulars};

/// Source: dingtalk-api.md §3.5.
pub const ROOT_DEPARTMENT: u64 = 1;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Department {
    pub dept_id: u64,
    /// The root has none.
    pub parent_id: Option<u64>,
    pub name: String,
    #[serde(default)]
    pub settings: DepartmentSettings,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Staff {
    pub userid: String,
    pub unionid: String,
    pub name: String,
    /// Without country code.
    pub mobile: String,
    /// Country code without `+`.
    pub state_code: String,
    pub email: String,
    pub title: String,
    pub job_number: String,
    pub departments: Vec<u64>,
    /// Milliseconds since 1970.
    pub hired_date: Option<i64>,
    pub rank: Rank,
    #[serde(default)]
    pub more: Particulars,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    Member,
    Leader,
    /// Main administrator and boss: the newcomer plays this one.
    Administrator,
}

impl World {
    pub fn department(&self, dept_id: u64) -> Option<&Department> {
        self.departments.iter().find(|department| department.dept_id == dept_id)
    }

    pub fn member(&self, userid: &str) -> Option<&Staff> {
        self.staff.iter().find(|member| member.userid == userid)
    }

    pub fn sub_departments(&self, dept_id: u64) -> impl Iterator<Item = &Department> {
        self.departments.iter().filter(move |department| department.parent_id == Some(dept_id))
    }

    /// Direct members only.
    pub fn members_of(&self, dept_id: u64) -> impl Iterator<Item = &Staff> {
        self.staff.iter().filter(move |member| member.departments.contains(&dept_id))
    }

    /// The department itself first, the root last. A world written by hand may hold a circle: it is walked once.
    pub fn departments_up_to_root(&self, dept_id: u64) -> Vec<u64> {
        let mut path = Vec::new();
        let mut next = Some(dept_id);
        while let Some(department) = next.and_then(|id| self.department(id))
            && !path.contains(&department.dept_id)
        {
            path.push(department.dept_id);
            next = department.parent_id;
        }
        path
    }

    /// Members of the department and of all below it.
    pub fn members_below(&self, dept_id: u64) -> impl Iterator<Item = &Staff> {
        self.staff.iter().filter(move |member| {
            member.departments.iter().any(|id| self.departments_up_to_root(*id).contains(&dept_id))
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn a_circle_of_departments_is_walked_once() {
        let mut world = World::new(Timestamp::UNIX_EPOCH);
        let ids: Vec<u64> = world.departments.iter().map(|department| department.dept_id).take(2).collect();
        let parents = [ids[1], ids[0]];
        for (id, parent) in ids.iter().zip(parents) {
            for department in world.departments.iter_mut().filter(|department| department.dept_id == *id) {
                department.parent_id = Some(parent);
            }
        }
        assert_eq!(world.departments_up_to_root(ids[0]), ids);
    }
}
