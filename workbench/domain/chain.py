"""How a revision is hashed: canonical JSON (RFC 8785), salted payload digest, and a link to its parent.

payload digest = SHA-256(salt || canonical JSON of {"before", "after"[, "redacts"]})
revision hash  = SHA-256(canonical JSON of the header), the header holding the parent's hash and the digest.
"""

import hashlib
import json
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import rfc8785

FORMAT = 1
SALT_BYTES = 16
# A flat object of text and small integers, ASCII names: here this is RFC 8785 too, and several times as fast.
_FLAT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Header:
    """Everything about a revision but its own hash. Ids are UUID text, `at` is UTC text."""

    seq: int
    entity: str
    entity_id: str
    version: int
    actor: str
    at: str
    action: str
    reason: str
    parent_hash: str
    payload_digest: str


def hash_header(header: Header) -> str:
    """The revision's hash, 64 hexadecimal digits."""
    fields = {name: getattr(header, name) for name in Header.__slots__}
    return hashlib.sha256(_FLAT.encode({"format": FORMAT, **fields}).encode()).hexdigest()


def digest_payload(salt: bytes, body: str) -> str:
    """The commitment to a payload's canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(salt + body.encode()).hexdigest()


def format_body(payload: dict[str, Any]) -> str:
    """Canonical JSON of a payload. Raises rfc8785.CanonicalizationError for what JSON cannot hold."""
    return rfc8785.dumps(payload).decode()


def format_time(moment: datetime) -> str:
    """UTC with microseconds, "2026-05-01T12:00:00.000000Z": one spelling for one moment.

    Raises ValueError for a time without a zone, which would be another moment on another machine.
    """
    if moment.utcoffset() is None:
        raise ValueError("A time in the history needs a time zone.")
    # Not strftime: it writes the year 26 with two or with four digits, as the platform likes.
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def parse_time(text: str) -> datetime:
    """The moment that `format_time` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def digest_text(text: str) -> dict[str, Any]:
    """What stands in a payload for a long immutable text: its SHA-256 and its length in code points."""
    return {"sha256": hashlib.sha256(text.encode()).hexdigest(), "length": len(text)}


def encode_value(value: Any) -> Any:
    """A column's value as JSON. Floats are refused: they have no one spelling in every language."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, date | uuid.UUID):
        return str(value)
    if isinstance(value, list | tuple):
        return [encode_value(item) for item in value]
    if isinstance(value, dict):
        return {key: encode_value(item) for key, item in value.items()}
    raise TypeError(f"A {type(value).__name__} cannot stand in the history.")
