//! The types of event that can be subscribed to here, and what one of them looks like. Source: dingtalk-api.md §6.2.

use serde_json::{Value, json};

use crate::state::World;
use crate::state::demo::ADMINISTRATOR;

/// The part of the list on the console that this server knows the fields of.
pub const KINDS: [&str; 16] = [
    "user_add_org",
    "user_modify_org",
    "user_leave_org",
    "user_active_org",
    "org_admin_add",
    "org_admin_remove",
    "org_dept_create",
    "org_dept_modify",
    "org_dept_remove",
    "org_change",
    "label_user_change",
    "bpms_instance_change",
    "bpms_task_change",
    "attendance_check_record",
    "chat_update_title",
    "robot_msg_recall",
];

/// Milliseconds since 1970 as text, as contact events carry it.
pub fn time_stamp(world: &World) -> String {
    world.now.as_millisecond().to_string()
}

/// Inner fields of an event about these people.
pub fn of_users(world: &World, userids: &[&str]) -> Value {
    json!({"timeStamp": time_stamp(world), "userId": userids})
}

/// Inner fields of an event about these departments.
pub fn of_departments(world: &World, departments: &[u64]) -> Value {
    json!({"timeStamp": time_stamp(world), "deptId": departments})
}

/// Plausible inner fields, for an event that is raised to try a connection. Fields beyond §6.2's are inferred.
pub fn sample(world: &World, event_type: &str) -> Value {
    let now = world.now.as_millisecond();
    let person = ADMINISTRATOR;
    match event_type {
        "user_modify_org" => json!({
            "timeStamp": time_stamp(world),
            "userId": [person],
            "diffInfo": {"prev": {"jobNumber": "H001"}, "curr": {"jobNumber": "H900"}, "userid": person},
        }),
        "org_dept_create" | "org_dept_modify" | "org_dept_remove" => of_departments(world, &[552_010_001]),
        "label_user_change" => json!({"userIdList": [person], "labelIdList": [1], "action": "add"}),
        "bpms_instance_change" | "bpms_task_change" => json!({
            "processInstanceId": "processOfPractice",
            "processCode": "PROC-PRACTICE",
            "type": "start",
            "createTime": now,
            "title": "Practice",
            "staffId": person,
        }),
        "attendance_check_record" => json!({
            "dataList": [{"userId": person, "corpId": world.corp_id, "checkTime": now, "checkByUser": true}],
        }),
        "chat_update_title" => json!({"timeStamp": time_stamp(world), "title": "Practice", "operator": person}),
        _ => of_users(world, &[person]),
    }
}
