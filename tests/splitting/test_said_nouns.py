"""What is said with a noun alone is what the speaker says: "demanded an inquiry"."""

from __future__ import annotations

import pytest

from workbench.splitting import split

_SAID = {
    "The opposition of Orlen demanded an inquiry.": ("an inquiry", "There should be an inquiry", "opinion"),
    "The opposition called for an inquiry into the blast.": (
        "an inquiry into the blast",
        "There should be an inquiry into the blast",
        "opinion",
    ),
    "The ministry denied any wrongdoing.": ("any wrongdoing", "There was no wrongdoing", "denial"),
    "The ministry denied any contact with the rebels.": (
        "any contact with the rebels",
        "The ministry had no contact with the rebels",
        "denial",
    ),
    "The rebels claimed responsibility for the attack.": (
        "responsibility for the attack",
        "The rebels bore responsibility for the attack",
        "asserted",
    ),
    "The rescue service spoke of 21 bodies.": ("21 bodies", "There were 21 bodies", "asserted"),
    "The army acknowledged heavy losses.": ("heavy losses", "There were heavy losses", "asserted"),
    "The agency reported no casualties.": ("no casualties", "There were no casualties", "asserted"),
    "The government blamed a shortage of fuel.": (
        "a shortage of fuel",
        "A shortage of fuel is to blame",
        "asserted",
    ),
    "The government blamed the blast on a gas leak.": (
        "the blast … a gas leak",
        "A gas leak is to blame for the blast",
        "asserted",
    ),
    "The council promised the town 40,000 shells.": (
        "the town 40,000 shells",
        "The town will get 40,000 shells",
        "prediction",
    ),
    "The government promised compensation to the families.": (
        "compensation",
        "There will be compensation",
        "prediction",
    ),
    "The embassy rejected the charge.": ("the charge", "The charge is not true", "denial"),
}
_WHOLE = (
    "The embassy denied entry to six guards.",  # refused it, said nothing
    "The hospital admitted 40 wounded.",
    "The storm claimed 12 lives.",
    "The ministry confirmed the death of two dockers.",  # nothing new that "there is"
    "It blamed the commander.",
    "The council promised Orlen 40,000 shells.",  # whose shells, the parser can't tell
)


@pytest.mark.parametrize("text", _SAID)
def test_the_noun_is_what_is_said(text: str) -> None:
    [claim] = split(text).claims
    assert (claim.quote, claim.statement, claim.modality) == _SAID[text]
    assert claim.claimant is not None
    assert claim.additions


@pytest.mark.parametrize("text", _WHOLE)
def test_what_a_verb_does_to_a_thing_stays_whole(text: str) -> None:
    assert [claim.quote for claim in split(text).claims] == [text.rstrip(".")]
