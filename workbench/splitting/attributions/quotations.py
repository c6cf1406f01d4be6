"""Which words of a paragraph stand inside quotation marks, and who goes on speaking in them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.parsing.parsed import Paragraph
from workbench.splitting.parsing.tree import FINITE_TAGS

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_STRAIGHT = frozenset({'"', "''", "``"})
_SHORTEST = 4  # words; shorter quotations without a verb ("fair") set off a term, they are not speech


@dataclass(frozen=True, slots=True)
class Quotation:
    """Positions from the opening mark to past the closing one, or the paragraph's end if left open."""

    start: int
    end: int
    closed: bool

    def inside(self) -> set[int]:
        return set(range(self.start + 1, self.end - self.closed))


def find_quotations(doc: Paragraph) -> list[Quotation]:
    """Give the stretches in double quotation marks, in order."""
    found: list[Quotation] = []
    start: int | None = None
    for word in doc:
        straight = word.text in _STRAIGHT
        if word.text in _OPENING or (straight and start is None):
            start = word.i
        elif (word.text in _CLOSING or straight) and start is not None:
            found.append(Quotation(start, word.i + 1, True))
            start = None
    if start is not None:
        found.append(Quotation(start, len(doc), False))
    return found


def find_quoted(doc: Paragraph) -> tuple[set[int], bool]:
    """Give the positions of words in quotations of some length, and whether the last one is still open at
    the end.
    """
    quotations = find_quotations(doc)
    quoted: set[int] = set()
    for one in quotations:
        if _is_speech(doc, one.start + 1, one.end - one.closed):
            quoted |= one.inside()
    return quoted, bool(quotations) and not quotations[-1].closed


def is_quoted(words: set[int], quoted: set[int]) -> bool:
    """Tell whether most of these words stand in quotation marks."""
    return bool(words) and len(words & quoted) * 2 > len(words)


def _is_speech(doc: Paragraph, start: int, end: int) -> bool:
    words = doc[start:end]
    return sum(token.is_alpha for token in words) >= _SHORTEST or any(
        token.tag_ in FINITE_TAGS for token in words
    )
