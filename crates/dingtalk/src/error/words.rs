use std::fmt;

/// DingTalk's own code and words, for the small print. Free of secrets and control characters, at most 1,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerWords {
    /// `40014`, `InvalidAuthentication`, … with the 88 wrapper taken off; `HTTP 502` if the answer had none.
    pub code: String,
    pub message: String,
    /// What DingTalk's support asks for.
    pub request_id: Option<String>,
    pub http_status: u16,
}

impl fmt::Display for ServerWords {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message)
    }
}
