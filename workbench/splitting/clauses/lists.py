"""Coordinated things of which each makes a claim: "took Orsk and Tarn", "six soldiers and a guard died".

A list is cut where each thing can be false by itself (collectives.py knows those told of together): one list
of a clause, and those within its members; by the item every list, each with each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.splitting.clauses.collectives import is_told_together
from workbench.splitting.clauses.enumerations import Enumeration, find_enumerations
from workbench.splitting.clauses.members import Member, cut_members, read_members
from workbench.splitting.lexicon import word_set
from workbench.splitting.pairs import PAIRS
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import children_with, is_negated

_MEMBERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADP"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_OPENERS = frozenset({"det", "poss", "nummod"})
_FEWEST_NAMES = 3
_MOST = 12  # claims a clause is cut into; beyond that nobody wants one for each
_TOGETHER = word_set("between among joint jointly together combined total either neither")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause's verb and words. inside: where its list must stand. finely: lists told of as one are cut
    too.
    """

    head: Word
    keep: set[int]
    inside: frozenset[int]
    finely: bool


def cut_lists(head: Word, keep: set[int], finely: bool = False) -> list[set[int]]:
    """Give the words of a clause once for each member of its lists; mostly just once, as they are."""
    found = [(keep, frozenset(keep))]
    while True:
        finer = [part for words, inside in found for part in _cut_once(_Clause(head, words, inside, finely))]
        if len(finer) == len(found) or len(finer) > _MOST:
            return [words for words, _ in found]
        found = finer


def _cut_once(clause: _Clause) -> list[tuple[set[int], frozenset[int]]]:
    """Give each part with the words in which it may be cut again."""
    parts = _cut_enumeration(clause) or _cut_longest(clause)
    if not parts:
        return [(clause.keep, clause.inside)]
    return [(words, frozenset(words) if clause.finely else own & words) for words, own in parts]


def _cut_enumeration(clause: _Clause) -> list[tuple[set[int], frozenset[int]]]:
    """Cut "drones such as the Fesk and the Orl": drones, the Fesk, the Orl."""
    for found in find_enumerations(clause.head, clause.keep):
        if found.examples <= clause.inside:
            return _replace_kind(found, clause.keep)
    return []


def _replace_kind(found: Enumeration, keep: set[int]) -> list[tuple[set[int], frozenset[int]]]:
    members = cut_members(found.members, keep) if len(found.members) > 1 else []
    base = keep - found.examples - found.opener
    alone = keep - found.opener - found.kind
    examples = [(alone - one.others, one.own) for one in members] or [(alone, found.examples)]
    return [(base, frozenset()), *examples]


def _cut_longest(clause: _Clause) -> list[tuple[set[int], frozenset[int]]]:
    lists: list[list[Member]] = [_read_list(clause, word) for word in _find_firsts(clause)]
    return [(clause.keep - one.others, one.own) for one in max(lists, key=len, default=[])]


def _find_firsts(clause: _Clause) -> Iterator[Word]:
    for i in sorted(clause.inside):
        word = clause.head.doc[i]
        if word.dep_ != "conj" and word.pos_ in _MEMBERS:
            yield word


def _read_list(clause: _Clause, first: Word) -> list[Member]:
    members = read_members(first, clause.keep, _MEMBERS)
    if not 1 < len(members) <= _MOST or not _are_each_told(clause, members):
        return []
    if not clause.finely and (
        is_told_together(clause.head, members, clause.keep) or not _are_alike(clause, members)
    ):
        return []
    return cut_members(members, clause.keep)


def _are_alike(clause: _Clause, members: list[Word]) -> bool:
    """Tell a list from what only looks like one: "brought flour to Orsk and medicine to Tarn", "gives Velmark
    the port and Sorane the railway".
    """
    first, last = members[0], members[-1]
    if any((one.tag_ == "VBG") != (first.tag_ == "VBG") for one in members):
        return False
    end = last.reach[-1] + 1
    if end >= len(first.doc) or end not in clause.keep or first.pos_ == last.pos_:
        return True
    after = first.doc[end]
    return after.dep_ not in _OPENERS and (first.dep_ != "pobj" or after.lower_ != first.head.lower_)


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


def _are_names(members: list[Word]) -> bool:
    named = sum(word.pos_ == "PROPN" for word in members)
    return len(members) >= _FEWEST_NAMES and named >= len(members) - 1
