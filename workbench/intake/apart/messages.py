"""What the processes say to each other: frames of JSON. Nothing that comes back can be more than data."""

import dataclasses
import json
from collections.abc import Callable
from datetime import date
from enum import Enum, StrEnum
from typing import Any

_SIZE = 8  # bytes before each frame that hold its length
_BYTES = "$bytes"


class Ending(StrEnum):
    """How a call ended; `output` of the frame is the result, the words of a refusal, or a traceback."""

    DONE = "done"
    REFUSED = "refused"  # a BadInput of the parser's own
    BROKEN = "broken"  # another exception: the file is damaged, or the parser has a bug
    MEMORY = "memory"
    DEPTH = "depth"
    TIME = "time"
    OUTPUT = "output"
    CRASHED = "crashed"  # the process died
    MISSING = "missing"  # there is no such parser here: nothing the file can help


def encode(value: Any) -> bytes:
    """Plain values, bytes, days, enums and dataclasses of them: JSON, and after it the bytes as they are."""
    blobs: list[bytes] = []
    head = json.dumps(_flatten(value, blobs), separators=(",", ":")).encode("ascii")
    return b"".join([len(head).to_bytes(_SIZE, "big"), head, *blobs])


def decode(message: bytes) -> Any:
    """What `encode` was given, but tuples are lists, dataclasses dicts, days and enums text.

    Raises ValueError for anything else.
    """
    start = _SIZE + int.from_bytes(message[:_SIZE], "big")
    blobs = memoryview(message)[start:]

    def restore(found: dict[str, Any]) -> Any:
        if found.keys() == {_BYTES}:
            place, size = found[_BYTES]
            return bytes(blobs[place : place + size])
        return {key.removeprefix("$"): held for key, held in found.items()}

    try:
        return json.loads(message[_SIZE:start], object_hook=restore)
    except (RecursionError, TypeError) as error:
        raise ValueError("no such message") from error


def write_frame(write: Callable[[bytes], Any], message: bytes) -> None:
    """Send one frame."""
    write(len(message).to_bytes(_SIZE, "big") + message)


def read_frame(read: Callable[[int], bytes]) -> bytes | None:
    """The next frame, None when the other side is gone. `read` may give less than it was asked for."""
    head = _read_all(read, _SIZE)
    return None if head is None else _read_all(read, int.from_bytes(head, "big"))


def _read_all(read: Callable[[int], bytes], size: int) -> bytes | None:
    found = bytearray()
    while len(found) < size:
        more = read(min(size - len(found), 1 << 20))
        if not more:
            return None
        found += more
    return bytes(found)


def _flatten(value: Any, blobs: list[bytes]) -> Any:
    if isinstance(value, bytes):
        blobs.append(value)
        return {_BYTES: [sum(map(len, blobs[:-1])), len(value)]}
    if isinstance(value, Enum):
        return _flatten(value.value, blobs)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _flatten(getattr(value, field.name), blobs) for field in dataclasses.fields(value)
        }
    if isinstance(value, dict):
        # A key of the file's own that looks like our mark is told apart by one sign more.
        return {
            f"${key}" if str(key).startswith("$") else key: _flatten(held, blobs)
            for key, held in value.items()
        }
    if isinstance(value, list | tuple):
        return [_flatten(held, blobs) for held in value]
    return value
