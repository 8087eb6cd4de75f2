use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde_json::{Value, json};

use super::AuthCode;
use crate::gateway::{Dialect, Request, read, unexpected};
use crate::lenient::{optional_boolean, optional_integer, optional_text};
use crate::{Client, Host, Method, Result, UserId};

/// Who opened a page inside DingTalk. Source: obtain-the-userid-of-a-user-by-using-the-log-free.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SignedInUser {
    pub userid: UserId,
    #[serde(default, deserialize_with = "optional_text")]
    pub unionid: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub associated_unionid: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub device_id: Option<String>,
    /// Whether the person is an administrator.
    #[serde(default, deserialize_with = "optional_boolean")]
    pub sys: Option<bool>,
    /// 1 main administrator, 2 sub-administrator, 100 boss, 0 anybody else.
    #[serde(default, deserialize_with = "optional_integer")]
    pub sys_level: Option<i64>,
}

impl Client {
    /// `/topapi/v2/user/getuserinfo` with the code that a page gets by `dd.requestAuthCode`; permission `qyapi_base`.
    /// A code of the sign-in page is another kind, and refused: [`crate::Error::is_code_refused`].
    pub async fn user_by_code(&self, code: &AuthCode) -> Result<SignedInUser> {
        let body = json!({ "code": code.0.expose_secret() });
        let request = Request::new(Dialect::Old, Method::POST, "/topapi/v2/user/getuserinfo");
        let mut answer = self.call_hiding(&request.with_body(body.to_string()), &[&code.0]).await?;
        let host = self.hosts().name(Host::Old);
        read(answer.get_mut("result").map(Value::take).ok_or_else(|| unexpected(host))?, host)
    }
}
