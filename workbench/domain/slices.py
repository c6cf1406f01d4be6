"""Arithmetic of slices: ordered, disjoint stretches [start, end) of a text, in code points."""

from collections.abc import Sequence

Slices = Sequence[tuple[int, int]]

# What may be left hanging at the edge when words are cut out of the middle of a sentence.
_EDGE = " \t\n\u00a0,;:"


def extend(slices: Slices, start: int, end: int) -> list[tuple[int, int]]:
    """The slices with this stretch taken in; what touches or overlaps becomes one."""
    merged: list[tuple[int, int]] = []
    for one_start, one_end in sorted([*slices, (start, end)]):
        if merged and one_start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], one_end))
        else:
            merged.append((one_start, one_end))
    return merged


def trim(slices: Slices, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The slices without this stretch; spaces and commas left at an edge go, too. Empty if nothing stays."""
    left: list[tuple[int, int]] = []
    for one_start, one_end in slices:
        for piece in ((one_start, min(one_end, start)), (max(one_start, end), one_end)):
            tidy = _tidy(text, *piece)
            if tidy[0] < tidy[1]:
                left.append(tidy)
    return sorted(set(left))


def find_words(slices: Slices, text: str, words: str) -> list[tuple[int, int]]:
    """Every place of these words within one of the slices."""
    found: list[tuple[int, int]] = []
    for start, end in slices:
        at = text.find(words, start, end) if words else -1
        while at != -1:
            found.append((at, at + len(words)))
            at = text.find(words, at + 1, end)
    return found


def _tidy(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
