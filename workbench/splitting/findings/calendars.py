"""Reckon with days, months and years: which Monday, which May, the last day of a month."""

from __future__ import annotations

import calendar
import datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Feasts of a fixed day, the longer names first.
FEASTS: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year’s eve": (12, 31),
    "new year's eve": (12, 31),
    "new year’s day": (1, 1),
    "new year's day": (1, 1),
}
_NEAR = 120  # days
_YEAR = 365
_FIRST_YEAR, _LAST_YEAR = 1, 9998


def read_month(name: str) -> int:
    """Give the month of "August", "Aug." or "aug"."""
    return MONTHS.index(name.lower()[:3]) + 1


def make_date(year: int, month: int, day: int) -> str | None:
    """Give an ISO date, None for one that no calendar has."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def make_month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def shift(date: datetime.date, days: int) -> str | None:
    """Give the ISO date so many days on, None outside the calendar."""
    try:
        return (date + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def shift_month(date: datetime.date, months: int) -> str | None:
    """Give the month ("2031-05") so many months on."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return make_month(year, month + 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def find_weekday(name: str, which: str, ahead: bool | None, published_on: datetime.date) -> str | None:
    """A weekday in the news is the latest one, the day of publication included; ahead: the next one.

    which: "last", "next", "this" or nothing.
    """
    back = (published_on.weekday() - DAYS.index(name.lower())) % 7
    if which == "next" or (ahead and which != "last" and back):
        return shift(published_on, 7 - back)
    if which == "last" and back == 0:
        back = 7
    return shift(published_on, -back)


def find_month(month: int, which: str, ahead: bool | None, published_on: datetime.date) -> str:
    """A month without its year is the latest one, the month of publication included; ahead: the next one."""
    year = published_on.year
    if which == "next" or (ahead and which != "last"):
        return make_month(year + (month < published_on.month + (which == "next")), month)
    return make_month(year - (month > published_on.month - (which == "last")), month)


def find_nearest(month: int, day: int, ahead: bool | None, published_on: datetime.date) -> str | None:
    """A day without its year is the next one if ahead, the last one if that is ruled out, else the nearest:
    one far ahead would have its year with it.
    """
    farthest = {True: _YEAR, None: _NEAR, False: 0}[ahead]
    for year in (published_on.year, published_on.year - 1, published_on.year + 1):
        date = make_date(year, month, day)
        if date is None:
            continue
        days = (datetime.date.fromisoformat(date) - published_on).days
        if farthest - _YEAR <= days <= farthest:
            return date
    return None


def find_recent(month: int, day: int, published_on: datetime.date) -> str | None:
    """Give the last such day if it is not long past: "rescuers search the ruins on 2 March"."""
    date = find_nearest(month, day, False, published_on)
    recent = date is not None and (published_on - datetime.date.fromisoformat(date)).days <= _NEAR
    return date if recent else None


def is_recent_month(month: int, published_on: datetime.date) -> bool:
    return 0 < (published_on.month - month) % 12 <= _NEAR // 30


def end_month(month: str) -> str:
    """Give the last day of "2031-02"."""
    year, number = (int(part) for part in month.split("-"))
    return f"{month}-{calendar.monthrange(year, number)[1]:02d}"


def find_week(weeks: int, published_on: datetime.date) -> str | None:
    """Give Monday and Sunday of the week so many weeks on: "2031-09-08/2031-09-14"."""
    monday = 7 * weeks - published_on.weekday()
    return join(shift(published_on, monday), shift(published_on, monday + 6))


def find_weekend(weeks: int, ahead: bool | None, published_on: datetime.date) -> str | None:
    """Give Saturday and Sunday: of this week if ahead or begun already, else of the week before."""
    saturday = 5 - published_on.weekday()
    if saturday > 0 and not ahead and weeks <= 0:
        saturday -= 7
    elif weeks < 0 or (weeks > 0 and saturday <= 0):
        saturday += 7 * weeks
    return join(shift(published_on, saturday), shift(published_on, saturday + 1))


def join(start: str | None, end: str | None) -> str | None:
    return f"{start}/{end}" if start and end else None
