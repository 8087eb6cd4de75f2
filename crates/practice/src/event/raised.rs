//! Which event an entry of the journal is. Source: dingtalk-api.md §6.2.

use serde_json::{Value, json};

use super::Event;
use super::kind::{of_departments, of_users};
use crate::state::{Effect, Entry, World};

/// `None` when nobody is told of it.
pub fn event_of(world: &World, entry: &Entry) -> Option<Event> {
    if let Effect::EventRaised { event_id, event_type, data } = &entry.effect {
        let event = Event::new(world, event_type, data.clone());
        return Some(Event { id: event_id.clone(), born: entry.at, ..event });
    }
    let (event_type, data) = inner(world, &entry.effect)?;
    Some(Event { born: entry.at, ..Event::new(world, event_type, data) })
}

fn inner(world: &World, effect: &Effect) -> Option<(&'static str, Value)> {
    if let Effect::UserUpdated { userid, before, after, .. } = effect {
        let mut data = of_users(world, &[userid]);
        data["diffInfo"] = json!({"prev": before, "curr": after, "userid": userid});
        return Some(("user_modify_org", data));
    }
    if let Effect::UserCreated { userid, .. } = effect {
        return Some(("user_add_org", of_users(world, &[userid])));
    }
    if let Effect::UserDeleted { userid, .. } = effect {
        return Some(("user_leave_org", of_users(world, &[userid])));
    }
    if let Effect::DepartmentCreated { dept_id, .. } = effect {
        return Some(("org_dept_create", of_departments(world, &[*dept_id])));
    }
    if let Effect::DepartmentUpdated { dept_id, .. } = effect {
        return Some(("org_dept_modify", of_departments(world, &[*dept_id])));
    }
    if let Effect::DepartmentDeleted { dept_id, .. } = effect {
        return Some(("org_dept_remove", of_departments(world, &[*dept_id])));
    }
    None
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn check(effect: Effect, expected: Option<(&str, Value)>) {
        let at = Timestamp::UNIX_EPOCH;
        let world = World::new(at);
        let event = event_of(&world, &Entry { at, effect });
        let told = event.map(|event| (event.event_type, event.data));
        assert_eq!(told, expected.map(|(event_type, data)| (event_type.to_owned(), data)));
    }

    #[test]
    fn a_change_of_the_directory_is_the_event_of_its_kind_and_nothing_else_is() {
        let client_id = || "ding1".to_owned();
        let userid = || "u1".to_owned();
        // V §6.2: contact events carry timeStamp as text and userId as a list
        let people = json!({"timeStamp": "0", "userId": ["u1"]});
        check(Effect::UserCreated { client_id: client_id(), userid: userid() }, Some(("user_add_org", people.clone())));
        check(Effect::UserDeleted { client_id: client_id(), userid: userid() }, Some(("user_leave_org", people)));
        // V §6.2: user_modify_org tells the fields before and after, and a cleared field vanishes from curr
        check(
            Effect::UserUpdated {
                client_id: client_id(),
                userid: userid(),
                before: json!({"email": "a@harbour-demo.example"}),
                after: json!({}),
            },
            Some((
                "user_modify_org",
                json!({"timeStamp": "0", "userId": ["u1"],
                    "diffInfo": {"prev": {"email": "a@harbour-demo.example"}, "curr": {}, "userid": "u1"}}),
            )),
        );
        // V §6.2: department events carry deptId as a list
        let department = json!({"timeStamp": "0", "deptId": [7]});
        check(
            Effect::DepartmentCreated { client_id: client_id(), dept_id: 7 },
            Some(("org_dept_create", department.clone())),
        );
        check(
            Effect::DepartmentUpdated { client_id: client_id(), dept_id: 7 },
            Some(("org_dept_modify", department.clone())),
        );
        check(Effect::DepartmentDeleted { client_id: client_id(), dept_id: 7 }, Some(("org_dept_remove", department)));
        check(Effect::TokenIssued { client_id: client_id() }, None);
    }
}
