"""What a statement pins down, read without the parser: quick enough for every key that somebody presses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import re2

from workbench.domain.memory.differences import OPPOSITE_WORDS
from workbench.domain.memory.facts import Day, Facts, Quantity
from workbench.domain.memory.words import STOP_WORDS, find_stem, split_words
from workbench.splitting.findings import measures
from workbench.splitting.findings.dates import find_written_dates
from workbench.splitting.findings.gazetteer import LONGEST_NAME, read_places
from workbench.splitting.findings.numbers import Number, find_numbers
from workbench.splitting.findings.place_signs import WIDENING
from workbench.splitting.findings.units import UNIT
from workbench.splitting.lexicon import word_set
from workbench.splitting.records import Slice

_WORD = re2.compile(r"[\p{L}\p{M}][\p{L}\p{M}’'-]*")
_NEGATION = re2.compile(
    r"(?i)\b(?:not|never|no|nobody|nothing|none|neither|nor|cannot|without|den(?:y|ies|ied)|untrue|\w+n['’]t)\b"
)
_NOT_ONLY = re2.compile(r"(?i)\b(?:not only|no\.)(?:\s|$)")
_IN_A_WORD = re2.compile(r"[\p{L}\p{N}]")
_NOUN = re2.compile(r"^[\s-](?P<first>[\p{L}’'-]+)(?: (?P<second>[\p{L}’'-]+))?")
_NEAR = 60  # characters
_PLACE_PREPOSITIONS = word_set("in near at from to into towards outside inside around across through over of")
_COUNTED = 3  # words behind a number, one of which it counts
_LONGEST_UNIT = 24  # characters
_YEARS = range(1900, 2101)


def read_facts(text: str, details: Mapping[str, Any] | None = None) -> Facts:
    """A statement taken apart. `details` is what the splitter once read in the article's words: it knows
    which day "Monday" was, and places that no list has.
    """
    known = details or {}
    taken: list[Slice] = []
    days = _read_days(text, known.get("dates", ()), taken)
    quantities = _read_quantities(text, taken)
    places = _read_places(text, known.get("places", ()), taken)
    rest = _blank(text, taken)
    negated = len(_NEGATION.findall(_NOT_ONLY.sub(" ", rest))) % 2 == 1
    return Facts(
        frame=_read_frame(_NEGATION.sub(" ", rest)),
        names=_read_names(rest),
        quantities=tuple(quantities),
        days=tuple(days),
        places=tuple(places),
        negated=negated,
    )


def _read_days(text: str, known: Iterable[Mapping[str, Any]], taken: list[Slice]) -> list[Day]:
    resolved = {day["text"].casefold(): day.get("resolved") for day in known}
    found = []
    for day in find_written_dates(text):
        taken.append(day.slice)
        found.append(Day(day.text, day.resolved or resolved.get(day.text.casefold())))
    return found


def _read_quantities(text: str, taken: list[Slice]) -> list[Quantity]:
    found = []
    for number in find_numbers(text):
        start, end = number.whole
        if _overlaps(number.core, taken) or not _counts(text, number):
            continue
        unit, stop = _read_unit(text, number)
        after = [word for word in split_words(text[stop : stop + _NEAR]) if word not in STOP_WORDS][:_COUNTED]
        counted = frozenset() if unit else frozenset(find_stem(word) for word in after)
        stop = max(stop, end)
        taken.append((start, stop))
        words = text[start : stop if unit else _find_noun_end(text, stop)]
        found.append(Quantity(words, float(number.value), unit, counted, number.approximate))
    return found


def _find_noun_end(text: str, end: int) -> int:
    """Give where the words end that a count is shown with: "12 soldiers", "11 armoured vehicles"."""
    match = _NOUN.match(text[end : end + _NEAR])
    if match is None or match.group("first").lower() in STOP_WORDS:
        return end
    first, second = match.group("first"), match.group("second")
    wide = second and not first.endswith("s") and second.lower() not in STOP_WORDS
    last: int = match.span(_NOUN.groupindex["second" if wide else "first"])[1]
    return end + last


def _counts(text: str, number: Number) -> bool:
    """Tell a number that counts or measures from a part of a name: "T-90", "5th", "Article 5", "2019"."""
    start, end = number.core
    before, after = text[:start], text[end : end + 2]
    glued = before[-1:] in "-/" and bool(before) and bool(_IN_A_WORD.match(before[-2:-1]))
    if glued or _IN_A_WORD.match(before[-1:]) or (_IN_A_WORD.match(after[:1]) and not UNIT.match(text[end:])):
        return bool(number.money)
    if before.lower().rstrip(" .").rsplit(" ", 1)[-1] in measures.NUMBERED:
        return False
    return number.kind != "figures" or len(text[start:end]) != 4 or int(number.value) not in _YEARS


def _read_unit(text: str, number: Number) -> tuple[str, int]:
    end = number.core[1]
    if number.money is not None:
        return number.money, end
    match = UNIT.match(text[end : end + _LONGEST_UNIT]) if not number.part else None
    if match is None:
        return "", end
    return measures.UNITS[match.group("unit").lower()], end + match.span(UNIT.groupindex["unit"])[1]


def _read_places(text: str, known: Iterable[Mapping[str, Any]], taken: list[Slice]) -> list[str]:
    words = [(match.group(), match.span()) for match in _WORD.finditer(text)]
    learnt = {place["text"] for place in known}
    found = []
    first = 0
    while first < len(words):
        length = _measure_place(words, first, learnt)
        if length and not _overlaps(words[first][1], taken):
            end = words[first + length - 1][1][1]
            if first + length < len(words) and words[first + length][0].lower() in WIDENING:
                end = words[first + length][1][1]
            taken.append((words[first][1][0], end))
            found.append(text[words[first][1][0] : end])
        first += length or 1
    return found


def _measure_place(words: list[tuple[str, Slice]], first: int, learnt: set[str]) -> int:
    """Give how many words of a place's name begin here; 0 when none does."""
    places = read_places()
    word = words[first][0]
    if not word[:1].isupper():
        return 0
    if not learnt and not places.starts_name(word.split("-")[0]):
        return 0  # most names are nobody's place: a cheap no
    sure = first > 0 and words[first - 1][0].lower() in _PLACE_PREPOSITIONS
    for length in range(min(LONGEST_NAME, len(words) - first), 0, -1):
        name = " ".join(part for part, _ in words[first : first + length])
        if not words[first + length - 1][0][:1].isupper():
            continue
        if name in learnt or (places.get(name) and (sure or not places.is_doubtful(name))):
            return length
    return 0


def _read_frame(text: str) -> frozenset[str]:
    kept = STOP_WORDS - OPPOSITE_WORDS
    return frozenset(find_stem(word) for word in split_words(text) if word not in kept)


def _read_names(text: str) -> frozenset[str]:
    """Give the stems of words in capitals, but for the first, which every sentence has."""
    words = [match.group() for match in _WORD.finditer(text)]
    named = (part for word in words[1:] if word[:1].isupper() for part in split_words(word))
    return frozenset(find_stem(part) for part in named if part not in STOP_WORDS)


def _overlaps(place: Slice, taken: Iterable[Slice]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in taken)


def _blank(text: str, taken: Iterable[Slice]) -> str:
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
