"""The process that waits: it loads parsers once and forks a child for each call, so that a call is cheap.

It never looks into a file itself, so a child always begins clean. Started by processes.py; ends when the
process that started it does.
"""

import contextlib
import json
import os
import select
import signal
import sys
import time
from typing import TypedDict

from workbench.intake.apart import child
from workbench.intake.apart.messages import Ending, read_frame, write_frame


class Told(TypedDict):
    """The head of a call: `call` is `module:function`, the rest are its Limits."""

    call: str
    seconds: int
    memory: int
    clock: int
    output: int


CLONE_NEWNET, CLONE_NEWUSER = 0x40000000, 0x10000000


def main() -> None:
    """Answer calls on the standard streams until the other side is gone."""
    requests, answers = _keep_streams()
    leave_network()
    write_frame(lambda data: _write_all(answers, data), b"ready")
    while True:
        head = read_frame(lambda size: os.read(requests, size))
        message = read_frame(lambda size: os.read(requests, size))
        if head is None or message is None:
            return
        answer = _answer(json.loads(head), message)
        write_frame(lambda data: _write_all(answers, data), answer)


def leave_network() -> bool:
    """Go where there is no network at all, if the system lets us (Linux, unless it is locked down).

    Elsewhere Python's own sockets are refused to the child, and its parsers are told not to use any.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 - only here, and slow to load

    # An administrator would lose the right to read others' files by a user space of its own, and needs none.
    flags = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWNET | CLONE_NEWUSER
    try:
        return bool(ctypes.CDLL(None).unshare(flags) == 0)
    except (OSError, AttributeError):
        return False


def _answer(told: Told, message: bytes) -> bytes:
    try:
        child.find_function(told["call"])  # loaded here once, every child has it
    except Exception as error:
        return Ending.MISSING.value.encode() + b"\n" + repr(error).encode("utf-8", "replace")
    return _answer_in_fork(told, message) if hasattr(os, "fork") else _answer_here(told, message)


def _answer_in_fork(told: Told, message: bytes) -> bytes:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_child(told, message, writing)
    os.close(writing)
    try:
        found, stopped = _listen(reading, told["clock"], told["output"])
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)  # it has said everything, or may not say more
        _pid, status, used = os.wait4(pid, 0)
    # Killed at its limit of computing time, by whichever signal the system takes for that.
    worked = used.ru_utime + used.ru_stime >= told["seconds"] - 0.1
    return _judge(found, stopped or (Ending.TIME if worked and not found else None), status)


def _be_child(told: Told, message: bytes, writing: int) -> None:
    """The rest of the child's life; it never returns into the template's loop."""
    try:
        os.closerange(3, writing)  # the talk with the server is not the child's
        _write_all(writing, _answer_here(told, message))
        os.close(writing)
    finally:
        os._exit(0)


def _listen(reading: int, clock: int, output: int) -> tuple[bytes, Ending | None]:
    """What the child says until it closes, and which limit of ours ended it, if one did."""
    found, end = bytearray(), time.monotonic() + clock
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return b"", Ending.TIME
        more = os.read(reading, 1 << 20)
        if not more:
            return bytes(found), None
        found += more
        if len(found) > output:
            return b"", Ending.OUTPUT


def _judge(found: bytes, stopped: Ending | None, status: int) -> bytes:
    if stopped is not None:
        return stopped.value.encode() + b"\n"
    if b"\n" in found:
        return found
    died_of = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return Ending.CRASHED.value.encode() + f"\nsignal {died_of}".encode()


def _answer_here(told: Told, message: bytes) -> bytes:
    """What the child does. Where there is no fork the template does it, once; the caller ends it in time."""
    child.lay_down_rights(told["seconds"], told["memory"])
    return child.answer(told["call"], message)


def _keep_streams() -> tuple[int, int]:
    """The two streams for our talk; whatever a parser prints or reads goes nowhere."""
    requests, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return requests, answers


def _write_all(stream: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(stream, rest) :]
