use secrecy::SecretString;
use serde::Deserialize;

use crate::gateway::{Dialect, Request, read};
use crate::lenient::{self, optional_boolean, optional_text};
use crate::{Client, Host, Method, Result};

/// What a person told DingTalk of themselves. No userid: [`Client::user_by_unionid`] finds it.
/// Source: dingtalk-retrieve-user-information.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    #[serde(deserialize_with = "lenient::text")]
    pub union_id: String,
    #[serde(default, deserialize_with = "optional_text")]
    pub open_id: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub nick: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub avatar_url: Option<String>,
    /// Needs the field permission `Contact.User.mobile`.
    #[serde(default, deserialize_with = "optional_text")]
    pub mobile: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub state_code: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub email: Option<String>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub visitor: Option<bool>,
}

impl Client {
    /// `GET /v1.0/contact/users/me` with the person's own token: whose token it is. It is never repeated with another
    /// one, and never with the app's. Permission `Contact.User.Read`. Errors: [`crate::Error::is_token_refused`] when
    /// it has expired, [`crate::Error::missing_permissions`] also when it is an app's token.
    pub async fn profile(&self, user_token: &SecretString) -> Result<Profile> {
        let request = Request::new(Dialect::New, Method::GET, "/v1.0/contact/users/me");
        read(self.send(&request, Some(user_token)).await?, self.hosts().name(Host::New))
    }
}
