//! Where in the key store a secret lies.

use crate::connection::ConnectionId;
use crate::network::Half;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    ClientSecret,
    /// Waits here until a real call has taken it; only then does it replace the working one.
    ClientSecretCandidate,
    /// The one before the working one, until somebody says that it was disabled.
    ClientSecretOld,
    RobotWebhook(String),
    RobotSecret(String),
    /// Of the whole installation, whatever the connection.
    ProxyPassword(Half),
}

impl Slot {
    /// Every place where a connection with these robots may have left a secret. A new kind belongs in here too.
    pub fn all(robots: &[String]) -> Vec<Self> {
        let mut slots = vec![Self::ClientSecret, Self::ClientSecretCandidate, Self::ClientSecretOld];
        for robot in robots {
            slots.extend([Self::RobotWebhook(robot.clone()), Self::RobotSecret(robot.clone())]);
        }
        slots
    }

    /// The installation's id is in the name so that two homes never collide.
    pub fn name(&self, installation: &str, connection: &ConnectionId) -> String {
        let connection = &connection.0;
        match self {
            Self::ClientSecret => format!("{installation}/{connection}/client-secret"),
            Self::ClientSecretCandidate => format!("{installation}/{connection}/client-secret-candidate"),
            Self::ClientSecretOld => format!("{installation}/{connection}/client-secret-old"),
            Self::RobotWebhook(robot) => format!("{installation}/{connection}/robot/{robot}/webhook"),
            Self::ProxyPassword(Half::A) => format!("{installation}/proxy/password-a"),
            Self::ProxyPassword(Half::B) => format!("{installation}/proxy/password-b"),
            Self::RobotSecret(robot) => format!("{installation}/{connection}/robot/{robot}/secret"),
        }
    }
}
