"""Many numbers in few characters, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.number_ranges import read_ranges, write_ranges


def test_numbers_in_a_row_are_written_short() -> None:
    assert write_ranges([40, 21, 22, 23, 22]) == "21-23.40"
    assert write_ranges([]) == ""


@given(st.sets(st.integers(1, 60), min_size=1))
def test_what_is_written_is_read_again(numbers: set[int]) -> None:
    assert read_ranges(write_ranges(numbers), 60) == sorted(numbers)


@pytest.mark.parametrize("written", ["", "x", "3-1", "0", "-4", "1-21", "1-20.30", "1-9999999999", "1..2"])
def test_what_is_no_list_of_a_few_numbers_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_ranges(written, 20)
