"""Quotations that go on over sentences and paragraphs: whose they are."""

from __future__ import annotations

import pytest

from workbench.splitting import split

# text, the claimant of each claim in order
EXAMPLES = {
    "paragraphs that open without a speaker": (
        '"They told us the lane was safe," the union said in a statement.\n\n'
        '"We asked to see the survey. We are still waiting.\n\n'
        '"Somebody signed a piece of paper."\n\n'
        "The lane was open on Friday.",
        ["They", "union", "union", "union", None],
    ),
    "it goes on": (
        'The presidency says that the army is "in full control of every province".\n\n'
        '"The rebels were offered safe passage," it goes on. "Each time they answered with gunfire.\n\n'
        '"There will be trials, in public."',
        ["presidency", "presidency", "presidency", "presidency"],
    ),
    "not after what nobody said": (
        '"We are leaving," a driver said.\n\nThe road is closed.\n\n"Nobody told us anything."',
        ["driver", None, None],
    ),
    "not where the writer speaks too": (
        '"We are leaving," a driver said.\n\n"Nobody told us anything" is what one hears in Tolm.',
        ["driver", None],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_quotation_goes_on(name):
    text, expected = EXAMPLES[name]
    claims = split(text).claims
    assert [None if one.claimant is None else one.claimant.name for one in claims] == expected


def test_whoever_is_spoken_of_in_a_quotation_does_not_go_on_with_it():
    text = '"The mayor told us the road was safe," the union said. "We believed it."'
    claims = split(text).claims
    assert [one.name for one in (claims[-1].claimant,) if one is not None] == ["union"]


# text, claimant and modality of the last claim
TOLD_ON = {
    "would that was will": (
        "The ministry said a second convoy would leave within days. It would not take the same road.",
        ("ministry", "prediction"),
    ),
    "its own engineers had warned": (
        "The gates, the ministry said, had been hit on Thursday. Its engineers had warned the town twice.",
        ("ministry", "asserted"),
    ),
    "a supposition is the writer's": (
        "The ministry said a convoy would leave within days. A retreat would cost the army the town.",
        (None, "conditional"),
    ),
    "what had happened before is the writer's": (
        "The ministry said the army had taken the town. The town had been held by the rebels since May.",
        (None, "asserted"),
    ),
    "nobody told the sentence before": (
        "A second convoy left on Monday. It would not take the same road.",
        (None, "conditional"),
    ),
}


@pytest.mark.parametrize("name", TOLD_ON)
def test_telling_goes_on_without_another_said(name):
    text, expected = TOLD_ON[name]
    last = split(text).claims[-1]
    assert (last.claimant and last.claimant.name, last.modality) == expected
