"""Led talks: chairing and feelings make no claim; a director keeps the name of the hospital."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("line", ["The meeting will come to order.", "We adjourn until noon."])
def test_how_a_talk_is_led_is_no_claim(line, claims):
    assert claims(line) == ()


def test_what_the_speaker_feels_about_it_is_left_out(claims):
    found = claims("The first boat reached the ferry 40 minutes later, which I regret.")
    assert [one.statement for one in found] == ["The first boat reached the ferry 40 minutes later"]


def test_a_label_that_an_institution_is_named_for(claims):
    talk = "The director of the Osk district hospital on three weeks under fire\n\n" + "\n\n".join(
        f"Meridian Post: {question}\n\nDirector: {answer}"
        for question, answer in [
            ("How many wounded have you treated?", "We have treated 412 people since February."),
            ("What do you need?", "The mission found no weapons in the wards."),
        ]
    )
    found = claims("“We ran out of bandages”\n\n" + talk)
    assert {one.claimant.name for one in found} == {"Director of the Osk district hospital"}
