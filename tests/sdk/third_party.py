"""`dingtalk-sdk` as its readme uses it, only pointed at the practice server (dingtalk-api.md §15)."""

import pytest
from dingtalk.client import AppKeyClient, SecretClient
from dingtalk.core.exceptions import DingTalkClientException


def client(practice, kind=AppKeyClient, key=None, secret=None):
    here = type("Here", (kind,), {"API_BASE_URL": practice.ready.old_host})
    keys = (key or practice.ready.client_id, secret or practice.ready.client_secret)
    return here(*keys) if kind is SecretClient else here(practice.ready.corp_id, *keys)


def refusal(ask, *arguments, **named):
    with pytest.raises(DingTalkClientException) as caught:
        ask(*arguments, **named)
    return caught.value


def wrapped(code, text, extra=""):
    return f"ding talk error[subcode={code},submsg={text}{extra}]"
