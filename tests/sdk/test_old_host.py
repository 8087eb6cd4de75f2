"""The old gateway by `dingtalk-sdk`, a third party's: its token, and its generic request at today's paths."""

import guard
import pytest
from dingtalk.client import SecretClient
from third_party import client, refusal, wrapped


# V §1.1: gettoken answers errcode 0, access_token and expires_in 7200
def test_a_token_comes_by_both_pairs_of_names(practice):
    answer = client(practice).get_access_token()
    assert (answer["errcode"], answer["errmsg"], answer["expires_in"]) == (0, "ok", 7200)
    # V §1.1: the legacy names corpid and corpsecret work on the same path
    assert client(practice, SecretClient).access_token == answer["access_token"]


# V §1.1: wrong keys answer errcode 40096 不合法的appKey或appSecret with HTTP 200
def test_wrong_keys_are_refused_flat(practice):
    err = refusal(lambda: client(practice, secret="wrong").access_token)
    assert (err.errcode, err.errmsg) == (40096, "不合法的appKey或appSecret")
    assert err.response.status_code == 200


# V §3: the v2 paths of contacts answer what the documents say
def test_the_generic_request_reads_a_person_at_a_v2_path(practice):
    answer = client(practice).post("/topapi/v2/user/get", {"userid": "demo003"})
    assert (answer["errcode"], answer["result"]["userid"]) == (0, "demo003")
    # V §3.4: extension-free fields that are empty are left out, never null
    assert None not in answer["result"].values()


# V §3: the old gateway reads a form body as well as JSON
def test_a_form_body_is_read_as_json_is(practice):
    ours = client(practice)
    as_form = ours.post("/topapi/v2/user/get", "userid=demo003", headers={"content-type": FORM})
    as_json = ours.post("/topapi/v2/user/get", {"userid": "demo003"})
    assert as_form["result"] == as_json["result"]


FORM = "application/x-www-form-urlencoded"


# V §3.5: department/listsub answers an array of one level, the root's by default
def test_the_directory_can_be_walked_by_hand(practice):
    ours = client(practice)
    departments, people = [1], set()
    while departments:
        here = departments.pop()
        departments += [
            each["dept_id"] for each in ours.post("/topapi/v2/department/listsub", {"dept_id": here})["result"]
        ]
        cursor = 0
        while cursor is not None:
            page = {"dept_id": here, "cursor": cursor, "size": 2}
            # V §3.4: next_cursor is absent on the last page
            result = ours.post("/topapi/user/listsimple", page)["result"]
            people |= {each["userid"] for each in result["list"]}
            assert result["has_more"] == ("next_cursor" in result)
            cursor = result.get("next_cursor")
    assert len(people) == ours.post("/topapi/user/count", {"only_active": "false"})["result"]["count"]


# V §10.1: a business failure is flat, e.g. 60121 找不到该用户
def test_a_business_failure_is_the_exceptions_own_code(practice):
    err = refusal(client(practice).post, "/topapi/v2/user/get", {"userid": "nobody"})
    assert (err.errcode, err.errmsg) == (60121, "找不到该用户")


# V §0: every failure of the gateway on /topapi is wrapped in errcode 88 with the real code as a string in sub_code
def test_a_missing_permission_is_88_to_its_users(practice):
    point = "qyapi_get_member"
    practice.withdraw(point)
    err = refusal(client(practice).post, "/topapi/v2/user/get", {"userid": "demo001"})
    link = f"https://open-dev.dingtalk.com/appscope/apply?content={practice.ready.client_id}%23{point}"
    text = f"应用尚未开通所需的权限：[{point}]，点击链接申请并开通即可：{link}"
    # V §4.3: the old host's errmsg ends in the scopes that are required
    assert (err.errcode, err.errmsg) == (88, wrapped("60011", text, f", {{requiredScopes=[{point}]}}"))
    assert (err.response.json()["sub_code"], err.response.json()["sub_msg"]) == ("60011", text)


# V §8: a refused address answers 60020 with the address and the AppKey, wrapped in 88
def test_a_refused_address_is_88_to_its_users(practice):
    ours = client(practice)
    with practice.scenario("ip_refused"):
        err = refusal(ours.post, "/topapi/v2/user/get", {"userid": "demo001"})
    text = f"访问ip不在白名单之中,request ip=198.51.100.77 appKey({practice.ready.client_id})"
    assert (err.errcode, err.errmsg) == (88, wrapped("60020", text))


# V §9: clients look for subcode=90018 in errmsg and for the time after 限制将在
def test_a_throttled_call_is_88_to_its_users(practice):
    ours = client(practice)
    with practice.scenario("throttled"):
        err = refusal(ours.post, "/topapi/v2/user/get", {"userid": "demo001"})
    assert err.errcode == 88
    assert "subcode=90018" in err.errmsg
    assert "限制将在" in err.errmsg


# V §1.4: dingtalk-sdk renews its token on a top-level 40014 alone, so it never notices the wrapped form
def test_an_expired_token_stays_in_its_cache_for_good(practice):
    ours = client(practice)
    with practice.scenario("expired_token"):
        ours.post("/topapi/user/count", {"only_active": "false"})
        for _ in range(3):
            err = refusal(ours.post, "/topapi/user/count", {"only_active": "false"})
            assert (err.errcode, err.errmsg) == (88, wrapped("40014", "不合法的access_token"))
        # What its users have to do by hand.
        ours.cache.access_token.delete()
        assert ours.post("/topapi/user/count", {"only_active": "false"})["errcode"] == 0


# V §0: a wrong path answers errcode 22 and names the API that it would be
@pytest.mark.parametrize(
    ("ask", "api"),
    [
        (lambda ours: ours.post("/topapi/v2/user/notexist", {}), "dingtalk.oapi.v2.user.notexist"),
        (
            lambda ours: ours.post("/topapi/v2/user/inactivate", {"userid": "demo001"}),
            "dingtalk.oapi.v2.user.inactivate",
        ),
    ],
)
def test_a_path_that_does_not_exist_is_named(practice, ask, api):
    err = refusal(ask, client(practice))
    text = f"不合法ApiName，ApiName = {api}"
    assert (err.errcode, err.errmsg) == (22, f"Invalid method[submsg={text}]")
    assert err.response.json()["sub_msg"] == text


# V §4.4: auth/scopes tells what the app may see, authed_dept 1 is everyone
def test_what_the_app_may_see_is_told(practice):
    scopes = client(practice).user.auth_scopes()
    assert (scopes["errcode"], scopes["auth_org_scopes"]["authed_dept"]) == (0, [1])


def test_its_own_work_notices_would_go_to_taobao_with_the_token_in_the_address(practice):
    ours = client(practice)
    message = {"msgtype": "text", "text": {"content": "你好"}}
    with pytest.raises(Exception, match="would leave this machine"):
        ours.message.asyncsend_v2(message, practice.ready.agent_id, ["demo001"])
    assert {host for _, host, _ in guard.tries} == {"eco.taobao.com"}
    guard.tries.clear()
    assert practice.journal("work_notice") == []


# V §5.4: a work notice answers a task id, and its result names who has not read it
def test_a_work_notice_goes_out_by_the_generic_request(practice):
    ours = client(practice)
    message = {"msgtype": "text", "text": {"content": "你好"}}
    notice = {"agent_id": practice.ready.agent_id, "userid_list": "demo002,nobody", "msg": message}
    sent = ours.post("/topapi/message/corpconversation/asyncsend_v2", notice)
    task = {"agent_id": practice.ready.agent_id, "task_id": sent["task_id"]}
    result = ours.post("/topapi/message/corpconversation/getsendresult", task)["send_result"]
    assert (result["unread_user_id_list"], result["invalid_user_id_list"]) == (["demo002"], ["nobody"])


# V §1.4: dingtalk-sdk renews its token and tries again on 40014 as top-level errcode
# V §8: older paths of the old host, /get_jsapi_ticket among them, were seen to refuse flat
def test_a_flat_refusal_of_a_token_makes_it_fetch_another(practice):
    ours = client(practice)
    practice.admin("/switch", {"name": "jsapi_ticket_refusal", "value": "flat"})
    with practice.scenario("expired_token"):
        first = ours.access_token
        tickets = [ours.get_jsapi_ticket()["ticket"] for _ in range(3)]
    assert len(set(tickets)) == 1
    assert ours.access_token != first


def test_each_refusal_writes_the_token_into_its_log(practice, caplog):
    ours = client(practice)
    refusal(ours.post, "/topapi/v2/user/get", {"userid": "nobody"})
    assert f"access_token={ours.access_token}" in caplog.text
