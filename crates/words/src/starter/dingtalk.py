#!/usr/bin/env python3
"""Gets a token, says what the app may see, and sends one message if a robot is filled in.

    python3 dingtalk.py              # read only
    python3 dingtalk.py "Hello"      # also send to the group of ROBOT_WEBHOOK

Settings come from the environment, or from the file .env beside this one. Python 3.8 or newer; nothing to install.
"""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def settings():
    found = {}
    path = pathlib.Path(__file__).with_name(".env")
    if path.exists():
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            name, equals, value = line.partition("=")
            if equals and not name.lstrip().startswith("#"):
                found[name.strip()] = value.strip()
    found.update({name: value for name, value in os.environ.items() if value})
    return found


def call(url, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode("utf-8")
    request = urllib.request.Request(url, data, {"Content-Type": "application/json", **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            told = json.load(answer)
    except urllib.error.HTTPError as refused:
        sys.exit("DingTalk refused (HTTP %d): %s" % (refused.code, refused.read().decode("utf-8", "replace")))
    # The old gateway refuses with HTTP 200 and an errcode that is not 0.
    if told.get("errcode", 0) != 0:
        sys.exit("DingTalk refused: %s" % json.dumps(told, ensure_ascii=False))
    return told


def signed(webhook, secret):
    """Adds timestamp and sign, which a robot with the security setting "signature" wants."""
    if not secret:
        return webhook
    timestamp = str(round(time.time() * 1000))
    text = ("%s\n%s" % (timestamp, secret)).encode("utf-8")
    sign = base64.b64encode(hmac.new(secret.encode("utf-8"), text, hashlib.sha256).digest())
    return "%s&timestamp=%s&sign=%s" % (webhook, timestamp, urllib.parse.quote_plus(sign))


def main():
    given = settings()
    missing = [name for name in ("DINGTALK_NEW_HOST", "DINGTALK_OLD_HOST", "DINGTALK_CLIENT_ID", "DINGTALK_CLIENT_SECRET")
               if not given.get(name) or given[name].startswith("<")]
    if missing:
        sys.exit("Fill in first: %s" % ", ".join(missing))
    token = call(given["DINGTALK_NEW_HOST"] + "/v1.0/oauth2/accessToken",
                 {"appKey": given["DINGTALK_CLIENT_ID"], "appSecret": given["DINGTALK_CLIENT_SECRET"]})
    print("Token: valid for %s s" % token["expireIn"])
    query = urllib.parse.urlencode({"access_token": token["accessToken"]})
    scopes = call(given["DINGTALK_OLD_HOST"] + "/auth/scopes?" + query)
    print("The app may see departments: %s" % scopes.get("auth_org_scopes", {}).get("authed_dept"))
    if len(sys.argv) > 1:
        webhook = given.get("ROBOT_WEBHOOK", "")
        if not webhook or webhook.startswith("<"):
            sys.exit("Fill in first: ROBOT_WEBHOOK")
        secret = given.get("ROBOT_SECRET", "")
        call(signed(webhook, "" if secret.startswith("<") else secret),
             {"msgtype": "text", "text": {"content": sys.argv[1]}})
        print("Sent.")


if __name__ == "__main__":
    main()
