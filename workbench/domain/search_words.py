"""What a person types into a search box: words, "quoted phrases" and -words that must not be there."""

import re
from dataclasses import dataclass

MOST_TERMS = 16
SHORTEST_BEGINNING = 2  # letters: one alone begins too many words to be worth looking for
# A quoted phrase, or anything between spaces; a hyphen right before either turns it round.
_TERM = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)"|(?P<word>\S+)')


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Terms, each a word or the words of a phrase: all of `wanted` are looked for, and none of `unwanted`.
    With `begun` the last of the wanted may be only the beginning of a word: somebody is still typing it."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    begun: bool = False


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


def read_beginning(typed: str) -> SearchWords:
    """The same of words that are still being typed: the last one may go on, or wait for its second letter."""
    read = read_search(typed)
    last = read.wanted[-1] if read.wanted else ""
    if not last or not typed.endswith(last):
        return read
    if len(last) >= SHORTEST_BEGINNING:
        return SearchWords(read.wanted, read.unwanted, begun=True)
    return SearchWords(read.wanted[:-1] or read.wanted, read.unwanted)
