"""Lines whose words stand elsewhere on the page too: headlines, teasers cut off, quotations pulled out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import re2

from workbench.splitting.layout.paragraphs import is_heading

_SHORTEST = 5  # words; a shorter line may well come again by chance
_LONGEST = 200  # words; a longer line is a paragraph of its own
_MOST_PLACES = 4  # where the same opening words are looked at; a page of one line repeated stays cheap
_TRUNCATED = re2.compile(
    r"(?i)\s*(\[\s*(…|\.{2,4})\s*\]|…|\.{3,4}|\(\s*(…|\.{3})\s*\)|\W*read more\W*|\[more\])\s*$"
)
_NOT_WORDS = re2.compile(r"[^\p{L}\p{N}]+")
_BULLETS = "•◦‣▪●*"


def is_truncated(line: str) -> bool:
    """Tell whether a line is cut off ("… cutting off […]")."""
    return bool(_TRUNCATED.search(line[-60:]))


def find_repeats(written: Sequence[str], body: int) -> dict[int, str]:
    """Give the lines that repeat others, by number, with the reason; empty lines stand for what is left out.

    body: the number of the first line of prose, over which the headline stands.
    """
    words = [_read_words(line) for line in written]
    marked = _find_copies(written, words, body)
    rest = [[] if index in marked else line for index, line in enumerate(words)]
    return marked | _find_excerpts(written, rest)


def _find_copies(written: Sequence[str], words: Sequence[list[str]], body: int) -> dict[int, str]:
    """Mark every copy of a line but one: of a heading the one over the body stays, of prose the first."""
    keys = [" ".join(line) for line in words]
    times = Counter(keys)
    kept: dict[str, int] = {}
    for index, key in enumerate(keys):
        if key and (key not in kept or (_stands_over(written[index]) and index < body)):
            kept[key] = index
    return {
        index: "repeated headline" if _stands_over(written[index]) else "repeated text"
        for index, key in enumerate(keys)
        if key and times[key] > 1 and kept[key] != index and _tells(written[index], words[index])
    }


def _tells(line: str, words: list[str]) -> bool:
    """Leave short sentences and labels alone: two speakers may both answer "No."."""
    return _stands_over(line) or (len(words) >= _SHORTEST and not line.endswith(":"))


def _stands_over(line: str) -> bool:
    return is_heading(line) or line[:1] in _BULLETS


def _find_excerpts(written: Sequence[str], words: Sequence[list[str]]) -> dict[int, str]:
    """Mark lines whose words all come again elsewhere: teasers and quotations set large."""
    cut = [is_truncated(line) for line in written]
    asked = [
        index
        for index, line in enumerate(words)
        if _SHORTEST <= len(line) <= _LONGEST and (cut[index] or is_heading(written[index]))
    ]
    openings: dict[tuple[str, ...], list[int]] = {tuple(words[index][:_SHORTEST]): [] for index in asked}
    if not openings:
        return {}
    page = [word for line in words for word in line]
    starts = list(accumulate(map(len, words), initial=0))
    _note_places(page, openings)
    found = {}
    for index in asked:
        reason = "repeated teaser" if cut[index] else "repeated text"
        places = openings[tuple(words[index][:_SHORTEST])]
        inside = range(starts[index], starts[index + 1])
        if any(place not in inside and _holds(page, place, words[index], cut[index]) for place in places):
            found[index] = reason
    return found


def _note_places(page: Sequence[str], openings: dict[tuple[str, ...], list[int]]) -> None:
    firsts = {opening[0] for opening in openings}
    for start, word in enumerate(page):
        if word in firsts:
            places = openings.get(tuple(page[start : start + _SHORTEST]))
            if places is not None and len(places) < _MOST_PLACES:
                places.append(start)


def _holds(page: Sequence[str], start: int, part: list[str], cut: bool) -> bool:
    """Tell whether the page has these words there; a cut may fall inside the last one."""
    there = page[start : start + len(part)]
    if len(there) < len(part):
        return False
    return there == part or (cut and there[:-1] == part[:-1] and there[-1].startswith(part[-1]))


def _read_words(line: str) -> list[str]:
    return str(_NOT_WORDS.sub(" ", _TRUNCATED.sub("", line))).casefold().split()
