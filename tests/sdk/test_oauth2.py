"""Tokens by `alibabacloud-dingtalk`."""

import hashlib

import pytest
import third_party
from official import REQUEST_ID, app_token, call, check_refusal, client, refusal

WRONG_KEYS = "无效的clientId或者clientSecret"


def ask_for_token(practice, **keys):
    oauth2 = client(practice, "oauth2_1_0")
    right = {"app_key": practice.ready.client_id, "app_secret": practice.ready.client_secret}
    return oauth2.api.get_access_token(oauth2.models.GetAccessTokenRequest(**{**right, **keys}))


def ask_for_corp_token(practice, corp_id, **keys):
    oauth2 = client(practice, "oauth2_1_0")
    right = {
        "client_id": practice.ready.client_id,
        "client_secret": practice.ready.client_secret,
        "grant_type": "client_credentials",
    }
    return oauth2.api.get_token(corp_id, oauth2.models.GetTokenRequest(**{**right, **keys}))


# V §1.2: the new gateway's token answer has accessToken and expireIn 7200
# V §1.4: a repeat call inside validity returns the same token
def test_a_token_comes_and_comes_again(practice):
    first, again = ask_for_token(practice), ask_for_token(practice)
    assert (first.status_code, first.body.expire_in) == (200, 7200)
    assert first.body.access_token == again.body.access_token


# V §1.2: wrong credentials answer HTTP 400 invalidClientIdOrSecret 无效的clientId或者clientSecret
@pytest.mark.parametrize("keys", [{"app_secret": "wrong"}, {"app_key": "dingwrong"}])
def test_wrong_keys_are_refused_in_the_documents_words(practice, keys):
    err = refusal(ask_for_token, practice, **keys)
    check_refusal(err, 400, "invalidClientIdOrSecret", WRONG_KEYS)


# V §1.3: the unified token answers access_token and expires_in, in snake case, on the new host
def test_the_organisations_token_is_the_apps(practice):
    body = ask_for_corp_token(practice, practice.ready.corp_id).body
    assert (body.access_token, body.expires_in) == (app_token(practice), 7200)


# V §1.3: a bogus CorpID answers HTTP 500 unknownError 未知错误, without a request id
def test_a_wrong_organisation_is_an_unknown_error_and_the_sdk_says_none_for_its_id(practice):
    err = refusal(ask_for_corp_token, practice, "dingbogus")
    assert (err.code, err.message) == ("unknownError", "code: 500, 未知错误 request id: None")
    assert err.data == {"code": "unknownError", "message": "未知错误", "statusCode": 500}


# V §1.3: documented refusals of the unified token are 400 invalid.client and unsupported.grant.type, message = code
@pytest.mark.parametrize(
    ("keys", "code"),
    [({"client_secret": "wrong"}, "invalid.client"), ({"grant_type": "password"}, "unsupported.grant.type")],
)
def test_the_organisations_token_is_refused_with_the_code_as_message(practice, keys, code):
    err = refusal(ask_for_corp_token, practice, practice.ready.corp_id, **keys)
    assert (err.code, err.data["message"], err.data["statusCode"]) == (code, code, 400)


def test_a_key_that_is_left_out_is_named(practice):
    oauth2 = client(practice, "oauth2_1_0")
    request = oauth2.models.GetAccessTokenRequest(app_key=practice.ready.client_id)
    err = refusal(oauth2.api.get_access_token, request)
    assert (err.code, err.data["message"], err.data["statusCode"]) == (
        "MissingappSecret",
        "appSecret is mandatory",
        400,
    )


def test_a_rotated_secret_is_refused_at_once(practice):
    practice.press(f"/apps/{practice.ready.client_id}/credentials/reset")
    err = refusal(ask_for_token, practice)
    assert err.code == "invalidClientIdOrSecret"
    assert REQUEST_ID.fullmatch(err.data["requestid"])


# V §7: a JSAPI ticket is the same on repeat, on both hosts
# V §7: the string to sign is jsapi_ticket, noncestr, timestamp and url, in this order
def test_a_jsapi_ticket_signs_a_page(practice):
    oauth2 = client(practice, "oauth2_1_0")
    first, again = (call(oauth2, "CreateJsapiTicket", app_token(practice)).body for _ in range(2))
    old = third_party.client(practice)
    assert first.expire_in == 7200
    assert first.jsapi_ticket == again.jsapi_ticket == old.jsapi_ticket
    url = "http://127.0.0.1:9/page?a=b"
    text = f"jsapi_ticket={first.jsapi_ticket}&noncestr=abc&timestamp=1437027269927&url={url}"
    signed = {"nonceStr": "abc", "timeStamp": "1437027269927", "url": url}
    for hash_of in (hashlib.sha1, hashlib.sha256):
        signature = hash_of(text.encode()).hexdigest()
        assert practice.admin("/jsapi/verify", {**signed, "signature": signature})["valid"], hash_of
    assert not practice.admin("/jsapi/verify", {**signed, "signature": "0" * 40})["valid"]
    # dingtalk-sdk sorts the four as DingTalk has them, and signs with SHA-1.
    theirs = old.get_jsapi_params(url)
    signed = {"nonceStr": theirs["nonceStr"], "timeStamp": str(theirs["timeStamp"]), "url": url}
    assert practice.admin("/jsapi/verify", {**signed, "signature": theirs["signature"]})["valid"]


# V §1.5: corpAccessToken needs suiteKey, suiteSecret, suiteTicket and authCorpId; each has its refusal
def test_a_third_partys_token_and_its_refusals(practice):
    suite = practice.admin("/suite", {"name": "第三方示範"})
    oauth2 = client(practice, "oauth2_1_0")
    right = {
        "suite_key": suite["suite_key"],
        "suite_secret": suite["suite_secret"],
        "suite_ticket": suite["suite_ticket"],
        "auth_corp_id": practice.ready.corp_id,
    }

    def ask(**other):
        return oauth2.api.get_corp_access_token(oauth2.models.GetCorpAccessTokenRequest(**{**right, **other}))

    # V §1.5: repeat calls return a new token here
    first, again = ask().body, ask().body
    assert (first.expire_in, first.access_token == again.access_token) == (7200, False)
    for other, code in [
        ({"suite_key": "suitebogus"}, "invalidSuiteKey"),
        ({"suite_ticket": "bogus"}, "invalidSuiteTicket"),
        ({"auth_corp_id": "dingbogus"}, "invalidAuthInfo"),
    ]:
        assert refusal(ask, **other).code == code
