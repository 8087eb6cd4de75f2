"""Signing in with DingTalk: the page in a browser, the redirect, and what `alibabacloud-dingtalk` makes of it."""

import html.parser
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from official import app_token, call, check_refusal, client, refusal
from practice import exchange

BACK = "http://127.0.0.1:9/back"


class Form(html.parser.HTMLParser):
    """The hidden fields of a page's forms, as a browser would send them back."""

    def __init__(self, page):
        super().__init__()
        self.fields = {}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "input" and given.get("type") == "hidden":
            self.fields[given["name"]] = given.get("value", "")


@pytest.fixture
def oauth2(practice):
    practice.press(f"/apps/{practice.ready.client_id}/security/redirects", redirects=BACK, addresses=BACK)
    return client(practice, "oauth2_1_0")


def address(practice, **other):
    asked = {
        "redirect_uri": BACK,
        "response_type": "code",
        "client_id": practice.ready.client_id,
        "scope": "openid",
        "state": "s 1",
        "prompt": "consent",
        **other,
    }
    return f"{practice.ready.login_host}/oauth2/auth?{urlencode(asked)}"


def answer_page(practice, answer, **other):
    """Where the browser is sent once the person pressed the button."""
    page = exchange("GET", address(practice, **other))
    assert page.status == 200, page.text
    fields = {**Form(page.text).fields, "userid": "demo003", "answer": answer}
    headers = {"content-type": "application/x-www-form-urlencoded", "origin": practice.ready.login_host}
    sent = exchange("POST", f"{practice.ready.login_host}/oauth2/auth", headers, urlencode(fields).encode())
    assert sent.status in (302, 303), sent.text
    return sent.headers["location"]


def code_of(practice, **other):
    return parse_qs(urlsplit(answer_page(practice, "agree", **other)).query)["authCode"][0]


def trade(practice, oauth2, code=None, **other):
    fields = {
        "client_id": practice.ready.client_id,
        "client_secret": practice.ready.client_secret,
        "code": code,
        "grant_type": "authorization_code",
        **other,
    }
    return oauth2.api.get_user_token(oauth2.models.GetUserTokenRequest(**fields))


def me(practice, token, who="me"):
    return call(client(practice, "contact_1_0"), "GetUser", token, who)


# V §2.1: the redirect carries authCode, and by another page code with the same value, and echoes state
def test_the_redirect_carries_the_code_under_both_names(practice, oauth2):
    to = answer_page(practice, "agree")
    assert to.startswith(BACK + "?")
    query = parse_qs(urlsplit(to).query)
    assert query["authCode"] == query["code"]
    assert query["state"] == ["s 1"]


# V §2.1: a refusal redirects with error and state
def test_a_person_who_refuses_is_sent_back_without_a_code(practice, oauth2):
    query = parse_qs(urlsplit(answer_page(practice, "refuse")).query)
    assert (set(query), query["state"]) == ({"error", "state"}, ["s 1"])


# V §2.1: redirect_uri must match what is registered, scope is openid or openid corpid, prompt is consent
@pytest.mark.parametrize(
    "other",
    [{"redirect_uri": "http://127.0.0.1:9/elsewhere/else"}, {"scope": "profile"}, {"response_type": "token"}],
)
def test_a_wrong_address_is_refused_on_the_page(practice, oauth2, other):
    if "redirect_uri" in other:
        other = {"redirect_uri": "http://192.0.2.1/back"}
    page = exchange("GET", address(practice, **other))
    assert page.status >= 400 or "userid" not in page.text
    assert practice.journal("sign_in_agreed") == []


# V §2.2: a code becomes accessToken, refreshToken and expireIn 7200; corpId comes with scope corpid alone
@pytest.mark.parametrize("scope", ["openid", "openid corpid"])
def test_a_code_becomes_a_persons_token(practice, oauth2, scope):
    body = trade(practice, oauth2, code_of(practice, scope=scope)).body
    assert body.expire_in == 7200
    assert body.access_token != body.refresh_token
    assert body.corp_id == (practice.ready.corp_id if "corpid" in scope else None)
    # V §2.3: contact/users/me is the profile of the token's owner, without a userid
    profile = me(practice, body.access_token).body.to_map()
    person = practice.old_call("/topapi/v2/user/get", {"userid": "demo003"})["result"]
    assert (profile["unionId"], profile["nick"]) == (person["unionid"], person["name"])
    assert (profile["mobile"], profile["stateCode"]) == (person["mobile"], person["state_code"])
    assert "userid" not in str(profile).lower()
    assert me(practice, body.access_token, person["unionid"]).body.union_id == person["unionid"]


# V §2.2: a spent code answers invalidParameter.authCode.notFound 不合法的临时授权码
def test_a_code_is_good_once(practice, oauth2):
    code = code_of(practice)
    trade(practice, oauth2, code)
    err = refusal(trade, practice, oauth2, code)
    assert (err.code, err.data["message"]) == ("invalidParameter.authCode.notFound", "不合法的临时授权码")


def test_a_code_that_is_older_than_five_minutes_is_dead(practice, oauth2):
    code = code_of(practice)
    practice.advance(301)
    assert refusal(trade, practice, oauth2, code).code == "invalidParameter.authCode.notFound"


# V §2.2: a refresh token is good for 30 days and gives a new pair
def test_a_token_is_refreshed(practice, oauth2):
    first = trade(practice, oauth2, code_of(practice)).body
    practice.advance(29 * 24 * 3600)
    again = trade(practice, oauth2, refresh_token=first.refresh_token, grant_type="refresh_token").body
    assert me(practice, again.access_token).body.nick
    practice.advance(31 * 24 * 3600)
    err = refusal(trade, practice, oauth2, refresh_token=again.refresh_token, grant_type="refresh_token")
    assert err.code == "invalidParameter.authCode.notFound"


# V §1.4: a user's token that expired answers 400 accesstoken.expired 用户accessToken过期
def test_a_persons_token_ends_after_two_hours(practice, oauth2):
    token = trade(practice, oauth2, code_of(practice)).body.access_token
    practice.advance(7201)
    check_refusal(refusal(me, practice, token), 400, "accesstoken.expired", "用户accessToken过期")


# V §2.2: wrong keys answer invalidClientIdOrSecret
def test_wrong_keys_do_not_spend_the_code(practice, oauth2):
    code = code_of(practice)
    err = refusal(trade, practice, oauth2, code, client_secret="wrong")
    assert err.code == "invalidClientIdOrSecret"
    assert trade(practice, oauth2, code).status_code == 200


# V §4.3: an app token where a user token is required answers AccessTokenPermissionDenied
def test_an_apps_token_in_a_persons_place_looks_like_a_missing_permission(practice, oauth2):
    err = refusal(me, practice, app_token(practice))
    assert err.code == "Forbidden.AccessDenied.AccessTokenPermissionDenied"
    assert err.data["accessdenieddetail"] == {"requiredScopes": ["Contact.User.Read"]}


# V §2.3: the mobile needs the field scope Contact.User.mobile, the profile needs Contact.User.Read
def test_the_mobile_is_left_out_and_then_the_whole_profile(practice, oauth2):
    practice.withdraw("Contact.User.mobile")
    token = trade(practice, oauth2, code_of(practice)).body.access_token
    assert me(practice, token).body.mobile is None
    practice.withdraw("Contact.User.Read")
    token = trade(practice, oauth2, code_of(practice)).body.access_token
    assert refusal(me, practice, token).data["accessdenieddetail"] == {"requiredScopes": ["Contact.User.Read"]}


# V §2.2: a code of the browser is not taken by getuserinfo, which answers 40078
def test_a_code_of_the_browser_is_not_one_of_the_client(practice, oauth2):
    import third_party

    ours = third_party.client(practice)
    err = third_party.refusal(ours.post, "/topapi/v2/user/getuserinfo", {"code": code_of(practice)})
    assert (err.errcode, err.errmsg) == (40078, "不存在的临时授权码")
    person = {"client_id": practice.ready.client_id, "userid": "demo003"}
    code = practice.admin("/client-code", person)["code"]
    # V §2.4: getuserinfo answers userid, unionid, name and sys_level, once per code
    result = ours.post("/topapi/v2/user/getuserinfo", {"code": code})["result"]
    assert (result["userid"], result["sys_level"]) == ("demo003", 0)
    assert third_party.refusal(ours.post, "/topapi/v2/user/getuserinfo", {"code": code}).errcode == 40078
