//! Custom group robots: a webhook, a message, and the signature some of them ask for. And what people write to the app's
//! own robot: the message, and whether a request that brings one is to be believed.

mod at;
mod message;
mod push;
mod received;
mod session;
mod sign;
mod webhook;

pub use at::At;
pub(crate) use message::Typed;
pub use message::{
    ActionCard, Actions, Button, FeedLink, Orientation, RobotLink, RobotMarkdown, RobotMessage, RobotText,
    robot_text_json,
};
pub use push::{RobotPushFault, check_robot_push};
pub use received::{
    NotARobotMessage, RichPart, RobotAtUser, RobotConversation, RobotReceived, RobotReceivedContent, RobotSender,
};
pub use session::SessionWebhook;
pub use sign::robot_sign;
pub use webhook::Webhook;

use secrecy::{ExposeSecret, SecretString};

use crate::gateway::{Dialect, Request};
use crate::{Client, Method, Result};

/// A robot's signing secret (加签), and the moment to sign.
#[derive(Debug, Clone, Copy)]
pub struct RobotSecret<'a> {
    pub secret: &'a SecretString,
    /// Milliseconds since 1970 by the server's clock; good for an hour.
    pub timestamp: i64,
}

impl Client {
    /// `/robot/send`: one request, never repeated, as a robot's message has no key that would make it safe. Needs no
    /// token. Give the secret if the robot asks for a signature.
    ///
    /// Errors: [`crate::Error::robot_refusal`]; after [`crate::Error::may_have_acted`] the message may have arrived.
    pub async fn send_robot_text(
        &self,
        webhook: &Webhook,
        signature: Option<RobotSecret<'_>>,
        message: &RobotText,
    ) -> Result<()> {
        self.post_to_robot(webhook, signature, message.to_json()).await
    }

    /// The same for every type of message. With a `msg_uuid` DingTalk takes a repeated message for the same one; for how
    /// long is not documented, so nothing here repeats it either.
    pub async fn send_robot_message(
        &self,
        webhook: &Webhook,
        signature: Option<RobotSecret<'_>>,
        message: &RobotMessage,
        msg_uuid: Option<&str>,
    ) -> Result<()> {
        self.post_to_robot(webhook, signature, message.to_json(msg_uuid)).await
    }

    async fn post_to_robot(&self, webhook: &Webhook, signature: Option<RobotSecret<'_>>, body: String) -> Result<()> {
        let mut request = Request::new(Dialect::Robot, Method::POST, webhook::PATH)
            .at(webhook.origin(self.hosts())?)
            .with_query("access_token", webhook.token().expose_secret())
            .with_body(body);
        let signed = signature.map(|signature| {
            let sign = robot_sign(signature.timestamp, signature.secret);
            (signature, SecretString::from(sign))
        });
        let mut secrets = vec![webhook.token()];
        if let Some((signature, sign)) = &signed {
            request = request
                .with_query("timestamp", signature.timestamp.to_string())
                .with_query("sign", sign.expose_secret());
            secrets.extend([signature.secret, sign]);
        }
        self.send_hiding(&request, None, &secrets).await.map(drop)
    }
}
