"""Two texts word by word, as a page shows it."""

import pytest

from workbench.domain.word_changes import AROUND, list_changes

FILLER = " ".join(f"word{number}" for number in range(60))


def draw(old: str, new: str) -> str:
    signs = {"same": "{}", "out": "[-{}-]", "in": "[+{}+]", "left out": "…"}
    return " ".join(signs[one.kind].format(one.text) for one in list_changes(old, new))


@pytest.mark.parametrize(
    ("old", "new", "drawn"),
    [
        ("The bridge stood open.", "The bridge stood closed.", "The bridge stood [-open-] [+closed+] ."),
        ("Two men died.", "Two men and a child died.", "Two men [+and a child+] died."),
        ("One\n\ntwo three", "One two three", ""),
        ("", "New words", "[+New words+]"),
        ("Old words", "", "[-Old words-]"),
    ],
)
def test_changes_stand_where_they_were_made(old: str, new: str, drawn: str) -> None:
    assert draw(old, new) == drawn


def test_what_stays_is_left_out_but_for_a_few_words_beside_a_change() -> None:
    drawn = draw(f"{FILLER} open {FILLER}", f"{FILLER} closed {FILLER}")
    assert drawn.startswith("… word48 ")
    assert drawn.endswith(f" word{AROUND - 1} …")
    assert "[-open-] [+closed+]" in drawn
