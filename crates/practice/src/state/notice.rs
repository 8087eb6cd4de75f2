//! Work notices (工作通知): what was asked for, whom it reached, and whom it silently did not.
//! Rules: dingtalk-api.md §5.4.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, tz};
use serde::{Deserialize, Serialize};

use super::{Effect, Scope, World};
use crate::random;

/// Per person and day. Source: dingtalk-api.md §5.4.
const DAILY_LIMIT: usize = 500;
/// Recipients a minute. Source: dingtalk-api.md §5.4.
const MINUTE_LIMIT: usize = 5000;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const RECALL_WITHIN: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Notice {
    /// Twelve digits.
    pub task_id: u64,
    pub at: Timestamp,
    pub client_id: String,
    pub app_name: String,
    pub message_type: String,
    /// What a person reads of it.
    pub text: String,
    /// The whole `msg`, for telling identical content.
    pub content: String,
    pub delivered_to: Vec<String>,
    pub invalid: Vec<String>,
    /// Outside the app's visible range: the call succeeds and nobody is told.
    pub not_visible: Vec<String>,
    pub forbidden: Vec<Forbidden>,
    #[serde(default)]
    pub read_by: Vec<String>,
    #[serde(default)]
    pub recalled_at: Option<Timestamp>,
}

/// Not delivered because of a limit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Forbidden {
    pub userid: String,
    /// 143103 too many in a minute, 143105 daily limit, 143106 same content again.
    pub code: u32,
}

/// What the caller asks to be sent, already checked for form.
#[derive(Debug)]
pub struct Draft {
    pub client_id: String,
    pub userids: Vec<String>,
    pub departments: Vec<u64>,
    pub everyone: bool,
    pub message_type: String,
    pub text: String,
    pub content: String,
}

/// DingTalk's day is China's.
fn day(at: Timestamp) -> jiff::civil::Date {
    at.to_zoned(tz::TimeZone::fixed(tz::offset(8))).date()
}

impl World {
    /// Delivers to whom the rules allow, and returns the task id either way.
    pub fn send_notice(&mut self, draft: Draft) -> Option<u64> {
        let app = self.app(&draft.client_id)?;
        let app_name = app.name.clone();
        // An app without a released version works only for its developer, here the administrator.
        let visible = app.published_version().map_or_else(
            || Scope::Part { departments: Vec::new(), people: vec![super::demo::ADMINISTRATOR.to_owned()] },
            |version| version.visible_range.clone(),
        );
        let (known, invalid): (Vec<String>, Vec<String>) =
            draft.userids.iter().cloned().partition(|userid| self.member(userid).is_some());
        let mut wanted: BTreeSet<String> = known.into_iter().collect();
        for department in &draft.departments {
            wanted.extend(self.members_below(*department).map(|m| m.userid.clone()));
        }
        if draft.everyone {
            wanted.extend(self.staff.iter().map(|member| member.userid.clone()));
        }
        let (mut delivered_to, mut not_visible, mut forbidden) = (vec![], vec![], vec![]);
        let mut room = MINUTE_LIMIT.saturating_sub(self.reached_lately(&draft.client_id));
        for userid in wanted {
            let reachable = self.member(&userid).is_some_and(|member| self.scope_holds_member(&visible, member));
            if !reachable {
                not_visible.push(userid);
                continue;
            }
            match self.notice_limit(&draft.client_id, &userid, &draft.content) {
                Some(code) => forbidden.push(Forbidden { userid, code }),
                None if room == 0 => forbidden.push(Forbidden { userid, code: 143_103 }),
                None => {
                    room -= 1;
                    delivered_to.push(userid);
                }
            }
        }
        let task_id = random::digits(12).parse().ok()?;
        self.record(Effect::WorkNotice {
            client_id: draft.client_id.clone(),
            task_id,
            user_ids: delivered_to.clone(),
            text: draft.text.clone(),
        });
        self.notices.push(Notice {
            task_id,
            at: self.now,
            client_id: draft.client_id,
            app_name,
            message_type: draft.message_type,
            text: draft.text,
            content: draft.content,
            delivered_to,
            invalid,
            not_visible,
            forbidden,
            read_by: Vec::new(),
            recalled_at: None,
        });
        Some(task_id)
    }

    fn reached_lately(&self, client_id: &str) -> usize {
        let now = self.now;
        let lately = self.notices.iter().rev().take_while(|notice| now.duration_since(notice.at) < MINUTE);
        lately.filter(|notice| notice.client_id == client_id).map(|notice| notice.delivered_to.len()).sum()
    }

    /// Takes the notice back from everyone. False when it is older than a day or taken back already.
    pub fn recall_notice(&mut self, client_id: &str, task_id: u64) -> bool {
        let now = self.now;
        let own = |notice: &&mut Notice| notice.task_id == task_id && notice.client_id == client_id;
        let Some(notice) = self.notices.iter_mut().find(own) else {
            return false;
        };
        if notice.recalled_at.is_some() || now.duration_since(notice.at) > RECALL_WITHIN {
            return false;
        }
        notice.recalled_at = Some(now);
        self.record(Effect::NoticeRecalled { client_id: client_id.to_owned(), task_id });
        true
    }

    /// A person reads a notice. False when it did not reach that person.
    pub fn read_notice(&mut self, task_id: u64, userid: &str) -> bool {
        let Some(notice) = self.notices.iter_mut().find(|notice| notice.task_id == task_id) else {
            return false;
        };
        let reached = notice.delivered_to.iter().any(|one| one == userid);
        if reached && !notice.read_by.iter().any(|one| one == userid) {
            notice.read_by.push(userid.to_owned());
        }
        reached
    }

    fn notice_limit(&self, client_id: &str, userid: &str, content: &str) -> Option<u32> {
        let today = day(self.now);
        let mut received = 0;
        for notice in self.notices.iter().rev() {
            let same_day = day(notice.at) == today;
            if !same_day || notice.client_id != client_id {
                continue;
            }
            if !notice.delivered_to.iter().any(|other| other == userid) {
                continue;
            }
            if notice.content == content {
                return Some(143_106);
            }
            received += 1;
        }
        (received >= DAILY_LIMIT).then_some(143_105)
    }

    pub fn notice(&self, client_id: &str, task_id: u64) -> Option<&Notice> {
        self.notices.iter().find(|notice| notice.task_id == task_id && notice.client_id == client_id)
    }
}
