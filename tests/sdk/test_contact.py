"""Contacts of the new gateway by `alibabacloud-dingtalk`, and how every call of it fails."""

import pytest
from official import app_token, call, check_refusal, client, refusal


@pytest.fixture
def contact(practice):
    return client(practice, "contact_1_0")


def search(contact, token, word="示範", offset=0, size=5):
    request = contact.models.SearchUserRequest(query_word=word, offset=offset, size=size)
    return call(contact, "SearchUser", token, request=request)


# V §3.4: users/search answers hasMore, totalCount and a list of user ids
def test_people_are_found_page_by_page(practice, contact):
    token = app_token(practice)
    everybody, offset = [], 0
    while True:
        body = search(contact, token, offset=offset).body
        everybody += body.list
        offset += len(body.list)
        if not body.has_more:
            break
    assert len(everybody) == body.total_count == len(set(everybody))
    assert "demo001" in everybody


# V §1.4: a bad token on the new host answers HTTP 400 InvalidAuthentication 不合法的access_token
def test_a_made_up_token_is_refused(contact):
    check_refusal(refusal(search, contact, "made-up"), 400, "InvalidAuthentication", "不合法的access_token")


# V §1.4: an absent header on the new host answers HTTP 400 AuthenticationFailed.MissingParameter
def test_the_shortest_way_to_call_forgets_the_token(contact):
    # `search_user` without options sends empty headers of its own making: nobody can give it a token.
    err = refusal(contact.api.search_user, contact.models.SearchUserRequest(query_word="a", offset=0, size=1))
    message = "缺少参数：x-acs-dingtalk-access-token"
    check_refusal(err, 400, "AuthenticationFailed.MissingParameter", message)


# V §1.4: an expired token answers as a bad one, with HTTP 400 and not 401
def test_an_expired_token_is_refused_until_a_new_one_is_fetched(practice, contact):
    with practice.scenario("expired_token"):
        token = app_token(practice)
        assert search(contact, token).status_code == 200
        check_refusal(refusal(search, contact, token), 400, "InvalidAuthentication", "不合法的access_token")
        assert search(contact, app_token(practice)).status_code == 200


# V §4.3: a missing permission answers HTTP 403 AccessTokenPermissionDenied with accessdenieddetail.requiredScopes
# V §4.3: the newer message names the point and links to the page where it is applied for
def test_a_missing_permission_is_named_but_not_where_the_documents_say(practice, contact):
    point = "qyapi_addresslist_search"
    practice.withdraw(point)
    err = refusal(search, contact, app_token(practice))
    link = f"https://open-dev.dingtalk.com/appscope/apply?content={practice.ready.client_id}%23{point}"
    message = f"应用尚未开通所需的权限：[{point}]，点击链接申请并开通即可：{link}"
    check_refusal(err, 403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", message)
    detail = {"requiredScopes": [point]}
    assert err.data["accessdenieddetail"] == detail
    # The SDK's gateway package fills accessDeniedDetail; what wraps its exception loses it.
    assert err.inner_exception.accessDeniedDetail == detail
    assert err.accessDeniedDetail is None


# V §9: a throttled app gets HTTP 403 QpsLimitForAppkeyAndApi, never 429
def test_a_throttled_call_is_refused_and_not_tried_again(practice, contact):
    token = app_token(practice)
    with practice.scenario("throttled"):
        err = refusal(search, contact, token)
    message = "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了"
    check_refusal(err, 403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", message)
    assert len(practice.journal("call_refused")) == 1


# V §8: a refused address answers HTTP 403 IpNotInWhiteList with the address and the AppKey in its message
def test_a_refused_address_is_in_the_message(practice, contact):
    token = app_token(practice)
    with practice.scenario("ip_refused"):
        err = refusal(search, contact, token)
    message = f"访问ip不在白名单之中,request ip=198.51.100.77 appKey({practice.ready.client_id})"
    check_refusal(err, 403, "Forbidden.AccessDenied.IpNotInWhiteList", message)


def test_a_server_that_cannot_be_reached_has_neither_code_nor_data(practice, contact):
    token = app_token(practice)
    with practice.scenario("unreachable"):
        err = refusal(search, contact, token)
    # So the samples' `if not UtilClient.empty(err.code)` prints nothing at all.
    assert (err.code, err.data) == (None, None)


def test_a_parameter_that_is_left_out_is_named(practice, contact):
    err = refusal(search, contact, app_token(practice), word=None)
    assert (err.code, err.data["message"], err.data["statusCode"]) == (
        "MissingqueryWord",
        "queryWord is mandatory",
        400,
    )
