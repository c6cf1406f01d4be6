"""Additions that need the clause before them: "…, nine of them in a bus", "…, the heaviest toll so far"."""

from __future__ import annotations

from workbench.splitting.clauses.loose import Loose, is_set_off
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, is_finite, is_plural

_SUMS = word_set(
    "toll total count number rise fall drop increase decline loss losses figure rate share result"
)


def read_share(part: Word, subject: Word | None) -> Loose | None:
    """Read "12 people died on Monday, nine of them in a bus" as "12 people died, nine of them in a bus"."""
    verb = subject.head if subject is not None else part
    if subject is None or not is_set_off(part.left_edge) or part.i < verb.i or not is_finite(verb):
        return None
    how: set[int] = set()
    if part.like_num and is_plural(subject) and _is_of_them(part):
        how = _find_how(part, verb)
        if not how and children_with(part, "prep")[-1].lower_ == "of":
            return None  # "nine of them officers"
        last = _end_of_verb(verb)
    elif part.lemma_ in _SUMS and any(word.tag_ in {"JJS", "RBS"} for word in part.lefts):
        last = part.left_edge.i - 2
    else:
        return None
    repeated = tuple(i for i in verb.reach if i <= last or i in how)
    return Loose(part, subject, form="share", around=how, repeated=repeated, background=True)


def _end_of_verb(verb: Word) -> int:
    """Give the place of the last word that belongs to a verb alone: "turned back"."""
    last = verb.i
    while last + 1 < len(verb.doc) and verb.doc[last + 1] in children_with(verb, "prt", "advmod"):
        last += 1
    return last


def _is_of_them(part: Word) -> bool:
    of = next((word for word in children_with(part, "prep") if word.lower_ == "of"), None)
    pronoun = child_with(of, "pobj") if of is not None else None
    return pronoun is not None and pronoun.lower_ == "them"


def _find_how(part: Word, verb: Word) -> set[int]:
    """Give the "in a bus" that the parser hangs on the verb."""
    end = part.reach[-1] + 1
    found = next((word for word in children_with(verb, "prep", "agent") if word.reach[0] == end), None)
    return set() if found is None else set(found.reach)
