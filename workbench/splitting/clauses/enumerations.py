"""Examples of a kind: "drones such as the Fesk", "towns, including Orsk", "in two versions: A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.splitting.clauses.members import read_members
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with

_KINDS = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
# "A number of towns" are towns.
_AMOUNTS = word_set("number series range variety group lot couple list kind type form sort handful dozen")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A kind of thing and examples of it. kind: the words that name the kind. opener: "such as" with the
    commas around. examples: all words of the members.
    """

    kind: frozenset[int]
    opener: frozenset[int]
    examples: frozenset[int]
    members: list[Word]


def find_enumerations(head: Word, keep: set[int]) -> Iterator[Enumeration]:
    """Give the enumerations among the words of a clause, in their order."""
    for i in sorted(keep):
        word = head.doc[i]
        first = _find_first(word)
        if first is None or first.i not in keep:
            continue
        kind = _find_kind(word.head)
        opening = _find_opener(word, first)
        members = read_members(first, keep, _KINDS)
        examples = frozenset(set(first.reach) & keep)
        named = set(range(kind.reach[0], min(opening)))
        if named <= set(kind.reach) & keep and examples and kind is not head:
            comma = {min(opening) - 1} if head.doc[min(opening) - 1].text == "," else set()
            after = max(examples) + 1
            closed = comma and after < len(head.doc) and head.doc[after].text == ","
            marks = comma | ({after} if closed else set())
            yield Enumeration(frozenset(named - comma), frozenset(opening | marks), examples, members)


def _find_first(word: Word) -> Word | None:
    """Give the first example after "such as" and "including", or after the colon."""
    if word.head.pos_ not in {"NOUN", "PROPN"} or word.i < word.head.i:
        return None
    if word.dep_ == "prep" and (word.lower_ == "including" or _is_such_as(word)):
        return child_with(word, "pobj", "pcomp", "dobj")
    listed = word.dep_ == "appos" and child_with(word, "conj") is not None
    return word if listed and word.left_edge.i and word.left_edge.nbor(-1).text == ":" else None


def _is_such_as(word: Word) -> bool:
    return word.lower_ == "as" and word.i > 0 and word.nbor(-1).lower_ == "such"


def _find_opener(word: Word, first: Word) -> set[int]:
    if word is first:
        return {word.left_edge.i - 1}
    return set(range(word.i - 1 if _is_such_as(word) else word.i, word.i + 1))


def _find_kind(noun: Word) -> Word:
    above = noun.head
    while noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in _AMOUNTS:
        noun, above = above.head, above.head.head
    return noun
