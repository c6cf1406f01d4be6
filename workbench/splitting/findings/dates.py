"""Find dates in words and resolve them against the day an article was published."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import re2

from workbench.splitting.findings import calendars, measures
from workbench.splitting.findings import date_parts as meant
from workbench.splitting.findings.ahead import Outlook, read_outlook
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.records import DateMention, Slice

_FULL = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH = rf"(?:{_FULL}\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:\s+(?:morning|noon|afternoon|evening|night))?"
_WHICH = r"(?:(?P<which>(?i:last|next|this|past))\s+)?"
_NTH = "(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d{2}"
_SEASONS = ("spring", "summer", "autumn", "winter")
_SEASON = f"(?:{'|'.join(_SEASONS)})"
_NAMED = re2.compile(r"(?i)\b(?:good|black|bloody|every|each|palm|easter)\s$")
_NAME_LENGTH = 10  # characters


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
            read = meant.Read(parts, published_on or meant.UNKNOWN, read_outlook(last))
            found[start, end] = rule.resolve(read) if rule.sure or published_on is not None else None
    return [
        DateMention(text[start:end], (base + start, base + end), found[start, end])
        for start, end in sorted(found)
    ]


def find_written_dates(text: str) -> list[DateMention]:
    """Give the dates of a text that nobody has parsed: as written, resolved where no day of publication is
    needed.
    """
    found: dict[Slice, str | None] = {}
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.pattern.groupindex["date"])
            if any(first < end and start < stop for first, stop in found):
                continue
            parts = {name: value for name, value in match.groupdict().items() if value}
            read = meant.Read(parts, meant.UNKNOWN, Outlook.UNTOLD)
            found[start, end] = rule.resolve(read) if rule.sure else None
    return [DateMention(text[start:end], (start, end), found[start, end]) for start, end in sorted(found)]


def _is_no_date(before: str, last: Word) -> bool:
    """Tell "Good Friday", "every Monday", "an overnight raid" and "a force of 2000 men" from dates."""
    if last.lower_ == "overnight":
        return last.dep_ not in {"advmod", "npadvmod"}
    if last.lower_ in _SEASONS and last.dep_ == "compound" and last.head.i > last.i:
        return True  # "spring storms"
    counted = last.tag_ == "CD" and last.dep_ == "nummod" and last.head.i > last.i and len(last.text) == 4
    counted = counted and not before.lower().endswith("the ")
    return bool(_NAMED.search(before[-_NAME_LENGTH:])) or (counted and last.head.tag_ in {"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern whose group `date` is the date; sure: it needs no day of publication."""

    pattern: Any  # re2 has no types
    resolve: Callable[[meant.Read], str | None]
    sure: bool = False


def _rule(pattern: str, resolve: Callable[[meant.Read], str | None], sure: bool = False) -> _Rule:
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
    _rule(r"(?P<date>\d{4}-\d{2}-\d{2})\b", meant.read_iso, True),
    _rule(
        rf"(?P<date>(?P<first>\d{{1,2}}){_NTH}\s*(?:and|to|[-–])\s*(?P<day>\d{{1,2}}){_NTH}\s+(?P<month>{_MONTH})"
        rf"(?:,?\s+(?P<year>{_YEAR})\b)?)",
        meant.read_days,
        True,
    ),
    _rule(
        rf"(?P<date>(?P<month>{_MONTH})\s+(?P<first>\d{{1,2}})\s*(?:and|to|[-–])\s*(?P<day>\d{{1,2}})\b"
        rf"(?:,?\s+(?P<year>{_YEAR})\b)?)",
        meant.read_days,
        True,
    ),
    _rule(
        rf"(?P<date>(?:(?i:the\s+night\s+of)\s+)?(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_NTH}\b"
        rf"(?:,?\s+(?P<year>\d{{4}})\b)?)",
        meant.read_day,
        True,
    ),
    _rule(
        rf"(?P<date>(?:(?i:the\s+night\s+of)\s+)?(?P<day>\d{{1,2}}){_NTH}\s+(?:of\s+)?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?P<year>\d{{4}})\b)?)",
        meant.read_day,
        True,
    ),
    _rule(
        rf"(?P<date>(?i:the\s+)?{_EDGE}(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR})\b)?)",
        meant.read_edge,
        True,
    ),
    _rule(rf"(?P<date>(?i:the\s+)?{_EDGE}(?P<year>{_YEAR})\b)", meant.read_edge, True),
    _rule(
        rf"(?P<date>(?i:the\s+{_EDGE}(?:the|(?P<which>this|next|last))\s+(?P<period>week|month|year)))\b",
        meant.read_edge,
    ),
    _rule(
        r"(?P<date>(?i:(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<unit>half|quarter)"
        r"\s+of\s+(?:the|(?P<which>this|next|last))\s+year))\b",
        meant.read_stretch,
    ),
    _rule(
        r"(?P<date>(?i:the\s+)?(?P<nth>(?i:first|second|third|fourth|last))\s+(?P<unit>(?i:half|quarter))"
        rf"\s+of\s+(?P<year>{_YEAR}))\b",
        meant.read_stretch,
        True,
    ),
    _rule(r"(?P<date>(?:the\s+)?(?P<decade>(?:1[89]|20)\d0)s)\b", meant.read_decade, True),
    _rule(
        rf"(?i:between|from)\s(?P<date>(?P<first>{_FULL})\s(?:and|to|until|through)\s(?P<month>{_FULL})"
        rf"(?:,?\s(?P<year>{_YEAR}))?)\b",
        meant.read_months,
        True,
    ),
    _rule(
        rf"(?P<date>(?:(?i:mid|early|late)[\s-])?(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR}))\b",
        meant.read_month,
        True,
    ),
    _rule(rf"(?P<date>{_WHICH}(?P<weekday>{_WEEKDAY}){_PART})\b", meant.read_weekday),
    _rule(
        r"(?P<date>(?i:(?P<relative>(?:yesterday|tomorrow)(?:\s+(?:morning|noon|afternoon|evening|night))?|today"
        r"|tonight|last\s+night|this\s+(?:morning|afternoon|evening))))\b",
        meant.read_relative,
    ),
    _rule(r"(?P<date>(?i:the\s+(?:past|last)\s+(?P<unit>week|month|year)))\b", meant.read_past),
    _rule(
        r"(?P<date>(?i:(?P<which>last|next|this)\s+(?P<unit>weekend|week|month|year)))\b",
        meant.read_period,
    ),
    _rule(r"(?i:over|at|during|since)\s+(?P<date>(?i:the\s+(?P<unit>weekend)))\b", meant.read_period),
    _rule(r"(?i:by|before|until)\s+(?P<date>(?i:the\s+(?P<unit>weekend)))\b", meant.read_saturday),
    _rule(rf"(?P<date>(?i:{_COUNT}\s+{_UNIT}\s+ago))\b", meant.read_ago),
    _rule(r"(?P<date>(?i:the\s+new\s+year))\b", meant.read_new_year),
    _rule(rf"(?P<date>(?P<season>(?i:{_SEASON}))\s+(?:of\s+)?(?P<year>{_YEAR}))\b", meant.read_season, True),
    _rule(rf"(?P<date>(?P<which>(?i:last|next|this))\s+(?P<season>(?i:{_SEASON})))\b", meant.read_season),
    _rule(rf"{_SEASONS_AFTER}\s+(?P<date>(?P<season>{_SEASON}))\b(?:[^\w\s-]|\s|$)", meant.read_season),
    _rule(rf"{_SEASONS_AFTER}\s+(?P<date>the\s+{_SEASON})\b(?:[^\w\s-]|\s|$)", meant.read_untold),
    _rule(rf"(?P<date>(?P<feast>(?i:{'|'.join(calendars.FEASTS)})))\b", meant.read_feast),
    _rule(rf"(?P<date>(?P<which>(?i:last|next|this))\s+(?P<month>{_FULL}))\b", meant.read_month),
    _rule(rf"(?P<date>(?i:mid|early|late)[\s-](?P<month>{_FULL}))\b", meant.read_month),
    _rule(rf"{_MONTHS_AFTER}\s(?P<date>(?P<month>{_FULL}))\b", meant.read_month),
    _rule(rf"{_YEARS_AFTER}[\s-](?P<date>(?P<year>{_YEAR}))\b", meant.read_year, True),
    _rule(r"(?P<date>(?i:overnight))\b", meant.read_overnight),
)
