use serde::Deserialize;

use crate::gateway::read;
use crate::lenient;
use crate::{Client, DepartmentId, Host, Result, UserId};

/// Whom an app may see. Source: obtain-corpsecret-authorization-scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthScopes {
    pub users: Vec<UserId>,
    pub departments: Vec<DepartmentId>,
    /// Fields of a person that are shown, in DingTalk's own spelling, e.g. `name`, `mobile`.
    pub user_fields: Vec<String>,
}

impl AuthScopes {
    /// The root department is in it, and with it all.
    pub fn is_everyone(&self) -> bool {
        self.departments.contains(&DepartmentId::ROOT)
    }

    /// Nobody at all: contact calls will be refused whatever permissions there are.
    pub fn is_nobody(&self) -> bool {
        self.departments.is_empty() && self.users.is_empty()
    }
}

#[derive(Deserialize)]
struct Wire {
    auth_org_scopes: Organisation,
    #[serde(default, deserialize_with = "lenient::list")]
    auth_user_field: Vec<String>,
}

#[derive(Deserialize)]
struct Organisation {
    #[serde(default, deserialize_with = "lenient::list")]
    authed_user: Vec<UserId>,
    #[serde(default, deserialize_with = "lenient::list")]
    authed_dept: Vec<DepartmentId>,
}

impl Client {
    /// `GET /auth/scopes`; permission `qyapi_base`, which every app has.
    pub async fn auth_scopes(&self) -> Result<AuthScopes> {
        let wire: Wire = read(self.get_old("/auth/scopes").await?, self.hosts().name(Host::Old))?;
        Ok(AuthScopes {
            users: wire.auth_org_scopes.authed_user,
            departments: wire.auth_org_scopes.authed_dept,
            user_fields: wire.auth_user_field,
        })
    }
}
