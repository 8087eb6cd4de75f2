"""Stream mode by `dingtalk-stream`: a real process, waiting for events and robot messages."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import KNOWN_TRIES
from official import client, refusal

PROGRAM = Path(__file__).with_name("stream_program.py")
# Longer than the SDK's own pauses: 3 s after what it did not expect, 10 s after a refusal.
PATIENCE = 30


class Program:
    """The program, and what it says."""

    def __init__(self, practice, secret=None, ack=200):
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAM), practice.ready.client_id, secret or practice.ready.client_secret, str(ack)],
            env={**os.environ, "DINGTALK_OPENAPI_ENDPOINT": practice.ready.new_host},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines = queue.Queue()
        self.left = []
        self.complaints = []
        for pipe, take in [(self._process.stdout, self._heard), (self._process.stderr, self.complaints.append)]:
            threading.Thread(target=lambda pipe=pipe, take=take: [take(line) for line in pipe], daemon=True).start()

    def _heard(self, line):
        self._lines.put(json.loads(line))

    def next(self, kind, holds=""):
        """The next line of that kind whose text holds that; what comes before is passed over."""
        until = time.monotonic() + PATIENCE
        while True:
            line = self._lines.get(timeout=until - time.monotonic())
            self.left += [tuple(a_try) for a_try in line["left"] if tuple(a_try) not in KNOWN_TRIES]
            if line["kind"] == kind and holds in json.dumps(line, ensure_ascii=False):
                return line

    def stop(self):
        self._process.kill()
        self._process.wait()


@pytest.fixture
def start(practice):
    started = []

    def begin(**how):
        started.append(Program(practice, **how))
        return started[-1]

    yield begin
    for program in started:
        program.stop()
        assert program.left == []


def connections(practice, but=()):
    """Those open now, when there is one that is not in `but`."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = [each for each in practice.admin("/stream")["connections"] if not each["leaving"]]
        if any(each["connection_id"] not in but for each in found):
            return found
        time.sleep(0.02)
    raise AssertionError("nobody connected")


def delivery(practice, state):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = practice.admin("/deliveries")
        if found and found[-1]["state"] == state:
            return found[-1]
        time.sleep(0.02)
    raise AssertionError(practice.admin("/deliveries"))


# V §6.3: a client with an event handler subscribes EVENT * and CALLBACK topics, and opens one WebSocket with its ticket
def test_it_connects_and_hears_events_and_robot_messages(practice, start):
    start()
    [connection] = connections(practice)
    assert (connection["events"], connection["callbacks"]) == (True, ["/v1.0/im/bot/messages/get"])
    assert connection["client_id"] == practice.ready.client_id


# V §6.2: user_modify_org carries timeStamp, userId and diffInfo with prev, curr and userid
# V §6.3: an event's type, id, corp, time and app are headers, its data the inner object alone
def test_a_change_of_the_directory_arrives_as_an_event(practice, start):
    program = start()
    connections(practice)
    practice.old_call("/topapi/v2/user/update", {"userid": "demo003", "title": "財務總監", "telephone": "2555-0001"})
    event = program.next("event")
    assert (event["type"], event["corp"], event["topic"]) == ("user_modify_org", practice.ready.corp_id, "*")
    assert event["id"] and event["app"]
    assert isinstance(event["born"], int)
    assert (event["data"]["userId"], event["data"]["diffInfo"]["userid"]) == (["demo003"], "demo003")
    assert event["data"]["diffInfo"]["curr"]["telephone"] == "2555-0001"
    # V §6.3: the Python SDK acks an event with the event's own data and its code, without a status
    assert delivery(practice, "delivered")["attempts"] == 1


# V §6.2: user_leave_org and user_add_org carry timeStamp as text and userId as a list
def test_people_who_come_and_go_arrive_as_events(practice, start):
    program = start()
    connections(practice)
    new = {"userid": "judge1", "name": "金示範", "mobile": "+852-59990001", "dept_id_list": "552010002"}
    practice.old_call("/topapi/v2/user/create", new)
    practice.old_call("/topapi/v2/user/delete", {"userid": "judge1"})
    came, went = program.next("event"), program.next("event")
    assert (came["type"], went["type"]) == ("user_add_org", "user_leave_org")
    for event in (came, went):
        assert event["data"]["userId"] == ["judge1"]
        assert isinstance(event["data"]["timeStamp"], str)
    assert came["id"] != went["id"]


# V §6.3: an event that is not acknowledged with 200 is delivered again with the same eventId
def test_an_event_that_is_refused_comes_again(practice, start):
    program = start(ack=500)
    connections(practice)
    practice.admin("/event", {"eventType": "org_dept_create", "data": {"deptId": [1]}})
    first = program.next("event")
    refused = delivery(practice, "waiting")
    while refused["why"] is None:
        refused = delivery(practice, "waiting")
    assert refused["why"] == {"ack_code": 500}
    practice.advance(10)
    again = program.next("event")
    assert (again["id"], again["data"]) == (first["id"], {"deptId": [1]})


# V §5.3: a robot message has sessionWebhook, senderStaffId once released, conversationType 1 and text.content
def test_a_colleague_is_answered_through_the_sessions_webhook(practice, start):
    program = start()
    connections(practice)
    assert practice.admin("/robot-message", {"text": "早晨"})["sent"]
    heard = program.next("message")
    body = heard["body"]
    assert (body["text"]["content"], body["msgtype"], body["conversationType"]) == ("早晨", "text", "1")
    assert (heard["staff"], body["senderCorpId"]) == (body["senderStaffId"], practice.ready.corp_id)
    assert body["senderId"].startswith("$:LWCP_v1:$")
    # V §5.2: the reply is a POST to sessionWebhook with the types of a custom robot
    assert heard["reply"] == {"errcode": 0, "errmsg": "ok"}
    [reply] = practice.journal("session_reply")
    assert reply["text"] == "收到：早晨"


# V §5.2: a sessionWebhook ends at sessionWebhookExpiredTime
def test_a_reply_that_comes_too_late_is_refused(practice, start):
    program = start()
    connections(practice)
    practice.admin("/robot-message", {"text": "一"})
    body = program.next("message")["body"]
    left = body["sessionWebhookExpiredTime"] - body["createAt"]
    practice.advance(left // 1000 + 1)
    import requests

    late = requests.post(body["sessionWebhook"], json={"msgtype": "text", "text": {"content": "x"}}).json()
    assert late["errcode"] != 0
    assert len(practice.journal("session_reply")) == 1


# V §6.3: after a disconnect message the client opens a new connection from step 1
def test_it_comes_back_at_once_when_it_is_told_to_go(practice, start):
    program = start()
    [before] = connections(practice)
    practice.admin("/stream/disconnect", {})
    program.next("log", "received disconnect")
    # Its next line is the new connection, not "network exception", after which it would sleep for 10 s.
    assert program.next("log")["text"].startswith("open connection, url=")
    [after] = connections(practice, but=[before["connection_id"]])
    assert after["connection_id"] != before["connection_id"]
    practice.admin("/event", {"eventType": "org_dept_create", "data": {"deptId": [1]}})
    assert program.next("event")["type"] == "org_dept_create"


# V §6.3: a ping carries an opaque text, and the client sends it back
def test_a_ping_is_answered_and_called_an_unknown_topic(practice, start):
    program = start()
    connections(practice)
    practice.advance(practice.admin("/stream")["timers"]["ping_seconds"])
    said = program.next("log", "opaque")
    # It echoes the ping rightly, and warns about it each time.
    assert (said["level"], said["text"].startswith("unknown message topic, topic=ping")) == ("WARNING", True)
    assert connections(practice)


# V §6.3: a ticket is good for 90 s and one connection
def test_a_ticket_that_ended_is_refused_and_another_one_fetched(practice, start):
    practice.admin("/stream", {"ticket_seconds": 0})
    program = start()
    # What the server refuses it does not expect: it waits 3 s, and stumbles over its own log line.
    said = program.next("log", "unknown exception")
    assert "not all arguments converted" in said["text"]
    practice.admin("/stream", {"ticket_seconds": 90})
    connections(practice)


# V §6.3: wrong keys answer HTTP 401 authFailed 鉴权失败
def test_wrong_keys_are_told_in_its_log_alone(practice, start):
    program = start(secret="wrong")
    said = program.next("log", "open connection failed, error")
    assert "401 Client Error" in said["text"]
    assert '"code":"authFailed"' in said["text"]
    assert "鉴权失败" in said["text"]
    assert practice.admin("/stream")["connections"] == []
    assert practice.journal("stream_refused") != []


# V §6.3: the reply to connections/open is an endpoint and a ticket
def test_the_other_official_sdk_opens_the_same_connection(practice):
    gateway = client(practice, "gateway_1_0")

    def ask(secret):
        request = gateway.models.OpenConnectionRequest(
            client_id=practice.ready.client_id,
            client_secret=secret,
            subscriptions=[gateway.models.OpenConnectionRequestSubscriptions(type="EVENT", topic="*")],
            local_ip="127.0.0.1",
        )
        return gateway.api.open_connection(request)

    body = ask(practice.ready.client_secret).body
    assert body.endpoint.startswith("ws://127.0.0.1:")
    assert body.ticket
    err = refusal(ask, "wrong")
    assert (err.code, err.data["statusCode"], err.data["message"]) == ("authFailed", 401, "鉴权失败")
