"""The app's own robot by `alibabacloud-dingtalk`."""

import json

import pytest
from official import app_token, call, client, refusal


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
