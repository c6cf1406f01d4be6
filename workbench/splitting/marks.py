"""Page furniture from two finders as one list of ranges."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.splitting.layout.furniture import find_furniture
from workbench.splitting.layout.paragraphs import cut_lines

Mark = tuple[int, int, str]


def merge_furniture(text: str, marked: Iterable[Mark]) -> list[Mark]:
    """What the file's markup marked, as (start, end, reason), with what the text's own pattern shows: in
    order, without overlaps.
    """
    found = [
        *marked,
        *((part.start, part.end, part.reason) for part in find_furniture(text, cut_lines(text))),
    ]
    merged: list[Mark] = []
    for start, end, reason in sorted(found):
        start = max(start, merged[-1][1]) if merged else start
        if end > start:
            merged.append((start, end, reason))
    return merged
