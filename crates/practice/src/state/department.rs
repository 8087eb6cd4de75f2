//! Departments come, change and go. The callers have checked the fields.

use super::{Department, Effect, World};
use crate::random;

impl World {
    /// DingTalk chooses the id (dingtalk-api.md §3.5).
    pub fn add_department(&mut self, client_id: &str, mut department: Department) -> u64 {
        let dept_id = loop {
            let id = random::digits(9).parse().unwrap_or_default();
            if id > 1 && self.department(id).is_none() {
                break id;
            }
        };
        department.dept_id = dept_id;
        self.departments.push(department);
        self.record(Effect::DepartmentCreated { client_id: client_id.to_owned(), dept_id });
        dept_id
    }

    pub fn change_department(&mut self, client_id: &str, changed: Department) {
        let dept_id = changed.dept_id;
        let Some(department) = self.departments.iter_mut().find(|department| department.dept_id == dept_id) else {
            return;
        };
        *department = changed;
        self.record(Effect::DepartmentUpdated { client_id: client_id.to_owned(), dept_id });
    }

    pub fn remove_department(&mut self, client_id: &str, dept_id: u64) {
        self.departments.retain(|department| department.dept_id != dept_id);
        self.record(Effect::DepartmentDeleted { client_id: client_id.to_owned(), dept_id });
    }
}
