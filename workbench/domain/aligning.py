"""Rows of words laid beside each other: where one is like a part of another, and how far two are the same."""

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio_alignment

from workbench.domain.wording import Range


def align_words(mine: Sequence[str], words: Sequence[str]) -> Range | None:
    """From which to which of `words` the best copy of `mine` lies; None where there is none."""
    found = partial_ratio_alignment(" ".join(mine), " ".join(words))
    if found is None or found.dest_start == found.dest_end:
        return None
    edges, position = [], 0
    for word in words:
        edges.append((position, position + len(word)))
        position += len(word) + 1
    inside = [
        at
        for at, (start, end) in enumerate(edges)
        if min(end, found.dest_end) - max(start, found.dest_start) > (end - start) / 2
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def count_same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the beginning, without a gap."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def merge_spans(spans: Sequence[Range]) -> list[Range]:
    """What overlaps or touches as one: two slices may have become one stretch."""
    merged: list[Range] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
