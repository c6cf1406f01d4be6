"""Coordinated things of which each makes a claim: "is a port and a garrison", "took Orsk, Tarn and Velin".

By the clause these are predicates, three names or more, and things that each have a figure and a place or a
date of their own; other lists stay together, as tests/gold/README.md has it. By the item it is every list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.splitting.clauses.enumerations import Enumeration, find_enumerations
from workbench.splitting.clauses.members import Member, cut_members, read_members
from workbench.splitting.lexicon import word_set
from workbench.splitting.pairs import PAIRS
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import children_with, is_negated

_MEMBERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADP"})
_PREDICATES = frozenset({"attr", "oprd"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_FEWEST_NAMES = 3
_MOST = 12  # claims a clause is cut into; beyond that nobody wants one for each
_TOGETHER = word_set("between among joint jointly together combined total either neither")
_PLACED = frozenset({"GPE", "LOC", "FAC", "DATE"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause's verb and words, and whether every list in it is cut."""

    head: Word
    keep: set[int]
    every_list: bool


def cut_lists(head: Word, keep: set[int], every_list: bool = False) -> list[set[int]]:
    """Give the words of a clause once for each member of its lists; mostly just once, as they are."""
    found = [keep]
    while True:
        finer = [part for words in found for part in _cut_once(_Clause(head, words, every_list))]
        if len(finer) == len(found) or len(finer) > _MOST:
            return found
        found = finer


def _cut_once(clause: _Clause) -> list[set[int]]:
    return _cut_enumeration(clause) or _cut_longest(clause) or [clause.keep]


def _cut_enumeration(clause: _Clause) -> list[set[int]]:
    """Cut "drones such as the Fesk and the Orl": drones, the Fesk, the Orl."""
    for found in find_enumerations(clause.head, clause.keep):
        if clause.every_list or _are_names(found.members):
            return _replace_kind(found, clause.keep)
    return []


def _replace_kind(found: Enumeration, keep: set[int]) -> list[set[int]]:
    members = cut_members(found.members, keep) if len(found.members) > 1 else []
    base = [keep - found.examples - found.opener]
    alone = keep - found.opener - found.kind
    return base + ([alone - one.others for one in members] or [alone])


def _cut_longest(clause: _Clause) -> list[set[int]]:
    lists: list[list[Member]] = [_read_list(clause, word) for word in _find_firsts(clause)]
    return [clause.keep - one.others for one in max(lists, key=len, default=[])]


def _find_firsts(clause: _Clause) -> Iterator[Word]:
    for i in sorted(clause.keep):
        word = clause.head.doc[i]
        if (clause.every_list or i > clause.head.i) and word.dep_ != "conj" and word.pos_ in _MEMBERS:
            yield word


def _read_list(clause: _Clause, first: Word) -> list[Member]:
    members = read_members(first, clause.keep, _MEMBERS)
    if not 1 < len(members) <= _MOST or not _are_each_told(clause, members):
        return []
    apart = clause.every_list or _is_predicate(clause, members[0])
    apart = apart or _are_names(members) or _have_own_places(members)
    return cut_members(members, clause.keep) if apart else []


def _are_each_told(clause: _Clause, members: list[Word]) -> bool:
    """Tell whether what is said holds of each by itself: not "between A and B", and not "A or B" unless it is
    denied of both.
    """
    first, last = members[0], members[-1]
    words = [first.head, *first.lefts, *children_with(first.head, "advmod")]
    together = any(word.lower_ in _TOGETHER for word in words if word.i in clause.keep)
    loose = first.dep_ in _MODIFIERS and first.pos_ != "ADJ" and last.reach[-1] + 1 != first.head.i
    return not (together or loose) and _are_joined(clause, members) and not _is_one_name(members)


def _are_joined(clause: _Clause, members: list[Word]) -> bool:
    joiners = [word for member in members for word in children_with(member, "cc")]
    denied = is_negated(clause.head)
    bare = not joiners and _are_names(members)
    return bare or (
        bool(joiners)
        and all(
            word.lower_ == "and" or _is_as_well_as(word) or (denied and word.lower_ == "or")
            for word in joiners
        )
    )


def _is_as_well_as(word: Word) -> bool:
    return word.lower_ == "as" and word.i > 1 and word.nbor(-1).lower_ == "well"


def _is_one_name(members: list[Word]) -> bool:
    """Tell whether the "and" is within a name: "the Ministry of Trade and Transport"."""
    first, last = members[0], members[-1]
    words = first.doc.words[first.i + 1 : last.i + 1]
    named = bool(first.ent_type_) and all(word.ent_iob_ == "I" for word in words)
    return len(members) == 2 and (named or _is_in_quotes(first, last))


def _is_in_quotes(first: Word, last: Word) -> bool:
    """ "Fire and Rain" in quotation marks is a title."""
    doc = first.doc
    start, end = first.reach[0] - 1, last.reach[-1] + 1
    return (
        start >= 0 and end < len(doc) and doc[start].text in PAIRS and doc[end].text in PAIRS[doc[start].text]
    )


def _is_predicate(clause: _Clause, first: Word) -> bool:
    return first.dep_ in _PREDICATES and first.head is clause.head


def _are_names(members: list[Word]) -> bool:
    named = sum(word.pos_ == "PROPN" for word in members)
    return len(members) >= _FEWEST_NAMES and named >= len(members) - 1


def _have_own_places(members: list[Word]) -> bool:
    """ "Six men in Orsk and four in Tarn": each can be counted wrong by itself."""
    return all(_is_counted_somewhere(one, members) for one in members)


def _is_counted_somewhere(member: Word, members: list[Word]) -> bool:
    later = {i for other in members if other.i > member.i for i in other.reach}
    words = [word for word in member.subtree if word.i not in later]
    counted = any(word.like_num and word.ent_type_ != "DATE" for word in (member, *member.lefts))
    return counted and any(word.ent_type_ in _PLACED for word in words if word.i > member.i)
