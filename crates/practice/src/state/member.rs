//! Members come, change and go. The callers have checked the fields; what is here is what follows of it.

use serde_json::{Map, Value, json};

use super::leaver::Leaver;
use super::particulars::Account;
use super::{Effect, Staff, World};
use crate::random;

/// What came of adding a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    Member,
    /// The person is asked first and joins on consent.
    Invited,
}

impl World {
    /// Adds the person, or only invites one who wants to be asked first.
    pub fn add_member(&mut self, client_id: &str, member: Staff) -> Added {
        let mobile = member.full_mobile();
        if self.invitations.ask_first.contains(&mobile) {
            self.invitations.pending.retain(|pending| pending.member.full_mobile() != mobile);
            self.invitations.pending.push(super::leaver::Invitation { client_id: client_id.to_owned(), member });
            self.record(Effect::UserInvited { client_id: client_id.to_owned(), mobile });
            return Added::Invited;
        }
        self.join(client_id, member);
        Added::Member
    }

    pub(super) fn join(&mut self, client_id: &str, member: Staff) {
        let userid = member.userid.clone();
        self.staff.push(member);
        self.record(Effect::UserCreated { client_id: client_id.to_owned(), userid });
    }

    /// Puts the changed record in place of the old one.
    pub fn change_member(&mut self, client_id: &str, mut changed: Staff) {
        let now = self.now;
        let Some(member) = self.staff.iter_mut().find(|member| member.userid == changed.userid) else {
            return;
        };
        changed.more.changed_at = Some(now);
        let (before, after) = difference(member, &changed);
        let userid = changed.userid.clone();
        *member = changed;
        self.record(Effect::UserUpdated { client_id: client_id.to_owned(), userid, before, after });
    }

    /// The person leaves the company and manages nothing any more; the contact scopes of apps stay as they are written.
    pub fn remove_member(&mut self, client_id: &str, userid: &str) {
        let Some(place) = self.staff.iter().position(|member| member.userid == userid) else {
            return;
        };
        let member = self.staff.remove(place);
        for department in &mut self.departments {
            if let Some(managers) = &mut department.settings.managers {
                managers.retain(|manager| manager != userid);
            }
        }
        self.sign_in.forget(userid);
        self.leavers.push(Leaver::by_program(member, self.now));
        self.record(Effect::UserDeleted { client_id: client_id.to_owned(), userid: userid.to_owned() });
    }

    /// A person keeps the `unionid` when the same number comes back (inferred).
    pub fn unionid_for(&self, state_code: &str, mobile: &str) -> String {
        let known = self.leavers.iter().rev().find(|leaver| leaver.state_code == state_code && leaver.mobile == mobile);
        known.map_or_else(|| random::url_safe(27), |leaver| leaver.unionid.clone())
    }

    /// Makes the person's account the organisation's own, or a personal one.
    pub fn set_account(&mut self, userid: &str, account: Account) -> bool {
        let Some(member) = self.staff.iter_mut().find(|member| member.userid == userid) else {
            return false;
        };
        member.more.account = account;
        true
    }
}

impl Staff {
    /// `852-55500001`.
    pub fn full_mobile(&self) -> String {
        format!("{}-{}", self.state_code, self.mobile)
    }
}

/// The fields that an event's `diffInfo` knows, as far as they differ; cleared ones vanish.
fn difference(before: &Staff, after: &Staff) -> (Value, Value) {
    let (old, new) = (shown(before), shown(after));
    let differs = |name: &String| old.get(name) != new.get(name);
    let only = |side: &Map<String, Value>| -> Value {
        side.iter().filter(|(name, _)| differs(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    (only(&old), only(&new))
}

fn shown(member: &Staff) -> Map<String, Value> {
    let texts = [
        ("managerUserid", &member.more.manager_userid),
        ("name", &member.name),
        ("telephone", &member.more.telephone),
        ("email", &member.email),
        ("jobNumber", &member.job_number),
        ("workPlace", &member.more.work_place),
    ];
    let mut fields: Map<String, Value> = texts
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| ((*name).to_owned(), json!(text)))
        .collect();
    if let Some(hired) = member.hired_date {
        fields.insert("hiredDate".to_owned(), json!(hired));
    }
    fields
}
