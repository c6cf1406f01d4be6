"""What the child does: take its limits upon itself, read one file, say what came of it."""

import contextlib
import os
import sys
import traceback
from importlib import import_module
from typing import Any

from workbench.domain.errors import BadInput
from workbench.intake.apart.messages import Ending, decode, encode

if sys.platform != "win32":
    import resource

# What a reader has no business with. The names are those of Python's audit events.
_NAMES = """
ctypes.dlopen os.chmod os.chown os.exec os.fork os.forkpty os.kill os.link os.mkdir os.posix_spawn os.putenv
os.remove os.rename os.rmdir os.spawn os.startfile os.symlink os.system os.truncate os.utime shutil.rmtree
socket.__new__ socket.bind socket.connect socket.getaddrinfo socket.gethostbyaddr socket.gethostbyname
socket.sendmsg socket.sendto sqlite3.connect subprocess.Popen
"""
_FORBIDDEN = frozenset(_NAMES.split())
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def answer(call: str, message: bytes) -> bytes:
    """Run `module:function` on the arguments in `message`; the answer is an Ending and its output."""
    ending, output = _try(call, message)
    return ending.value.encode("ascii") + b"\n" + output


def find_function(call: str) -> Any:
    """The function that `module:function` names. What its module lists in LOADED_APART it imports only once
    it reads: a library too slow to load for a process that may never need it. Here it is needed."""
    name, _, function = call.partition(":")
    module = import_module(name)
    for needed in getattr(module, "LOADED_APART", ()):
        import_module(needed)
    return getattr(module, function)


def lay_down_rights(seconds: int, memory: int) -> None:
    """Bind this process for good: computing time, memory, no files written, no network, no programs.

    Windows has none of the system's limits; the clock is kept from outside everywhere.
    """
    sys.addaudithook(_refuse)
    if sys.platform == "win32":
        return
    os.nice(5)  # people who wait for a page come first
    for kind, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, measure_memory() + memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with contextlib.suppress(OSError, ValueError):  # macOS does not keep every limit
            resource.setrlimit(kind, (limit, limit))


def measure_memory() -> int:
    """Bytes of address space that this process has by now, as far as the system tells."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123 - pathlib would be loaded for this alone
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _try(call: str, message: bytes) -> tuple[Ending, bytes]:
    try:
        return Ending.DONE, encode(find_function(call)(*decode(message)))
    except BadInput as refused:
        return Ending.REFUSED, str(refused).encode("utf-8", "replace")
    except MemoryError:
        return Ending.MEMORY, b""
    except RecursionError:
        return Ending.DEPTH, b""
    except Exception:  # whatever a parser raises: nothing but its words may leave this process
        return Ending.BROKEN, traceback.format_exc(limit=-12)[-8_000:].encode("utf-8", "replace")


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN or (event == "open" and _is_writing(details)):
        raise PermissionError(f"a reader of files may not do this: {event}")


def _is_writing(details: tuple[Any, ...]) -> bool:
    flags = details[2] if len(details) > 2 else 0
    return isinstance(flags, int) and bool(flags & _WRITING)
