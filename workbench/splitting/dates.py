"""Find dates in words and resolve them against the day an article was published."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import re2

from workbench.splitting import calendars, measures
from workbench.splitting.futures import looks_ahead
from workbench.splitting.parsed import Paragraph, Word
from workbench.splitting.records import DateMention, Slice

_FULL = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH = rf"(?:{_FULL}\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_WHICH = r"(?:(?P<which>(?i:last|next|this|past))\s+)?"
_NTH = "(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d{2}"
_SEASON = "(?:spring|summer|autumn|winter)"
_ONE_YEAR = 12  # months
_UNKNOWN = datetime.date.min
_NAMED = re2.compile(r"(?i)\b(?:good|black|bloody|every|each|palm|easter)\s$")
_NAME_LENGTH = 10  # characters


@dataclass(frozen=True, slots=True)
class _Read:
    """What a pattern found. ahead: the clause around it speaks of the future."""

    parts: dict[str, str]
    published_on: datetime.date
    ahead: bool

    def which(self) -> str:
        return self.parts.get("which", "").lower().replace("past", "last")


def find_dates(doc: Paragraph, base: int, published_on: datetime.date | None) -> list[DateMention]:
    """Give the dates of a paragraph that begins at offset `base`; those that can't be known resolve to
    None.
    """
    text = doc.text
    found: dict[Slice, str | None] = {}
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.pattern.groupindex["date"])
            last = doc.word_at(end - 1)
            taken = any(first < end and start < stop for first, stop in found)
            if taken or last is None or _is_no_date(text[:start], last):
                continue
            parts = {name: value for name, value in match.groupdict().items() if value}
            read = _Read(parts, published_on or _UNKNOWN, looks_ahead(last))
            found[start, end] = rule.resolve(read) if rule.sure or published_on is not None else None
    return [
        DateMention(text[start:end], (base + start, base + end), found[start, end])
        for start, end in sorted(found)
    ]


def _is_no_date(before: str, last: Word) -> bool:
    """Tell "Good Friday", "every Monday", "an overnight raid" and "a force of 2000 men" from dates."""
    if last.lower_ == "overnight":
        return last.dep_ not in {"advmod", "npadvmod"}
    counted = last.tag_ == "CD" and last.dep_ == "nummod" and last.head.i > last.i and len(last.text) == 4
    return bool(_NAMED.search(before[-_NAME_LENGTH:])) or (counted and last.head.tag_ in {"NNS", "NNPS"})


def _day(read: _Read) -> str | None:
    month, day = calendars.read_month(read.parts["month"]), int(read.parts["day"])
    if "year" in read.parts:
        return calendars.make_date(int(read.parts["year"]), month, day)
    return _nearest(month, day, read)


def _nearest(month: int, day: int, read: _Read) -> str | None:
    unknown = read.published_on == _UNKNOWN
    return None if unknown else calendars.find_nearest(month, day, read.published_on)


def _days(read: _Read) -> str | None:
    """Read "1 and 14 October"."""
    month = calendars.read_month(read.parts["month"])
    ends = (int(read.parts["first"]), int(read.parts["day"]))
    if "year" in read.parts:
        year = int(read.parts["year"])
        return calendars.join(*(calendars.make_date(year, month, day) for day in ends))
    return calendars.join(*(_nearest(month, day, read) for day in ends))


def _month(read: _Read) -> str | None:
    month = calendars.read_month(read.parts["month"])
    if "year" in read.parts:
        return calendars.make_month(int(read.parts["year"]), month)
    if read.published_on == _UNKNOWN:
        return None
    return calendars.find_month(month, read.which(), read.ahead, read.published_on)


def _edge(read: _Read) -> str | None:
    """Read "the end of August", "the beginning of 2030", "the end of the month"."""
    whole = _whole(read)
    if whole is None or read.parts["edge"].lower() in {"middle", "mid"}:
        return whole
    ends = read.parts["edge"].lower() == "end"
    if len(whole) == 4:  # a year
        return f"{whole}-12-31" if ends else f"{whole}-01-01"
    return calendars.end_month(whole) if ends else f"{whole}-01"


def _whole(read: _Read) -> str | None:
    if "month" in read.parts:
        return _month(read)
    if "year" in read.parts:
        return read.parts["year"]
    on = read.published_on
    if on == _UNKNOWN:
        return None
    return str(on.year) if read.parts["period"].lower() == "year" else calendars.make_month(on.year, on.month)


def _stretch(read: _Read) -> str | None:
    """Read "the first half of 2030" and "the second quarter of 2030"."""
    year, half = int(read.parts["year"]), read.parts["unit"].lower() == "half"
    place = ("first", "second", "third", "fourth", "last").index(read.parts["nth"].lower())
    months, parts = (6, 2) if half else (3, 4)
    place = parts - 1 if place == 4 else place
    if place >= parts:
        return None
    first = place * months + 1
    last = calendars.end_month(calendars.make_month(year, first + months - 1))
    return calendars.join(calendars.make_date(year, first, 1), last)


def _decade(read: _Read) -> str | None:
    first = int(read.parts["decade"])
    return calendars.join(f"{first}-01-01", f"{first + 9}-12-31")


def _weekday(read: _Read) -> str | None:
    return calendars.find_weekday(read.parts["weekday"], read.which(), read.ahead, read.published_on)


def _relative(read: _Read) -> str | None:
    words = read.parts["relative"].lower().split()
    days = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words[0], 0)
    return calendars.shift(read.published_on, days)


def _overnight(read: _Read) -> str | None:
    return calendars.shift(read.published_on, 0)


def _period(read: _Read) -> str | None:
    """Read "last week", "this month", "next year"."""
    steps = {"last": -1, "next": 1}.get(read.which(), 0)
    unit = read.parts["unit"].lower()
    on = read.published_on
    if unit == "week":
        return calendars.find_week(steps, on)
    if unit == "weekend":
        return calendars.find_weekend(steps, read.ahead, on)
    if unit == "month":
        return calendars.shift_month(on, steps)
    return str(on.year + steps)


def _saturday(read: _Read) -> str | None:
    """What is to come "by the weekend" comes before its first day is over."""
    weekend = _period(read)
    return weekend and weekend.split("/")[0]


def _past(read: _Read) -> str | None:
    """Read "in the past week": the seven days up to the report."""
    days = {"week": 7, "month": 30, "year": 365}[read.parts["unit"].lower()]
    return calendars.join(calendars.shift(read.published_on, -days), calendars.shift(read.published_on, 0))


def _season(read: _Read) -> str | None:
    """A season has no ISO form and may lie in two years; only its year can be told."""
    if "year" in read.parts:
        return read.parts["year"]
    if read.published_on == _UNKNOWN or read.which() == "last":
        return None
    starts = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[read.parts["season"].lower()]
    return calendars.find_month(starts, read.which(), read.ahead, read.published_on)[:4]


def _ago(read: _Read) -> str | None:
    """Read "two days ago", "a year ago"; the further back, the coarser."""
    count, unit = measures.read_small_number(read.parts["count"]), read.parts["unit"].lower()
    if count is None:
        return None
    on = read.published_on
    if unit in {"day", "week"}:
        return calendars.shift(on, -count * (7 if unit == "week" else 1))
    months = calendars.shift_month(on, -count * (_ONE_YEAR if unit == "year" else 1))
    return months[:4] if months and unit == "year" and count > 1 else months


def _new_year(read: _Read) -> str | None:
    return f"{read.published_on.year + 1}-01-01" if read.ahead else f"{read.published_on.year}-01-01"


def _iso(read: _Read) -> str | None:
    return calendars.make_date(*(int(part) for part in read.parts["date"].split("-")))


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern whose group `date` is the date; sure: it needs no day of publication."""

    pattern: Any  # re2 has no types
    resolve: Callable[[_Read], str | None]
    sure: bool = False


def _rule(pattern: str, resolve: Callable[[_Read], str | None], sure: bool = False) -> _Rule:
    return _Rule(re2.compile(rf"\b{pattern}"), resolve, sure)


_MONTHS_AFTER = (
    r"(?i:in|since|by|until|till|during|of|the|its|their|his|her|early|late|mid|from|before|after|through"
    r"|between|and|to|this|for)"
)
_YEARS_AFTER = (
    "(?i:in|since|by|until|till|during|of|the|early|late|mid|from|before|after|through|between|and)"
)
_SEASONS_AFTER = "(?i:in|since|by|until|till|during|into|over|before|after|early|late|through|from|of|this)"
_EDGE = r"(?P<edge>(?i:end|beginning|start|middle))\s+of\s+"
_COUNT = rf"(?P<count>(?i:\d{{1,3}}|an?|{'|'.join(measures.NUMBER_WORDS)}))"
_UNIT = "(?P<unit>(?i:day|week|month|year))s?"
# The first rule that reads some words has them.
_RULES = (
    _rule(r"(?P<date>\d{4}-\d{2}-\d{2})\b", _iso, True),
    _rule(
        rf"(?P<date>(?P<first>\d{{1,2}}){_NTH}\s*(?:and|to|[-–])\s*(?P<day>\d{{1,2}}){_NTH}\s+(?P<month>{_MONTH})"
        rf"(?:,?\s+(?P<year>{_YEAR})\b)?)",
        _days,
        True,
    ),
    _rule(
        rf"(?P<date>(?P<month>{_MONTH})\s+(?P<first>\d{{1,2}})\s*(?:and|to|[-–])\s*(?P<day>\d{{1,2}})\b"
        rf"(?:,?\s+(?P<year>{_YEAR})\b)?)",
        _days,
        True,
    ),
    _rule(
        rf"(?P<date>(?:(?i:the\s+night\s+of)\s+)?(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_NTH}\b"
        rf"(?:,?\s+(?P<year>\d{{4}})\b)?)",
        _day,
        True,
    ),
    _rule(
        rf"(?P<date>(?:(?i:the\s+night\s+of)\s+)?(?P<day>\d{{1,2}}){_NTH}\s+(?:of\s+)?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?P<year>\d{{4}})\b)?)",
        _day,
        True,
    ),
    _rule(rf"(?P<date>(?i:the\s+)?{_EDGE}(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR})\b)?)", _edge, True),
    _rule(rf"(?P<date>(?i:the\s+)?{_EDGE}(?P<year>{_YEAR})\b)", _edge, True),
    _rule(rf"(?P<date>(?i:the\s+{_EDGE}the\s+(?P<period>month|year)))\b", _edge),
    _rule(
        r"(?P<date>(?i:the\s+)?(?P<nth>(?i:first|second|third|fourth|last))\s+(?P<unit>(?i:half|quarter))"
        rf"\s+of\s+(?P<year>{_YEAR}))\b",
        _stretch,
        True,
    ),
    _rule(r"(?P<date>(?:the\s+)?(?P<decade>(?:1[89]|20)\d0)s)\b", _decade, True),
    _rule(
        rf"(?P<date>(?:(?i:mid|early|late)[\s-])?(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR}))\b",
        _month,
        True,
    ),
    _rule(rf"(?P<date>{_WHICH}(?P<weekday>{_WEEKDAY}){_PART})\b", _weekday),
    _rule(
        r"(?P<date>(?i:(?P<relative>(?:yesterday|tomorrow)(?:\s+(?:morning|afternoon|evening|night))?|today"
        r"|tonight|last\s+night|this\s+(?:morning|afternoon|evening))))\b",
        _relative,
    ),
    _rule(
        r"(?P<date>(?i:(?P<which>last|next|this)\s+(?P<unit>weekend|week|month|year)))\b",
        _period,
    ),
    _rule(r"(?i:over|at|during|since)\s+(?P<date>(?i:the\s+(?P<unit>weekend)))\b", _period),
    _rule(r"(?i:by|before|until)\s+(?P<date>(?i:the\s+(?P<unit>weekend)))\b", _saturday),
    _rule(r"(?P<date>(?i:the\s+(?:past|last)\s+(?P<unit>week|month|year)))\b", _past),
    _rule(rf"(?P<date>(?i:{_COUNT}\s+{_UNIT}\s+ago))\b", _ago),
    _rule(r"(?P<date>(?i:the\s+new\s+year))\b", _new_year),
    _rule(rf"(?P<date>(?P<season>(?i:{_SEASON}))\s+(?:of\s+)?(?P<year>{_YEAR}))\b", _season, True),
    _rule(rf"(?P<date>(?P<which>(?i:last|next|this))\s+(?P<season>(?i:{_SEASON})))\b", _season),
    _rule(rf"{_SEASONS_AFTER}\s+(?P<date>(?P<season>{_SEASON}))\b", _season),
    _rule(rf"(?P<date>(?P<which>(?i:last|next|this))\s+(?P<month>{_FULL}))\b", _month),
    _rule(rf"(?P<date>(?i:mid|early|late)[\s-](?P<month>{_FULL}))\b", _month),
    _rule(rf"{_MONTHS_AFTER}\s(?P<date>(?P<month>{_FULL}))\b", _month),
    _rule(rf"{_YEARS_AFTER}[\s-](?P<date>(?P<year>{_YEAR}))\b", lambda read: read.parts["year"], True),
    _rule(r"(?P<date>(?i:overnight))\b", _overnight),
)
