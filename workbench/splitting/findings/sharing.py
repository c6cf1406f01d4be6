"""What numbers beside each other share: the two ends of a range, and the unit that only one of them has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.splitting.findings import measures
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import child_with, children_with
from workbench.splitting.records import Quantity

_UNSHARED = frozenset(measures.UNITS.values()) | {"time"}
_SCALED = 1_000  # a number that is still to be scaled is smaller
_AFTER_TO = frozenset({"by", "from", "of", "voted", "won", "score"})
_LINKS = frozenset({"and", "to", "-", "–", "or"})
_BEFORE = 10  # characters
_BARE = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_AMOUNTING = frozenset({"number", "total", "reach", "amount", "rise", "fall", "grow", "cost"})
_MEANT = frozenset({"them", "these", "those", "which", "whom"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its last word and what "million" made of it."""

    quantity: Quantity
    word: Word
    scale: int


def join_ranges(doc: Paragraph, base: int, found: Sequence[Counted]) -> list[Counted]:
    """Make "between 2 and 3 billion crowns" one quantity, approximate, its value the lower end; of numbers
    that otherwise belong together give the first the unit of the second.
    """
    joined: list[Counted] = []
    for second in found:
        if not joined:
            joined.append(second)
            continue
        first = joined.pop()
        start, end = first.quantity.slice[0] - base, first.quantity.slice[1] - base
        link = doc.text[end : second.quantity.slice[0] - base].strip(" -").lower()
        before = doc.text[max(0, start - _BEFORE) : start].lower().split()[-1:]
        if link == "to" and any(verb.lemma_ in {"vote", "pass"} for verb in first.word.ancestors):
            joined += [_give_unit(first, "vote"), _give_unit(second, "vote")]
        elif _is_range(link, before, first.quantity, second.quantity):
            begin = doc.text.lower().rindex("between", 0, start) if before == ["between"] else start
            joined.append(_join(doc, base, begin, first, second))
        else:
            shares = link in _LINKS and not first.quantity.unit
            joined += [_give_unit(first, second.quantity.unit) if shares else first, second]
    return joined


def _is_range(link: str, before: Sequence[str], first: Quantity, second: Quantity) -> bool:
    ranged = (link == "and" and before == ["between"]) or (
        link in _LINKS - {"and"} and bool(second.unit) and not _AFTER_TO & set(before)
    )
    return ranged and first.value < second.value and first.unit in {"", second.unit}


def _join(doc: Paragraph, base: int, begin: int, first: Counted, second: Counted) -> Counted:
    value, end = first.quantity.value, second.quantity.slice[1]
    if first.scale == 1 and value < second.quantity.value / second.scale < _SCALED:
        value *= second.scale  # "2 to 3 billion"
    text = doc.text[begin : end - base]
    whole = Quantity(text, (base + begin, end), value, second.quantity.unit, True)
    return Counted(whole, second.word, second.scale)


def _give_unit(counted: Counted, unit: str) -> Counted:
    return replace(counted, quantity=replace(counted.quantity, unit=unit))


def fill_units(doc: Paragraph, found: Sequence[Counted]) -> list[Quantity]:
    """A bare number counts what the one before it did: "22 lorries got through, seven turned back". It may
    stand in the sentence before: "There were 40 lorries. Half of them burned."
    """
    starts = [sentence.start for sentence in doc.sents]
    filled: list[Quantity] = []
    last_unit, last_sentence = "", -1
    for counted in found:
        quantity, sentence = counted.quantity, bisect_right(starts, counted.word.i)
        if not quantity.unit and last_unit:
            further = quantity.text.lower().startswith(measures.ADDERS)
            near = sentence == last_sentence and _may_be_counted(counted.word)
            before = sentence == last_sentence + 1 and _points_back(counted.word)
            if near or before or further:
                quantity = replace(quantity, unit=last_unit)
        if quantity.unit not in _UNSHARED and quantity.unit:
            last_unit, last_sentence = quantity.unit, sentence
        filled.append(quantity)
    return filled


def _may_be_counted(word: Word) -> bool:
    return word.dep_ in {"nsubj", "nsubjpass", "dobj", "conj", "pobj", "appos", "attr"}


def _points_back(word: Word) -> bool:
    """Tell "Half of them", "Of these 90" and a bare "Two had left" from a number of something new."""
    parted = next((child for child in children_with(word, "prep") if child.lower_ == "of"), None)
    if parted is not None:
        meant = child_with(parted, "pobj")
        return meant is not None and meant.lower_ in _MEANT
    if word.i and word.nbor(-1).lower_ in _MEANT:
        return True
    return word.dep_ in _BARE and word.head.lemma_.lower() not in _AMOUNTING
