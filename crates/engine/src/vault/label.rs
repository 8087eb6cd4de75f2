//! Which file holds a secret that a person puts there. A name lasts as long as what it stands for: it is made of what
//! DingTalk calls the app, not of what a company is called here; and of letters that every system, systemd too, takes.

use rusqlite::Transaction;
use sha2::{Digest, Sha256};

use super::Slot;
use crate::connection::ConnectionId;
use crate::network::Half;
use crate::store::{Answer, connection, robot};

/// The file of one secret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SecretFile(Option<String>);

impl SecretFile {
    /// None for what never lies in such a file: a secret that waits to be tried, or one that was replaced.
    pub fn name(&self) -> Option<String> {
        self.0.clone()
    }
}

/// `<Client ID>.client-secret`, `<Client ID>.robot-<name>.webhook` and `….secret`, `proxy-password`.
pub(crate) fn label(store: &Transaction, connection: &ConnectionId, slot: &Slot) -> Answer<SecretFile> {
    let robot = match slot {
        Slot::ClientSecretCandidate | Slot::ClientSecretOld => return Ok(SecretFile(None)),
        Slot::ProxyPassword(Half::A | Half::B) => return Ok(SecretFile(Some("proxy-password".to_owned()))),
        Slot::ClientSecret => None,
        Slot::RobotWebhook(id) | Slot::RobotSecret(id) => robot::find(store, connection, id)?.map(|robot| robot.name),
    };
    let row = connection::find(store, connection)?;
    let client_id = row.working_keys.map_or(row.draft_client_id, |keys| keys.client_id);
    Ok(SecretFile(Some(name(&client_id, robot.as_deref(), slot))))
}

/// Of an app that no connection is made for yet.
pub(crate) fn of_app(client_id: &str) -> String {
    name(client_id, None, &Slot::ClientSecret)
}

fn name(client_id: &str, robot: Option<&str>, slot: &Slot) -> String {
    let (app, robot) = (plain(client_id), plain(robot.unwrap_or_default()));
    match slot {
        Slot::RobotWebhook(_) => format!("{app}.robot-{robot}.webhook"),
        Slot::RobotSecret(_) => format!("{app}.robot-{robot}.secret"),
        Slot::ClientSecret | Slot::ClientSecretCandidate | Slot::ClientSecretOld | Slot::ProxyPassword(_) => {
            format!("{app}.client-secret")
        }
    }
}

/// Plain letters and figures as they are. A name with others ends with figures that only this name has, so that two
/// never share a file: 財務部 is such figures alone.
fn plain(name: &str) -> String {
    let kept: String = name.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    if kept == name && !kept.is_empty() {
        return kept;
    }
    let digest = Sha256::digest(name.as_bytes());
    let figures = digest.iter().take(4).fold(String::new(), |all, byte| all + &format!("{byte:02x}"));
    if kept.is_empty() { figures } else { format!("{kept}-{figures}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(client_id: &str, robot: Option<&str>, slot: &Slot, expected: &str) {
        let found = name(client_id, robot, slot);
        assert_eq!(found, expected);
        assert!(found.bytes().all(|byte| byte.is_ascii_graphic() && !b":/%\\".contains(&byte)), "{found}");
    }

    #[test]
    fn a_file_is_named_by_the_app_and_by_plain_letters() {
        let webhook = Slot::RobotWebhook("r1".to_owned());
        check("dingabc123", None, &Slot::ClientSecret, "dingabc123.client-secret");
        check("dingabc123", Some("alerts"), &webhook, "dingabc123.robot-alerts.webhook");
        check("dingabc123", Some("財務部"), &webhook, "dingabc123.robot-085dd561.webhook");
        check("dingabc123", Some("Finance: A/B"), &webhook, "dingabc123.robot-FinanceAB-d501cf7f.webhook");
        check("../etc", None, &Slot::ClientSecret, "etc-f7f9121f.client-secret");
    }
}
