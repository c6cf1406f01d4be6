"""What stands in brackets inside a clause: mostly years, abbreviations and other names, which the clause does
without; a year, a place or a description there is told by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from workbench.splitting.lexicon import LOCATIVES, word_set
from workbench.splitting.parsing.parsed import Paragraph, Stretch, Word
from workbench.splitting.parsing.tree import child_with, is_predicate

_LONGEST = 60  # tokens; more than that is a text of its own
_LONGEST_GLOSS = 15
_CLOSERS = {"(": ")", "[": "]"}
_EARLIEST_YEAR = 1000
_LATEST_YEAR = 2999
_FEWEST = 2  # words of a description
_IN_TITLES = word_set("of the a an and in on at to for from")
_PHONETIC = range(0x250, 0x2D0)  # letters of transcriptions, which are no verbs


@dataclass(frozen=True, slots=True)
class Gloss:
    """A noun with what brackets behind it say of it. marks: the brackets."""

    noun: Word
    noun_words: tuple[int, ...]
    told: frozenset[int]
    marks: frozenset[int]


def find_bracketed(doc: Paragraph, words: AbstractSet[int]) -> set[int]:
    """Give the words in brackets, with these, that a clause doesn't need: no verb in them and no figure."""
    found: set[int] = set()
    for start in words:
        end = _find_end(doc, start)
        if end is not None and not any(_tells(doc[i]) for i in range(start + 1, end)):
            found |= set(range(start, end + 1))
    return found


def read_glosses(sentence: Stretch) -> Iterator[Gloss]:
    """Give the nouns that brackets in a sentence say something of: "the treaty of Orlen (1992)"."""
    doc, closed = sentence.doc, 0
    for word in sentence:
        end = _find_end(doc, word.i)
        inner = word.i < closed
        closed = max(closed, end or 0)
        if inner or end is None or end >= sentence.end or end - word.i > _LONGEST_GLOSS:
            continue
        if word.i == sentence.start:
            continue
        noun = _find_noun(word.nbor(-1))
        if noun is None:
            continue
        told = range(word.i + 1, end)
        if not any(_tells(doc[i]) for i in told) and _describes(noun, told):
            yield Gloss(noun, _name(noun, word.i), frozenset(told), frozenset({word.i, end}))


def _find_noun(before: Word) -> Word | None:
    """Find the noun whose phrase ends before a bracket: "the treaty of Orlen (1992)" is the treaty."""
    if before.text in {'"', "”", "’"} and before.i:
        before = before.nbor(-1)
    if before.pos_ not in {"NOUN", "PROPN"}:
        return None
    above = before.head.head
    named = before.dep_ == "pobj" and before.head.lower_ == "of" and child_with(above, "det") is not None
    return above if named and above.tag_ == "NN" else before


def is_year(word: Word) -> bool:
    return word.text.isdigit() and _EARLIEST_YEAR <= int(word.text) <= _LATEST_YEAR


def _find_end(doc: Paragraph, start: int) -> int | None:
    """Give the position of the bracket that closes this one."""
    opener = doc[start].text
    closer = _CLOSERS.get(opener)
    depth = 0
    for i in range(start, min(start + _LONGEST, len(doc)) if closer is not None else start):
        depth += (doc[i].text == opener) - (doc[i].text == closer)
        if depth == 0:
            return i
    return None


def _tells(word: Word) -> bool:
    verb = is_predicate(word) and not any(ord(sign) in _PHONETIC for sign in word.text)
    return verb or (word.like_num and not _is_date(word))


def _is_date(word: Word) -> bool:
    return is_year(word) or word.ent_type_ in {"DATE", "TIME"}


def _name(noun: Word, bracket: int) -> tuple[int, ...]:
    """Give a noun's words before the bracket; of a title all that is written large."""
    doc = noun.doc
    named = [i for i in noun.reach if i < bracket]
    first = bracket
    while first > 0 and (_is_large(doc[first - 1]) or doc[first - 1].lower_ in _IN_TITLES):
        first -= 1
    while first < bracket and (doc[first].pos_ in {"ADP", "CCONJ", "SCONJ"} or not _is_large(doc[first])):
        first += 1
    return tuple(range(first, bracket)) if first < named[0] and _is_large(doc[bracket - 1]) else tuple(named)


def _is_large(word: Word) -> bool:
    return word.text[:1].isupper() or word.text in {"’s", "'s"}


def _describes(noun: Word, told: range) -> bool:
    """A year, a place ("near the pole") or a common noun describes; a name or letters may be anything."""
    doc = noun.doc
    first = doc[told[0]]
    years = [i for i in told if is_year(doc[i])]
    if years and len(years) == sum(doc[i].text.isalnum() for i in told):
        return True
    if len(told) < _FEWEST or any(doc[i].text in {";", ":"} for i in told):
        return False
    if first.dep_ == "prep":
        return first.lower_ in LOCATIVES
    tops = [doc[i] for i in told if doc[i].head.i not in told and not doc[i].is_punct]
    return noun.dep_ != "pobj" and len(tops) == 1 and tops[0].tag_ in {"NN", "NNS"}
