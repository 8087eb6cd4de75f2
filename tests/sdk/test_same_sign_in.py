"""Signing in and signing pages: our client and DingTalk's SDK in the same state see the same thing."""

import official
import pytest
import third_party
from same import OLD_ID, check, official_sees, ours, third_sees

PERSON = "demo003"


def code_of(practice, scope="openid", path="/sign-in"):
    return practice.admin(path, {"client_id": practice.ready.client_id, "userid": PERSON, "scope": scope})["code"]


def trade(practice, **fields):
    oauth2 = official.client(practice, "oauth2_1_0")
    keys = {"client_id": practice.ready.client_id, "client_secret": practice.ready.client_secret}
    request = oauth2.models.GetUserTokenRequest(**{**keys, **fields})
    return official_sees(lambda: oauth2.api.get_user_token(request))


def pair(answer):
    """What a person's tokens tell, but for the tokens, which are never twice the same."""
    assert answer["accessToken"] != answer["refreshToken"]
    return {"seconds": answer["expireIn"], "corp_id": answer.get("corpId")}


def check_pair(mine, theirs):
    assert mine.pop("access_token") != mine.pop("refresh_token")
    assert mine == pair(theirs)


@pytest.mark.parametrize("scope", ["openid", "openid corpid"])
def test_a_code_becomes_the_same_token_and_a_refresh_another(practice, scope):
    theirs = trade(practice, code=code_of(practice, scope), grant_type="authorization_code")["value"]
    [mine] = ours(practice, ("user_token", {"code": code_of(practice, scope)}))
    refresh = mine["value"]["refresh_token"]
    check_pair(mine["value"], theirs)
    theirs = trade(practice, refresh_token=theirs["refreshToken"], grant_type="refresh_token")["value"]
    mine, spent = ours(practice, *[("refreshed_user_token", {"refresh_token": refresh})] * 2)
    check_pair(mine["value"], theirs)
    assert spent["error"]["says_yes_to"] == ["is_code_refused"]


# V §2.2: a spent, expired or wrong code answers invalidParameter.authCode.notFound, and so does a dead refresh token
@pytest.mark.parametrize("kind", ["spent", "wrong", "old", "refresh"])
def test_a_dead_code_and_a_dead_refresh_token_are_refused_alike(practice, kind):
    code = "nothing" if kind in ("wrong", "refresh") else code_of(practice)
    fields = {"code": code, "grant_type": "authorization_code"}
    call, arguments = "user_token", {"code": code}
    if kind == "spent":
        trade(practice, **fields)
    elif kind == "old":
        practice.advance(301)
    elif kind == "refresh":
        fields = {"refresh_token": code, "grant_type": "refresh_token"}
        call, arguments = "refreshed_user_token", {"refresh_token": code}
    theirs = trade(practice, **fields)
    assert theirs["error"]["code"] == "invalidParameter.authCode.notFound"
    assert check(practice, call, arguments, theirs, official.REQUEST_ID) is None


@pytest.mark.parametrize("keys", [{"client_secret": "wrong"}, {"client_id": "dingwrong"}])
def test_wrong_keys_are_refused_alike_and_spend_nothing(practice, keys):
    code = code_of(practice)
    theirs = trade(practice, code=code, grant_type="authorization_code", **keys)
    refused, taken = [ours(practice, ("user_token", {"code": code}), **each)[0] for each in (keys, {})]
    assert {key: refused["error"][key] for key in theirs["error"]} == theirs["error"]
    assert refused["error"]["says_yes_to"] == ["is_credentials_refused"]
    assert "value" in taken


def test_without_its_permission_no_code_is_taken_from_either(practice):
    practice.withdraw("open_app_api_base")
    theirs = trade(practice, code=code_of(practice), grant_type="authorization_code")
    assert "error" in theirs
    check(practice, "user_token", {"code": code_of(practice)}, theirs, official.REQUEST_ID)


@pytest.mark.parametrize(
    "state", ["ready", "mobile", "withdrawn", "missing_permission", "throttled", "expired", "app", "nonsense"]
)
def test_a_profile_looks_the_same(practice, state):
    contact = official.client(practice, "contact_1_0")
    if state == "mobile":
        practice.withdraw("Contact.User.mobile")
    token = trade(practice, code=code_of(practice), grant_type="authorization_code")["value"]["accessToken"]
    if state == "withdrawn":
        practice.withdraw("Contact.User.Read")
    elif state in ("missing_permission", "throttled"):
        practice.admin("/scenario", {"name": state, "on": True})
    elif state == "expired":
        practice.advance(7201)
    elif state == "app":
        token = official.app_token(practice)
    elif state == "nonsense":
        token = "nonsense"
    theirs = official_sees(lambda: official.call(contact, "GetUser", token, "me"))
    values = check(practice, "profile", {"access_token": token}, theirs, official.REQUEST_ID)
    assert (values is None) == (state not in ("ready", "mobile"))
    if values:
        mine, theirs = values
        assert {key: value for key, value in mine.items() if value is not None} == theirs
        assert (mine["mobile"] is None) == (state == "mobile")


# V §2.4: a bad code of the client answers 40078 不存在的临时授权码, flat
def test_who_opened_a_page_is_told_alike(practice):
    path = "/topapi/v2/user/getuserinfo"
    post = third_party.client(practice).post
    first, second = (code_of(practice, path="/client-code") for _ in range(2))
    theirs = third_sees(lambda: post(path, {"code": first}))
    mine, theirs = check(practice, "user_by_code", {"code": second}, theirs, OLD_ID)
    assert mine == {key: theirs["result"][key] for key in mine}
    theirs = third_sees(lambda: post(path, {"code": first}))
    assert theirs["error"]["code"] == "40078"
    check(practice, "user_by_code", {"code": second}, theirs, OLD_ID)


@pytest.mark.parametrize("state", ["ready", "missing_permission", "ip_refused", "throttled"])
def test_a_jsapi_ticket_is_one_for_everybody_or_refused_alike(practice, state):
    oauth2 = official.client(practice, "oauth2_1_0")
    if state != "ready":
        practice.admin("/scenario", {"name": state, "on": True})
    theirs = official_sees(lambda: official.call(oauth2, "CreateJsapiTicket", official.app_token(practice)))
    values = check(practice, "jsapi_ticket", {}, theirs, official.REQUEST_ID)
    old = third_sees(lambda: third_party.client(practice).get("/get_jsapi_ticket"))
    olds = check(practice, "jsapi_ticket_from_old_host", {}, old, OLD_ID)
    assert (values is None) == (olds is None) == (state != "ready")
    if values:
        assert values[0] == olds[0] == {"ticket": theirs["value"]["jsapiTicket"], "seconds": theirs["value"]["expireIn"]}
        assert old["value"]["ticket"] == theirs["value"]["jsapiTicket"]
