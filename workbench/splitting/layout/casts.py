"""Which labels are one speaker's: "STEVE MARLOW, HOST:" and then "MARLOW:", "Jana Ruz" and then "JR",
"the head of the Port Office (PO)" and then "PO".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

import re2

from workbench.splitting import lexicon
from workbench.splitting.layout.labels import Label
from workbench.splitting.layout.office_names import read_office
from workbench.splitting.lexicon import word_set

_Names = dict[str, set[str]]
_ROOM = 20_000  # characters of the words before the talk
_MOST_INITIALS = 3
_LONGEST_NAME = 3
_RUN = re2.compile(r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,5}")
_WORD = re2.compile(r"\p{L}[\p{L}’'-]*")
_BEFORE_BRACKET = 120  # characters in which the name of an office stands before its "(PO)"
_HEADS_OF = lexicon.PERSON_NOUNS | word_set("head chair deputy commissioner representative")
_NO_NAMES = word_set("The A An In On At For To By With And But Of From Mr Mrs Ms")


def unite_labels(labels: Mapping[int, Label], introduction: str) -> dict[int, Label]:
    """Give short labels the words of the long one they stand for; their offsets stay.

    A role stands for itself: the minister is not the deputy minister.
    """
    names = {label.words for label in labels.values()}
    said = _index_names(names)
    told = _index_names(set(_find_names(introduction[:_ROOM])))
    offices = {name: _find_bracketed(name, introduction[:_ROOM]) for name in names if name.isupper()}
    return {
        index: label
        if label.has_role
        else replace(label, words=offices.get(label.words) or _find_full(label.words, said, told))
        for index, label in labels.items()
    }


def _find_bracketed(short: str, introduction: str) -> str | None:
    """Give whom "the head of the Port Office (PO)" presents: a person of it sooner than the office."""
    end = introduction.find(f" ({short})")
    if end < 0 or " " in short:
        return None
    start = max(introduction.rfind("\n", 0, end) + 1, end - _BEFORE_BRACKET)
    read = [
        read_office(introduction, start + word.start()) for word in _WORD.finditer(introduction[start:end])
    ]
    named = [introduction[slice(*place)] for place in read if place is not None and place[1] == end]
    people = (name for name in named if name.split()[0].lower() in _HEADS_OF)
    return next(people, named[0] if named else None)


def _find_full(short: str, said: _Names, told: _Names) -> str:
    """Give the one longer name that ends so or has these initials: a label’s, else one told before."""
    for names in (said, told)[: 1 if " " in short else 2]:
        longer = {name for name in names.get(short.casefold(), ()) if name.casefold() != short.casefold()}
        if longer:
            longest = max(longer, key=lambda name: (len(name), name))
            return longest if all(longest.endswith(name) for name in longer) else short
    return short


def _index_names(names: Collection[str]) -> _Names:
    """List names under what may stand for them: "Vesk" and "TV" for "Tom Vesk"."""
    found: _Names = {}
    for name in names:
        words = name.split(",")[0].casefold().split()
        short = {" ".join(words[start:]) for start in range(1, len(words))}
        short |= {"".join(word[0] for word in words)} if 1 < len(words) <= _MOST_INITIALS else set()
        for one in short:
            found.setdefault(one, set()).add(name)
    return found


def _find_names(introduction: str) -> Iterator[str]:
    """Give runs of two and three capitalised words: in "Minister Jana Ruz" both."""
    for run in _RUN.finditer(introduction):
        words = run.group().split()
        for end in range(2, len(words) + 1):
            for size in range(2, min(end, _LONGEST_NAME) + 1):
                if not _NO_NAMES & set(words[end - size : end]):
                    yield " ".join(words[end - size : end])
