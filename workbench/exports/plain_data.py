"""Records of plain lists and dicts, by the types that their fields declare."""

import dataclasses
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from workbench.domain.errors import BadInput


def from_plain(kind: Any, value: Any, place: str) -> Any:
    """A `kind` from what JSON has in its place; `place` leads to it, for messages.

    Raises BadInput naming the place of whatever does not fit.
    """
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, value, place)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind), value, place)
    if get_args(kind):
        if value is None and NoneType in get_args(kind):
            return None
        kind = next(option for option in get_args(kind) if option is not NoneType)
        return from_plain(kind, value, place)
    if kind in (date, datetime):
        return _read_time(kind, value, place)
    if type(value) is not kind:  # not isinstance: True would pass for a number
        raise BadInput(f"{place} should be {_WORDS[kind]}.")
    return value


_WORDS: dict[Any, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    date: "a day like 2024-08-20",
    datetime: "a time like 2024-08-20T10:00:00Z",
}


@cache
def _list_fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read_record(kind: Any, value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise BadInput(f"{place} should be an object.")
    types = _list_fields(kind)
    unknown = sorted(value.keys() - types.keys())
    if unknown:
        raise BadInput(f"{place} has a field that is not known here: {unknown[0]!r:.60}.")
    optional = {field.name for field in dataclasses.fields(kind) if field.default is not dataclasses.MISSING}
    missing = [name for name in types if name not in value and name not in optional]
    if missing:
        raise BadInput(f"{place} lacks the field {missing[0]!r}.")
    return kind(**{name: from_plain(types[name], item, f"{place}.{name}") for name, item in value.items()})


def _read_tuple(kinds: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise BadInput(f"{place} should be a list.")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise BadInput(f"{place} should hold {len(kinds)} values.")
    return tuple(
        from_plain(kind, item, f"{place}[{index}]")
        for index, (kind, item) in enumerate(zip(kinds, value, strict=True))
    )


def _read_time(kind: Any, value: Any, place: str) -> date | datetime:
    try:
        if kind is date:
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadInput(f"{place} should be {_WORDS[kind]}.") from None
    if moment.tzinfo is None:
        raise BadInput(f"{place} should be {_WORDS[kind]}.")
    return moment
