use crate::Hosts;
use crate::encode::percent_encoded;

/// The page on which a person signs in and consents. Source: obtain-identity-credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Where the person comes back to: as registered under 开发配置 > 安全设置 > 重定向URL.
    pub redirect_uri: String,
    /// Comes back unchanged: random, bound to this browser and used once, or somebody else's code can be slipped in.
    pub state: String,
    pub scope: SignInScope,
    /// Signing in by an account that belongs to an organisation, if that is asked for.
    pub dedicated: Option<DedicatedAccount>,
}

/// What the person is asked to share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInScope {
    /// `openid`: who it is.
    OpenId,
    /// `openid corpid`: also which organisation the person chose.
    OpenIdAndCorpId {
        /// Which organisations are offered; all if there is none.
        org_type: Option<OrgType>,
        /// Preselected; the person has to belong to it.
        corp_id: Option<String>,
    },
}

/// Which organisations are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrgType {
    /// `management`: those that the person administers.
    Management,
}

/// Whose account of its own is signed in by (专属账号).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DedicatedAccount {
    /// The person types the organisation's code.
    Asked,
    /// That of this organisation, by CorpId.
    Of(String),
}

impl SignIn {
    /// With `openid` alone.
    pub fn new(redirect_uri: impl Into<String>, state: impl Into<String>) -> Self {
        Self { redirect_uri: redirect_uri.into(), state: state.into(), scope: SignInScope::OpenId, dedicated: None }
    }

    /// The address to open in the person's browser. `client_id` is that of the app, or the SuiteKey.
    pub fn url(&self, hosts: &Hosts, client_id: &str) -> String {
        let mut query = vec![
            ("redirect_uri", self.redirect_uri.as_str()),
            ("response_type", "code"),
            ("client_id", client_id),
            ("scope", self.scope.wire()),
            ("state", &self.state),
            ("prompt", "consent"),
        ];
        if let SignInScope::OpenIdAndCorpId { org_type, corp_id } = &self.scope {
            query.extend(org_type.map(|OrgType::Management| ("org_type", "management")));
            query.extend(corp_id.as_ref().map(|corp_id| ("corpId", corp_id.as_str())));
        }
        match &self.dedicated {
            Some(DedicatedAccount::Asked) => query.push(("exclusiveLogin", "true")),
            Some(DedicatedAccount::Of(corp_id)) => {
                query.extend([("exclusiveLogin", "true"), ("exclusiveCorpId", corp_id)]);
            }
            None => {}
        }
        let query: Vec<String> =
            query.into_iter().map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
        format!("{}/oauth2/auth?{}", hosts.login(), query.join("&"))
    }
}

impl SignInScope {
    fn wire(&self) -> &'static str {
        match self {
            Self::OpenId => "openid",
            Self::OpenIdAndCorpId { .. } => "openid corpid",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sign_in: &SignIn, expected: &str) {
        let url = sign_in.url(&Hosts::com(), "dingbbbbbbb");
        assert_eq!(url.strip_prefix("https://login.dingtalk.com/oauth2/auth?"), Some(expected));
    }

    fn with(scope: SignInScope) -> SignIn {
        SignIn { scope, ..SignIn::new("https://www.aaaaa.com/a/b", "dddd") }
    }

    const BEFORE: &str = "redirect_uri=https%3A%2F%2Fwww.aaaaa.com%2Fa%2Fb&response_type=code&client_id=dingbbbbbbb";

    // V §2.1: the page takes redirect_uri, response_type=code, client_id, scope, state and prompt=consent
    // V §2.1: scope is openid or "openid corpid"; org_type and corpId need the latter
    #[test]
    fn the_page_is_asked_for_as_documented() {
        check(&with(SignInScope::OpenId), &format!("{BEFORE}&scope=openid&state=dddd&prompt=consent"));
        let scope = SignInScope::OpenIdAndCorpId { org_type: None, corp_id: None };
        check(&with(scope), &format!("{BEFORE}&scope=openid%20corpid&state=dddd&prompt=consent"));
        let scope =
            SignInScope::OpenIdAndCorpId { org_type: Some(OrgType::Management), corp_id: Some("ding&x".to_owned()) };
        let after = "&scope=openid%20corpid&state=dddd&prompt=consent&org_type=management&corpId=ding%26x";
        check(&with(scope), &format!("{BEFORE}{after}"));
        let dedicated = |dedicated| SignIn { dedicated: Some(dedicated), ..with(SignInScope::OpenId) };
        let after = "&scope=openid&state=dddd&prompt=consent&exclusiveLogin=true";
        check(&dedicated(DedicatedAccount::Asked), &format!("{BEFORE}{after}"));
        check(&dedicated(DedicatedAccount::Of("ding1".to_owned())), &format!("{BEFORE}{after}&exclusiveCorpId=ding1"));
    }

    #[test]
    fn nothing_that_is_filled_in_can_add_a_parameter() {
        let hostile = "x&prompt=none#?y=1 +%2F公司";
        let url = SignIn::new(hostile, hostile).url(&Hosts::io(), hostile);
        let parsed = url::Url::parse(&url).ok();
        let pairs: Vec<(String, String)> =
            parsed.iter().flat_map(url::Url::query_pairs).map(|(name, value)| (name.into(), value.into())).collect();
        assert_eq!(pairs.len(), 6);
        for name in ["redirect_uri", "client_id", "state"] {
            assert!(pairs.contains(&(name.to_owned(), hostile.to_owned())), "{name} {pairs:?}");
        }
        assert_eq!(parsed.as_ref().and_then(url::Url::host_str), Some("login.dingtalk.io"));
        assert_eq!(parsed.as_ref().and_then(url::Url::fragment), None);
    }
}
