use secrecy::SecretString;

/// The keys of one app. Formatting it shows the Client ID alone.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Client ID, formerly AppKey. Not a secret: DingTalk prints it in its own error texts.
    pub client_id: String,
    /// Client Secret, formerly AppSecret.
    pub client_secret: SecretString,
}

impl Credentials {
    pub fn new(client_id: impl Into<String>, client_secret: SecretString) -> Self {
        Self { client_id: client_id.into(), client_secret }
    }
}
