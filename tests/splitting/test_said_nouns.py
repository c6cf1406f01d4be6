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
    "That account was rejected by the embassy.": ("That account", "That account is not true", "denial"),
    "Diplomats expect another delay.": ("another delay", "There will be another delay", "prediction"),
    "The institute puts the share at almost half.": (
        "the share … almost half",
        "The share is almost half",
        "asserted",
    ),
    "The ministry expects a new line to be running by June.": (
        "a new line to be running by June",
        "A new line will be running by June",
        "prediction",
    ),
    "Claims that the dam was mined were rejected by the army.": (
        "the dam was mined",
        "The dam was not mined",
        "denial",
    ),
}
# What comes after the comma, and who says so.
_REJECTED = {
    "The raid hit a clinic, a charge denied by the embassy.": (
        "a charge",
        "The charge is not true",
        "embassy",
    ),
    "The raid hit a clinic, a claim the army denies.": ("a claim", "The claim is not true", "army"),
    "The raid hit a clinic, an accusation the embassy, which has letters, has rejected.": (
        "an accusation",
        "The accusation is not true",
        "embassy",
    ),
}
_WHOLE = (
    "The embassy denied entry to six guards.",  # refused it, said nothing
    "The hospital admitted 40 wounded.",
    "The storm claimed 12 lives.",
    "The ministry confirmed the death of two dockers.",  # nothing new that "there is"
    "It blamed the commander.",
    "The bill was rejected by parliament.",
    "The council promised Orlen 40,000 shells.",  # whose shells, the parser can't tell
)


@pytest.mark.parametrize("text", _SAID)
def test_the_noun_is_what_is_said(text: str) -> None:
    [claim] = split(text).claims
    assert (claim.quote, claim.statement, claim.modality) == _SAID[text]
    assert claim.claimant is not None
    assert claim.additions


@pytest.mark.parametrize("text", _REJECTED)
def test_a_charge_rejected_by_somebody_is_denied(text: str) -> None:
    first, denied = (claim for claim in split(text).claims if "letters" not in claim.statement)
    assert (first.statement, first.claimant) == ("The raid hit a clinic", None)
    said = denied.claimant and denied.claimant.name
    assert (denied.quote, denied.statement, said) == _REJECTED[text]
    assert denied.modality == "denial"


def test_what_is_told_of_who_rejects_a_charge_is_the_writers() -> None:
    text = "The raid hit a clinic, a charge dismissed by the army, which had shelled the town."
    last = split(text).claims[-1]
    assert (last.statement, last.claimant) == ("The army had shelled the town", None)


@pytest.mark.parametrize("text", _WHOLE)
def test_what_a_verb_does_to_a_thing_stays_whole(text: str) -> None:
    assert [claim.quote for claim in split(text).claims] == [text.rstrip(".")]
