//! Where in the key store a secret lies.

use crate::connection::ConnectionId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    ClientSecret,
    /// Waits here until a real call has taken it; only then does it replace the working one.
    ClientSecretCandidate,
    /// The one before the working one, until somebody says that it was disabled.
    ClientSecretOld,
    RobotWebhook(String),
    RobotSecret(String),
}

impl Slot {
    /// The installation's id is in the name so that two homes never collide.
    pub fn name(&self, installation: &str, connection: &ConnectionId) -> String {
        let connection = &connection.0;
        match self {
            Self::ClientSecret => format!("{installation}/{connection}/client-secret"),
            Self::ClientSecretCandidate => format!("{installation}/{connection}/client-secret-candidate"),
            Self::ClientSecretOld => format!("{installation}/{connection}/client-secret-old"),
            Self::RobotWebhook(robot) => format!("{installation}/{connection}/robot/{robot}/webhook"),
            Self::RobotSecret(robot) => format!("{installation}/{connection}/robot/{robot}/secret"),
        }
    }
}
