"""The text as pieces: every character once, whatever lies over it."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOON, build_furniture
from workbench.domain.status import Status
from workbench.models import Furniture
from workbench.queries.article_claims import ArticleClaim
from workbench.web.article_text import Group, draw_blocks, draw_text

NOBODY = uuid.UUID(int=0)
ODD = [
    "\u202eאבג\u202c",
    "e\u0301",
    "👩‍👩‍👧",
    "\n",
    "\n\n",
    " ",
    "a",
    "Advertisement",
    "\u2028",
    "\x0c",
    "\ufeff",
]


def make_claim(
    number: int,
    slices: Sequence[tuple[int, int]],
    status: Status = Status.NEW,
    rating: tuple[str, int, str] | None = None,
) -> ArticleClaim:
    return ArticleClaim(
        id=uuid.UUID(int=number),
        number=number,
        title="t",
        status=status,
        accepted=True,
        look_again=False,
        rating=rating,
        has_claimant=False,
        slices=tuple(slices),
    )


def make_mark(start: int, end: int) -> Furniture:
    return build_furniture(NOBODY, start, end)


def read_back(groups: Sequence[Group]) -> str:
    """The text from its pieces; each has to stand where it says."""
    text = ""
    for block in (block for group in groups for block in group.blocks):
        assert block.start == len(text)
        for piece in block.pieces:
            assert piece.start == len(text)
            assert piece.text
            text += piece.text
    return text


@st.composite
def drawings(draw: st.DrawFn) -> tuple[str, list[ArticleClaim], list[Furniture]]:
    text = "".join(draw(st.lists(st.sampled_from(ODD) | st.text(max_size=5), max_size=25)))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places).map(sorted), max_size=12))
    rows = [make_claim(number, [(start, end)]) for number, (start, end) in enumerate(pairs, 1) if start < end]
    cuts = sorted(set(draw(st.lists(places, max_size=6))))
    marks = [make_mark(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, rows, marks


@given(drawings())
@settings(max_examples=70, deadline=None)
def test_every_character_stands_in_exactly_one_piece(
    drawing: tuple[str, list[ArticleClaim], list[Furniture]],
) -> None:
    text, rows, marks = drawing
    groups = draw_text(text, rows, marks)
    assert read_back(groups) == text
    anchors = [p.anchor for g in groups for b in g.blocks for p in b.pieces if p.anchor]
    assert len(anchors) == len(set(anchors))  # ids of the page
    over = {key: set[int]() for key in (row.reference for row in rows)}
    for piece in (piece for group in groups for block in group.blocks for piece in block.pieces):
        for key in piece.claims:
            over[key].update(range(piece.start, piece.start + len(piece.text)))
    for row in rows:
        ((start, end),) = row.slices
        assert over[row.reference] == set(range(start, end))


@given(drawings(), st.data())
@settings(max_examples=150, deadline=None)
def test_some_paragraphs_are_drawn_as_they_stand_in_the_whole(
    drawing: tuple[str, list[ArticleClaim], list[Furniture]], data: st.DataObject
) -> None:
    text, rows, marks = drawing
    claims = [replace(one, slices=(*one.slices, *other.slices)) for one, other in pairwise(rows)]
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    whole = [block for group in draw_text(text, claims, marks) for block in group.blocks]
    ends = [*(block.start for block in whole[1:]), len(text)]
    wanted = [block for block, stop in zip(whole, ends, strict=False) if block.start < end and start < stop]
    assert draw_blocks(text, claims, marks, [(start, end)]) == wanted


@given(drawings())
@settings(max_examples=40, deadline=None)
def test_folded_stretches_are_exactly_the_marked_ones(
    drawing: tuple[str, list[ArticleClaim], list[Furniture]],
) -> None:
    text, rows, marks = drawing
    blocks = [block for group in draw_text(text, rows, marks) for block in group.blocks]
    folded = [(b.start, b.start + sum(len(p.text) for p in b.pieces)) for b in blocks if b.furniture]
    assert folded == [(mark.start, mark.end) for mark in marks]


def test_withdrawn_claims_and_unmarked_furniture_leave_no_trace() -> None:
    mark = make_mark(0, 3)
    mark.unmarked_at = NOON
    rows = [make_claim(1, [(0, 3)], Status.WITHDRAWN)]
    (group,) = draw_text("One two", rows, [mark])
    assert not group.folded
    assert [piece.claims for piece in group.blocks[0].pieces] == [()]


def test_the_shortest_claim_colours_what_it_shares_and_a_split_claim_has_one_anchor() -> None:
    rows = [make_claim(1, [(0, 14)]), make_claim(2, [(4, 7), (12, 14)])]
    (group,) = draw_text("One two three.", rows, [])
    found = [(piece.text, piece.claims, piece.anchor) for piece in group.blocks[0].pieces]
    assert found == [
        ("One ", ("C-1",), "C-1"),
        ("two", ("C-2", "C-1"), "C-2"),
        (" thre", ("C-1",), ""),
        ("e.", ("C-2", "C-1"), ""),
    ]


def test_two_verdicts_on_the_same_words_both_show() -> None:
    rows = [make_claim(number, [(0, 3)]) for number in (1, 2, 3)]
    found = [
        replace(row, rating=("five-steps", 1, key), colour=key)
        for row, key in zip(rows[1:], ("true", "false"), strict=True)
    ]
    (group,) = draw_text("One two", [rows[0], *found], [])
    assert [(piece.rating, piece.also) for piece in group.blocks[0].pieces] == [("none", "true"), ("", "")]
    (group,) = draw_text("One two", found, [])
    assert (group.blocks[0].pieces[0].rating, group.blocks[0].pieces[0].also) == ("true", "false")


def test_neighbouring_furniture_is_folded_together_with_its_kinds_named_once() -> None:
    text = "Menu\n\nAdvert\n\nThe report.\n"
    marks = [make_mark(0, 5), make_mark(6, 13)]
    marks[0].reason = "navigation"
    groups = draw_text(text, [], marks)
    assert [group.folded for group in groups] == [True, False]
    assert groups[0].reasons == "navigation, advertisement"


def test_a_text_of_newlines_or_of_nothing_is_drawn() -> None:
    assert read_back(draw_text("\n" * 50, [], [])) == "\n" * 50
    assert draw_text("", [], []) == []


def test_hundreds_of_overlapping_claims_leave_every_word_in_place() -> None:
    text = ("word " * 19 + "end.\n") * 1_000
    rows = [make_claim(n, [(n * 240, min(n * 240 + 9_000, len(text)))]) for n in range(1, 401)]
    groups = draw_text(text, rows, [])
    assert read_back(groups) == text


def test_only_paragraphs_with_letters_from_the_right_read_from_there() -> None:
    groups = draw_text("قالت الإدارة\n\nNATO قالت\n\nIn English.", [], [])

    assert [group.blocks[0].has_right_to_left for group in groups] == [True, True, False]
