"""A text cut at every boundary of the spans that lie on it, so that overlapping marks can be drawn flat."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch [start, end) in code points; the slices of one claim share their key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch [start, end) that the same spans cover from its first character to its last.

    `keys` holds each covering key once, in the order the spans were given; empty where nothing is marked.
    """

    start: int
    end: int
    keys: tuple[str, ...]


def split_segments(text_length: int, spans: Sequence[Span], edges: Iterable[int] = ()) -> list[Segment]:
    """The text of `text_length` code points as segments: in order, without gaps, none of them empty.

    No segment goes over one of the `edges`, places of the text where something else ends. Empty spans mark
    nothing and cut nothing. Raises ValueError for a span that does not lie in the text: such a span was made
    for another text, and drawing it would mark the wrong words.
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for position, span in enumerate(spans):
        if not 0 <= span.start <= span.end <= text_length:
            raise ValueError(f"The span {span} does not lie in a text of {text_length} characters.")
        if span.start < span.end:
            opening.setdefault(span.start, []).append(position)
            closing.setdefault(span.end, []).append(position)
    # One sweep over the boundaries. `active` stays sorted by itself, so a segment costs what it shows.
    active: list[int] = []
    names = [span.key for span in spans]
    segments: list[Segment] = []
    for start, end in pairwise(sorted({0, text_length, *opening, *closing, *edges})):
        for position in closing.get(start, ()):
            del active[bisect_left(active, position)]
        for position in opening.get(start, ()):
            insort(active, position)
        keys = [names[position] for position in active]
        if len(set(keys)) != len(keys):
            keys = list(dict.fromkeys(keys))
        segments.append(Segment(start, end, tuple(keys)))
    return segments
