"""The guard itself: a test that nothing leaves this machine must be able to fail."""

import socket
import urllib.request

import guard
import pytest


def check(leave, expected):
    with pytest.raises(OSError):
        leave()
    assert guard.tries == expected
    guard.tries.clear()


def test_what_would_leave_this_machine_fails_and_is_noted():
    stream = socket.socket()
    datagram = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    check(lambda: stream.connect(("192.0.2.1", 443)), [("socket.connect", "192.0.2.1", 443)])
    check(lambda: datagram.sendto(b"x", ("192.0.2.1", 53)), [("socket.sendto", "192.0.2.1", 53)])
    check(lambda: urllib.request.urlopen("http://dingtalk.example"), [("socket.getaddrinfo", "dingtalk.example", 80)])
    stream.close()
    datagram.close()


def test_loopback_is_let_through():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        assert guard.tries == []
