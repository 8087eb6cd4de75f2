use serde::Serialize;

/// What is to be pushed. DingTalk takes one subscription a connection; which events are pushed is chosen in the console.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subscription {
    events: bool,
    callbacks: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Wanted<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    topic: &'a str,
}

impl Subscription {
    /// Messages that people send to the app's robot.
    pub const ROBOT_MESSAGES: &'static str = "/v1.0/im/bot/messages/get";
    /// Buttons pressed on interactive cards.
    pub const CARD_CALLBACKS: &'static str = "/v1.0/card/instances/callback";

    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// All events that are ticked in the console: `EVENT` knows the topic `*` alone.
    #[must_use]
    pub fn with_events(mut self) -> Self {
        self.events = true;
        self
    }

    #[must_use]
    pub fn with_robot_messages(self) -> Self {
        self.with_callback(Self::ROBOT_MESSAGES)
    }

    #[must_use]
    pub fn with_callback(mut self, topic: impl Into<String>) -> Self {
        let topic = topic.into();
        if !self.callbacks.contains(&topic) {
            self.callbacks.push(topic);
        }
        self
    }

    pub(super) fn has_events(&self) -> bool {
        self.events
    }

    pub(super) fn has_callback(&self, topic: &str) -> bool {
        self.callbacks.iter().any(|wanted| wanted == topic)
    }

    pub(super) fn wanted(&self) -> Vec<Wanted<'_>> {
        let events = self.events.then_some(Wanted { kind: "EVENT", topic: "*" });
        let callbacks = self.callbacks.iter().map(|topic| Wanted { kind: "CALLBACK", topic });
        events.into_iter().chain(callbacks).collect()
    }
}
