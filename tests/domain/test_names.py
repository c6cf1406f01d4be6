"""Names of sources and of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.names import LONGEST_FILE_NAME, LONGEST_KEY, clean_file_name, fold_name


@pytest.mark.parametrize(
    "again",
    [
        "northern ministry",
        "The Northern Ministry",
        "NORTHERN\u00a0 MINISTRY\n",
        "a northern ministry",
        "\uff4eorthern ministry",
    ],
)
def test_spellings_of_one_name_fold_to_one_key(again: str) -> None:
    assert fold_name(again) == fold_name("Northern Ministry")


def test_apostrophes_fold_and_other_names_stay_apart() -> None:
    assert fold_name("People’s Daily") == fold_name("People's Daily")
    assert fold_name("Theatre Office") != fold_name("atre Office")
    assert fold_name("Anna") != fold_name("na")


@given(st.text(max_size=3_000))
def test_a_key_fits_into_an_index_and_folding_again_changes_nothing_short(name: str) -> None:
    key = fold_name(name)
    assert len(key.encode()) <= LONGEST_KEY
    assert fold_name(name) == key


def test_very_long_names_stay_apart() -> None:
    long = "п" * 2_000
    assert fold_name(long) == fold_name(long.upper())
    assert fold_name(long) != fold_name(f"{long}п")


@given(st.text(alphabet=st.characters(), max_size=400))
def test_a_file_name_is_one_line_without_folders_or_turned_letters(name: str) -> None:
    shown = clean_file_name(name)
    assert len(shown) <= LONGEST_FILE_NAME
    assert not set(shown) & set("/\\\0\r\n\u202e\u2066\u2028")
    assert shown not in {".", ".."}
    shown.encode()  # no half characters
    assert clean_file_name(shown) == shown
