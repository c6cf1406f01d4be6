"""Token positions under character spans, so that answers with different offsets can be compared."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

Span = tuple[int, int]

_SMALL_WORDS = STOP_WORDS - {"us"}  # folded, the US is no small word
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def cut_tokens(text: str) -> list[Span]:
    """Give words and single marks as spans, in order."""
    return [match.span() for match in _TOKEN.finditer(text)]


def cut_words(text: str) -> list[Span]:
    """Give words alone as spans, in order."""
    return [match.span() for match in _WORD.finditer(text)]


def cover(tokens: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """Give the positions of the tokens that any of the spans touches; `tokens` are in order."""
    starts = [start for start, _ in tokens]
    found: set[int] = set()
    for start, end in spans:
        index = max(bisect_right(starts, start) - 1, 0)
        while index < len(tokens) and tokens[index][0] < end:
            if tokens[index][1] > start:
                found.add(index)
            index += 1
    return frozenset(found)


def fold_words(text: str) -> list[str]:
    """Give the words in lower case, possessive endings off."""
    return [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(text.casefold())]


def content_words(text: str) -> list[str]:
    """Give the folded words without spaCy's stop words but "us"."""
    return [word for word in fold_words(text) if word not in _SMALL_WORDS]
