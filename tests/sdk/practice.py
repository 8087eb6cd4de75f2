"""The practice server as a stranger sees it: a program that prints where it is, and answers."""

import json
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from types import SimpleNamespace


class Practice:
    """`hoitung-cli practice` with the ready app, on a folder of its own."""

    def __init__(self, home, *arguments):
        self.home = home
        self.arguments = arguments
        self._start()

    def _start(self):
        self._process = subprocess.Popen(
            [os.environ["HOITUNG_CLI"], "practice", "--app", "ready", *self.arguments],
            env={**os.environ, "HOITUNG_HOME": str(self.home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        line = self._process.stdout.readline()
        assert line, "no ready line"
        self.ready = SimpleNamespace(**json.loads(line))

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def admin(self, path, body=None, method=None):
        """An answer of the admin interface. A refusal of it is a mistake of the test."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"content-type": "application/json"} if data else {}
        answer = exchange(method or ("GET" if data is None else "POST"), self.ready.admin_url + path, headers, data)
        assert answer.status == 200, f"{path} {answer.status} {answer.text}"
        return json.loads(answer.text) if answer.text else None

    def journal(self, kind=None):
        answer = self.admin("/journal")
        return [entry for entry in answer if kind in (None, entry["kind"])]

    @contextmanager
    def scenario(self, name):
        self.admin("/scenario", {"name": name, "on": True})
        yield
        self.admin("/scenario", {"name": name, "on": False})

    def advance(self, seconds):
        self.admin("/clock", {"advance_seconds": seconds})

    def press(self, path, **fields):
        """A form of the console, sent as its page sends it."""
        body = urllib.parse.urlencode(fields).encode()
        headers = {"content-type": "application/x-www-form-urlencoded", "origin": self.ready.console_url}
        answer = exchange("POST", self.ready.console_url + path, headers, body)
        assert answer.status in (200, 303), f"{path} {answer.status}"

    def withdraw(self, point):
        self.press(f"/apps/{self.ready.client_id}/permissions", withdraw=point, search="")

    def grant(self, point):
        self.press(f"/apps/{self.ready.client_id}/permissions", ask=point, search="")

    def allow_addresses(self, text):
        self.press(f"/apps/{self.ready.client_id}/security", addresses=text)

    def old_token(self):
        keys = {"appkey": self.ready.client_id, "appsecret": self.ready.client_secret}
        answer = exchange("GET", f"{self.ready.old_host}/gettoken?{urllib.parse.urlencode(keys)}")
        return json.loads(answer.text)["access_token"]

    def old_call(self, path, body):
        """A good answer of the old gateway, for what a test needs to know beside its judge."""
        url = f"{self.ready.old_host}{path}?access_token={self.old_token()}"
        answer = exchange("POST", url, {"content-type": "application/json"}, json.dumps(body).encode())
        value = json.loads(answer.text)
        assert value["errcode"] == 0, value
        return value


def exchange(method, url, headers=None, body=None):
    """One request and its answer, whatever the status; redirections are followed nowhere."""
    request = urllib.request.Request(url, data=body, headers=headers or {}, method=method)
    try:
        answer = _no_redirect.open(request, timeout=30)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        return SimpleNamespace(status=answer.status, headers=answer.headers, text=answer.read().decode())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


# No proxy, whatever this machine says.
_no_redirect = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay())
