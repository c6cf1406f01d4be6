"""A text as its words, each with its place: what versions of an article are compared by.

White space is no word, so a paragraph broken elsewhere has the same words. Letters are compared as NFC, in
which an accent typed as a character of its own reads as it looks; nothing else is folded: another quotation
mark is another wording.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import re2

# One sign each in the scripts that write no blanks, a number with its points and commas, a run of letters, or
# one other sign; marks stay with what they stand on, and signs that are joined to one picture are one word.
_WORD = re2.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|\p{N}+(?:[.,:]\p{N}+)*"
    r"|[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[’'\x{200c}][\p{L}])*"
    r"|[^\s\p{Z}][\p{M}\p{Sk}]*(?:\x{200d}[^\s\p{Z}][\p{M}\p{Sk}]*)*"
)

_RUN = re.compile(r"\S+")  # of one class: it takes a text in one pass, and RE2 each run in it once

Range = tuple[int, int]


@dataclass(frozen=True)
class Wording:
    """The words of a text in order: as compared, and where each stands, in code points of the text."""

    text: str
    words: tuple[str, ...]
    places: tuple[Range, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.places]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.places]

    def find_span(self, start: int, end: int) -> Range:
        """The words that a stretch of the text touches, as [first, last) of `words`."""
        return bisect_left(self._ends, start + 1), bisect_left(self._starts, end)

    def place_of(self, first: int, last: int) -> Range:
        """The stretch of the text from word `first` to before word `last`; there must be one."""
        return self.places[first][0], self.places[last - 1][1]


def read_wording(text: str) -> Wording:
    """The words of a text."""
    known: dict[str, list[tuple[str, int, int]]] = {}
    words: list[str] = []
    places: list[Range] = []
    for match in _RUN.finditer(text):
        run, at = match.group(), match.start()
        if run not in known:
            known[run] = _cut(run)
        for word, start, end in known[run]:
            words.append(word)
            places.append((at + start, at + end))
    return Wording(text, tuple(words), tuple(places))


def _cut(run: str) -> list[tuple[str, int, int]]:
    """The words of what stands between two blanks, with their places in it."""
    found = ((match.group(), *match.span()) for match in _WORD.finditer(run))
    return [(unicodedata.normalize("NFC", word), start, end) for word, start, end in found]


def same_words(one: str, other: str) -> bool:
    """Whether two stretches say the same, white space aside."""
    return one == other or read_wording(one).words == read_wording(other).words


def leave_out(text: str, ranges: Iterable[Range]) -> str:
    """The text without these stretches, page furniture mostly; a line break stands for each."""
    kept, position = [], 0
    for start, end in sorted(ranges):
        kept.append(text[position : max(position, start)])
        position = max(position, end)
    kept.append(text[position:])
    return "\n".join(kept)


def digest_words(words: Sequence[str]) -> str:
    """SHA-256 of the words: equal where two texts differ in white space alone."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()
