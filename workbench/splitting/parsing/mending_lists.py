"""Mend what the parser gets wrong about lists of things: which of them are joined, and to what.

Each rule looks at one "and", "&" or "as well as".
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.parsing.grafting import attach
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with

_SUBJECTS = ("nsubj", "nsubjpass")
_NAMING = frozenset({"NOUN", "PROPN"})
_OPENERS = ("det", "poss", "nummod")
_OUTER = frozenset({"conj", "appos", "nsubj", "nsubjpass", "dobj", "pobj"})


def _keep_name_whole(joiner: Word) -> bool:
    """In "Tarn & Velin" the second is part of the first's name."""
    first = joiner.head
    second = next((word for word in children_with(first, "conj") if word.i > joiner.i), None)
    if joiner.text != "&" or second is None or first.pos_ != "PROPN" or second.reach[0] != joiner.i + 1:
        return False
    for word in children_with(second, "conj"):
        attach(word, first, "conj")
    joiner.dep_ = "punct"
    return attach(second, first, "nmod")


def _join_first(joiner: Word) -> bool:
    """In "took Orsk, Tarn and Velin" the parser takes Tarn for a description of Orsk."""
    thing = joiner.head
    while thing.dep_ == "conj":
        thing = thing.head
    noun = thing.head
    before = thing.doc[thing.reach[0] - 1].text
    if thing.dep_ != "appos" or child_with(joiner.head, "conj") is None or before != ",":
        return False
    outer = _find_outer(noun)
    if outer is not None and _shape(noun) != _shape(thing) == _shape(outer):
        attach(noun.head, outer, "prep")  # "six men from Orsk, two men from Tarn and a boy"
        return attach(thing, outer, "conj")
    last = child_with(joiner.head, "conj")
    open_ended = last is not None and (
        last.reach[-1] + 1 >= len(thing.doc) or thing.doc[last.reach[-1] + 1].text != ","
    )
    plain = (
        thing.pos_ == noun.pos_ == "NOUN" and thing.tag_ == noun.tag_ and child_with(thing, "prep") is None
    )
    if (
        open_ended
        and plain
        and joiner.head is thing
        and last is not None
        and last.pos_ == "NOUN"
        and _shape(last) == _shape(noun)
    ):
        return _shape(thing) == _shape(noun) and attach(thing, noun, "conj")  # "men, women and children fled"
    named = thing.pos_ == "PROPN" and noun.pos_ == "PROPN" and not noun.tag_.endswith("S")
    begun = noun.dep_ == "appos"  # "in two phases: the first phase, the second phase and …"
    return (named or begun) and _shape(thing) == _shape(noun) and attach(thing, noun, "conj")


def _join_outer(joiner: Word) -> bool:
    """In "six men from Orsk, two men from Tarn and a boy" the boy is joined to the men, in "the village of
    Orsk and the town of Tarn" the town to the village.
    """
    inner = joiner.head
    last = next((word for word in children_with(inner, "conj") if word.i > joiner.i), None)
    if last is None or inner.dep_ != "pobj" or last.pos_ not in _NAMING or _shape(last) == _shape(inner):
        return False
    outer = inner.head.head
    if outer.dep_ not in _OUTER or outer.pos_ not in _NAMING or _shape(outer) != _shape(last):
        return False
    attach(joiner, outer, "cc")
    return attach(last, outer, "conj")


def _find_outer(noun: Word) -> Word | None:
    """Give the noun before the preposition of this one, though that may hang on the verb."""
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head
    beside = [word for word in above.children if word.reach[-1] == noun.head.reach[0] - 1]
    outer = next((word for word in (above, *beside) if word.pos_ in _NAMING), None)
    return outer if outer is not None and outer.i < noun.i else None


def _shape(word: Word) -> tuple[bool, bool]:
    """Tell a name from a noun, and one with "the" or a figure from one without."""
    return word.pos_ == "PROPN", child_with(word, *_OPENERS) is not None


def _join_phrase(joiner: Word) -> bool:
    """In "was sold in Orsk, as well as in Tarn" both are where it was sold."""
    verb = joiner.head
    later = next((word for word in children_with(verb, "prep") if word.i == joiner.i + 1), None)
    if later is None:
        return False
    before = [word for word in children_with(verb, "prep") if verb.i < word.i < joiner.i]
    first = next((word for word in reversed(before) if word.lower_ == later.lower_), None)
    if first is None:
        return False
    attach(joiner, first, "cc")
    return attach(later, first, "conj")


def _join_subjects(joiner: Word) -> bool:
    """In "the army, the navy and the police took part" the parser gives the verb two subjects."""
    thing = joiner.head
    before = [word for word in children_with(thing.head, thing.dep_) if word.i < thing.i]
    first = thing.reach[0]
    if thing.dep_ not in _SUBJECTS or not before or before[-1].reach[-1] + 2 != first:
        return False
    return thing.doc[first - 1].text == "," and attach(thing, before[-1], "conj")


def _leave_source(joiner: Word) -> bool:
    """In "According to the mayor, flour and oil ran out" the mayor is not one of the three."""
    thing = joiner.head
    source, link = thing.head, thing.head.head
    if thing.dep_ != "conj" or link.lower_ != "to" or link.head.lower_ != "according":
        return False
    verb, first, end = link.head.head, thing.reach[0], thing.reach[-1] + 1
    listed = source.doc[first - 1].text == "," and child_with(source, "cc") is None
    told = end < len(thing.doc) and thing.doc[end] in (verb, *children_with(verb, "aux", "auxpass"))
    if not (listed and told and child_with(verb, *_SUBJECTS) is None):
        return False
    passive = child_with(verb, "auxpass") is not None
    return attach(thing, verb, "nsubjpass" if passive else "nsubj")


LIST_RULES: tuple[Callable[[Word], bool], ...] = (
    _keep_name_whole,
    _leave_source,
    _join_subjects,
    _join_first,
    _join_outer,
    _join_phrase,
)
