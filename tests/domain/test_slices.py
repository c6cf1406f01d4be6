"""Slices taken in, cut out, and found by their words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.slices import extend, find_words, trim

TEXT = "Troops took Orlen, and captured six soldiers."


@pytest.mark.parametrize(
    ("start", "end", "made"),
    [
        (12, 17, [(0, 6), (12, 17)]),
        (6, 11, [(0, 11)]),
        (3, 9, [(0, 9)]),
        (2, 4, [(0, 6)]),
    ],
)
def test_a_stretch_is_taken_in(start: int, end: int, made: list[tuple[int, int]]) -> None:
    assert extend([(0, 6)], start, end) == made


def test_what_is_cut_out_leaves_no_comma_behind() -> None:
    left = trim([(0, 44)], TEXT, TEXT.index("and"), 44)
    assert [TEXT[start:end] for start, end in left] == ["Troops took Orlen"]
    middle = trim([(0, 44)], TEXT, 7, 18)
    assert [TEXT[start:end] for start, end in middle] == ["Troops", "and captured six soldiers"]
    assert trim([(0, 6)], TEXT, 0, 44) == []


def test_words_are_found_within_one_slice_only() -> None:
    assert find_words([(0, 44)], TEXT, "soldiers") == [(36, 44)]
    assert find_words([(0, 20)], TEXT, "soldiers") == []
    assert len(find_words([(0, 44)], TEXT, "s")) == 4
    assert find_words([(0, 44)], TEXT, "") == []


@given(
    st.lists(st.integers(0, 44), min_size=2, max_size=8, unique=True), st.integers(0, 43), st.integers(1, 9)
)
def test_slices_stay_in_order_and_apart(cuts: list[int], start: int, length: int) -> None:
    edges = sorted(cuts)
    slices = list(zip(edges[::2], edges[1::2], strict=False))
    end = min(start + length, len(TEXT))
    taken = extend(slices, start, end)
    assert all(a < b for a, b in taken)
    assert all(one[1] < two[0] for one, two in pairwise(taken))
    left = trim(slices, TEXT, start, end)
    held = {at for a, b in slices for at in range(a, b)}
    assert {at for a, b in left for at in range(a, b)} <= held - set(range(start, end))
