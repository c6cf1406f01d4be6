"""References like C-142."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import NotFound
from workbench.domain.references import format_reference, parse_reference


@given(st.sampled_from("ACRS"), st.integers(1, 999_999_999))
def test_a_reference_is_read_as_it_is_written(letter: str, number: int) -> None:
    assert parse_reference(letter, format_reference(letter, number)) == number
    assert parse_reference(letter, format_reference(letter, number).lower()) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "C",
        "C-",
        "C-0",
        "C-01",
        "C--1",
        "C-1.0",
        "C-1e3",
        "C-99999999999",
        "A-1",
        "C-\u0661",
        "C-1\0",
        "1",
    ],
)
def test_anything_else_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        parse_reference("C", text)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    try:
        number = parse_reference("C", text)
    except NotFound:
        return
    assert 1 <= number <= 999_999_999
