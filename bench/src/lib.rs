//! One round of work, the same that the official SDKs are given: ask for a token, then send a message with the robot.

use anyhow::Context as _;
use dingtalk::{Client, Credentials, Hosts, Method, RobotSecret, RobotText, Webhook};
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::json;

pub const TEXT: &str = "Payment received: HK$1,234.50";
/// A member of the practice company.
const PERSON: &str = "demo001";

/// The line that `hoitung-cli practice` prints first.
#[derive(Debug, Deserialize)]
pub struct Ready {
    pub old_host: String,
    pub new_host: String,
    pub login_host: String,
    pub client_id: String,
    pub client_secret: String,
    pub robot_code: String,
    pub robot_webhook: String,
    pub robot_secret: String,
}

pub struct Work {
    client: Client,
    webhook: Webhook,
    secret: SecretString,
    robot_code: String,
}

impl Work {
    pub fn new(ready: Ready) -> anyhow::Result<Self> {
        let hosts = Hosts::custom(&ready.old_host, &ready.new_host, &ready.login_host)?;
        let webhook = Webhook::parse(&ready.robot_webhook, &hosts)?;
        let client = Client::new(hosts, Credentials::new(ready.client_id, ready.client_secret.into()))?;
        Ok(Self { client, webhook, secret: ready.robot_secret.into(), robot_code: ready.robot_code })
    }

    /// The app's robot to one person, as `alibabacloud-dingtalk` is asked to.
    pub async fn token_and_app_robot(&self) -> anyhow::Result<()> {
        self.client.fetch_token().await?;
        let body = json!({
            "robotCode": self.robot_code,
            "userIds": [PERSON],
            "msgKey": "sampleText",
            "msgParam": json!({ "content": TEXT }).to_string(),
        });
        let answer = self.client.call_new(Method::POST, "/v1.0/robot/oToMessages/batchSend", Some(body)).await?;
        answer.get("processQueryKey").context("no message was sent").map(drop)
    }

    /// A group's robot, signed, as `dingtalk-stream` replies.
    pub async fn token_and_group_robot(&self, timestamp: i64) -> anyhow::Result<()> {
        self.client.fetch_token().await?;
        let signature = RobotSecret { secret: &self.secret, timestamp };
        Ok(self.client.send_robot_text(&self.webhook, Some(signature), &RobotText::new(TEXT)).await?)
    }
}
