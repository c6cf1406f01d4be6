"""The members of a list and the words of each: "its design and manufacture" are two things of its."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with

_OWNERS = ("det", "poss")
_OTHERS = frozenset({"other", "others", "more", "elsewhere"})


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: its words, and those of the others with the commas between them."""

    own: frozenset[int]
    others: frozenset[int]


def read_members(first: Word, keep: Container[int], kinds: AbstractSet[str]) -> list[Word]:
    """Give the heads of the things joined to a word, itself first."""
    members, last = [first], first
    while True:
        joined = [word for word in children_with(last, "conj") if word.pos_ in kinds and word.i in keep]
        if not joined:
            return members
        members += joined
        last = joined[-1]


def cut_members(members: list[Word], keep: set[int]) -> list[Member]:
    """Part the words of a list among its members; what they share belongs to each."""
    doc = members[0].doc
    own = [_own_words(members, number) & keep for number in range(len(members))]
    own[0] -= _shared_words(members[0], members[-1])
    own = _join_others(members, own, keep)
    every = {i for words in own for i in words}
    _share_owner(members, own)
    _share_complement(members, own)
    between = {i for i in keep if members[0].i < i < members[-1].i and i not in every}
    joints = {i for i in between if doc[i].is_punct or doc[i].dep_ == "cc"} | _find_joiners(members, keep)
    marks = {i for words in own for i in words if doc[i].text == "," and {i - 1, i + 1} - words}
    return [
        Member(frozenset(words - marks), frozenset((every | joints | marks) - (words - marks)))
        for words in own
        if words - marks
    ]


def _join_others(members: list[Word], own: list[set[int]], keep: AbstractSet[int]) -> list[set[int]]:
    """In "Orsk, Tarn and other towns" the towns are other than Tarn, and stay with it."""
    if len(own) < 2 or not any(word.lower_ in _OTHERS for word in (members[-1], *members[-1].lefts)):
        return own
    both = own[-2] | own[-1]
    return [*own[:-2], {i for i in range(min(both), max(both) + 1) if i in keep}]


def _own_words(members: list[Word], number: int) -> set[int]:
    member = members[number]
    words = set(member.reach)
    for later in members[number + 1 :]:
        words -= set(later.reach)
    return words - {i for word in children_with(member, "cc", "preconj") for i in word.reach}


def _find_joiners(members: list[Word], keep: AbstractSet[int]) -> set[int]:
    """Give the words of "and", "both" and "as well as" that belong to no member."""
    joiners = [word for member in members for word in children_with(member, "cc", "preconj")]
    return {i for word in joiners for i in word.reach if i in keep}


def _shared_words(first: Word, last: Word) -> set[int]:
    """What follows the last member and hangs on the first belongs to all of them."""
    return {i for child in first.children if child.dep_ == "prep" and child.i > last.i for i in child.reach}


def _share_owner(members: list[Word], own: list[set[int]]) -> None:
    """In "its design and manufacture" both are its."""
    owner = child_with(members[0], *_OWNERS)
    if owner is None:
        return
    for member, words in zip(members[1:], own[1:], strict=False):
        if _is_bare(member):
            words.update(i for i in owner.reach if i in own[0])


def _share_complement(members: list[Word], own: list[set[int]]) -> None:
    """In "the loss and destruction of the bridge" both are of the bridge."""
    last = members[-1]
    of = next((word for word in children_with(last, "prep") if word.lower_ == "of" and word.i > last.i), None)
    if of is None or not _is_bare(last):
        return
    for member, words in zip(members[:-1], own[:-1], strict=False):
        if member.pos_ == "NOUN" and child_with(member, "prep") is None:
            words.update(i for i in of.reach if i in own[-1])


def _is_bare(member: Word) -> bool:
    return member.pos_ == "NOUN" and child_with(member, *_OWNERS, "nummod", "predet") is None
