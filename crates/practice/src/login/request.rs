//! What the sign-in page was called with, and whether it may go on. Source: dingtalk-api.md §2.1; how DingTalk words a
//! refusal is not known.

use crate::console::visit::Fields;
use crate::state::World;

#[derive(Debug, Clone)]
pub struct SignInRequest {
    pub client_id: String,
    pub redirect_uri: String,
    pub scope: String,
    pub state: Option<String>,
    response_type: String,
    prompt: String,
    org_type: String,
    corp_id: String,
}

/// Why the page does not ask. Nothing is sent back to the app then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    NoSuchApp,
    RedirectNotRegistered,
    ResponseType,
    Scope,
    Prompt,
    NeedsCorpScope,
    OtherCompany,
}

impl SignInRequest {
    pub fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).to_owned();
        Self {
            client_id: text("client_id"),
            redirect_uri: text("redirect_uri"),
            scope: text("scope"),
            state: fields.get("state").map(str::to_owned),
            response_type: text("response_type"),
            prompt: text("prompt"),
            org_type: text("org_type"),
            corp_id: text("corpId"),
        }
    }

    /// By name, as they came; absent ones are left out.
    pub fn parameters(&self) -> Vec<(&'static str, &str)> {
        let named = [
            ("client_id", &self.client_id),
            ("redirect_uri", &self.redirect_uri),
            ("response_type", &self.response_type),
            ("scope", &self.scope),
            ("prompt", &self.prompt),
            ("org_type", &self.org_type),
            ("corpId", &self.corp_id),
        ];
        let present = named.into_iter().filter(|(_, value)| !value.is_empty());
        let state = self.state.as_deref().map(|state| ("state", state));
        present.map(|(name, value)| (name, value.as_str())).chain(state).collect()
    }

    pub fn tells_corp(&self) -> bool {
        self.scope.split(' ').any(|part| part == "corpid")
    }

    pub fn refused(&self, world: &World) -> Option<Why> {
        let Some(app) = world.app(&self.client_id) else {
            return Some(Why::NoSuchApp);
        };
        if !app.may_return_to(&self.redirect_uri) {
            return Some(Why::RedirectNotRegistered);
        }
        if self.response_type != "code" {
            return Some(Why::ResponseType);
        }
        if !["openid", "openid corpid"].contains(&self.scope.as_str()) {
            return Some(Why::Scope);
        }
        if self.prompt != "consent" {
            return Some(Why::Prompt);
        }
        let chooses_company = !self.org_type.is_empty() || !self.corp_id.is_empty();
        if chooses_company && !self.tells_corp() {
            return Some(Why::NeedsCorpScope);
        }
        (!self.corp_id.is_empty() && self.corp_id != world.corp_id).then_some(Why::OtherCompany)
    }
}
