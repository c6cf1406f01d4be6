"""A clause, a sentence or the things of a list: how finely an article is cut."""

import pytest

from tests.splitting.test_any_text import SENTENCES, check
from workbench.splitting import split

SAID = (
    "The ministry said that border troops shelled Orlen on Monday, killing six soldiers and two civilians, "
    "and that the bridge was hit."
)
MIXED = "The convoy left Tarn, but the army claims that it turned back."
QUOTES = {
    "clause": [
        "border troops shelled Orlen on Monday",
        "border troops … killing six soldiers",
        "border troops … killing … two civilians",
        "the bridge was hit",
    ],
    "item": [
        "border troops shelled Orlen on Monday",
        "border troops … killing six soldiers",
        "border troops … killing … two civilians",
        "the bridge was hit",
    ],
    "sentence": [
        "border troops shelled Orlen on Monday, killing six soldiers and two civilians, "
        "and that the bridge was hit"
    ],
}


@pytest.mark.parametrize("granularity", QUOTES)
def test_cut_as_finely_as_asked(granularity):
    claims = split(SAID, granularity=granularity).claims
    assert [claim.quote for claim in claims] == QUOTES[granularity]
    assert {claim.claimant.name for claim in claims} == {"ministry"}


def test_a_clause_is_what_one_gets_unasked():
    assert split(SAID) == split(SAID, granularity="clause")


def test_a_sentence_of_two_voices_is_nobody_s():
    [claim] = split(MIXED, granularity="sentence").claims
    assert claim.quote == MIXED.rstrip(".")
    assert claim.claimant is None


def test_one_claim_a_sentence_with_its_fields():
    [first, second] = split(f"{SAID} {MIXED}", granularity="sentence").claims
    assert [quantity.value for quantity in first.quantities] == [6, 2]
    assert first.attribution[0].cue.text == "said"
    assert [place.text for place in second.places] == ["Tarn"]


def test_a_sentence_with_two_speakers_stays_whole():
    text = "The army said that it took Velin, but the council denied that the town had fallen."
    [claim] = split(text, granularity="sentence").claims
    assert (claim.claimant, claim.attribution, claim.quote) == (None, (), text.rstrip("."))


def test_each_sentence_has_its_own():
    text = "Rain fell on Orlen and snow fell on Vesk. The army left Velin and took the port."
    assert [claim.statement for claim in split(text, granularity="sentence").claims] == [
        "Rain fell on Orlen and snow fell on Vesk",
        "The army left Velin and took the port",
    ]


@pytest.mark.parametrize("granularity", QUOTES)
@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_any_text_keeps_its_offsets(granularity, joint):
    check(split(joint.join(SENTENCES), granularity=granularity))


def test_another_granularity_is_refused():
    with pytest.raises(ValueError, match="clause"):
        split(SAID, granularity="paragraph")
