"""Records as JSON text with two spaces of indentation, as json.dumps(…, indent=2) lays plain data out.

Of its own because that way through json takes most of the time of an export: first a copy of every record as
plain data, then a writer in Python that looks at each value anew.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any


def write_value(value: Any, depth: int = 0) -> str:
    """A record, a tuple of them or a plain value as it stands `depth` levels down. Fields come in the order
    of their record; days are ISO 8601, times UTC with a Z. A line feed within a text is escaped, so that all
    there are belong to the layout.

    Raises ValueError for a time without a zone: nobody could tell when it was.
    """
    return _write(value, "\n" + "  " * depth)


def _write(value: Any, line: str) -> str:
    """`line` is the line end with the indentation of where the value stands."""
    plain = _PLAIN.get(type(value))
    if plain is not None:
        return plain(value)
    inner = line + "  "
    if isinstance(value, tuple):
        if not value:
            return "[]"
        return f"[{inner}{f',{inner}'.join([_write(item, inner) for item in value])}{line}]"
    if isinstance(value, str):  # a member of an enumeration
        return encode_basestring(value)
    kind: type = type(value)
    keys, read = _list_fields(kind)
    parts = [
        key + (encode_basestring(item) if type(item) is str else _write(item, inner))
        for key, item in zip(keys, read(value), strict=True)
    ]
    return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"


@cache
def _list_fields(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """What stands before the value of each field of a record, and how to read all of them at once."""
    names = [field.name for field in fields(kind)]
    return tuple(f"{encode_basestring(name)}: " for name in names), attrgetter(*names)


def _write_moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError(f"The time {moment.isoformat()} has no time zone.")
    return f'"{moment.astimezone(UTC).isoformat().removesuffix("+00:00")}Z"'


_PLAIN: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: repr,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
    datetime: _write_moment,
    date: lambda day: f'"{day.isoformat()}"',
}
