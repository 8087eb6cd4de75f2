//! Signing in: the page, the code, the person's token and profile. Rules: dingtalk-api.md §2.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use jiff::SignedDuration;
use practice::Clock;
use reqwest::{Response, redirect};
use serde_json::{Value, json};

const EXCHANGE: &str = "/v1.0/oauth2/userAccessToken";
const ME: &str = "/v1.0/contact/users/me";
const BACK: &str = "http://127.0.0.1:9/callback";

struct SignIn {
    practice: Practice,
    browser: reqwest::Client,
    clock: Clock,
}

impl SignIn {
    async fn new() -> Self {
        let clock = Clock::standing_now();
        let moved = clock.clone();
        let practice = Practice::with(|options| practice::Options { clock: moved, ..options }).await;
        let client_id = practice.app().client_id;
        practice.stage("/redirects", json!({"client_id": client_id, "addresses": BACK})).await;
        let browser = reqwest::Client::builder().no_proxy().redirect(redirect::Policy::none()).build().unwrap();
        Self { practice, browser, clock }
    }

    fn login(&self) -> String {
        format!("{}/oauth2/auth", self.practice.running.hosts().login_host)
    }

    fn query(&self, change: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        let client_id = self.practice.app().client_id;
        let mut query: Vec<(&'static str, String)> = [
            ("redirect_uri", BACK),
            ("response_type", "code"),
            ("client_id", &client_id),
            ("scope", "openid"),
            ("state", "s 1"),
            ("prompt", "consent"),
        ]
        .map(|(name, value)| (name, value.to_owned()))
        .to_vec();
        for (name, value) in change {
            query.retain(|(known, _)| known != name);
            query.push((*name, (*value).to_owned()));
        }
        query.retain(|(_, value)| !value.is_empty());
        query
    }

    async fn open(&self, change: &[(&'static str, &str)], language: &str) -> (u16, String) {
        let request = self.browser.get(self.login()).query(&self.query(change)).query(&[("lang", language)]);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn answer(&self, change: &[(&'static str, &str)], person: &str, word: &str) -> Response {
        let mut form = self.query(change);
        form.push(("userid", person.to_owned()));
        form.push(("answer", word.to_owned()));
        let origin = self.practice.running.hosts().login_host.clone();
        self.browser.post(self.login()).header("origin", origin).form(&form).send().await.unwrap()
    }

    async fn code(&self, person: &str, scope: &str) -> String {
        let client_id = self.practice.app().client_id;
        let person = json!({"client_id": client_id, "userid": person, "scope": scope});
        self.practice.stage("/sign-in", person).await["code"].as_str().unwrap().to_owned()
    }

    fn grant(&self, more: &Value) -> Value {
        let app = self.practice.app();
        let mut body =
            json!({"clientId": app.client_id, "clientSecret": app.client_secret, "grantType": "authorization_code"});
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    }

    async fn exchange(&self, code: &str) -> (u16, Value) {
        self.practice.open_api(EXCHANGE, self.grant(&json!({"code": code}))).await
    }

    async fn person_token(&self, person: &str) -> String {
        let code = self.code(person, "openid").await;
        self.exchange(&code).await.1["accessToken"].as_str().unwrap().to_owned()
    }

    async fn me(&self, token: &str) -> (u16, Value) {
        self.practice.get_api_with(ME, token).await
    }
}

// V §2.1: the redirect after consent carries authCode; another official page shows code with the same value
#[tokio::test]
async fn a_person_agrees_and_the_app_learns_who_it_is() {
    let stage = SignIn::new().await;
    let answer = stage.answer(&[("scope", "openid corpid")], "demo004", "agree").await;
    assert_eq!(answer.status(), 302);
    let location = answer.headers()["location"].to_str().unwrap().to_owned();
    let address = reqwest::Url::parse(&location).unwrap();
    assert!(location.starts_with(BACK), "{location}");
    let values: std::collections::HashMap<String, String> = address.query_pairs().into_owned().collect();
    assert_eq!((&values["authCode"], values["state"].as_str()), (&values["code"], "s 1"));
    // V §2.2: the exchange answers accessToken, refreshToken, expireIn 7200 and, for scope corpid, corpId
    let (status, token) = stage.exchange(&values["authCode"]).await;
    assert_eq!((status, &token["expireIn"]), (200, &json!(7200)));
    assert_eq!(token["corpId"], stage.practice.running.corp_id());
    let (status, me) = stage.me(token["accessToken"].as_str().unwrap()).await;
    assert_eq!(status, 200);
    assert_eq!((&me["nick"], &me["mobile"], &me["stateCode"]), (&json!("黃示範"), &json!("55500004"), &json!("852")));
    assert_eq!((&me["email"], &me["visitor"]), (&json!("demo004@harbour-demo.example"), &json!(false)));
    let unionid = me["unionId"].as_str().unwrap();
    let found = stage.practice.top_json("/topapi/user/getbyunionid", json!({"unionid": unionid})).await;
    assert_eq!(found["result"]["userid"], "demo004");
    let path = format!("/v1.0/contact/users/{unionid}");
    let by_id = stage.practice.get_api_with(&path, token["accessToken"].as_str().unwrap());
    assert_eq!(by_id.await.1["nick"], "黃示範");
    let journal =
        stage.practice.admin("/journal").await.to_string() + &stage.practice.admin("/state").await.to_string();
    for secret in [&values["authCode"], token["accessToken"].as_str().unwrap(), token["refreshToken"].as_str().unwrap()]
    {
        assert!(!journal.contains(secret), "a code or token is printed");
    }
}

// V §2.1: a refusal comes back as error, with the state
#[tokio::test]
async fn a_person_who_refuses_is_sent_back_without_a_code() {
    let stage = SignIn::new().await;
    let answer = stage.answer(&[], "demo004", "refuse").await;
    assert_eq!(answer.headers()["location"], "http://127.0.0.1:9/callback?error=access_denied&state=s+1");
    assert_eq!(stage.practice.journal("sign_in_refused").await.len(), 1);
    let foreign = stage.browser.post(stage.login()).header("origin", "http://evil.example").form(&stage.query(&[]));
    assert_eq!(foreign.send().await.unwrap().status(), 403);
}

#[tokio::test]
async fn the_page_refuses_in_words_and_sends_nobody_anywhere() {
    let stage = SignIn::new().await;
    let (status, page) = stage.open(&[], "zh-HK").await;
    assert_eq!(status, 200);
    assert!(page.contains("同意並繼續") && page.contains("黃示範"), "{page}");
    assert!(stage.open(&[], "en").await.1.contains("Agree and go on"));
    let check = async |change: &[(&'static str, &str)], english: &str, chinese: &str| {
        for (language, words) in [("en", english), ("zh-HK", chinese)] {
            let (status, page) = stage.open(change, language).await;
            assert_eq!(status, 400, "{change:?}");
            assert!(page.contains(words), "{change:?} {page}");
            assert!(!page.contains("practice-login"), "{page}");
        }
        let pressed = stage.answer(change, "demo004", "agree").await;
        assert_eq!((pressed.status().as_u16(), pressed.headers().get("location")), (400, None), "{change:?}");
    };
    let (not_registered, not_registered_zh) = ("is not on the app’s list", "不在應用的名單上");
    check(&[("redirect_uri", "http://127.0.0.1:10/callback")], not_registered, not_registered_zh).await;
    check(&[("redirect_uri", "http://127.0.0.1:9/elsewhere")], not_registered, not_registered_zh).await;
    check(&[("redirect_uri", "https://evil.example/callback")], not_registered, not_registered_zh).await;
    check(&[("redirect_uri", "javascript:alert(1)")], not_registered, not_registered_zh).await;
    check(&[("redirect_uri", "")], not_registered, not_registered_zh).await;
    check(&[("client_id", "ding0")], "No app has this Client ID", "沒有應用用這個 Client ID").await;
    // V §2.1: response_type is code
    check(&[("response_type", "token")], "response_type=code", "response_type=code").await;
    // V §2.1: the scope is exactly openid or openid corpid
    check(&[("scope", "corpid")], "The scope must be", "scope 只可以是").await;
    check(&[("prompt", "")], "prompt=consent", "prompt=consent").await;
    // V §2.1: corpId and org_type need the scope corpid
    check(&[("corpId", "ding1")], "To choose a company", "要選公司").await;
    check(&[("corpId", "ding1"), ("scope", "openid corpid")], "do not belong", "不屬於").await;
}

#[tokio::test]
async fn a_code_is_good_once_for_five_minutes_and_for_its_own_use() {
    let stage = SignIn::new().await;
    let dead = async |answer: (u16, Value)| {
        // V §2.2: a spent, expired or wrong code is invalidParameter.authCode.notFound 不合法的临时授权码
        assert_eq!(answer.1["code"], "invalidParameter.authCode.notFound");
        assert_eq!(answer.1["message"], "不合法的临时授权码");
    };
    let code = stage.code("demo004", "openid").await;
    let (status, token) = stage.exchange(&code).await;
    assert_eq!((status, token.get("corpId")), (200, None));
    dead(stage.exchange(&code).await).await;
    dead(stage.exchange("nonsense").await).await;
    let late = stage.code("demo004", "openid").await;
    stage.clock.advance(SignedDuration::from_secs(300)).unwrap();
    dead(stage.exchange(&late).await).await;
    // V §2.2: a code of the browser is not taken by getuserinfo, 40078
    let browser_code = stage.code("demo004", "openid").await;
    let answer = stage.practice.top_json("/topapi/v2/user/getuserinfo", json!({"code": browser_code})).await;
    assert_eq!((&answer["errcode"], &answer["errmsg"]), (&json!(40_078), &json!("不存在的临时授权码")));
    assert_eq!(stage.exchange(&browser_code).await.0, 200);
    let client_id = stage.practice.app().client_id;
    let inside = stage.practice.stage("/client-code", json!({"client_id": client_id, "userid": "demo001"})).await;
    dead(stage.exchange(inside["code"].as_str().unwrap()).await).await;
    // V §2.4: getuserinfo tells userid, device_id, sys, sys_level, unionid, associated_unionid and name, once
    let info = stage.practice.top_json("/topapi/v2/user/getuserinfo", json!({"code": inside["code"]})).await;
    assert_eq!((&info["result"]["userid"], &info["result"]["sys_level"]), (&json!("demo001"), &json!(1)));
    assert_eq!((&info["result"]["name"], &info["result"]["sys"]), (&json!("陳示範"), &json!(true)));
    let again = stage.practice.top_json("/topapi/v2/user/getuserinfo", json!({"code": inside["code"]})).await;
    assert_eq!(again["errcode"], 40_078);
}

#[tokio::test]
async fn the_exchange_refuses_wrong_bodies() {
    let stage = SignIn::new().await;
    let code = stage.code("demo004", "openid").await;
    let app = stage.practice.app();
    let check = async |body: Value, code: &str| {
        let (status, answer) = stage.practice.open_api(EXCHANGE, body.clone()).await;
        assert_eq!((status, &answer["code"]), (400, &json!(code)), "{body}");
    };
    // V §2.2: a snake_case body is refused as if clientId were absent
    let snake = json!({"client_id": app.client_id, "client_secret": app.client_secret, "grant_type": "authorization_code", "code": code});
    check(snake, "MissingclientId").await;
    // V §2.2: wrong keys are invalidClientIdOrSecret
    check(stage.grant(&json!({"clientSecret": "x", "code": code})), "invalidClientIdOrSecret").await;
    check(stage.grant(&json!({})), "Missingcode").await;
    check(stage.grant(&json!({"grantType": "password", "code": code})), "unsupported.grant.type").await;
    // Nothing of this spent the code.
    assert_eq!(stage.exchange(&code).await.0, 200);
    stage.practice.shared().attempt(|world| world.withdraw_permission(&app.client_id, "open_app_api_base")).unwrap();
    let code = stage.code("demo004", "openid").await;
    let (status, answer) = stage.exchange(&code).await;
    assert_eq!((status, &answer["accessdenieddetail"]["requiredScopes"]), (403, &json!(["open_app_api_base"])));
}

// V §2.2: a person's token lives 7200 seconds, its refresh token 30 days
#[tokio::test]
async fn a_persons_token_ends_and_is_refreshed_for_thirty_days() {
    let stage = SignIn::new().await;
    let code = stage.code("demo004", "openid").await;
    let (_, first) = stage.exchange(&code).await;
    let token = first["accessToken"].as_str().unwrap();
    stage.clock.advance(SignedDuration::from_secs(7199)).unwrap();
    assert_eq!(stage.me(token).await.0, 200);
    stage.clock.advance(SignedDuration::from_secs(1)).unwrap();
    let (status, answer) = stage.me(token).await;
    // V §1.4: an expired user token is 400 accesstoken.expired 用户accessToken过期
    assert_eq!(
        (status, &answer["code"], &answer["message"]),
        (400, &json!("accesstoken.expired"), &json!("用户accessToken过期"))
    );
    let refresh = async |value: &Value| {
        let body = stage.grant(&json!({"grantType": "refresh_token", "refreshToken": value}));
        stage.practice.open_api(EXCHANGE, body).await
    };
    let (status, second) = refresh(&first["refreshToken"]).await;
    assert_eq!(status, 200);
    assert_eq!(stage.me(second["accessToken"].as_str().unwrap()).await.0, 200);
    stage.clock.advance(SignedDuration::from_hours(30 * 24)).unwrap();
    let (_, dead) = refresh(&second["refreshToken"]).await;
    assert_eq!(dead["code"], "invalidParameter.authCode.notFound");
}

#[tokio::test]
async fn the_profile_needs_a_persons_token_and_the_permissions() {
    let stage = SignIn::new().await;
    let client_id = stage.practice.app().client_id;
    let (status, answer) = stage.me("").await;
    assert_eq!((status, &answer["code"]), (400, &json!("AuthenticationFailed.MissingParameter")));
    assert_eq!(stage.me("bogus").await.1["code"], "InvalidAuthentication");
    // V §4.3: an app's token where a person's is needed is AccessTokenPermissionDenied
    let (status, answer) = stage.me(&stage.practice.token().await).await;
    assert_eq!((status, &answer["code"]), (403, &json!("Forbidden.AccessDenied.AccessTokenPermissionDenied")));
    let token = stage.person_token("demo004").await;
    // V §2.3: an unknown unionId is 404 invalidParameter.user.notFound 找不到该用户
    let (status, answer) = stage.practice.get_api_with("/v1.0/contact/users/nobody", &token).await;
    assert_eq!((status, &answer["code"]), (404, &json!("invalidParameter.user.notFound")));
    stage.practice.shared().attempt(|world| world.withdraw_permission(&client_id, "Contact.User.mobile")).unwrap();
    // V §2.3: mobile needs the field scope Contact.User.mobile
    let (_, me) = stage.me(&token).await;
    assert_eq!((&me["nick"], me.get("mobile"), me.get("stateCode")), (&json!("黃示範"), None, None));
    stage.practice.shared().attempt(|world| world.withdraw_permission(&client_id, "Contact.User.Read")).unwrap();
    stage.practice.choose("permission_wording", "older").await;
    let (status, answer) = stage.me(&token).await;
    // V §2.3: without Contact.User.Read the profile is 403 with this text and requiredScopes
    assert_eq!((status, &answer["accessdenieddetail"]), (403, &json!({"requiredScopes": ["Contact.User.Read"]})));
    assert_eq!(
        answer["message"],
        "没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission"
    );
    assert_eq!(answer["code"], "Forbidden.AccessDenied.AccessTokenPermissionDenied");
}

/// A stage whose ME can be called, and a person's token.
async fn signed_in() -> (SignIn, String) {
    let stage = SignIn::new().await;
    let token = stage.person_token("demo003").await;
    (stage, token)
}

// F07
// That calls with a person's token are counted with the app's is inferred.
#[tokio::test]
async fn a_persons_twenty_first_call_in_a_second_is_refused_and_noted() {
    let (stage, token) = signed_in().await;
    for _ in 0..20 {
        assert_eq!(stage.me(&token).await.0, 200);
    }
    let (status, body) = stage.me(&token).await;
    assert_eq!((status, &body["code"]), (403, &json!("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi")));
    let [noted] = stage.practice.journal("call_refused").await.try_into().unwrap();
    assert_eq!((&noted["code"], &noted["client_id"]), (&json!("90018"), &json!(stage.practice.app().client_id)));
    // Another person's token counts with it: the app's calls are counted, not a person's.
    let other = stage.person_token("demo004").await;
    assert_eq!(stage.me(&other).await.0, 403);
    stage.clock.advance(SignedDuration::from_secs(1)).unwrap();
    assert_eq!(stage.me(&token).await.0, 200);
}

// That a profile counts among the contacts, which are exempt, is inferred from its path.
#[tokio::test]
async fn a_profile_is_had_when_the_month_is_used_up_and_uses_none_of_it() {
    let (stage, token) = signed_in().await;
    stage.practice.stage("/limit", json!({"name": "org_per_month", "value": 0})).await;
    assert_eq!(stage.me(&token).await.0, 200);
    assert_eq!(stage.practice.shared().read(|world| world.usage.org_calls), 0);
}

// F13
// V §1.4: a user's token that expired answers 400 accesstoken.expired 用户accessToken过期
#[tokio::test]
async fn a_persons_token_ends_mid_run_as_an_apps_does() {
    let (stage, token) = signed_in().await;
    stage.practice.stage("/fault", json!({"kind": "expires_mid_run", "times": 1})).await;
    let (status, body) = stage.me(&token).await;
    assert_eq!((status, &body["code"]), (400, &json!("accesstoken.expired")));
    let token = stage.person_token("demo003").await;
    stage.practice.switch("expired_token", true).await;
    assert_eq!(stage.me(&token).await.0, 400);
    let token = stage.person_token("demo003").await;
    assert_eq!(stage.me(&token).await.0, 200);
    assert_eq!(stage.me(&token).await.1["code"], "accesstoken.expired");
}

#[tokio::test]
async fn faults_and_the_count_of_calls_reach_a_persons_calls() {
    let (stage, token) = signed_in().await;
    stage.practice.stage("/fault", json!({"kind": "busy", "call": ME, "times": 1})).await;
    assert_eq!(stage.me(&token).await.0, 500);
    assert_eq!(stage.me(&token).await.0, 200);
    let count = stage.practice.admin("/calls").await;
    assert_eq!(count["by_path"][ME]["calls"], 2, "{count}");
}
