"""What users of the SDKs see of limits, as the server really counts them, and of answers that are not DingTalk's."""

import json

import pytest
import third_party
from official import app_token, call, client, refusal

COUNT = "/topapi/user/count"


def limit(practice, name, value):
    practice.admin("/limit", {"name": name, "value": value})


@pytest.fixture
def search(practice):
    """One search, the token fetched beforehand."""
    contact = client(practice, "contact_1_0")
    token = app_token(practice)
    request = contact.models.SearchUserRequest(query_word="示範", offset=0, size=1)
    return lambda: call(contact, "SearchUser", token, request=request)


@pytest.fixture
def count(practice):
    """One call of the old gateway, the token fetched beforehand."""
    ours = third_party.client(practice)
    assert ours.access_token
    return lambda: ours.post(COUNT, {"only_active": "false"})


# V §9: one app may call one API 20 times a second; more is refused with HTTP 403 for a window of 1 s
def test_the_twenty_first_search_of_a_second_is_refused(practice, search):
    for _ in range(20):
        search()
    err = refusal(search)
    assert (err.code, err.data["statusCode"]) == ("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", 403)
    practice.advance(1)
    assert search().status_code == 200


# V §9: on the old host the same limit is 90018, inside 88
def test_the_twenty_first_call_of_a_second_is_refused_on_the_old_gateway(practice, count):
    for _ in range(20):
        count()
    err = third_party.refusal(count)
    assert (err.errcode, "subcode=90018" in err.errmsg) == (88, True)
    practice.advance(1)
    assert count()["errcode"] == 0


# V §9: an organisation's monthly calls that are used up are ApiCountLimitForOrg and 90020, until the month turns
def test_a_month_that_is_used_up_is_told_by_both_gateways(practice, search, count):
    limit(practice, "org_per_month", 0)
    err = refusal(send_message(practice))
    assert (err.code, err.data["statusCode"]) == ("Forbidden.AccessDenied.ApiCountLimitForOrg", 403)
    # V §9: tokens and contacts do not count
    assert search().status_code == 200
    assert count()["errcode"] == 0
    practice.advance(32 * 24 * 3600)
    limit(practice, "org_per_month", 5000)
    assert send_message(practice)().status_code == 200


def send_message(practice):
    robot = client(practice, "robot_1_0")
    token = app_token(practice)
    request = robot.models.BatchSendOTORequest(
        robot_code=practice.ready.robot_code,
        user_ids=["demo002"],
        msg_key="sampleText",
        msg_param=json.dumps({"content": "你好"}),
    )
    return lambda: call(robot, "BatchSendOTO", token, request=request)


def strike(practice, kind, **more):
    practice.admin("/fault", {"kind": kind, "probability": 1, "seed": 1, **more})


# V §9: an address that is shut out gets status 1111 without an errcode, with HTTP 200
def test_an_address_that_is_shut_out_looks_like_success_to_both(practice, search, count):
    strike(practice, "ban_shape", variant="json")
    body = search().body
    # No exception: a good answer in which nothing stands.
    assert (body.list, body.has_more, body.total_count) == (None, None, None)
    assert count()["status"] == 1111


def test_a_sign_in_page_is_an_exception_to_one_and_an_answer_to_the_other(practice, search, count):
    strike(practice, "html_page")
    err = refusal(search)
    assert (err.code, err.data) == (None, None)
    # dingtalk-sdk hands the page on as the answer of the call.
    assert count().text.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("kind", "sent"), [("drop_before", 0), ("reset", 1)])
def test_a_message_that_broke_off_is_not_sent_again_by_itself(practice, kind, sent):
    ask = send_message(practice)
    strike(practice, kind, times=1)
    err = refusal(ask)
    # Whether it was sent cannot be told from the exception.
    assert (err.code, err.data) == (None, None)
    assert len(practice.journal("app_robot_message")) == sent
