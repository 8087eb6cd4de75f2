"""`alibabacloud-dingtalk` as DingTalk's documents use it, only pointed at the practice server (dingtalk-api.md §15)."""

import importlib
import re
from types import SimpleNamespace

import pytest
from alibabacloud_tea_openapi import models as open_api_models
from alibabacloud_tea_util import models as util_models
from Tea.exceptions import TeaException

RUNTIME = util_models.RuntimeOptions()
REQUEST_ID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")


def client(practice, family):
    """The client of one family, e.g. `oauth2_1_0`, with its models beside it."""
    config = open_api_models.Config(protocol="http", region_id="central")
    config.endpoint = practice.ready.new_host.split("//")[1]
    module = importlib.import_module(f"alibabacloud_dingtalk.{family}.client")
    models = importlib.import_module(f"alibabacloud_dingtalk.{family}.models")
    return SimpleNamespace(api=module.Client(config), models=models)


def app_token(practice):
    oauth2 = client(practice, "oauth2_1_0")
    request = oauth2.models.GetAccessTokenRequest(
        app_key=practice.ready.client_id, app_secret=practice.ready.client_secret
    )
    return oauth2.api.get_access_token(request).body.access_token


def call(family, name, token, *path, request=None):
    """The action `name`, e.g. `SearchUser`, with the token in its header: what every sample of the documents does."""
    headers = getattr(family.models, f"{name}Headers")(x_acs_dingtalk_access_token=token)
    arguments = [*path, *([] if request is None else [request]), headers, RUNTIME]
    return getattr(family.api, f"{_snake(name)}with_options")(*arguments)


def _snake(name):
    # The generator writes `SearchUser` as `search_user_` and `BatchSendOTO` as `batch_send_oto`, without a last line.
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() + ("" if name[-1].isupper() else "_")


def refusal(ask, *arguments, **named):
    """What the `except Exception as err` of every sample sees."""
    with pytest.raises(TeaException) as caught:
        ask(*arguments, **named)
    return caught.value


def check_refusal(err, status, code, message):
    """Code, text and data as the SDK hands them on; the request id by its shape."""
    request_id = err.data["requestid"]
    assert REQUEST_ID.fullmatch(request_id), request_id
    assert (err.code, err.message) == (code, f"code: {status}, {message} request id: {request_id}")
    assert (err.data["code"], err.data["message"], err.data["statusCode"]) == (code, message, status)
