"""Words in a paragraph of their own, whose speaker the paragraph before announces."""

from __future__ import annotations

import pytest

from workbench.splitting import split


def name_speakers(text: str) -> dict[str, str | None]:
    return {one.quote: one.claimant and one.claimant.name for one in split(text).claims}


WORDS = "Two of our boats have sunk."


@pytest.mark.parametrize(
    "leading",
    [
        "In a statement on Monday, the Harbour Ministry said:",
        "The Harbour Ministry has closed the port. It said:",
        "The Harbour Ministry wrote on its channel:",
        "Here is the full statement from the Harbour Ministry:",
    ],
)
@pytest.mark.parametrize("words", [WORDS, f"“{WORDS}”", f'"{WORDS}"', f"• {WORDS}"])
def test_the_words_under_a_colon_are_whose_they_are_said_to_be(leading, words):
    found = name_speakers(f"{leading}\n\n{words}\n\nThe bridge is open.\n")
    assert found["Two of our boats have sunk"] == "Harbour Ministry"
    assert found["The bridge is open"] is None


def test_all_of_a_list_is_announced():
    text = "The Harbour Ministry said:\n\n• Two boats have sunk.\n• The mast fell.\n\nThe bridge is open.\n"
    assert list(name_speakers(text).values()) == ["Harbour Ministry", "Harbour Ministry", None]


def test_a_list_is_whose_it_is_according_to():
    text = (
        "Guns arrive in two ways, according to the Harbour Ministry:\n\n• By sea. Two boats have sunk.\n"
        "• By air. Nine flights landed. Orlen’s army speaks of “a lie”.\n\nThe bridge is open.\n"
    )
    found = {one.quote: one for one in split(text).claims}
    told = [found["Two boats have sunk"], found["Nine flights landed"]]
    assert {(one.claimant.name, one.attribution[-1].manner) for one in told} == {
        ("Harbour Ministry", "indirect")
    }
    assert found["The bridge is open"].claimant is None


@pytest.mark.parametrize(
    "text",
    [
        # A post that the page has lost; no act of saying; nothing said; and the article itself.
        "The Harbour Ministry wrote on its channel:\n\nTwo boats have sunk.\n",
        f"The Harbour Ministry has two sorts of boats:\n\n{WORDS}\n",
        f"The Harbour Ministry has not said:\n\n{WORDS}\n",
        f"This is what we wrote:\n\n{WORDS}\n",
    ],
)
def test_other_colons_announce_nobody(text):
    assert set(name_speakers(text).values()) == {None}


def test_a_quotation_that_goes_on_keeps_the_speakers_place_in_the_article():
    text = (
        "The road is shut. “The mast fell,” the Harbour Ministry said. “We are safe.\n\n"
        "“Our boats have left.”\n"
    )
    found = next(one for one in split(text).claims if "have left" in one.quote)
    assert text[slice(*found.claimant.slice)] == "Harbour Ministry"
