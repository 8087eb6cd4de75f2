//! The console as a newcomer's browser sees it: real HTTP, forms posted, the world looked at afterwards.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use practice::state::{App, PermissionStatus, Scope};
use practice::{AppChoice, Options, Scenario};
use reqwest::StatusCode;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, HeaderMap, ORIGIN, SET_COOKIE};
use serde_json::json;

struct Browser {
    practice: Practice,
    console: String,
}

struct Page {
    status: StatusCode,
    /// Where the redirects ended, without the origin.
    address: String,
    headers: HeaderMap,
    text: String,
}

impl Browser {
    async fn in_a_new_company() -> Self {
        let practice = Practice::with(|options| Options { app: AppChoice::Keep, ..options }).await;
        let console = practice.running.hosts().console_url.clone();
        Self { practice, console }
    }

    async fn finish(&self, request: reqwest::RequestBuilder) -> Page {
        let response = request.send().await.unwrap();
        let address = response.url().as_str().replace(&self.console, "");
        let (status, headers) = (response.status(), response.headers().clone());
        Page { status, address, headers, text: response.text().await.unwrap() }
    }

    async fn open(&self, address: &str) -> Page {
        self.finish(self.practice.client.get(format!("{}{address}", self.console))).await
    }

    async fn open_in(&self, language: &str, address: &str) -> Page {
        let request = self.practice.client.get(format!("{}{address}", self.console));
        self.finish(request.header(ACCEPT_LANGUAGE, language)).await
    }

    async fn press(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.practice.client.post(format!("{}{address}", self.console));
        self.finish(request.header(ORIGIN, &self.console).form(fields)).await
    }

    async fn with_an_app() -> (Self, String) {
        let browser = Self::in_a_new_company().await;
        browser.press("/register", &[("name", "陳示範"), ("email", "demo@harbour-demo.example")]).await;
        browser.press("/apps/new", &[("name", "財務訊息"), ("description", "傳訊息到財務部")]).await;
        let client_id = browser.app(|app| app.client_id.clone());
        (browser, client_id)
    }

    fn app<R>(&self, look: impl FnOnce(&App) -> R) -> R {
        self.practice.shared().read(|world| look(world.latest_app().unwrap()))
    }
}

#[tokio::test]
async fn a_newcomer_goes_from_nothing_to_the_first_message() {
    let browser = Browser::in_a_new_company().await;
    let page = browser.press("/register", &[("name", "陳示範"), ("email", "demo@harbour-demo.example")]).await;
    assert_eq!(page.address, "/apps?done=registered");
    let page = browser.press("/apps/new", &[("name", "財務訊息"), ("description", "傳訊息到財務部")]).await;
    let client_id = browser.app(|app| app.client_id.clone());
    assert_eq!(page.address, format!("/apps/{client_id}/credentials?done=app"));
    let at = |page: &str| format!("/apps/{client_id}/{page}");

    let page = browser.press(&at("permissions"), &[("ask", "qyapi_get_member")]).await;
    assert!(page.address.contains("done=point&"), "{}", page.address);
    let page = browser.press(&at("permissions"), &[("ask", "fieldMobile")]).await;
    assert!(page.address.contains("done=point-asked&"), "{}", page.address);
    let page = browser.press(&at("security"), &[("addresses", "203.0.113.10")]).await;
    assert_eq!(page.address, at("security?done=addresses"));
    let page = browser.press(&at("security/redirects"), &[("redirects", "http://localhost/back")]).await;
    assert_eq!(page.address, at("security?done=redirects"));
    assert!(page.text.contains("The addresses to return to are saved"));
    let version = [("number", "1.0.0"), ("description", ""), ("range", "everyone")];
    browser.press(&at("versions"), &version).await;
    browser.press("/admin-desk/grant", &[("app", &client_id), ("point", "fieldMobile")]).await;
    let page = browser.press(&at("versions/1.0.0/publish"), &[]).await;
    assert_eq!(page.address, at("versions?done=submitted"));
    let page = browser.press("/admin-desk/approve", &[("app", &client_id), ("version", "1.0.0")]).await;
    assert_eq!(page.address, "/admin-desk?done=approved");

    browser.app(|app| {
        assert_eq!(app.permission_status("qyapi_get_member"), PermissionStatus::Active);
        assert_eq!(app.permission_status("fieldMobile"), PermissionStatus::Active);
        assert_eq!(app.allow_list, ["203.0.113.10"]);
        assert_eq!(app.published_version().unwrap().visible_range, Scope::Everyone);
    });

    browser.press("/groups/open", &[]).await;
    let page = browser.press("/groups/finance/robots/new", &[("name", "財務機械人"), ("security", "signature")]).await;
    assert!(page.address.starts_with("/groups/finance/robots/"), "{}", page.address);
    let robot = browser.practice.shared().read(|world| world.group("finance").unwrap().robots[0].clone());
    assert!(robot.security.signature && robot.security.keywords.is_empty());
    let webhook = robot.webhook(&browser.practice.running.hosts().old_host);
    assert!(page.text.contains(&webhook) && page.text.contains(&robot.secret));

    let message = json!({"msgtype": "text", "text": {"content": "今日下午三時截數"}});
    let now = jiff::Timestamp::now().as_millisecond();
    let signature = [("timestamp", now.to_string()), ("sign", common::sign(now, &robot.secret))];
    let send = browser.practice.client.post(&webhook).query(&signature).json(&message);
    assert_eq!(common::text(send).await, r#"{"errcode":0,"errmsg":"ok"}"#);
    for address in ["/groups/finance", "/groups/finance/messages"] {
        assert!(browser.open(address).await.text.contains("今日下午三時截數"), "{address}");
    }
    assert!(browser.open_in("zh-HK", "/").await.text.contains("全部完成：訊息已經送到"));
}

#[tokio::test]
async fn the_secret_is_on_the_page_of_keys_only_when_asked_for_and_each_value_has_its_own_line() {
    let (browser, client_id) = Browser::with_an_app().await;
    let (secret, agent_id) = browser.app(|app| (app.client_secret.clone(), app.agent_id.clone()));
    let shown_as_text = format!("<code>{secret}</code>");
    let address = format!("/apps/{client_id}/credentials");
    assert!(!browser.open(&address).await.text.contains(&shown_as_text));
    let page = browser.open(&format!("{address}?secret=shown")).await;
    assert!(page.text.contains(&shown_as_text));
    for (label, value) in [
        ("Client ID (原 AppKey 和 SuiteKey)", client_id.as_str()),
        ("Client Secret (原 AppSecret 和 SuiteSecret)", &secret),
        ("AgentId", &agent_id),
    ] {
        let line = format!("{label}</dt><dd><div><code>{value}</code></div>");
        assert!(page.text.contains(&line), "{label}");
    }
}

#[tokio::test]
async fn what_is_refused_is_said_beside_its_field_and_keeps_what_was_typed() {
    let (browser, client_id) = Browser::with_an_app().await;
    let security = format!("/apps/{client_id}/security");
    let versions = format!("/apps/{client_id}/versions");
    let robot = "/groups/finance/robots/new";
    browser.press("/groups/open", &[]).await;
    let before = browser.practice.shared().read(|world| serde_json::to_value(world).unwrap());
    let check = async |address: &str, fields: &[(&str, &str)], expected: &str, kept: &str| {
        let page = browser.press(address, fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{expected}");
        assert!(page.text.contains(expected), "{expected}");
        assert!(page.text.contains(kept), "{kept}");
    };
    let email_kept = "value=\"no-at-sign\"";
    check("/register", &[("name", "A"), ("email", "no-at-sign")], "That is not an e-mail address", email_kept).await;
    let name_kept = "value=\"X\"";
    check("/apps/new", &[("name", "X"), ("description", "abcd")], "The name needs at least 2", name_kept).await;
    check("/apps/new", &[("name", "XY"), ("description", "abc")], "needs at least 4", "value=\"abc\"").await;
    check(&security, &[("addresses", "0.0.0.0")], "0.0.0.0 means “nobody”", ">\n0.0.0.0<").await;
    check(&security, &[("addresses", "office")], "One of these is not an address", ">\noffice<").await;
    let redirects = format!("{security}/redirects");
    check(&redirects, &[("redirects", "callback")], "That is not a web address", ">\ncallback<").await;
    let number = [("number", "1.0"), ("range", "everyone")];
    check(&versions, &number, "Three numbers with dots", "value=\"1.0\"").await;
    let no_department = [("number", "1.0.0"), ("range", "part")];
    check(&versions, &no_department, "Tick at least one department", "value=\"1.0.0\"").await;
    check(robot, &[("name", "R2")], "Choose at least one kind of security", "value=\"R2\"").await;
    let no_word = [("name", "R2"), ("security", "keywords"), ("keywords", " ，")];
    check(robot, &no_word, "Enter one to ten words", "value=\"R2\"").await;
    check("/trouble/address", &[("addresses", "banana")], "One of these is not an address", "value=\"banana\"").await;

    let after = browser.practice.shared().read(|world| serde_json::to_value(world).unwrap());
    assert_eq!(before, after);
}

#[tokio::test]
async fn a_name_with_markup_stays_a_name_on_every_page() {
    let browser = Browser::in_a_new_company().await;
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    browser.press("/register", &[("name", hostile), ("email", "\"<b>\"@harbour-demo.example")]).await;
    browser.press("/apps/new", &[("name", hostile), ("description", hostile)]).await;
    let client_id = browser.app(|app| app.client_id.clone());
    let version = [("number", "1.0.0"), ("description", hostile), ("range", "everyone")];
    browser.press(&format!("/apps/{client_id}/versions"), &version).await;
    browser.press(&format!("/apps/{client_id}/permissions"), &[("ask", "fieldMobile")]).await;
    browser.press("/groups/open", &[]).await;
    let robot = [("name", hostile), ("security", "keywords"), ("keywords", hostile)];
    let robot_page = browser.press("/groups/finance/robots/new", &robot).await.address;
    let webhook = browser.practice.shared().read(|world| world.group("finance").unwrap().robots[0].token.clone());
    let url = browser.practice.old_url(&format!("/robot/send?access_token={webhook}"));
    for message in [
        json!({"msgtype": "text", "text": {"content": hostile}}),
        json!({"msgtype": "markdown", "markdown": {"title": hostile, "text": format!("# {hostile}\n- {hostile}")}}),
    ] {
        let answer = browser.practice.client.post(&url).json(&message).send().await.unwrap();
        assert!(answer.text().await.unwrap().contains("\"errcode\":0"));
    }

    let mut seen = 0;
    let in_app = ["credentials", "robot", "permissions?search=<img", "security", "versions"];
    let pages = in_app.map(|page| format!("/apps/{client_id}/{page}"));
    let rest =
        ["/", "/register", "/apps", "/admin-desk", "/groups/finance", "/groups/finance/messages", "/<img src=x>"];
    for address in pages.iter().map(String::as_str).chain(rest).chain([robot_page.as_str()]) {
        let page = browser.open(address).await;
        assert!(!page.text.contains("<img"), "{address}");
        assert!(!page.text.contains("onerror=alert(1)>\""), "{address}");
        seen += page.text.matches("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;").count();
    }
    assert!(seen >= 15, "the name was looked for where it does not stand: {seen}");
}

// V §11: an organisation can have releases approved that show the app to more people, and every release
#[tokio::test]
async fn a_release_waits_as_the_rule_says_and_a_rejection_tells_its_reason() {
    let (browser, client_id) = Browser::with_an_app().await;
    let versions = format!("/apps/{client_id}/versions");
    let publish = async |number: &str, rule: &str| {
        browser.press("/admin-desk/rule", &[("rule", rule)]).await;
        browser.press(&versions, &[("number", number), ("range", "everyone")]).await;
        browser.press(&format!("{versions}/{number}/publish"), &[]).await.address
    };
    let (released, submitted) = (format!("{versions}?done=published"), format!("{versions}?done=submitted"));
    assert_eq!(publish("1.0.0", "wider_range").await, submitted);
    let turned_down = [("app", client_id.as_str()), ("version", "1.0.0"), ("reason", "<b>先問財務部")];
    browser.press("/admin-desk/reject", &turned_down).await;
    assert!(browser.open(&versions).await.text.contains("The administrator says: &lt;b&gt;先問財務部"));
    browser.press(&format!("{versions}/1.0.0/publish"), &[]).await;
    browser.press("/admin-desk/approve", &[("app", &client_id), ("version", "1.0.0")]).await;
    assert!(!browser.open(&versions).await.text.contains("The administrator says"));
    assert_eq!(publish("1.0.1", "wider_range").await, released);
    assert_eq!(publish("1.0.2", "always").await, submitted);
    browser.press("/admin-desk/approve", &[("app", &client_id), ("version", "1.0.2")]).await;
    assert_eq!(publish("1.0.3", "permissions").await, released);
}

/// faults.md S38.
#[tokio::test]
async fn a_form_of_another_page_is_refused_and_changes_nothing() {
    let browser = Browser::in_a_new_company().await;
    let form = || {
        let request = browser.practice.client.post(format!("{}/register", browser.console));
        request.form(&[("name", "Mallory"), ("email", "m@evil.example")])
    };
    for (name, request) in [
        ("another site", form().header(ORIGIN, "http://evil.example")),
        ("another port", form().header(ORIGIN, browser.practice.running.hosts().old_host.clone())),
        ("no origin", form()),
    ] {
        assert_eq!(browser.finish(request).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert!(browser.practice.shared().read(|world| world.developer.is_none()));
}

#[tokio::test]
async fn every_page_carries_the_policy_that_keeps_foreign_script_out() {
    let (browser, client_id) = Browser::with_an_app().await;
    let credentials = format!("/apps/{client_id}/credentials");
    for address in ["/", "/nothing-here", "/assets/console.js", "/groups/finance/messages", &credentials] {
        let page = browser.open(address).await;
        let policy = page.headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        for rule in ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
            assert!(policy.contains(rule), "{address}: {rule}");
        }
        assert!(!policy.contains("unsafe"), "{address}");
        assert_eq!(page.headers["cache-control"], "no-store", "{address}");
        assert!(!page.text.contains("<style") && !page.text.contains(" style="), "{address}");
    }
}

#[tokio::test]
async fn the_language_is_asked_for_or_remembered_or_the_browsers() {
    let browser = Browser::in_a_new_company().await;
    let check = async |language: &str, cookie: &str, address: &str, expected: &str| {
        let request = browser.practice.client.get(format!("{}{address}", browser.console));
        let page = browser.finish(request.header(ACCEPT_LANGUAGE, language).header("cookie", cookie)).await;
        assert!(page.text.contains(&format!("<html lang=\"{expected}\">")), "{language} {cookie} {address}");
        page
    };
    check("zh-HK,zh;q=0.9", "", "/", "zh-HK").await;
    check("en-GB", "", "/", "en").await;
    check("en-GB", "other=1; hoitung_practice_language=zh-HK", "/", "zh-HK").await;
    let page = check("en-GB", "hoitung_practice_language=en", "/apps?lang=zh-HK", "zh-HK").await;
    let cookie = page.headers[SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("hoitung_practice_language=zh-HK; Path=/"), "{cookie}");
}

#[tokio::test]
async fn a_link_of_the_app_leads_to_the_latest_app_or_to_the_list() {
    let browser = Browser::in_a_new_company().await;
    let landing = async |place: &str| browser.open(&format!("/go/{place}")).await.address;
    for place in ["credentials", "permissions", "security", "versions", "app-list"] {
        assert_eq!(landing(place).await, "/apps", "{place}");
    }
    assert_eq!(landing("register").await, "/register");
    browser.press("/register", &[("name", "A"), ("email", "a@harbour-demo.example")]).await;
    browser.press("/apps/new", &[("name", "First"), ("description", "first app")]).await;
    browser.press("/apps/new", &[("name", "Second"), ("description", "second app")]).await;
    let client_id = browser.app(|app| app.client_id.clone());
    for place in ["credentials", "permissions", "security", "versions"] {
        assert_eq!(landing(place).await, format!("/apps/{client_id}/{place}"));
    }
    for place in ["robot", "group"] {
        assert_eq!(landing(place).await, "/groups/finance");
    }
    assert_eq!(landing("credentials?lang=zh-HK").await, format!("/apps/{client_id}/credentials?lang=zh-HK"));
    assert_eq!(browser.open("/go/nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn troubles_are_switched_in_the_console_and_told_on_the_first_page() {
    let browser = Browser::in_a_new_company().await;
    let is_on = |scenario| browser.practice.shared().read(|world| world.is_on(scenario));
    for scenario in Scenario::ALL {
        browser.press("/trouble", &[("scenario", scenario.name()), ("turn", "on")]).await;
        assert!(is_on(scenario), "{scenario}");
        assert!(browser.open("/").await.text.contains("A trouble is switched on"), "{scenario}");
        browser.press("/trouble", &[("scenario", scenario.name()), ("turn", "off")]).await;
        assert!(!is_on(scenario), "{scenario}");
    }
    assert!(!browser.open("/").await.text.contains("A trouble is switched on"));
    browser.press("/trouble/address", &[("addresses", "198.51.100.4")]).await;
    let address = browser.practice.shared().read(|world| world.public_address.clone());
    assert_eq!(address, "198.51.100.4");
}

#[tokio::test]
async fn no_page_shows_an_id_in_place_of_words() {
    let (browser, client_id) = Browser::with_an_app().await;
    browser.press("/groups/open", &[]).await;
    let robot = [("name", "R2"), ("security", "signature")];
    let robot_page = browser.press("/groups/finance/robots/new", &robot).await.address;
    let in_app = ["credentials", "robot", "permissions", "security", "versions"];
    let pages = in_app.map(|page| format!("/apps/{client_id}/{page}"));
    let rest = ["/", "/register", "/apps", "/apps/new", "/groups", "/groups/finance", "/groups/finance/robots/new"];
    let more = ["/notices", "/admin-desk", "/trouble", "/nothing", robot_page.as_str()];
    for language in ["en", "zh-HK"] {
        for address in pages.iter().map(String::as_str).chain(rest).chain(more) {
            let page = browser.open_in(language, address).await;
            assert!(!page.text.contains(">practice-"), "{language} {address}");
            assert!(!page.text.contains("\"practice-"), "{language} {address}");
            assert!(page.text.contains("<h1>"), "{language} {address}");
        }
    }
}

#[tokio::test]
async fn the_keys_page_tells_what_the_month_used_of_its_quota() {
    let (browser, client_id) = Browser::with_an_app().await;
    let shared = browser.practice.shared();
    shared.change(|world| (0..3).try_for_each(|_| world.use_org_quota("/topapi/message/x"))).unwrap().unwrap();
    shared.change(practice::state::World::use_webhook_quota).unwrap().unwrap();
    let address = format!("/apps/{client_id}/credentials");
    let check = async |language: &str, expected: [&str; 2]| {
        let text = browser.open_in(language, &address).await.text.replace(['\u{2068}', '\u{2069}'], "");
        for words in expected {
            assert!(text.contains(words), "{words}");
        }
    };
    check("en", ["Calls: 3 of 5000.", "Messages through webhooks and Stream: 1 of 3000."]).await;
    check("zh-HK", ["請求次數：3 次，上限 5000 次。", "經 Webhook 和 Stream 的訊息：1 則，上限 3000 則。"]).await;
    shared.change(|world| world.limits.org_per_month = None).unwrap();
    check("en", ["Calls: 3. No limit is set.", "1 of 3000."]).await;
}
