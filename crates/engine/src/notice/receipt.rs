//! What became of a work notice that DingTalk took: it drops what is over a limit silently, and only this tells.

use dingtalk::{Client, NoticeStatus, SendResult, TaskId, UserId};

use crate::message::Receipt;

pub(super) const RESULT_CALL: &str = "POST /topapi/message/corpconversation/getsendresult";
const SAME_AGAIN: [&str; 2] = ["143106", "143206"];

/// Asked for its progress only when the result does not name the person.
pub(super) async fn ask(client: &Client, agent_id: &str, task: TaskId, user: &UserId) -> dingtalk::Result<Receipt> {
    let result = client.work_notice_result(agent_id, task).await?;
    if let Some(found) = told(&result, user) {
        return Ok(found);
    }
    let progress = client.work_notice_progress(agent_id, task).await?;
    Ok(if progress.status == NoticeStatus::Done { Receipt::NotReached } else { Receipt::UnderWay })
}

fn told(result: &SendResult, user: &UserId) -> Option<Receipt> {
    if result.read.contains(user) {
        return Some(Receipt::Read);
    }
    if result.unread.contains(user) {
        return Some(Receipt::Unread);
    }
    if result.invalid.contains(user) {
        return Some(Receipt::NoSuchPerson);
    }
    if let Some(refusal) = result.refusals.iter().find(|refusal| &refusal.user_id == user) {
        let again = SAME_AGAIN.contains(&refusal.code.as_str());
        return Some(if again { Receipt::Duplicate } else { Receipt::TooMany });
    }
    if result.forbidden.contains(user) {
        return Some(Receipt::TooMany);
    }
    result.failed.contains(user).then_some(Receipt::NotReached)
}

#[cfg(test)]
mod tests {
    use dingtalk::NoticeRefusal;

    use super::*;

    fn check(change: impl FnOnce(&mut SendResult, UserId), expected: Option<Receipt>) {
        let (mut result, user) = (SendResult::default(), UserId("u1".to_owned()));
        change(&mut result, user.clone());
        assert_eq!(told(&result, &user), expected);
        assert_eq!(told(&result, &UserId("u2".to_owned())), None, "about somebody else it says nothing");
    }

    fn refused(code: &str) -> impl FnOnce(&mut SendResult, UserId) {
        let code = code.to_owned();
        move |result, user_id| {
            result.forbidden.push(user_id.clone());
            result.refusals.push(NoticeRefusal { code, count: None, user_id });
        }
    }

    // V §5.4: 143103 and 143104 are limits of a minute, 143105 that of a day, 143106 the same content again
    #[test]
    fn what_the_result_says_of_a_person_is_understood() {
        check(|_, _| (), None);
        check(|result, user| result.read.push(user), Some(Receipt::Read));
        check(|result, user| result.unread.push(user), Some(Receipt::Unread));
        check(|result, user| result.invalid.push(user), Some(Receipt::NoSuchPerson));
        check(|result, user| result.failed.push(user), Some(Receipt::NotReached));
        check(|result, user| result.forbidden.push(user), Some(Receipt::TooMany));
        check(refused("143103"), Some(Receipt::TooMany));
        check(refused("143105"), Some(Receipt::TooMany));
        check(refused("143106"), Some(Receipt::Duplicate));
    }
}
