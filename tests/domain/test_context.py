"""The words around a quote: whole words of its own paragraph."""

from workbench.domain.context import trim_after, trim_before

LONG = "ministry said on Tuesday that several of the brigades had cro"


def test_a_cut_word_is_left_out_and_the_cut_is_shown() -> None:
    assert trim_before("x" + LONG) == "… said on Tuesday that several of the brigades had cro"
    assert trim_after(LONG) == "ministry said on Tuesday that several of the brigades had …"


def test_what_was_not_cut_stays_whole() -> None:
    assert trim_before("The office said that ") == "The office said that "
    assert trim_after(", it said.") == ", it said."


def test_other_paragraphs_are_left_out() -> None:
    assert trim_before("By the desk\n\nThe office said ") == "The office said "
    assert trim_after(".\nAdvertisement\nMore") == "."


def test_one_long_word_is_left_as_it_is() -> None:
    assert trim_before("w" * 60) == "w" * 60
    assert trim_after("") == ""
