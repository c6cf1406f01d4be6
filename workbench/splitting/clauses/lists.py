"""Coordinated predicates and lists of names: "is a port and a garrison", "took Orsk, Tarn and Velin".

Each member can be true while another is not, so each makes a claim. Other lists of nouns stay together, as
tests/gold/README.md has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import children_with

_MEMBERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PREDICATES = frozenset({"attr", "oprd"})
_FEWEST_NAMES = 3
_MOST = 12  # members; beyond that nobody wants a claim for each
_JOINERS = word_set("and")
_TOGETHER = word_set("between among both joint jointly together combined total either neither")


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: its words, and those of the others with the commas between them."""

    own: frozenset[int]
    others: frozenset[int]


def find_members(head: Word, keep: set[int], every_list: bool = False) -> list[Member]:
    """Give the members of the longest list in a clause that makes a claim of each; mostly there is none."""
    firsts = _find_firsts(head, keep, every_list)
    lists = [_read_list(head, word, keep, every_list) for word in firsts]
    longest = max(lists, key=len, default=[])
    return _cut(longest, keep) if longest else []


def _find_firsts(head: Word, keep: set[int], before_verb: bool) -> Iterator[Word]:
    for i in sorted(keep):
        word = head.doc[i]
        if (before_verb or i > head.i) and word.dep_ != "conj" and word.pos_ in _MEMBERS:
            yield word


def _read_list(head: Word, first: Word, keep: set[int], every_list: bool) -> list[Word]:
    members, last = [first], first
    while True:
        nouns = [word for word in children_with(last, "conj") if word.pos_ in _MEMBERS and word.i in keep]
        if not nouns:
            break
        members += nouns
        last = nouns[-1]
    if not 1 < len(members) <= _MOST or not _is_and(members) or _is_taken_together(first, keep):
        return []
    predicate = first.dep_ in _PREDICATES and first.head is head
    names = (
        len(members) >= _FEWEST_NAMES and sum(word.pos_ == "PROPN" for word in members) >= len(members) - 1
    )
    return members if predicate or names or every_list else []


def _is_and(members: list[Word]) -> bool:
    joiners = [word for member in members for word in children_with(member, "cc")]
    return bool(joiners) and all(word.lower_ in _JOINERS for word in joiners)


def _is_taken_together(first: Word, keep: set[int]) -> bool:
    """Tell whether what is said holds only of all at once: "between A and B"."""
    words = [first.head, *first.lefts, *children_with(first.head, "advmod")]
    return any(word.lower_ in _TOGETHER for word in words if word.i in keep)


def _cut(members: list[Word], keep: set[int]) -> list[Member]:
    doc = members[0].doc
    own: list[set[int]] = []
    for number, member in enumerate(members):
        words = set(member.reach)
        for later in members[number + 1 :]:
            words -= set(later.reach)
        words -= {word.i for word in children_with(member, "cc")}
        own.append(words & keep)
    own[0] -= _shared_words(members[0], members[-1])
    every = {i for words in own for i in words}
    between = {i for i in keep if members[0].i < i < members[-1].i and i not in every}
    joints = {i for i in between if doc[i].is_punct or doc[i].dep_ == "cc"}
    marks = {i for words in own for i in words if doc[i].text == "," and {i - 1, i + 1} - words}
    return [
        Member(frozenset(words - marks), frozenset((every | joints | marks) - (words - marks)))
        for words in own
        if words - marks
    ]


def _shared_words(first: Word, last: Word) -> set[int]:
    """What follows the last member and hangs on the first belongs to all of them."""
    return {i for child in first.children if child.dep_ == "prep" and child.i > last.i for i in child.reach}
