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
