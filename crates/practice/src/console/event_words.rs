//! What an event tells, why it did not arrive, and how it stands, in the reader's words.

use super::parts::Sign;
use super::visit::Visit;
use crate::event::{DeliveryState, Why};

pub fn why(visit: &Visit, why: Why) -> String {
    let said = match why {
        Why::NoConnection => visit.say("practice-why-no-connection"),
        Why::AckLate => visit.say("practice-why-ack-late"),
        Why::SaidLater => visit.say("practice-why-said-later"),
        Why::AckCode(code) => visit.say_with("practice-why-ack-code", &[("code", &code.to_string())]),
        Why::AddressForeign => visit.say("practice-refused-event-address"),
        Why::Keys => visit.say("practice-why-keys"),
        Why::Unreachable => visit.say("practice-why-unreachable"),
        Why::Late => visit.say("practice-why-late"),
        Why::Status(status) => visit.say_with("practice-why-status", &[("status", &status.to_string())]),
        Why::Malformed => visit.say("practice-why-malformed"),
        Why::Signature => visit.say("practice-why-signature"),
        Why::Undecryptable => visit.say("practice-why-undecryptable"),
        Why::Owner => visit.say("practice-why-owner"),
        Why::NotSuccess => visit.say("practice-why-not-success"),
    };
    match why.code() {
        Some(code) => visit.say_with("practice-why-number", &[("why", &said), ("number", &code.to_string())]),
        None => said,
    }
}

/// What the event tells; the bare name of one that is not on the console's list.
pub fn kind(visit: &Visit, event_type: &str) -> String {
    let id = match event_type {
        "user_add_org" => "practice-event-user-add-org",
        "user_modify_org" => "practice-event-user-modify-org",
        "user_leave_org" => "practice-event-user-leave-org",
        "user_active_org" => "practice-event-user-active-org",
        "org_admin_add" => "practice-event-org-admin-add",
        "org_admin_remove" => "practice-event-org-admin-remove",
        "org_dept_create" => "practice-event-org-dept-create",
        "org_dept_modify" => "practice-event-org-dept-modify",
        "org_dept_remove" => "practice-event-org-dept-remove",
        "org_change" => "practice-event-org-change",
        "label_user_change" => "practice-event-label-user-change",
        "bpms_instance_change" => "practice-event-bpms-instance-change",
        "bpms_task_change" => "practice-event-bpms-task-change",
        "attendance_check_record" => "practice-event-attendance-check-record",
        "chat_update_title" => "practice-event-chat-update-title",
        "robot_msg_recall" => "practice-event-robot-msg-recall",
        unlisted => return unlisted.to_owned(),
    };
    visit.say(id)
}

pub fn state(state: DeliveryState) -> (Sign, &'static str) {
    match state {
        DeliveryState::Waiting => (Sign::Waits, "practice-delivery-waiting"),
        DeliveryState::Delivered => (Sign::Well, "practice-delivery-delivered"),
        DeliveryState::Failed => (Sign::Waits, "practice-delivery-failed"),
    }
}
