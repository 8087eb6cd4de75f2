"""Lets nothing out of this machine: a connection, a datagram or a name look-up that would leave loopback fails, and is
noted. An audit hook cannot be taken off again, and sees below every library that goes through Python's sockets."""

import ipaddress
import sys

# (what, host, port) of each try, oldest first.
tries = []

LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
SENDINGS = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class Leaving(OSError):
    """Somebody tried to leave this machine."""


def is_here(host):
    if host in (None, "", b"", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host if isinstance(host, str) else host.decode()).is_loopback
    except (ValueError, UnicodeDecodeError):
        return False


def _hook(event, arguments):
    if event in LOOK_UPS:
        host, port = arguments[0], arguments[1] if len(arguments) > 1 else None
    elif event in SENDINGS and isinstance(arguments[1], tuple):
        host, port = arguments[1][:2]
    else:
        return
    if not is_here(host):
        tries.append((event, host, port))
        raise Leaving(f"{event} to {host}:{port} would leave this machine")


sys.addaudithook(_hook)
