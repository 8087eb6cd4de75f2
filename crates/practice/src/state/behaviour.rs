//! Where the reference knows two behaviours of DingTalk, one is chosen. The first is what is seen live, or the newer page's.

use std::fmt;

use super::{Effect, World};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Behaviour {
    /// errcode of a webhook's unknown token (§5.1).
    WebhookUnknownToken,
    /// Sentences of a group robot's security refusals (§5.1).
    RobotWording,
    /// errcode of a group robot that wrote too much (§5.1).
    RobotThrottle,
    /// How `/get_jsapi_ticket` is refused by the gateway (§8).
    JsapiTicketRefusal,
    /// Longest work place: the page against code 40064 (§3.2).
    WorkPlace,
    /// Longest remark: the page against code 40065 (§3.2).
    Remark,
    /// errcode of an e-mail address that another has (§3.2).
    EmailTaken,
    /// Whether 60104 tells whose number it is (§3.2; third-party report).
    MobileTaken,
    /// errcode of a department's malformed list of viewers (§3.5, §16).
    VisibleList,
    /// Most people of one batchSend: the parameter's row against the error's text (§5.2).
    BatchSendPeople,
    /// What asking again for a token gives after the app changed (§1.4; inferred).
    RepeatedToken,
    /// Sentence of a missing permission on the new host (§4.3).
    PermissionWording,
    /// HTTP status of a spent sign-in code (§2.2; inferred).
    SpentCodeStatus,
    /// Whose name stands inside the pushes of a subscription made on the console (§6.1, §16).
    OwnerKey,
}

/// Name and values; the first value is the default.
const TABLE: [(Behaviour, &str, &[&str]); 14] = [
    (Behaviour::WebhookUnknownToken, "webhook_unknown_token", &["300005", "400101"]),
    (Behaviour::RobotWording, "robot_wording", &["current", "older"]),
    (Behaviour::RobotThrottle, "robot_throttle", &["130101", "660026", "410100"]),
    (Behaviour::JsapiTicketRefusal, "jsapi_ticket_refusal", &["wrapped", "flat"]),
    (Behaviour::WorkPlace, "work_place", &["100", "50"]),
    (Behaviour::Remark, "remark", &["2000", "1024"]),
    (Behaviour::EmailTaken, "email_taken", &["60106", "40101"]),
    (Behaviour::MobileTaken, "mobile_taken", &["plain", "with_userid"]),
    (Behaviour::VisibleList, "visible_list", &["60109", "600109"]),
    (Behaviour::BatchSendPeople, "batch_send_people", &["20", "100"]),
    (Behaviour::RepeatedToken, "repeated_token", &["renewed", "kept"]),
    (Behaviour::PermissionWording, "permission_wording", &["current", "older"]),
    (Behaviour::SpentCodeStatus, "spent_code_status", &["400", "404"]),
    (Behaviour::OwnerKey, "owner_key", &["client_id", "corp_id"]),
];

/// The name or the value is not one of the table; tells those that are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchBehaviour;

impl fmt::Display for NoSuchBehaviour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<String> = TABLE.iter().map(|(_, name, values)| format!("{name} {}", values.join("|"))).collect();
        write!(formatter, "the switches are {}", rows.join(", "))
    }
}

impl World {
    /// The value in force.
    pub fn chosen(&self, behaviour: Behaviour) -> &str {
        let row = TABLE.iter().find(|(one, ..)| *one == behaviour);
        let Some((_, name, values)) = row else {
            return "";
        };
        self.behaviours.get(*name).map_or(values[0], String::as_str)
    }

    /// For values that are numbers.
    pub fn chosen_number(&self, behaviour: Behaviour) -> i64 {
        self.chosen(behaviour).parse().unwrap_or_default()
    }

    pub fn choose(&mut self, name: &str, value: &str) -> Result<(), NoSuchBehaviour> {
        let known = TABLE.iter().any(|(_, one, values)| *one == name && values.contains(&value));
        if !known {
            return Err(NoSuchBehaviour);
        }
        self.behaviours.insert(name.to_owned(), value.to_owned());
        self.record(Effect::BehaviourChanged { name: name.to_owned(), value: value.to_owned() });
        Ok(())
    }

    /// Every switch, the value in force and those that can be chosen.
    pub fn behaviours(&self) -> impl Iterator<Item = (&'static str, &str, &'static [&'static str])> {
        TABLE.iter().map(|(behaviour, name, values)| (*name, self.chosen(*behaviour), *values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn a_switch_stands_at_its_first_value_until_it_is_set() {
        let mut world = World::new(Timestamp::UNIX_EPOCH);
        assert_eq!(world.chosen(Behaviour::RobotThrottle), "130101");
        assert_eq!(world.choose("robot_throttle", "660026"), Ok(()));
        assert_eq!(world.chosen_number(Behaviour::RobotThrottle), 660_026);
        assert_eq!(world.choose("robot_throttle", "1"), Err(NoSuchBehaviour));
        assert_eq!(world.choose("no_such", "1"), Err(NoSuchBehaviour));
        assert_eq!(world.behaviours().count(), TABLE.len());
    }
}
