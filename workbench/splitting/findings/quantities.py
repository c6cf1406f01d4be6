"""Read the numbers of a parsed paragraph with what they count, leaving dates, times and names alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import re2

from workbench.splitting.findings import measures
from workbench.splitting.findings.numbers import Number, find_numbers
from workbench.splitting.findings.units import read_unit
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.records import Quantity, Slice

_LETTER = re2.compile(r"[\p{L}\p{N}_]")
_CLOCK = re2.compile(
    r"(?i)^(?:\.\d{2})?\s?(?:a\.?m\b|p\.?m\b|o['’]?clock|hours\s+(?:gmt|utc|local)|gmt\b|utc\b)"
)
_RELATED = re2.compile(r"(?i)^\s(?:later|earlier|ago|before|afterwards)\b")
_STRONG = re2.compile(r"(?i)^-(?:strong|year-old)")
_LIST_MARK = re2.compile(r"^[.)]\s")
_UNSHARED = frozenset(measures.UNITS.values()) | {"time"}
_DEFINITE = frozenset({"the", "these", "those", "other", "both"})
_LIKE_YEARS = frozenset({"level", "standard", "price", "election", "figure", "budget", "census"})
_LONGEST = 9  # figures
_SCALED = 1_000  # a number that is still to be scaled is smaller
_PAIRS = 3  # "the two sides" names them rather than counts them
_AFTER_TO = frozenset({"by", "from", "of", "voted", "won", "score"})


def find_quantities(doc: Paragraph, base: int, dates: Sequence[Slice]) -> list[Quantity]:
    """Give the quantities of a paragraph that begins at offset `base`; `dates` hold numbers that count
    nothing.
    """
    text = doc.text
    found: list[tuple[Quantity, Word]] = []
    scales: list[int] = []
    for number in find_numbers(text):
        word = doc.word_at(number.core[1] - 1)
        start, end = base + number.core[0], base + number.core[1]
        if word is None or any(first < end and start < last for first, last in dates):
            continue
        stop, unit = read_unit(text, number, word)
        if not _counts_something(text, number, word, stop, unit):
            continue
        first, last, loose = number.whole[0], max(stop, number.core[1]), number.approximate
        if loose and _is_bound(doc, number):
            first, loose = number.core[0], False
        place = (base + first, base + last)
        found.append((Quantity(text[first:last], place, number.value, unit, loose), word))
        scales.append(number.scale)
    return _fill_units(doc, _join_ranges(doc, base, found, scales))


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
    if _CLOCK.match(after) or (_is_clock(number, text) and not measured):
        return False
    if unit in measures.TIMES and _RELATED.match(text[stop : stop + 12]):
        return False
    if (number.kind == "single" and not unit) or _is_compound(text, number, unit):
        return False
    if start == 0 and number.kind == "figures" and _LIST_MARK.match(after):
        return False
    return not (
        _is_pronoun(number, word)
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
    before = text[: number.core[0]].rstrip()[-2:].lower()
    timed = bool(dot) and len(minutes) == 2 and minutes.isdigit() and len(hours) <= 2 and minutes < "60"
    return timed and before in {"at", "by"}


def _is_pronoun(number: Number, word: Word) -> bool:
    """Tell "one of them" and "the two sides" from what is counted."""
    if number.kind == "words" and number.value == 1 and not number.scaled and word.dep_ != "nummod":
        return True
    before = word.nbor(-1).lower_ if word.i else ""
    return number.kind == "words" and number.value <= _PAIRS and not number.scaled and before in _DEFINITE


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


def _join_ranges(
    doc: Paragraph, base: int, found: Sequence[tuple[Quantity, Word]], scales: Sequence[int]
) -> list[tuple[Quantity, Word]]:
    """Give both ends of "between 20 and 30 km" the unit of the second, and its "million", and
    call them approximate.
    """
    joined = list(found)
    for place in range(len(joined) - 1):
        (first, word), (second, other) = joined[place], joined[place + 1]
        between = doc.text[first.slice[1] - base : second.slice[0] - base].strip(" -").lower()
        start = first.slice[0] - base
        before = doc.text[max(0, start - 10) : start].lower().split()[-1:]
        ranged = (between == "and" and before == ["between"]) or (
            between in {"to", "-", "–", "or"} and second.unit and not _AFTER_TO & set(before)
        )
        if between == "to" and any(verb.lemma_ in {"vote", "pass"} for verb in word.ancestors):
            first, second = replace(first, unit="vote"), replace(second, unit="vote")
        elif between in {"and", "to", "-", "–", "or"} and not first.unit:
            first = replace(first, unit=second.unit)
        if ranged and scales[place] == 1 and first.value < second.value / scales[place + 1] < _SCALED:
            first = replace(first, value=first.value * scales[place + 1])  # "2 to 3 billion"
        if ranged:
            first, second = replace(first, approximate=True), replace(second, approximate=True)
        joined[place], joined[place + 1] = (first, word), (second, other)
    return joined


def _fill_units(doc: Paragraph, found: Sequence[tuple[Quantity, Word]]) -> list[Quantity]:
    """A bare number counts what the one before it in the sentence did: "22 lorries got through, seven turned
    back".
    """
    starts = [sentence.start for sentence in doc.sents]
    filled: list[Quantity] = []
    last_unit, last_sentence = "", -1
    for quantity, word in found:
        sentence = bisect_right(starts, word.i)
        further = quantity.text.lower().startswith(measures.ADDERS)
        if not quantity.unit and (sentence == last_sentence or further) and _may_be_counted(word):
            quantity = replace(quantity, unit=last_unit)
        if quantity.unit not in _UNSHARED:
            last_unit, last_sentence = quantity.unit, sentence
        filled.append(quantity)
    return filled


def _may_be_counted(word: Word) -> bool:
    return word.dep_ in {"nsubj", "nsubjpass", "dobj", "conj", "pobj", "appos", "attr"}
