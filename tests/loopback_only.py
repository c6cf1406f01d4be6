"""Tests go out to loopback and nowhere else: any other connect, any name looked up, is stopped and told."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_ASKING = ("connect", "connect_ex", "sendto", "sendmsg")


class WentOut(Exception):
    """Something tried to leave this machine. No OSError: nothing that expects a network failure hides it."""


def is_near(host: object) -> bool:
    """Whether a host is this machine by its number; "localhost" is what servers of the tests bind to."""
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


@contextmanager
def stop_others() -> Iterator[list[str]]:
    """Inside, no socket leaves loopback. Yields what tried to."""
    tried: list[str] = []
    kept = {name: getattr(socket.socket, name) for name in _ASKING}
    look_up = socket.getaddrinfo

    def stop(what: str) -> WentOut:
        tried.append(what)
        return WentOut(f"a test went out: {what}")

    def guard(name: str) -> Any:
        def call(self: socket.socket, *args: Any) -> Any:
            address = args[-1] if name != "sendmsg" else (args[3] if len(args) > 3 else None)
            inet = self.family in (socket.AF_INET, socket.AF_INET6)
            if inet and isinstance(address, tuple) and not is_near(address[0]):
                raise stop(f"{name} {address[0]} port {address[1]}")
            return kept[name](self, *args)

        return call

    def ask(host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> Any:
        if str(host).endswith(".invalid"):  # no name by any standard: the answer is known without asking
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not (is_near(host) or _is_number(host) or flags & socket.AI_NUMERICHOST):
            raise stop(f"looked up {host}")
        return look_up(host, port, family, type, proto, flags)

    for name in _ASKING:
        setattr(socket.socket, name, guard(name))
    socket.getaddrinfo = ask
    try:
        yield tried
    finally:
        for name, method in kept.items():
            setattr(socket.socket, name, method)
        socket.getaddrinfo = look_up


def _is_number(host: object) -> bool:
    try:
        ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return True
