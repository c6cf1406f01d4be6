"""An article's text as paragraphs of pieces, each with the claims that are marked on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.domain.records import ArticleRecord, ClaimRecord
from workbench.domain.segments import Segment, Span, split_segments

_FURNITURE = "furniture"  # no claim's key: those are numbers


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim on a piece. `number` counts the report's claims from 1; marks of one piece never share a lane
    (0, 1, …), so that their underlines can be drawn below one another."""

    number: int
    claim: ClaimRecord
    lane: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same claims cover. `ended` are the numbers of claims whose quote ends with them."""

    text: str
    marks: tuple[Mark, ...]
    ended: tuple[int, ...] = ()


@dataclass(slots=True)
class Block:
    """Paragraphs that are all page furniture or all article. `marked`: a claim lies on them."""

    furniture: bool
    paragraphs: list[list[Piece]] = field(default_factory=lambda: [[]])

    @property
    def marked(self) -> bool:
        return any(piece.marks for paragraph in self.paragraphs for piece in paragraph)


def build_blocks(article: ArticleRecord, claims: Sequence[ClaimRecord]) -> list[Block]:
    """The article's whole text in order, without its empty lines.

    `claims` are all claims of the report. Raises ValueError for a slice that does not lie in the text.
    """
    spans = [Span(start, end, _FURNITURE) for start, end in article.furniture]
    ends: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, start=1):
        for appearance in claim.appearances:
            if appearance.article == article.reference and appearance.slices:
                spans += [Span(start, end, str(number)) for start, end in appearance.slices]
                ends.setdefault(appearance.slices[-1][1], []).append(number)
    blocks = [Block(furniture=False)]
    lanes: dict[int, int] = {}
    for segment in split_segments(len(article.text), spans):
        if (_FURNITURE in segment.keys) != blocks[-1].furniture:
            blocks.append(Block(furniture=not blocks[-1].furniture))
        lanes = _move_lanes(lanes, segment)
        marks = tuple(Mark(number, claims[number - 1], lane) for number, lane in lanes.items())
        lines = article.text[segment.start : segment.end].split("\n")
        _add_lines(blocks[-1], lines, marks, tuple(ends.get(segment.end, ())))
    return _join_neighbours([block for block in map(_drop_empty, blocks) if block.paragraphs])


def _move_lanes(lanes: dict[int, int], segment: Segment) -> dict[int, int]:
    """Claims keep their lane while they go on; a new one takes the lowest that is free."""
    numbers = [int(key) for key in segment.keys if key != _FURNITURE]
    moved = {number: lanes[number] for number in numbers if number in lanes}
    for number in numbers:
        if number not in moved:
            taken = set(moved.values())
            moved[number] = next(lane for lane in range(len(numbers)) if lane not in taken)
    return moved


def _add_lines(block: Block, lines: list[str], marks: tuple[Mark, ...], ended: tuple[int, ...]) -> None:
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        if place:
            block.paragraphs.append([])
        if line or (last and ended):
            block.paragraphs[-1].append(Piece(line, marks, ended if last else ()))


def _drop_empty(block: Block) -> Block:
    kept = [p for p in block.paragraphs if any(piece.text.strip() or piece.ended for piece in p)]
    return Block(block.furniture, kept)


def _join_neighbours(blocks: list[Block]) -> list[Block]:
    """Stretches of furniture with only empty lines between them are one."""
    joined: list[Block] = []
    for block in blocks:
        if joined and joined[-1].furniture == block.furniture:
            joined[-1].paragraphs += block.paragraphs
        else:
            joined.append(block)
    return joined
