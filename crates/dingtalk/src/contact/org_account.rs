//! Accounts that belong to the organisation (企业账号): the only ones that can be disabled without being deleted.
//! Permission `Contact.OrgAccountSecurity.ReadWrite`. Errors: [`crate::Error::is_org_account_only`] for anybody else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::gateway::{Dialect, Request, read, to_json, unexpected};
use crate::lenient;
use crate::{Client, Host, Method, Result, UserId};

/// Whether an account can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrgAccountStatus {
    Usable,
    Disabled,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    user_id: &'a UserId,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(rename = "reasonI18nForEmployee", skip_serializing_if = "Option::is_none")]
    shown: Option<&'a BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct Done {
    #[serde(deserialize_with = "lenient::boolean")]
    result: bool,
}

#[derive(Deserialize)]
struct Status {
    #[serde(deserialize_with = "lenient::boolean")]
    disable: bool,
}

impl Client {
    /// `POST /v1.0/contact/orgAccounts/disable`. Source: disable-an-exclusive-account.
    pub async fn disable_org_account(&self, userid: &UserId, reason: &str) -> Result<()> {
        let wire = Wire { user_id: userid, reason: Some(reason), shown: None };
        self.switch_org_account("/v1.0/contact/orgAccounts/disable", &wire).await
    }

    /// `POST /v1.0/contact/orgAccounts/enable`. Source: enable-a-dedicated-account.
    pub async fn enable_org_account(&self, userid: &UserId) -> Result<()> {
        let wire = Wire { user_id: userid, reason: None, shown: None };
        self.switch_org_account("/v1.0/contact/orgAccounts/enable", &wire).await
    }

    /// `POST /v1.0/contact/orgAccounts/signOut`: everywhere, at once. The reason goes to the admin console's log;
    /// `shown` is what the person sees, by language (`zh_HK`, `en_US`, …). Source: force-logout-from-dedicated-account.
    pub async fn sign_out_org_account(
        &self,
        userid: &UserId,
        reason: &str,
        shown: &BTreeMap<String, String>,
    ) -> Result<()> {
        let shown = (!shown.is_empty()).then_some(shown);
        let wire = Wire { user_id: userid, reason: Some(reason), shown };
        self.switch_org_account("/v1.0/contact/orgAccounts/signOut", &wire).await
    }

    /// `GET /v1.0/contact/orgAccounts/status`. Source: query-dedicated-account-status-1.
    pub async fn org_account_status(&self, userid: &UserId) -> Result<OrgAccountStatus> {
        let asked = Request::new(Dialect::New, Method::GET, "/v1.0/contact/orgAccounts/status")
            .with_query("userId", userid.0.as_str());
        let status: Status = read(self.call(&asked).await?, self.hosts().name(Host::New))?;
        Ok(if status.disable { OrgAccountStatus::Disabled } else { OrgAccountStatus::Usable })
    }

    async fn switch_org_account(&self, path: &str, wire: &Wire<'_>) -> Result<()> {
        let host = self.hosts().name(Host::New);
        let answer = self.call(&Request::new(Dialect::New, Method::POST, path).with_body(to_json(wire))).await?;
        let done: Done = read(answer, host)?;
        // What `false` means is not documented: in doubt, and the status tells.
        if done.result { Ok(()) } else { Err(unexpected(host)) }
    }
}
