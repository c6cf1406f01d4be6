"""Find dates in words and resolve them against the day an article was published."""

from __future__ import annotations

import datetime
from typing import Any

import re2

from workbench.splitting.records import DateMention

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_PATTERN = re2.compile(
    r"\b(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}})\b)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})(?:,?\s+(?P<year2>\d{{4}})\b)?"
    rf"|(?P<month3>{_MONTH})\s+(?P<year3>(?:19|20)\d{{2}})"
    r"|(?P<which>(?:last|next|this)\s+)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"|(?i:(?P<relative>yesterday|today|tomorrow|tonight|(?:last|next|this)\s+(?:week|month|year|night)))"
    r"|(?:in|since|by|until|during|of|the|early|late|mid)[\s-](?P<year4>(?:19|20)\d{2}))\b"
)
_PLURAL = re2.compile(r"^\s[a-z]+s\b")
_RELATIVE_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1}
_HALF_YEAR = 183  # days; a date without its year is the nearest one


def find_dates(text: str, base: int, published_on: datetime.date | None) -> list[DateMention]:
    """Give the dates of a paragraph that begins at offset `base`; those that can't be known resolve to
    None.
    """
    found = []
    for match in _PATTERN.finditer(text):
        group = _PATTERN.groupindex["year4"] if match.group("year4") else 0
        start, end = match.span(group)
        if group and _PLURAL.match(text[end : end + 30]):
            continue  # "a force of 2000 soldiers" names no year
        found.append(DateMention(text[start:end], (base + start, base + end), _resolve(match, published_on)))
    return found


def _resolve(match: Any, published_on: datetime.date | None) -> str | None:
    parts: dict[str, str] = {name: value for name, value in match.groupdict().items() if value}
    if "iso" in parts:
        return _make_date(*(int(number) for number in parts["iso"].split("-")))
    if "year4" in parts:
        return parts["year4"]
    if "month3" in parts:
        return f"{parts['year3']}-{_month_number(parts['month3']):02d}"
    if "month" in parts or "month2" in parts:
        month = _month_number(parts.get("month") or parts["month2"])
        day = int(parts.get("day") or parts["day2"])
        year = parts.get("year") or parts.get("year2")
        return _make_date(int(year), month, day) if year else _nearest(month, day, published_on)
    if published_on is None:
        return None
    if "weekday" in parts:
        return _weekday(parts["weekday"].lower(), parts.get("which", "").strip(), published_on)
    days = _RELATIVE_DAYS.get(" ".join(parts["relative"].lower().split()))
    return None if days is None else _shift(published_on, days)


def _weekday(name: str, which: str, published_on: datetime.date) -> str | None:
    """A bare weekday in the news is the latest one, the day of publication included."""
    back = (published_on.weekday() - _DAYS.index(name)) % 7
    if which == "next":
        return _shift(published_on, 7 - back)
    if which == "last" and back == 0:
        back = 7
    return _shift(published_on, -back)


def _nearest(month: int, day: int, published_on: datetime.date | None) -> str | None:
    if published_on is None:
        return None
    for year in (published_on.year, published_on.year - 1, published_on.year + 1):
        date = _make_date(year, month, day)
        if date and abs((datetime.date.fromisoformat(date) - published_on).days) <= _HALF_YEAR:
            return date
    return None


def _month_number(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _make_date(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _shift(date: datetime.date, days: int) -> str | None:
    try:
        return (date + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None
