"""Parsers as run_apart calls them: what good ones do, and everything that hostile files make bad ones do."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft, FurnitureDraft


@dataclass(frozen=True, slots=True)
class Found:
    number: int
    words: tuple[str, ...]
    more: "Found | None" = None


def read_draft(name: str, data: bytes) -> ArticleDraft:
    return ArticleDraft(
        text=data.decode(),
        received=data,
        media_type="text/plain",
        name=name,
        published_on=date(2026, 5, 17),
        furniture=(FurnitureDraft(0, 2, "Header"), FurnitureDraft(3, 4, "Footer")),
    )


def count_bytes(data: bytes) -> int:
    return len(data)


def nest(deep: int) -> Found:
    return Found(deep, ("a", "ü", "\ud800"), nest(deep - 1) if deep else None)


def give_back(data: dict[str, object]) -> dict[str, object]:
    return data


def refuse(why: str) -> str:
    raise BadInput(why)


def fail() -> str:
    raise ZeroDivisionError("a bug, or a damaged file")


def lie() -> int:
    return "no number"  # type: ignore[return-value]


def take_memory(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def take_time() -> str:
    while True:
        pass


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def ignore_the_limit() -> str:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    return take_time()


def talk(megabytes: int) -> str:
    return "x" * (megabytes * 1024 * 1024)


def crash() -> str:
    return str(ctypes.string_at(0))


def kill_itself() -> str:
    os.abort()


def leave() -> str:
    os._exit(0)


def print_noise() -> str:
    print("noise " * 100_000)
    sys.stderr.write("noise")
    os.write(1, b"more noise")
    return "quiet"


def recurse() -> list[object]:
    found: list[object] = []
    for _ in range(100_000):
        found = [found]
    return found


def open_connection(port: int) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        return "connected"


def write_file(path: str) -> str:
    Path(path).write_text("left behind")
    return "written"


def start_program() -> str:
    return subprocess.run(["true"], check=True, capture_output=True, text=True).stdout


def tell_surroundings() -> dict[str, str]:
    return dict(os.environ)


def tell_network() -> str:
    return str(Path("/proc/self/ns/net").readlink())


def tell_memory_of(counter: int) -> int:
    """What an earlier call left behind would be seen here."""
    seen = getattr(sys, "_seen", 0)
    sys._seen = seen + counter  # type: ignore[attr-defined]
    return int(seen)
