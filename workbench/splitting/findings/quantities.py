"""Read the numbers of a parsed paragraph with what they count, leaving dates, times and names alone."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from workbench.splitting.findings import measures
from workbench.splitting.findings.numbers import Number, find_numbers
from workbench.splitting.findings.sharing import Counted, fill_units, join_ranges
from workbench.splitting.findings.units import read_unit
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.records import Quantity, Slice

_LETTER = re2.compile(r"[\p{L}\p{N}_]")
_CLOCK = re2.compile(
    r"(?i)^(?:\.\d{2})?\s?(?:a\.?m\b|p\.?m\b|o['’]?clock|hours\s+(?:gmt|utc|local)|gmt\b|utc\b)"
)
# "Two days later" is a day; "two days before the vote" and "two hours later" are lengths of time.
_RELATED = re2.compile(r"(?i)^\s(?:later|earlier|ago|afterwards|before(?:[^\w\s]|\s*$))")
_HOURS = frozenset({"second", "minute", "hour"})
_OF_THE_DAY = re2.compile(r"(?i)^\s(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b")
_CLOCKS = re2.compile(
    r"(?i)(?:between|from)\s+\d{1,2}\.\d{2}\s+(?:and|to)\s+\d{1,2}\.\d{2}\b|\b\d{1,2}\.\d{2}\s+to\s+\d{1,2}\.\d{2}\b"
)
_STRONG = re2.compile(r"(?i)^-(?:strong|year-old)")
_CLOCKS_LENGTH = 24
_LIST_MARK = re2.compile(r"^[.)]\s")
_DEFINITE = frozenset({"the", "these", "those", "other", "both"})
_LIKE_YEARS = frozenset({"level", "standard", "price", "election", "figure", "budget", "census"})
_LONGEST = 9  # figures
_PAIRS = 3  # "the two sides" names them rather than counts them


def find_quantities(doc: Paragraph, base: int, dates: Sequence[Slice]) -> list[Quantity]:
    """Give the quantities of a paragraph that begins at offset `base`; `dates` hold numbers that count
    nothing.
    """
    text = doc.text
    found: list[Counted] = []
    for number in find_numbers(text):
        word = doc.word_at(number.core[1] - 1)
        start, end = base + number.core[0], base + number.core[1]
        if word is None or any(first < end and start < last for first, last in dates):
            continue
        stop, unit = read_unit(text, number, word)
        if not _counts_something(text, number, word, stop, unit):
            continue
        value = number.value
        if number.part and unit == "hour":
            value, unit = int(60 * value), "minute"
        first, last, loose = number.whole[0], max(stop, number.core[1]), number.approximate
        if loose and _is_bound(doc, number):
            first, loose = number.core[0], False
        place = (base + first, base + last)
        found.append(Counted(Quantity(text[first:last], place, value, unit, loose), word, number.scale))
    return fill_units(doc, join_ranges(doc, base, found))


def _counts_something(text: str, number: Number, word: Word, stop: int, unit: str) -> bool:
    start, end = number.core
    before, after = text[max(0, start - 2) : start], text[end : end + 12]
    measured = stop > end or number.money is not None or number.scaled
    if _LETTER.match(before[-1:]) or (before[-1:] in "-–./:" and _LETTER.match(before[:1])):
        return False
    if _LETTER.match(after[:1]) and not number.scaled and unit not in measures.UNITS.values():
        return False  # "5th"
    if (after[:1] in ":/" and after[1:2].isdigit()) or _is_code(text[start:end]):
        return False
    timed = _CLOCK.match(after) or _OF_THE_DAY.match(text[end : end + 20])
    if timed or (_is_clock(number, text) and not measured):
        return False
    if unit in measures.TIMES - _HOURS and _RELATED.match(text[stop : stop + 12]):
        return False
    if unit in _HOURS and text[stop : stop + 4].lower() == " ago":
        return False
    if (number.kind == "single" and not unit) or _is_compound(text, number, unit):
        return False
    if start == 0 and number.kind == "figures" and _LIST_MARK.match(after):
        return False
    return not (
        _is_pronoun(number, word)
        or _is_presupposed(number, word)
        or _is_year(text, number, word, measured)
        or _is_name(number, word, measured)
    )


def _is_code(words: str) -> bool:
    """A long run of figures without a comma is a telephone number or a label."""
    return words.isdigit() and len(words) > _LONGEST


def _is_compound(text: str, number: Number, unit: str) -> bool:
    """Tell "a two-state plan" from "a two-day visit" and "a 40-strong crew"."""
    after = text[number.core[1] : number.core[1] + 12]
    joined = after[:1] == "-" and bool(_LETTER.match(after[1:2]))
    return joined and unit not in measures.UNITS.values() and not _STRONG.match(after)


def _is_bound(doc: Paragraph, number: Number) -> bool:
    """Read "fell below 50": where it fell, not how nearly it is known."""
    first = doc.word_at(number.whole[0])
    bound = first is not None and first.i > 0 and first.lower_ in measures.BOUNDS
    return bound and first is not None and first.nbor(-1).pos_ == "VERB"


def _is_clock(number: Number, text: str) -> bool:
    """Read "at 14.30"."""
    words = text[number.core[0] : number.core[1]]
    hours, dot, minutes = words.partition(".")
    before = text[: number.core[0]].rstrip().lower()
    timed = bool(dot) and len(minutes) == 2 and minutes.isdigit() and len(hours) <= 2 and minutes < "60"
    return timed and (before.endswith((" at", " by")) or before in {"at", "by"} or _is_between(number, text))


def _is_between(number: Number, text: str) -> bool:
    """Read "between 22.00 and 04.30"."""
    start = max(0, number.core[0] - _CLOCKS_LENGTH)
    around = text[start : number.core[1] + _CLOCKS_LENGTH]
    return any(
        first <= number.core[0] - start and number.core[1] - start <= last
        for first, last in (match.span() for match in _CLOCKS.finditer(around))
    )


def _is_pronoun(number: Number, word: Word) -> bool:
    """Tell "one of them" and "the two sides" from what is counted."""
    if number.kind == "words" and number.value == 1 and not number.scaled and word.dep_ != "nummod":
        return True
    before = word.nbor(-1).lower_ if word.i else ""
    return number.kind == "words" and number.value <= _PAIRS and not number.scaled and before in _DEFINITE


def _is_presupposed(number: Number, word: Word) -> bool:
    """Of "two of its three brigades" the three are known; the figure in "31 of the 46 drones" is news."""
    if number.kind != "words" or number.scaled or word.dep_ != "nummod":
        return False
    of = word.head.head
    return (
        of.lower_ == "of"
        and of.head.pos_ == "NUM"
        and any(child.dep_ in {"poss", "det"} for child in word.head.children)
    )


def _is_year(text: str, number: Number, word: Word, measured: bool) -> bool:
    """Tell "the 2019 ceasefire" from "2000 soldiers"."""
    plain = text[number.core[0] : number.core[1]]
    bare = not number.scaled and number.money is None
    if word.dep_ == "nummod" and word.head.lemma_.lower() in _LIKE_YEARS:
        return bare and plain.isdigit() and len(plain) == 4  # "below 2005 levels"
    return bool(
        bare
        and not number.approximate
        and plain.isdigit()
        and len(plain) == 4
        and 1900 <= int(plain) <= 2100
        and (word.head.tag_ not in {"NNS", "NNPS"} or (word.i and word.nbor(-1).lower_ in _DEFINITE))
        and (not measured or word.dep_ == "nummod")
    )


def _is_name(number: Number, word: Word, measured: bool) -> bool:
    """Tell "Post 9", "Article 5" and "phase two" from what is counted."""
    if not word.i or number.approximate or number.money is not None or number.scaled:
        return False
    before = word.nbor(-1)
    if word.i > 1 and before.lower_ == "of" and word.nbor(-2).text == "Group":
        return True  # "Group of Seven"
    named = before.pos_ == "PROPN" and before.lower_ not in {"mr", "mrs"} and word.dep_ != "pobj"
    numbered = before.pos_ in {"NOUN", "PROPN"} and before.lower_.rstrip(".") in measures.NUMBERED
    hangs = word.dep_ in {"nummod", "appos", "npadvmod", "compound", "nmod"} and word.head.i < word.i
    return (named and hangs and not measured) or (numbered and (hangs or not measured))
