//! Those who left, and those who were asked to join and have not answered. Source: dingtalk-api.md §3.1, §3.2.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Staff, World};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Leaver {
    pub userid: String,
    pub unionid: String,
    pub name: String,
    pub state_code: String,
    pub mobile: String,
    pub left_at: Timestamp,
    /// `oapi` (by a program), `cancel`, `leave`, `unknown` or `delete`.
    pub reason: String,
}

impl Leaver {
    pub(super) fn by_program(member: Staff, left_at: Timestamp) -> Self {
        Self {
            userid: member.userid,
            unionid: member.unionid,
            name: member.name,
            state_code: member.state_code,
            mobile: member.mobile,
            left_at,
            reason: "oapi".to_owned(),
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Invitations {
    /// Mobiles such as `852-55509999` whose owners want to be asked before a company adds them.
    pub ask_first: BTreeSet<String>,
    pub pending: Vec<Invitation>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Invitation {
    pub client_id: String,
    pub member: Staff,
}

impl World {
    /// The owner of this mobile wants to be asked from now on.
    pub fn ask_first(&mut self, mobile: &str) {
        self.invitations.ask_first.insert(mobile.trim_start_matches('+').to_owned());
    }

    /// The owner of this mobile agrees: the invited person is a member now. False when nobody was invited, or when
    /// the number or the `userid` was given to somebody else meanwhile.
    pub fn accept_invitation(&mut self, mobile: &str) -> bool {
        let mobile = mobile.trim_start_matches('+');
        let invited = |invitation: &Invitation| invitation.member.full_mobile() == mobile;
        let Some(place) = self.invitations.pending.iter().position(invited) else {
            return false;
        };
        let Invitation { client_id, member } = self.invitations.pending.remove(place);
        let is_taken = |one: &Staff| one.userid == member.userid || one.full_mobile() == mobile;
        if self.staff.iter().any(is_taken) {
            return false;
        }
        self.join(&client_id, member);
        true
    }
}
