"""What a file tells about its article besides the words: title, address, author, outlet, date."""

from dataclasses import dataclass
from datetime import date

import re2

_NOT_IN_A_LINE = re2.compile(r"[\x00-\x1f\x7f]+")
_DAY = re2.compile(r"^(\d{4})-?(\d{2})-?(\d{2})(?:\D|$)")


@dataclass(frozen=True, slots=True)
class Facts:
    """Each empty or None when the file does not tell. `url` is http or https."""

    title: str = ""
    url: str = ""
    author: str = ""
    outlet: str = ""
    published_on: date | None = None
    updated_on: date | None = None


def clean_line(value: object) -> str:
    """A value from a file as one line that can be stored; empty for anything but text."""
    if not isinstance(value, str) or any("\ud800" <= char <= "\udfff" for char in value):
        return ""
    return " ".join(_NOT_IN_A_LINE.sub(" ", value).split())


def clean_url(value: object) -> str:
    """The value if it is an absolute web address, else nothing."""
    url = clean_line(value)
    known = url.lower().startswith(("http://", "https://"))
    return url if known and " " not in url and len(url) > len("https://") else ""


def read_day(value: object) -> date | None:
    """The day at the start of an ISO 8601 date or time, as written there (not moved to another time zone)."""
    match = _DAY.search(clean_line(value))
    if match is None:
        return None
    try:
        return date(*(int(group) for group in match.groups()))
    except ValueError:
        return None
