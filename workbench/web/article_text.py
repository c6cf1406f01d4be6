"""The article's text as the page draws it: paragraphs cut into pieces, furniture folded, nothing lost.

Every character of the text stands in exactly one piece, so that a selection can be counted back to offsets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from workbench.domain.segments import Segment, Span, split_segments
from workbench.models import Furniture
from workbench.queries.article_claims import ArticleClaim

# Letters of the scripts that are written from right to left: Hebrew to Arabic Extended-A, and old forms.
_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


Slice = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same claims: references, the shortest claim first. `rating`, `status`
    and `proposal` are that claim's; `anchor` is the claim whose first piece this is, empty for none;
    `also` is the rating of another claim on these words that has another one."""

    start: int
    text: str
    claims: tuple[str, ...] = ()
    rating: str = ""
    status: str = ""
    proposal: bool = False
    anchor: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a claim's words show of it, looked up once for all its pieces."""

    rating: str
    status: str
    proposal: bool

    @classmethod
    def of(cls, claim: ArticleClaim) -> Self:
        return cls(claim.colour, claim.status.value, claim.waiting)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its line ends, or with `furniture` set a stretch of page furniture."""

    start: int
    pieces: tuple[Piece, ...]
    furniture: Furniture | None = None

    @property
    def has_right_to_left(self) -> bool:
        """Whether a letter of it is written from right to left: a paragraph all in English reads from the
        left, in an Arabic article, too."""
        return any(_RIGHT_TO_LEFT.search(piece.text) for piece in self.pieces)

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing but white space."""
        return not any(piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks drawn together: with `folded` neighbouring furniture and the blank lines between it."""

    blocks: tuple[Block, ...]
    folded: bool = False

    @property
    def reasons(self) -> str:
        """What kinds of furniture are folded here, each once."""
        return ", ".join(dict.fromkeys(block.furniture.reason for block in self.blocks if block.furniture))


def draw_text(text: str, claims: Sequence[ArticleClaim], furniture: Sequence[Furniture]) -> list[Group]:
    """The whole text in order. Withdrawn claims mark nothing; unmarked furniture is text."""
    return _group_blocks(_draw_blocks(text, claims, furniture))


def draw_blocks(
    text: str, claims: Sequence[ArticleClaim], furniture: Sequence[Furniture], ranges: Sequence[Slice]
) -> list[Block]:
    """The paragraphs that hold any of these stretches, as they stand in the whole."""
    return _draw_blocks(text, claims, furniture, ranges)


def _group_blocks(blocks: Sequence[Block]) -> list[Group]:
    groups: list[Group] = []
    for folded, found in groupby(blocks, key=lambda block: block.furniture is not None or block.is_blank):
        together = tuple(found)
        if folded and any(block.furniture for block in together):
            groups.append(Group(together, folded=True))
        else:
            groups += [Group((block,)) for block in together]
    return groups


def _draw_blocks(
    text: str,
    claims: Sequence[ArticleClaim],
    furniture: Sequence[Furniture],
    ranges: Sequence[Slice] | None = None,
) -> list[Block]:
    """`ranges`: only the paragraphs that hold one of these are made; the others are counted through."""
    folded = {mark.start: mark for mark in furniture if mark.unmarked_at is None}
    cuts = _cut_blocks(text, sorted((mark.start, mark.end) for mark in folded.values()))
    marking = [claim for claim in claims if not claim.withdrawn]
    if ranges is not None:
        marking = list_touching(marking, [cut for cut in cuts if _holds(cut, ranges)])
    looks = {claim.reference: _Look.of(claim) for claim in marking}
    segments = iter(split_segments(len(text), _list_spans(marking), [end for _, end in cuts]))
    anchored: set[str] = set()
    blocks = []
    for start, end in cuts:
        wanted = ranges is None or _holds((start, end), ranges)
        pieces = []
        for segment in segments:
            anchor = _find_anchor(segment, anchored)
            if wanted:
                pieces.append(_make_piece(text, segment, looks, anchor))
            if segment.end == end:
                break
        if wanted:
            blocks.append(Block(start, tuple(pieces), folded.get(start)))
    return blocks


def _holds(cut: Slice, ranges: Sequence[Slice]) -> bool:
    return any(cut[0] < stop and begin < cut[1] for begin, stop in ranges)


def list_touching(claims: Sequence[ArticleClaim], stretches: Sequence[Slice]) -> list[ArticleClaim]:
    """Those of the claims that have words in these stretches, those that share words with them anywhere, and
    so on: only they decide how a mark there is drawn."""
    spans = sorted(
        (*part, at) for at, claim in enumerate(claims) for part in claim.slices if part[0] < part[1]
    )
    piles: list[set[int]] = []  # claims whose words lie over one another
    reach: list[Slice] = []
    for start, end, at in spans:
        if reach and start < reach[-1][1]:
            piles[-1].add(at)
            reach[-1] = (reach[-1][0], max(reach[-1][1], end))
        else:
            piles.append({at})
            reach.append((start, end))
    found: set[int] = set()
    waiting = {at for pile, over in zip(piles, reach, strict=True) if _holds(over, stretches) for at in pile}
    while waiting:
        found |= waiting
        waiting = {at for pile in piles if pile & waiting for at in pile} - found
    return [claim for at, claim in enumerate(claims) if at in found]


def _find_anchor(segment: Segment, anchored: set[str]) -> str:
    """The claim whose first piece this is; empty for none. One piece is the first of one claim."""
    anchor = next((key for key in segment.keys if key not in anchored), "")
    anchored.add(anchor)
    return anchor


def _list_spans(claims: Sequence[ArticleClaim]) -> list[Span]:
    """Spans of all claims, the shortest claim first, so that it colours what it shares with longer ones."""
    by_length = sorted(claims, key=lambda claim: sum(end - start for start, end in claim.slices))
    return [Span(start, end, claim.reference) for claim in by_length for start, end in claim.slices]


def _cut_blocks(text: str, furniture: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Furniture ranges and the paragraphs between them, in order, covering the text."""
    cuts: list[tuple[int, int]] = []
    position = 0
    for start, end in [*furniture, (len(text), len(text))]:
        while position < start:
            stop = _end_paragraph(text, position, start)
            cuts.append((position, stop))
            position = stop
        if end > start:
            cuts.append((start, end))
        position = max(position, end)
    return cuts


def _end_paragraph(text: str, start: int, limit: int) -> int:
    """Where the paragraph that begins at `start` ends, its line ends included, at most at `limit`."""
    end = text.find("\n", start, limit)
    if end == -1:
        return limit
    while end < limit and text[end] == "\n":
        end += 1
    return end


def _make_piece(text: str, segment: Segment, looks: dict[str, _Look], anchor: str) -> Piece:
    start, end = segment.start, segment.end
    claims = segment.keys
    if not claims:
        return Piece(start, text[start:end])
    first = looks[claims[0]]
    also = "" if len(claims) == 1 else _find_other([looks[key].rating for key in claims])
    return Piece(start, text[start:end], claims, first.rating, first.status, first.proposal, anchor, also)


def _find_other(ratings: Sequence[str]) -> str:
    """The first rating that differs from the first claim's; no verdict is none."""
    return next((rating for rating in ratings[1:] if rating not in {"none", ratings[0]}), "")
