""" ", the mission said," wherever it stands: the sentence is read without it, and who said what is kept."""

from __future__ import annotations

import pytest

from workbench.splitting import split

# text, then each claim's quote and speakers, outermost first
EXAMPLES = {
    "two clauses before": (
        "Five members broke ranks and two others stayed away, the council's press service said.",
        {
            "Five members broke ranks": ["council's press service"],
            "two others stayed away": ["council's press service"],
        },
    ),
    "a second clause after": (
        "Eleven villages were under water by noon, the rescue service said, "
        "and 640 people had been taken to Tolm.",
        {
            "Eleven villages were under water by noon": ["rescue service"],
            "640 people had been taken to Tolm": ["rescue service"],
        },
    ),
    "told somebody": (
        "Neither the navy nor the air force stirred, an envoy from Karsk tells me, "
        "and by dawn the cadets had come out for the government.",
        {
            "Neither the navy nor the air force stirred": ["envoy from Karsk"],
            "by dawn the cadets had come out for the government": ["envoy from Karsk"],
        },
    ),
    "between subject and verb, with a day": (
        "Most of the crews, the port authority said on Friday, had been paid.",
        {"Most of the crews … had been paid": ["port authority"]},
    ),
    "perfect with an adverb": (
        "They had, an inquiry of the Senate has since established, eleven shells left among six guns.",
        {"They had … eleven shells left among six guns": ["inquiry of the Senate"]},
    ),
    "turned round": (
        "The road to Tolm was open again, said the governor, but the bridge was closed.",
        {
            "The road to Tolm was open again": ["governor"],
            "the bridge was closed": ["governor"],
        },
    ),
    "goes on after a colon": (
        "This was the worst choice, a former envoy argues: it was made by accountants.",
        {
            "This was the worst choice": ["former envoy"],
            "it was made by accountants": ["former envoy"],
        },
    ),
    "somebody else after a semicolon": (
        "The bank has spent 30m crowns, two dealers told the paper; the bank says it has spent nothing.",
        {
            "The bank has spent 30m crowns": ["two dealers"],
            "it has spent nothing": ["bank"],
        },
    ),
    "somebody else before a semicolon": (
        "The mission said it had taken in 163 people; 37 were in hospital, according to the mayor.",
        {
            "it had taken in 163 people": ["mission"],
            "37 were in hospital": ["mayor"],
        },
    ),
    "somebody else's report after it": (
        "Talks will be put off, a government source said, although the council has said it will come.",
        {"Talks will be put off": ["government source"], "it will come": ["council"]},
    ),
    "between a report and what it reports": (
        "Two weeks later the ministry conceded, in a written answer to the Senate, "
        "that the army had fired 410 rounds.",
        {"the army had fired 410 rounds": ["ministry"]},
    ),
    "according to, inside another's report": (
        "The general had told envoys, according to two diplomats who were present, that the camps were lost.",
        {"the camps were lost": ["two diplomats", "general"]},
    ),
    "only says where it was said": (
        "Speaking in Tolm this morning, the governor said, “Nobody in the valley slept last night”.",
        {"Nobody in the valley slept last night": ["governor"]},
    ),
    "described after it": (
        "The strike was meant to weaken Karsk before the talks, said the Border Institute, a body in Tolm.",
        {"The strike was meant to weaken Karsk before the talks": ["Border Institute"]},
    ),
    "one's own view after it": (
        "Without an archive, the Red Lamp Society says, many cases will stay open, and I share that view.",
        {"Without an archive … many cases will stay open": ["Red Lamp Society"], "I share that view": []},
    ),
    "counted": (
        "Some 300 boats were sunk in 2031, the Port Forum has counted.",
        {"Some 300 boats were sunk in 2031": ["Port Forum"]},
    ),
    "however": (
        "Half of the men have come, however, a deputy told the paper on condition of anonymity.",
        {"Half of the men have come": ["deputy"]},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_aside(name):
    text, expected = EXAMPLES[name]
    claims = split(text).claims
    found = {
        claim.quote: [None if one.claimant is None else one.claimant.name for one in claim.attribution]
        for claim in claims
    }
    assert found == expected


def test_words_of_an_aside_are_no_clause_of_the_sentence():
    text = "Oil fell, the agency said, and gas rose."
    assert [claim.quote for claim in split(text).claims] == ["Oil fell", "gas rose"]


def test_coordinated_verb_is_no_aside():
    text = "The army fired, the mayor said he had seen it, and the bridge fell."
    found = {claim.quote: claim.claimant for claim in split(text).claims}
    assert found["the bridge fell"] is None


# text, each claim's quote with its innermost speaker
VIEWS = {
    "its own": (
        "The air wing has since lost, by its own count, more than half of its aircraft.",
        {"The air wing has since lost … more than half of its aircraft": "air wing"},
    ),
    "not for a second clause": (
        "Karsk holds a third of the region, by the council’s estimate, but its army lost Tolm in May.",
        {"Karsk holds a third of the region": "council", "its army lost Tolm in May": None},
    ),
}


@pytest.mark.parametrize("name", VIEWS)
def test_view(name):
    text, expected = VIEWS[name]
    found = {one.quote: one.claimant and one.claimant.name for one in split(text).claims}
    assert found == expected


def test_what_is_told_plainly_after_a_report_is_nobodys():
    text = "The army said that the bridge had been hit, and in the evening police closed the road."
    found = {one.quote: one.claimant and one.claimant.name for one in split(text).claims}
    assert found == {"the bridge had been hit": "army", "in the evening police closed the road": None}
