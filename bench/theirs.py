"""The official SDKs' side of compare.py: a number on stdin is a round of so many; the answer is its wall and CPU seconds."""

import json
import os
import sys
import time

way, ready = sys.argv[1], json.loads(sys.argv[2])
TEXT = "Payment received: HK$1,234.50"


def app_robot():
    """`alibabacloud-dingtalk`, as DingTalk's documents use it."""
    from alibabacloud_dingtalk.oauth2_1_0.client import Client as Tokens
    from alibabacloud_dingtalk.oauth2_1_0 import models as token_models
    from alibabacloud_dingtalk.robot_1_0.client import Client as Robots
    from alibabacloud_dingtalk.robot_1_0 import models as robot_models
    from alibabacloud_tea_openapi.models import Config
    from alibabacloud_tea_util.models import RuntimeOptions

    config = Config(protocol="http", region_id="central", endpoint=ready["new_host"].split("//")[1])
    tokens, robots = Tokens(config), Robots(config)

    def once():
        asked = token_models.GetAccessTokenRequest(app_key=ready["client_id"], app_secret=ready["client_secret"])
        token = tokens.get_access_token(asked).body.access_token
        message = robot_models.BatchSendOTORequest(
            robot_code=ready["robot_code"],
            user_ids=["demo001"],
            msg_key="sampleText",
            msg_param=json.dumps({"content": TEXT}),
        )
        headers = robot_models.BatchSendOTOHeaders(x_acs_dingtalk_access_token=token)
        sent = robots.batch_send_otowith_options(message, headers, RuntimeOptions())
        assert sent.body.process_query_key

    return once


def group_robot():
    """`dingtalk-stream`: its token and a handler's reply, to a signed address."""
    os.environ["DINGTALK_OPENAPI_ENDPOINT"] = ready["new_host"]
    import base64
    import hashlib
    import hmac
    import urllib.parse

    import dingtalk_stream

    client = dingtalk_stream.DingTalkStreamClient(
        dingtalk_stream.Credential(ready["client_id"], ready["client_secret"])
    )
    handler = dingtalk_stream.ChatbotHandler()
    handler.dingtalk_client = client
    incoming = dingtalk_stream.ChatbotMessage()
    incoming.sender_staff_id = "demo001"

    def once():
        client.reset_access_token()
        assert client.get_access_token()
        stamp = str(int(time.time() * 1000))
        secret = ready["robot_secret"]
        digest = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest()
        sign = urllib.parse.quote_plus(base64.b64encode(digest))
        incoming.session_webhook = f"{ready['robot_webhook']}&timestamp={stamp}&sign={sign}"
        assert handler.reply_text(TEXT, incoming)["errcode"] == 0

    return once


once = {"app-robot": app_robot, "group-robot": group_robot}[way]()
for line in sys.stdin:
    began, cpu = time.perf_counter(), time.process_time()
    for _ in range(int(line)):
        once()
    print(time.perf_counter() - began, time.process_time() - cpu, flush=True)
