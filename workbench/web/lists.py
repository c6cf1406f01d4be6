"""What list pages share: reading filters and keyset places from the address, and the links onwards."""

from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import request, url_for

from workbench.queries.paging import Page, Place

Choice = TypeVar("Choice", bound=StrEnum)
_PLACES = frozenset({"before", "after"})
HIGHEST = 2**31 - 1  # of an integer column


def read_words(name: str, otherwise: str = "") -> str:
    """Text from the address, without NUL, which PostgreSQL takes in no text."""
    return request.args.get(name, otherwise).replace("\0", "")


def read_number(name: str) -> int | None:
    """A whole number from the address; anything else counts as not given."""
    number = request.args.get(name, type=int)
    return number if number is not None and 0 <= number <= HIGHEST else None


def read_choice(name: str, kind: type[Choice]) -> Choice | None:
    """One of the values of `kind` from the address; anything else counts as not given."""
    value = request.args.get(name, "")
    return kind(value) if value in {member.value for member in kind} else None


def read_day(name: str) -> date | None:
    """A day from the address, "2026-08-19"; anything else counts as not given."""
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def read_place() -> Place:
    """Where in the list the address points."""
    return Place(before=read_number("before"), after=read_number("after"))


def link_pages(page: Page[Any], **kept: Any) -> dict[str, str | None]:
    """Addresses of the newer and the older page, None at an end, and the count in words, None where nobody
    counted. `kept` is what stands in the address besides the question, which is kept whole."""
    asked = [(name, value) for name, value in request.args.items(multi=True) if value and name not in _PLACES]
    here = url_for(request.endpoint or "", **kept)
    count = None if page.count is None else f"{page.count:,}"
    return {
        "newer_url": f"{here}?{urlencode([*asked, ('after', page.newer)])}" if page.newer else None,
        "older_url": f"{here}?{urlencode([*asked, ('before', page.older)])}" if page.older else None,
        "count_text": f"{count}+" if page.more else count,
    }
