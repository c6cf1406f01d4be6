"""Pages of a document, told from where each begins in its text."""

from bisect import bisect_right
from collections.abc import Sequence


def tell_pages(pages: Sequence[int], slices: Sequence[Sequence[int]]) -> str:
    """On which pages words stand: "p. 3", "pp. 3-4"; empty for a text without pages. `pages` are the offsets
    where they begin, `slices` [start, end) of the words, which belong to the last page that has begun."""
    if not pages or not slices:
        return ""
    first = bisect_right(pages, slices[0][0])
    last = bisect_right(pages, slices[-1][1] - 1)
    return f"p. {first}" if first >= last else f"pp. {first}\u2013{last}"
