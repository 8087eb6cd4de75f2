"""Acts that change the world: our client in one world, an SDK in its twin; step by step they see the same thing."""

import json

import official
import pytest
import third_party
from practice import Practice
from same import OLD_ID, check, enter, official_sees, ours, third_sees


@pytest.fixture
def twins(tmp_path):
    """Two new worlds, alike."""
    servers = []
    try:
        for name in ("ours", "theirs"):
            (tmp_path / name).mkdir()
            servers.append(Practice(tmp_path / name, "--virtual-clock"))
        yield servers
    finally:
        for server in servers:
            server.stop()


def check_step(mine, theirs):
    if "error" in theirs:
        assert {key: mine["error"][key] for key in theirs["error"]} == theirs["error"]
    else:
        assert "value" in mine, (mine, theirs)


FINANCE = 552010002
NEW = {"userid": "judge1", "name": "金示範", "mobile": "+852-59990001", "dept_id_list": [FINANCE]}
USER = "/topapi/v2/user/"
PEOPLE = [
    ("create_user", USER + "create", NEW, None),
    ("create_user", USER + "create", {**NEW, "mobile": "+852-59990002"}, "60102"),
    ("create_user", USER + "create", {**NEW, "userid": "judge2"}, "60104"),
    ("create_user", USER + "create", {**NEW, "userid": "judge3", "mobile": "not a number"}, "60103"),
    ("create_user", USER + "create", {**NEW, "userid": "judge4", "mobile": "+852-59990004", "name": "金" * 81}, "60112"),
    ("update_user", USER + "update", {"userid": "judge1", "title": "會計"}, None),
    ("user", USER + "get", {"userid": "judge1"}, None),
    ("update_user", USER + "update", {"userid": "nobody", "title": "會計"}, "60121"),
    ("delete_user", USER + "delete", {"userid": "judge1"}, None),
    ("user", USER + "get", {"userid": "judge1"}, "60121"),
    ("delete_user", USER + "delete", {"userid": "judge1"}, "60121"),
]


# V §3.2: a taken userid answers 60102, a taken mobile 60104
# V §3.1: after a delete user/get answers 60121
def test_people_are_made_changed_and_removed_alike(twins):
    ours_in, theirs_in = twins
    post = third_party.client(theirs_in).post
    wire = [
        {**body, "dept_id_list": ",".join(map(str, body["dept_id_list"]))} if "dept_id_list" in body else body
        for _, _, body, _ in PEOPLE
    ]
    theirs = [third_sees(lambda path=path, body=body: post(path, body)) for (_, path, _, _), body in zip(PEOPLE, wire)]
    mine = ours(ours_in, *[(call, body) for call, _, body, _ in PEOPLE])
    for (call, _, _, code), one, other in zip(PEOPLE, mine, theirs):
        check_step(one, other)
        assert other.get("error", {}).get("code") == code, (call, other)
    created, got = mine[0]["value"], mine[6]["value"]
    assert created["userid"] == theirs[0]["value"]["result"]["userid"] == "judge1"
    assert bool(created["unionId"]) and bool(theirs[0]["value"]["result"]["unionId"])
    assert got == {key: theirs[6]["value"]["result"].get(key) for key in got}
    taken = [one["error"].get("already_exists") for one in mine[1:3]]
    assert taken == ["UserId", "Mobile"]
    assert mine[9]["error"]["says_yes_to"] == mine[10]["error"]["says_yes_to"] == ["is_user_unknown", "not_found"]
    kinds = [[entry["kind"] for entry in world.journal() if entry["kind"].startswith("user_")] for world in twins]
    assert kinds[0] == kinds[1] != []


@pytest.mark.parametrize("state", ["withdrawn", "missing_permission", "ip_refused", "throttled"])
def test_who_may_not_write_is_refused_alike_and_makes_nobody(practice, state):
    enter(practice, state, "qyapi_manage_addresslist")
    body = {**NEW, "dept_id_list": str(FINANCE)}
    theirs = third_sees(lambda: third_party.client(practice).post(USER + "create", body))
    assert check(practice, "create_user", NEW, theirs, OLD_ID) is None
    assert practice.journal("user_created") == []


# V §3.5: a sibling's name answers 60021, a department with people 60005, with departments 60006, the root 60007
def test_departments_are_made_changed_and_removed_alike(twins):
    ours_in, theirs_in = twins
    post = third_party.client(theirs_in).post
    path = "/topapi/v2/department/"

    def step(call, verb, mine_body, theirs_body, code=None):
        theirs = third_sees(lambda: post(path + verb, theirs_body))
        [mine] = ours(ours_in, (call, mine_body))
        check_step(mine, theirs)
        assert theirs.get("error", {}).get("code") == code, theirs
        return mine, theirs

    def both(call, verb, body, code=None):
        return step(call, verb, body, body, code)

    mine, theirs = both("create_department", "create", {"name": "金庫部", "parent_id": 1})
    mine, theirs = mine["value"], theirs["value"]["result"]["dept_id"]
    both("create_department", "create", {"name": "金庫部", "parent_id": 1}, "60021")
    below = {"name": "保險箱組"}
    step("create_department", "create", {**below, "parent_id": mine}, {**below, "parent_id": theirs})
    step("update_department", "update", {"dept_id": mine, "name": "庫務部"}, {"dept_id": theirs, "name": "庫務部"})
    one, other = step("department", "get", {"dept_id": mine}, {"dept_id": theirs})
    assert one["value"]["name"] == other["value"]["result"]["name"] == "庫務部"
    step("delete_department", "delete", {"dept_id": mine}, {"dept_id": theirs}, "60006")
    both("delete_department", "delete", {"dept_id": FINANCE}, "60005")
    both("delete_department", "delete", {"dept_id": 1}, "60007")
    both("delete_department", "delete", {"dept_id": 999}, "60003")
    both("update_department", "update", {"dept_id": 999, "name": "無此部"}, "60003")
    kinds = [[entry["kind"] for entry in world.journal() if entry["kind"].startswith("dep")] for world in twins]
    assert kinds[0] == kinds[1] != []


def robot_call(practice, action, **fields):
    robot = official.client(practice, "robot_1_0")
    request = getattr(robot.models, f"{action}Request")(robot_code=practice.ready.robot_code, **fields)
    return official_sees(lambda: official.call(robot, action, official.app_token(practice), request=request))


def own(practice, call, **fields):
    [seen] = ours(practice, (call, {"robot_code": practice.ready.robot_code, **fields}))
    return seen


def words(text):
    return {"msg_key": "sampleText", "msg_param": json.dumps({"content": text})}


# V §5.2: user ids that are unknown come back in invalidStaffIdList, not as an error
# V §5.2: a message is recalled by its processQueryKey; keys that are none stand in failedResult
def test_the_robots_message_is_sent_read_and_taken_back_alike(twins):
    ours_in, theirs_in = twins
    people = ["demo002", "demo003", "nobody"]
    theirs = robot_call(theirs_in, "BatchSendOTO", user_ids=people, **words("你好"))["value"]
    mine = own(ours_in, "send_to_users", recipients=people, text="你好")["value"]
    keys = (mine.pop("processQueryKey"), theirs.pop("processQueryKey"))
    assert mine == theirs
    assert mine["invalidStaffIdList"] == ["nobody"]
    for world, key in zip(twins, keys):
        world.admin("/read", {"userid": "demo002", "process_query_key": key})
    theirs = robot_call(theirs_in, "BatchOTOQuery", process_query_key=keys[1])["value"]
    mine = own(ours_in, "message_read_status", key=keys[0])["value"]
    assert mine["sendStatus"] == theirs["sendStatus"]
    assert mine["messageReadInfoList"] == [
        {name: one[name] for name in ("userId", "readStatus")} for one in theirs["messageReadInfoList"]
    ]
    theirs = robot_call(theirs_in, "BatchRecallOTO", process_query_keys=[keys[1], "none"])["value"]
    mine = own(ours_in, "recall_messages", keys=[keys[0], "none"])["value"]
    assert mine["failedResult"] == theirs["failedResult"]
    assert (mine["successResult"], theirs["successResult"]) == ([keys[0]], [keys[1]])


def test_a_group_hears_the_robot_and_forgets_it_alike(twins):
    ours_in, theirs_in = twins
    group = {"open_conversation_id": "cidfinancepractice=="}
    theirs = robot_call(theirs_in, "OrgGroupSend", **group, **words("早晨"))["value"]["processQueryKey"]
    mine = own(ours_in, "send_to_group", **group, text="早晨")["value"]["processQueryKey"]
    heard = [[entry["text"] for entry in world.journal("app_robot_group_message")] for world in twins]
    assert heard == [["早晨"], ["早晨"]]
    asked = robot_call(theirs_in, "OrgGroupQuery", **group, process_query_key=theirs)["value"]
    told = own(ours_in, "group_message_readers", **group, key=mine)["value"]
    assert told["sendStatus"] == asked["sendStatus"]
    assert told["readUserIds"] == asked.get("readUserIds", [])
    back = robot_call(theirs_in, "OrgGroupRecall", **group, process_query_keys=[theirs])["value"]
    taken = own(ours_in, "recall_group_messages", **group, keys=[mine])["value"]
    assert taken == {**back, "successResult": [mine]}
    assert back["successResult"] == [theirs]


@pytest.mark.parametrize("state", ["withdrawn", "missing_permission", "ip_refused", "throttled", "robot"])
def test_a_robot_that_may_not_speak_is_refused_alike(practice, state):
    code = "dingnobody" if state == "robot" else practice.ready.robot_code
    if state != "robot":
        enter(practice, state, "qyapi_robot_sendmsg")
    robot = official.client(practice, "robot_1_0")
    request = robot.models.BatchSendOTORequest(robot_code=code, user_ids=["demo002"], **words("你好"))
    theirs = official_sees(lambda: official.call(robot, "BatchSendOTO", official.app_token(practice), request=request))
    arguments = {"robot_code": code, "recipients": ["demo002"], "text": "你好"}
    assert check(practice, "send_to_users", arguments, theirs, official.REQUEST_ID) is None
    assert practice.journal("app_robot_message") == []
