//! What each permission point of the catalogue is for, in the reader's words.

/// The id of the explanation, if the point is one of the catalogue's.
pub fn explanation(code: &str) -> Option<&'static str> {
    Some(match code {
        "qyapi_base" => "practice-point-base",
        "qyapi_get_member" => "practice-point-get-member",
        "qyapi_get_department_member" => "practice-point-get-department-member",
        "qyapi_get_department_list" => "practice-point-get-department-list",
        "qyapi_get_member_by_mobile" => "practice-point-get-member-by-mobile",
        "qyapi_manage_addresslist" => "practice-point-manage-addresslist",
        "qyapi_addresslist_search" => "practice-point-addresslist-search",
        "fieldMobile" => "practice-point-field-mobile",
        "fieldEmail" => "practice-point-field-email",
        "qyapi_liveness_base" => "practice-point-liveness-base",
        "qyapi_robot_sendmsg" => "practice-point-robot-sendmsg",
        "qyapi_chat_manage" => "practice-point-chat-manage",
        "qyapi_chat_read" => "practice-point-chat-read",
        "Contact.User.Read" => "practice-point-contact-user-read",
        "Contact.User.mobile" => "practice-point-contact-user-mobile",
        "Contact.Common.Read" => "practice-point-contact-common-read",
        "Contact.Org.Read" => "practice-point-contact-org-read",
        "Contact.OrgAccountSecurity.ReadWrite" => "practice-point-org-account",
        "open_app_api_base" => "practice-point-sign-in",
        "qyapi_get_attendance_data" => "practice-point-attendance",
        "qyapi_hrm_read_user" => "practice-point-hrm-read",
        "Workflow.Instance.Read" => "practice-point-workflow-read",
        "Todo.Todo.Write" => "practice-point-todo-write",
        "Calendar.Event.Read" => "practice-point-calendar-read",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use words::{Language, Speaker};

    use super::explanation;
    use crate::state::permission::CATALOGUE;

    #[test]
    fn every_point_of_the_catalogue_is_explained_in_both_languages() {
        for point in CATALOGUE {
            let id = explanation(point.code).expect(point.code);
            for language in Language::ALL {
                assert!(Speaker::new(language).knows(id), "{id} {}", language.tag());
            }
        }
    }
}
