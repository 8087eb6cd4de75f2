//! Where a robot may answer a message for a while: `sessionWebhook`. Source: dingtalk-api.md §5.3.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::random;
use crate::state::World;

/// The webhook's life. How long it really is, is inferred.
const LIFETIME: SignedDuration = SignedDuration::from_mins(90);

/// `{old_host}/robot/sendBySession?session={session}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RobotSession {
    pub session: String,
    pub client_id: String,
    /// `conversationId` of the message.
    pub conversation: String,
    /// Who wrote; a single conversation's answer goes to this person.
    pub userid: String,
    pub expires_at: Timestamp,
}

impl World {
    /// The session of that webhook, while it lives.
    pub fn robot_session(&self, session: &str) -> Option<&RobotSession> {
        let mut sessions = self.events.sessions.iter();
        sessions.find(|known| known.session == session && known.expires_at > self.now)
    }

    pub(crate) fn open_robot_session(&mut self, client_id: &str, conversation: &str, userid: &str) -> RobotSession {
        let now = self.now;
        self.events.sessions.retain(|session| session.expires_at > now);
        let session = RobotSession {
            session: random::hexadecimal(32),
            client_id: client_id.to_owned(),
            conversation: conversation.to_owned(),
            userid: userid.to_owned(),
            expires_at: now + LIFETIME,
        };
        self.events.sessions.push(session.clone());
        session
    }
}
