"""What our client sees of a call, and what an SDK sees of it, in one form that can be compared."""

import json
import os
import re
import subprocess

from dingtalk.core.exceptions import DingTalkClientException
from Tea.exceptions import TeaException

OLD_ID = re.compile("[0-9a-z]{13}")

# Left as it is, withdrawn, or under a scenario.
STATES = ["ready", "withdrawn", "missing_permission", "ip_refused", "throttled", "expired_token"]


def ours(practice, *calls, **keys):
    """What our client sees of each call, one client for all of them."""
    ready = practice.ready
    task = {
        "hosts": {"old": ready.old_host, "new": ready.new_host, "login": ready.login_host},
        "client_id": ready.client_id,
        "client_secret": ready.client_secret,
        "calls": [{"call": call, "with": arguments} for call, arguments in calls],
        **keys,
    }
    ran = subprocess.run(
        [os.environ["HOITUNG_CALL"]], input=json.dumps(task), capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(ran.stdout)


def official_sees(ask):
    """A body, or code, message and HTTP status as alibabacloud-dingtalk hands them on."""
    try:
        return {"value": ask().body.to_map()}
    except TeaException as err:
        return {"error": {"code": err.code, "message": err.data["message"], "http_status": err.data["statusCode"]}}


def third_sees(ask):
    """A whole answer, or code and message with the wrapper taken off by hand: dingtalk-sdk does not."""
    try:
        return {"value": ask()}
    except DingTalkClientException as err:
        body = err.response.json()
        code, message = body.get("sub_code", str(body["errcode"])), body.get("sub_msg", body["errmsg"])
        return {"error": {"code": code, "message": message, "http_status": err.response.status_code}}


def check(practice, call, arguments, theirs, id_shape):
    """Both fail with the same code, words and status, or both have a value, which is returned: ours, then theirs."""
    [mine] = ours(practice, (call, arguments))
    if "error" not in theirs:
        assert "value" in mine, mine
        return mine["value"], theirs["value"]
    assert {key: mine["error"][key] for key in theirs["error"]} == theirs["error"]
    assert id_shape.fullmatch(mine["error"]["request_id"])
    return None


def enter(practice, state, point):
    if state == "withdrawn":
        practice.withdraw(point)
    elif state != "ready":
        practice.admin("/scenario", {"name": state, "on": True})
