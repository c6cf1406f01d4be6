"""Name places, people, organisations and peoples: a gazetteer first, then context, then the statistical
reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import re2

from workbench.splitting import lexicon
from workbench.splitting.gazetteer import LONGEST_NAME, read_peoples, read_places
from workbench.splitting.records import Entity
from workbench.splitting.tree import child_with

if TYPE_CHECKING:
    from workbench.splitting.parsed import Paragraph, Word

PLACE = "place"
_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "nationality",
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "EVENT": "other",
    "PRODUCT": "other",
    "LAW": "other",
    "WORK_OF_ART": "other",
}
_PLACE_PREPOSITIONS = lexicon.word_set(
    """in near towards toward outside inside across around from at into over beyond through throughout
    along between above off"""
)
_PLACE_NOUNS = lexicon.word_set(
    """town city village district region province river bridge border oblast county port valley island
    mountains hills lake settlement hamlet suburb peninsula strait bay coast"""
)
_BLOWS = lexicon.word_set("strike attack assault raid advance offensive bombardment march")
_BODIES = lexicon.BODIES | {"forces"}

_NAME = r"(\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{Ll}-]+){0,2})"
_PLACE_CONTEXTS = (
    re2.compile(rf"\b(?:in|near|towards?|outside|inside|across) (?:the )?{_NAME}(?:[ ,.;:]|$)"),
    re2.compile(rf"\b(?:town|city|village|district|region|province|river|port)s? (?:of )?{_NAME}\b"),
    re2.compile(
        r"(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})(?:’|')s (?:[a-z]+ ){0,2}"
        r"(?:ministry|army|government|parliament|forces|troops|border|capital)\b"
    ),
)
_NOT_PLACES = lexicon.word_set(
    """January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday President Prime Minister Mr Mrs Ms Dr The This
    That These Those"""
)

Found = tuple[int, int, str]  # first and last token position (excluded), label


def learn_places(text: str) -> frozenset[str]:
    """Read through an article once for names that stand as places somewhere in it ("in Tarsk", "Varnovia’s
    army").
    """
    names = {match.group(1) for pattern in _PLACE_CONTEXTS for match in pattern.finditer(text)}
    return frozenset(name for name in names if name.split()[0] not in _NOT_PLACES)


def find_entities(doc: Paragraph, base: int, learnt: frozenset[str] = frozenset()) -> list[Entity]:
    """Give the names of a paragraph that begins at offset `base`, in order, none overlapping another.

    learnt: what learn_places() found in the whole article.
    """
    taken: set[int] = set()
    kept: list[Found] = []
    for first, last, label in [*_from_lists(doc, learnt), *_from_reader(doc), *_from_context(doc)]:
        positions = set(range(first, last))
        if positions & taken:
            continue
        taken |= positions
        kept.append((first, last, label))
    return [_make_entity(doc, base, found) for found in sorted(kept)]


def _from_lists(doc: Paragraph, learnt: frozenset[str]) -> list[Found]:
    """Known places and peoples, unless they are a part of a longer organisation's name."""
    found: list[Found] = []
    bodies = {
        i
        for span in doc.ents
        if span.label_ == "ORG" and _is_body(span[-1])
        for i in range(span.start, span.end)
    }
    for first in range(len(doc)):
        if not doc[first].text[:1].isupper() or (found and first < found[-1][1]) or first in bodies:
            continue
        for length in range(min(LONGEST_NAME, len(doc) - first), 0, -1):
            name = doc[first : first + length].text
            label = (
                PLACE
                if name in read_places() or name in learnt
                else "nationality"
                if name in read_peoples()
                else None
            )
            if label:
                found.append((first, first + length, label))
                break
    return found


def _from_reader(doc: Paragraph) -> list[Found]:
    found: list[Found] = []
    for span in doc.ents:
        label = _LABELS.get(span.label_)
        if label is None or not any(token.text[:1].isupper() for token in span):
            continue
        first, last = span.start, span.end
        while last - first > 1 and (doc[first].lower_ in {"the", "a", "an"} or doc[first].is_punct):
            first += 1
        while last - first > 1 and (doc[last - 1].is_punct or doc[last - 1].text in {"’s", "'s"}):
            last -= 1
        found.append((first, last, _relabel(doc, first, last, label)))
    return found


def _relabel(doc: Paragraph, first: int, last: int, label: str) -> str:
    """Mend what the reader gets wrong about unknown names: one after "in" or owning a ministry is a place."""
    head = doc[first:last].root
    if _is_body(doc[last - 1]):
        return "organisation"
    if label in {"person", "other", "organisation"} and (_stands_as_place(head) or _owns_a_body(head)):
        return PLACE
    return label


def _from_context(doc: Paragraph) -> list[Found]:
    """Runs of capitalised words that stand where only a place stands."""
    found: list[Found] = []
    position = 0
    while position < len(doc):
        last = position
        while last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].text[:1].isupper():
            last += 1
        if last > position:
            head = doc[position:last].root
            if head.ent_type_ in {"DATE", "TIME"} or doc[position].text in _NOT_PLACES:
                pass
            elif _is_body(doc[last - 1]):
                found.append((position, last, "organisation"))
            elif _stands_as_place(head) or _owns_a_body(head):
                found.append((position, last, PLACE))
        position = max(last, position + 1)
    return found


def _stands_as_place(head: Word) -> bool:
    if head.dep_ == "conj" and head.head.pos_ == "PROPN":
        return _stands_as_place(head.head)
    preposition = head.head
    if head.dep_ == "pobj" and preposition.lower_ == "on" and preposition.head.lemma_ in _BLOWS:
        return True
    if head.dep_ == "pobj" and preposition.lower_ in _PLACE_PREPOSITIONS:
        return (
            preposition.lower_ not in {"from", "at", "over", "between", "into"} or head.ent_type_ != "PERSON"
        )
    if head.dep_ == "pobj" and preposition.lower_ == "on" and preposition.head.lemma_ in _BLOWS:
        return True
    if head.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.lower_ in _PLACE_NOUNS:
        return True
    if head.i > 0 and head.left_edge.i > 0 and head.doc[head.left_edge.i].lower_ in _PLACE_NOUNS:
        return True  # "river Vell"
    return (
        head.dep_ in {"compound", "appos", "nmod"}
        and preposition.lower_ in _PLACE_NOUNS
        and head != preposition
    )


def _owns_a_body(head: Word) -> bool:
    return head.dep_ == "poss" and head.head.lower_ in _BODIES and child_with(head, "case") is not None


def _is_body(word: Word) -> bool:
    return word.lower_ in _BODIES - {"republic"}


def _make_entity(doc: Paragraph, base: int, found: Found) -> Entity:
    first, last, label = found
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    return Entity(doc.text[start:end], (base + start, base + end), label)
