"""Which words of a paragraph stand inside quotation marks, and who goes on speaking in them."""

from __future__ import annotations

from workbench.splitting.parsed import Paragraph
from workbench.splitting.tree import FINITE_TAGS

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_SHORTEST = 4  # words; shorter quotations without a verb ("fair") set off a term, they are not speech


def find_quoted(doc: Paragraph) -> tuple[set[int], bool]:
    """Give the positions of words in quotations of some length, and whether the last one is still open at
    the end.
    """
    quoted: set[int] = set()
    start: int | None = None
    for token in doc:
        straight = token.text in {'"', "''", "``"}
        if token.text in _OPENING or (straight and start is None):
            start = token.i + 1
        elif (token.text in _CLOSING or straight) and start is not None:
            if _is_speech(doc, start, token.i):
                quoted |= set(range(start, token.i))
            start = None
    if start is None:
        return quoted, False
    if _is_speech(doc, start, len(doc)):
        quoted |= set(range(start, len(doc)))
    return quoted, True


def is_quoted(words: set[int], quoted: set[int]) -> bool:
    """Tell whether most of these words stand in quotation marks."""
    return bool(words) and len(words & quoted) * 2 > len(words)


def _is_speech(doc: Paragraph, start: int, end: int) -> bool:
    words = doc[start:end]
    return sum(token.is_alpha for token in words) >= _SHORTEST or any(
        token.tag_ in FINITE_TAGS for token in words
    )
