"""What a person types into a search box: words, "quoted phrases" and -words that must not be there."""

import re
from dataclasses import dataclass

MOST_TERMS = 16
# A quoted phrase, or anything between spaces; a hyphen right before either turns it round.
_TERM = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)"|(?P<word>\S+)')


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Terms, each a word or the words of a phrase: all of `wanted` are looked for, and none of `unwanted`."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


def read_search(typed: str) -> SearchWords:
    """The terms in order, at most MOST_TERMS; what holds neither letter nor digit is left out."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in _TERM.finditer(typed):
        word = match["word"] or ""
        minus = match["minus"] == "-" or word.startswith("-")
        term = (match["phrase"] or word.removeprefix("-")).strip()
        if any(letter.isalnum() for letter in term):
            (unwanted if minus else wanted).append(term)
        if len(wanted) + len(unwanted) == MOST_TERMS:
            break
    return SearchWords(tuple(wanted), tuple(unwanted))
