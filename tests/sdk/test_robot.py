"""The app's own robot by `alibabacloud-dingtalk`."""

import json

import pytest
from official import app_token, call, client, refusal
from practice import exchange


@pytest.fixture
def robot(practice):
    return client(practice, "robot_1_0")


@pytest.fixture
def token(practice):
    return app_token(practice)


def send(practice, robot, token, people, **other):
    fields = {
        "robot_code": practice.ready.robot_code,
        "user_ids": people,
        "msg_key": "sampleText",
        "msg_param": json.dumps({"content": "你好"}),
    }
    request = robot.models.BatchSendOTORequest(**{**fields, **other})
    return call(robot, "BatchSendOTO", token, request=request)


# V §5.2: user ids that are unknown come back in invalidStaffIdList, not as an error
def test_a_message_reaches_its_people_and_names_the_others(practice, robot, token):
    body = send(practice, robot, token, ["demo002", "nobody"]).body
    assert (body.invalid_staff_id_list, body.flow_controlled_staff_id_list) == (["nobody"], [])
    assert body.process_query_key
    [entry] = practice.journal("app_robot_message")
    assert (entry["user_ids"], entry["text"]) == (["demo002"], "你好")


# V §5.2: batchSend takes at most 20 people by its parameter row
# V §5.2: refusals of the robot are HTTP 400 invalidParameter.…, with DingTalk's own spelling notExsit
@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"robot_code": "dingnobody"}, "invalidParameter.robotCode.notExsit"),
        ({"user_ids": []}, "invalidParameter.userIds.empty"),
        ({"user_ids": ["demo001"] * 21}, "invalidParameter.userIds.overMax"),
        ({"msg_key": "noSuchKey"}, "invalidParameter.msgKey.invalid"),
        ({"msg_param": "{"}, "invalidParameter.msgParam.invalid"),
    ],
)
def test_a_wrong_message_is_refused_and_reaches_nobody(practice, robot, token, other, code):
    err = refusal(send, practice, robot, token, **{"people": ["demo001"], **_people(other)})
    assert (err.code, err.data["statusCode"]) == (code, 400)
    assert practice.journal("app_robot_message") == []


def _people(other):
    return {("people" if name == "user_ids" else name): value for name, value in other.items()}


# V §4.2: the robot's messages need qyapi_robot_sendmsg
def test_without_its_permission_the_robot_says_nothing(practice, robot, token):
    practice.withdraw("qyapi_robot_sendmsg")
    err = refusal(send, practice, robot, app_token(practice), ["demo001"])
    assert err.code == "Forbidden.AccessDenied.AccessTokenPermissionDenied"
    assert err.data["accessdenieddetail"] == {"requiredScopes": ["qyapi_robot_sendmsg"]}
    assert practice.journal("app_robot_message") == []


def fields(practice, **other):
    return {"robot_code": practice.ready.robot_code, **other}


# V §5.2: readStatus tells who has read a message, and a message is recalled by its processQueryKey
def test_a_message_is_read_and_taken_back(practice, robot, token):
    key = send(practice, robot, token, ["demo002", "demo003"]).body.process_query_key
    practice.admin("/read", {"userid": "demo002", "process_query_key": key})
    query = robot.models.BatchOTOQueryRequest(**fields(practice, process_query_key=key))
    body = call(robot, "BatchOTOQuery", token, request=query).body
    states = {info.user_id: info.read_status for info in body.message_read_info_list}
    assert set(states) == {"demo002", "demo003"}
    assert states["demo002"] != states["demo003"]
    # V §5.2: the path of the recall is spelt otoMessages, in lower case
    recall = robot.models.BatchRecallOTORequest(**fields(practice, process_query_keys=[key, "no such key"]))
    body = call(robot, "BatchRecallOTO", token, request=recall).body
    assert body.success_result == [key]
    assert set(body.failed_result) == {"no such key"}


# V §5.2: groupMessages/send takes an openConversationId and answers a processQueryKey
def test_a_group_hears_the_robot_and_forgets_it(practice, robot, token):
    group = "cidfinancepractice=="
    request = robot.models.OrgGroupSendRequest(
        **fields(practice, open_conversation_id=group, msg_key="sampleText", msg_param=json.dumps({"content": "早晨"}))
    )
    key = call(robot, "OrgGroupSend", token, request=request).body.process_query_key
    assert [entry["text"] for entry in practice.journal("app_robot_group_message")] == ["早晨"]
    known = fields(practice, open_conversation_id=group)
    query = robot.models.OrgGroupQueryRequest(**known, process_query_key=key)
    assert call(robot, "OrgGroupQuery", token, request=query).body.send_status
    recall = robot.models.OrgGroupRecallRequest(**known, process_query_keys=[key])
    assert call(robot, "OrgGroupRecall", token, request=recall).body.success_result == [key]


# V §5.2: what people send is downloaded by its downloadCode
def test_what_people_send_is_downloaded(practice, robot, token):
    sent = {"client_id": practice.ready.client_id, "name": "單據.txt", "content": "HK$1,200"}
    code = practice.admin("/file", sent)["download_code"]
    request = robot.models.RobotMessageFileDownloadRequest(**fields(practice, download_code=code))
    url = call(robot, "RobotMessageFileDownload", token, request=request).body.download_url
    assert exchange("GET", url).text == "HK$1,200"
