"""The same call in the same state by our client and by an SDK: both must see the same thing."""

import json

import official
import pytest
import third_party
from same import OLD_ID, STATES, check, enter, official_sees, ours, third_sees


@pytest.mark.parametrize("state", STATES)
def test_a_search_looks_the_same(practice, state):
    contact = official.client(practice, "contact_1_0")
    request = contact.models.SearchUserRequest(query_word="示範", offset=0, size=3)
    enter(practice, state, "qyapi_addresslist_search")
    token = official.app_token(practice)
    if state == "expired_token":
        official.call(contact, "SearchUser", token, request=request)
    theirs = official_sees(lambda: official.call(contact, "SearchUser", token, request=request))
    body = {"queryWord": "示範", "offset": 0, "size": 3}
    arguments = {"path": "/v1.0/contact/users/search", "body": body}
    if state == "expired_token":
        # The SDK is left with its dead token; our client fetches another and tries once more.
        assert theirs["error"]["code"] == "InvalidAuthentication"
        first, second = ours(practice, ("call_new", arguments), ("call_new", arguments))
        assert first["value"] == second["value"]
        return
    values = check(practice, "call_new", arguments, theirs, official.REQUEST_ID)
    assert (values is None) == (state != "ready")
    if values:
        assert values[0] == values[1]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("call", "arguments", "path", "body", "point"),
    [
        ("user", {"userid": "demo003"}, "/topapi/v2/user/get", {"userid": "demo003"}, "qyapi_get_member"),
        ("user", {"userid": "nobody"}, "/topapi/v2/user/get", {"userid": "nobody"}, "qyapi_get_member"),
        (
            "user_by_mobile",
            {"mobile": "55500001"},
            "/topapi/v2/user/getbymobile",
            {"mobile": "55500001"},
            "qyapi_get_member_by_mobile",
        ),
        ("user_count", {}, "/topapi/user/count", {"only_active": False}, "qyapi_get_member"),
        ("departments", {"dept_id": 1}, "/topapi/v2/department/listsub", {"dept_id": 1}, "qyapi_get_department_list"),
    ],
)
def test_the_directory_looks_the_same(practice, state, call, arguments, path, body, point):
    client = third_party.client(practice)
    enter(practice, state, point)
    theirs = third_sees(lambda: client.post(path, body))
    if state == "expired_token" and theirs.get("error", {}).get("code") != "60121":
        # The first use of each token is let through; both see the same answer once.
        assert "value" in theirs
        again = third_sees(lambda: client.post(path, body))
        assert again["error"]["code"] == "40014"
    values = check(practice, call, arguments, theirs, OLD_ID)
    if values:
        compare(call, *values)


def compare(call, mine, theirs):
    result = theirs["result"]
    if call == "user":
        assert mine == {key: result.get(key) for key in mine}
    elif call == "user_by_mobile":
        assert mine == result["userid"]
    elif call == "user_count":
        assert mine == result["count"]
    else:
        assert mine == [{key: each[key] for key in ("dept_id", "name", "parent_id")} for each in result]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_a_whole_department_reads_the_same_page_by_page(practice, size):
    client = third_party.client(practice)
    for path, call in [("/topapi/v2/user/list", "users"), ("/topapi/user/listsimple", "user_names")]:
        cursor, mine, theirs = 0, [], []
        while cursor is not None:
            page = {"dept_id": 552010002, "cursor": cursor, "size": size}
            result = client.post(path, page)["result"]
            [seen] = ours(practice, (call, page))
            theirs += [each["userid"] for each in result["list"]]
            mine += [each["userid"] for each in seen["value"]["list"]]
            assert seen["value"]["next_cursor"] == result.get("next_cursor")
            cursor = result.get("next_cursor")
        assert mine == theirs
        assert len(mine) == len(set(mine)) > 2


@pytest.mark.parametrize("keys", [{}, {"client_secret": "wrong"}, {"client_id": "dingwrong"}])
def test_tokens_of_both_gateways_are_refused_alike(practice, keys):
    names = {"client_id": "app_key", "client_secret": "app_secret"}
    oauth2 = official.client(practice, "oauth2_1_0")
    right = {"app_key": practice.ready.client_id, "app_secret": practice.ready.client_secret}
    request = oauth2.models.GetAccessTokenRequest(**{**right, **{names[key]: value for key, value in keys.items()}})
    new = official_sees(lambda: oauth2.api.get_access_token(request))
    short = {"client_id": "key", "client_secret": "secret"}
    old = third_sees(
        lambda: third_party.client(practice, **{short[key]: value for key, value in keys.items()}).get_access_token()
    )
    mine = ours(practice, ("fetch_token", {}), ("fetch_token_from_old_host", {}), **keys)
    for one, other in zip(mine, [new, old]):
        if keys:
            assert {key: one["error"][key] for key in other["error"]} == other["error"]
            assert one["error"]["says_yes_to"] == ["is_credentials_refused"]
        else:
            assert one["value"]["seconds"] == other["value"].get("expireIn", other["value"].get("expires_in"))


@pytest.mark.parametrize("corp_id", [None, "dingbogus"])
def test_an_organisation_is_checked_alike(practice, corp_id):
    oauth2 = official.client(practice, "oauth2_1_0")
    request = oauth2.models.GetTokenRequest(
        client_id=practice.ready.client_id,
        client_secret=practice.ready.client_secret,
        grant_type="client_credentials",
    )
    corp_id = corp_id or practice.ready.corp_id
    theirs = official_sees(lambda: oauth2.api.get_token(corp_id, request))
    [mine] = ours(practice, ("corp_token_check", {"corp_id": corp_id}))
    if "value" in theirs:
        assert mine == {"value": None}
    else:
        assert {key: mine["error"][key] for key in theirs["error"]} == theirs["error"]
        assert mine["error"]["says_yes_to"] == ["is_corp_id_refused"]


def test_a_robots_message_reaches_the_same_people(practice):
    robot = official.client(practice, "robot_1_0")
    body = {
        "robotCode": practice.ready.robot_code,
        "userIds": ["demo002", "nobody"],
        "msgKey": "sampleText",
        "msgParam": json.dumps({"content": "你好"}),
    }
    request = robot.models.BatchSendOTORequest().from_map(body)
    theirs = official_sees(lambda: official.call(robot, "BatchSendOTO", official.app_token(practice), request=request))
    arguments = {"path": "/v1.0/robot/oToMessages/batchSend", "body": body}
    mine, theirs = check(practice, "call_new", arguments, theirs, official.REQUEST_ID)
    for value in (mine, theirs):
        assert value.pop("processQueryKey")
    assert mine == theirs
    first, second = practice.journal("app_robot_message")
    assert [(entry["user_ids"], entry["text"]) for entry in (first, second)] == [(["demo002"], "你好")] * 2


def test_a_work_notice_is_taken_once_and_silently_dropped_the_second_time_whoever_sends_it(practice):
    agent_id, text = practice.ready.agent_id, "同一句話"
    notice = {"agent_id": agent_id, "recipients": ["demo002"], "text": text}
    [mine] = ours(practice, ("send_work_notice", notice))
    body = {"agent_id": agent_id, "userid_list": "demo002", "msg": {"msgtype": "text", "text": {"content": text}}}
    sent = third_party.client(practice).post("/topapi/message/corpconversation/asyncsend_v2", body)
    assert sent["errcode"] == 0
    fates = ours(
        practice,
        ("work_notice_result", {"agent_id": agent_id, "task_id": mine["value"]}),
        ("work_notice_result", {"agent_id": agent_id, "task_id": sent["task_id"]}),
    )
    assert [fate["value"]["unread"] for fate in fates] == [["demo002"], []]
    # V §5.4: the same text to the same person on one day succeeds and reaches nobody
    assert [len(entry["user_ids"]) for entry in practice.journal("work_notice")] == [1, 0]
