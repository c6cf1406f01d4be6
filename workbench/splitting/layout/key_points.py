"""Boxes over the report that say in brief what it says: "Key points", "What we're covering"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import re2

from workbench.splitting.layout.paragraphs import is_ended

_HEADING = re2.compile(
    r"(?i)^\W*(?:the )?(?:(?:key|main) (?:points|takeaways|facts|findings|developments|messages)|takeaways"
    r"|(?:executive )?summary|in brief|in short|at a glance|highlights|what we[’']?(?:re| are) covering"
    r"|what (?:we|you need to) know|what to know|what[’']?s new|top ?lines)(?: so far)?\W*$"
)
_BULLET = re2.compile(r"^[-–—•◦‣▪●*■►▶✔✓]\s?")
_WORD = re2.compile(r"[\p{L}\p{N}]+")
_MOST_LINES = 8
_MOST_WORDS = 40  # of a line
_SHORTEST_WORD = 4  # letters; shorter words are mostly grammar
_STEM = 5  # letters: "returned" and "return" are one word
_SAME = 0.75  # of a line's words
_RESTATED = 0.5  # of the words in a list that stands elsewhere than over the report
_LONGEST_HEADING = 60  # characters
_MOST_BOXES = 4  # of a page; each is compared with all other lines


def find_key_points(written: Sequence[str], marked: dict[int, str], prose: Sequence[int]) -> dict[int, str]:
    """Mark such a box: its list, or all lines down to the sentence that says one of them again.

    Below the report's first sentence only a list that the other lines say again is one.
    """
    first = next((index for index in prose if index not in marked), len(written))
    found: dict[int, str] = {}
    headings = (index for index, line in enumerate(written) if _is_heading(line))
    for index in islice(headings, _MOST_BOXES):
        box = _read_box(written, index + 1)
        if index <= first or _is_restated(written, box):
            found |= dict.fromkeys([index, *box], "key points")
    return found


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and bool(_HEADING.match(line))


def _is_restated(written: Sequence[str], box: range) -> bool:
    if not box or not _BULLET.match(written[box.start]):
        return False
    said = set[str]().union(*(_read_stems(written[index]) for index in box))
    elsewhere = (index for index in range(len(written)) if index not in box)
    left = said.copy()
    for index in elsewhere:
        left -= _read_stems(written[index])
    return len(left) <= (1 - _RESTATED) * len(said)


def _read_box(written: Sequence[str], start: int) -> range:
    box = range(start, min(start + _MOST_LINES, len(written)))
    if not box:
        return box
    if _BULLET.match(written[start]):
        mark = written[start][0]
        return range(start, next((index for index in box if written[index][0] != mark), box.stop))
    said: list[set[str]] = []
    for index in box:
        stems = _read_stems(written[index])
        if index > start and is_ended(written[index]) and not any(map(is_ended, written[start:index])):
            return range(start, index)  # headings down to the report's first sentence
        if any(len(part & stems) >= _SAME * len(part) for part in said) and is_ended(written[index]):
            return range(start, index)
        if len(written[index].split()) > _MOST_WORDS:
            break
        if len(stems) > 1:
            said.append(stems)
    return range(start, start)


def _read_stems(line: str) -> set[str]:
    words = _WORD.findall(line.casefold())
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST_WORD or word.isdigit()}
