"""What changed between two texts, paragraph by paragraph, as a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workbench.domain.comparing import Comparison, Kind

SAME, OUT, IN = "same", "out", "in"
BESIDE = 1  # unchanged paragraphs that stay on either side of a changed one


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph: in both texts, taken out, or put in."""

    kind: str
    text: str


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring paragraphs. `folded`: nothing in them changed and nothing beside them; `words` of them."""

    paragraphs: tuple[Paragraph, ...]
    folded: bool

    @property
    def words(self) -> int:
        """How many words it has, roughly: what stands between blanks."""
        return sum(len(piece.text.split()) for paragraph in self.paragraphs for piece in paragraph)


def draw_changes(comparison: Comparison) -> list[Stretch]:
    """Both texts as one, in order: what was taken out stands before what was put in."""
    paragraphs = list(_cut_paragraphs(_list_pieces(comparison)))
    changed = [any(piece.kind != SAME for piece in paragraph) for paragraph in paragraphs]
    near = [any(changed[max(0, at - BESIDE) : at + BESIDE + 1]) for at in range(len(paragraphs))]
    stretches = []
    for shown, found in groupby(zip(near, paragraphs, strict=True), key=lambda one: one[0]):
        stretches.append(Stretch(tuple(paragraph for _, paragraph in found), folded=not shown))
    return stretches


def _list_pieces(comparison: Comparison) -> Iterator[Piece]:
    old, new = comparison.old, comparison.new
    before = after = 0  # how far either text is shown
    for step in comparison.steps:
        old_end = old.places[step.old[1] - 1][1] if step.old[1] > step.old[0] else before
        new_end = new.places[step.new[1] - 1][1] if step.new[1] > step.new[0] else after
        if step.kind is Kind.OTHER:
            yield from _make_piece(OUT, old.text[before:old_end])
            yield from _make_piece(IN, new.text[after:new_end])
        else:
            yield Piece(SAME, new.text[after:new_end])
        before, after = old_end, new_end


def _make_piece(kind: str, text: str) -> Iterator[Piece]:
    """A changed run without the blanks before it, which are no words."""
    bare = text.lstrip()
    if bare:
        yield Piece(SAME, text[: len(text) - len(bare)])
        yield Piece(kind, bare)


def _cut_paragraphs(pieces: Iterator[Piece]) -> Iterator[Paragraph]:
    """A line break ends a paragraph, whichever text has it."""
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        if first:
            paragraph.append(Piece(piece.kind, first))
        for line in rest:
            if any(one.text.strip() for one in paragraph):
                yield tuple(paragraph)
            paragraph = [Piece(piece.kind, line)] if line else []
    if any(one.text.strip() for one in paragraph):
        yield tuple(paragraph)


def draw_sides(comparison: Comparison) -> tuple[Paragraph, Paragraph]:
    """The old words with what was taken out, and the new ones with what was put in."""
    pieces = list(_list_pieces(comparison))
    old = tuple(piece for piece in pieces if piece.kind != IN)
    return old, tuple(piece for piece in pieces if piece.kind != OUT)
