"""A text as the words that claim memory compares."""

import pytest

from workbench.domain.memory.words import find_stem, read_words, split_words


def list_stems(text: str) -> list[str]:
    return [word.stem for word in read_words(text)]


def test_case_accents_and_endings_do_not_matter() -> None:
    assert (
        list_stems("Destroyed bridges in KÖLN")
        == list_stems("destroys a bridge in Köln")
        == [
            "destroy",
            "bridg",
            "koln",
        ]
    )


def test_an_accent_that_stands_behind_its_letter_is_the_same_letter() -> None:
    assert split_words("Ko\u0308ln") == split_words("Köln") == ["koln"]


def test_the_commonest_words_and_repetitions_are_left_out() -> None:
    assert list_stems("The unit and the units that were there") == ["unit"]


def test_addresses_tell_nothing_and_hashtags_are_read_apart() -> None:
    assert list_stems("See https://example.org/bridge #KurskBridge @JoeNobody") == [
        "see",
        "kursk",
        "bridg",
        "joe",
        "nobodi",
    ]


def test_words_of_other_scripts_have_their_own_stemmer() -> None:
    assert find_stem("мостов") == find_stem("мосты") == "мост"
    assert find_stem("橋") == "橋"


@pytest.mark.parametrize(
    ("text", "written", "whole"),
    [
        ("destroyed", "destroy", False),
        ("ministries", "ministri", False),
        ("happy", "happ", False),
        ("dying", "dying", True),  # its stem is "die"
        ("2024", "2024", True),
        ("UN", "un", True),
    ],
)
def test_the_index_is_asked_for_the_beginning_that_forms_of_a_word_share(
    text: str, written: str, whole: bool
) -> None:
    word = read_words(text)[0]
    assert (word.written, word.whole) == (written, whole)


def test_what_is_asked_for_holds_nothing_that_an_index_reads_as_an_operator() -> None:
    words = read_words("a\"b' OR (c* NEAR:d) | !e & f\\g -h \N{ZERO WIDTH JOINER}x")
    assert all(word.written.isalnum() for word in words)
