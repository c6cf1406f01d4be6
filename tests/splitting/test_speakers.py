"""The name a speaker gets: pronouns, short names and the owners in them."""

from __future__ import annotations

import pytest

from workbench.splitting import split

# text, claimant of the last claim
LAST_CLAIMANTS = {
    "without what is set off from a noun within the name": (
        "This was confirmed by observers of the Lake Mission, who saw 12 craters and found that most of the "
        "rounds had been fired from the hills.",
        "observers of the Lake Mission",
    ),
    "a few are somebody": ("A few officials said that the truce would last a week.", "few officials"),
    "it is the last who spoke": (
        "According to the Orlen port authority, two cranes fell. Repairs will take a year, it said.",
        "Orlen port authority",
    ),
    "it is the last who acted": (
        "The government asked the River Commission to mediate, and the River Commission sent a team. "
        "Both armies, it said, shelled the bridge.",
        "River Commission",
    ),
    "we inside a quotation": (
        "“No drones flew,” the Orlen army said. “We suspect that the rebels hit the bridge.”",
        "Orlen army",
    ),
    "the country’s": (
        "Drones struck the largest dam in Varnovia on Friday, the country’s Energy Ministry said.",
        "Varnovia’s Energy Ministry",
    ),
    "seat of a ministry": ("The Health Ministry in Velin said the hospital was full.", "Health Ministry"),
    "quality before a name": ("The bill was dropped, the governing Unity Party said.", "Unity Party"),
    "name after a kind": (
        "The vote was false, according to the opposition Civic Bloc.",
        "Civic Bloc",
    ),
    "it is who did what is told": (
        "The mission saw no guns on its patrols, it said.",
        "mission",
    ),
    "their view": (
        "The Orlen army said rain fell. In its view, the bridge is safe.",
        "Orlen army",
    ),
    "told by": ("There is, we are told by the garrison, enough bread for a month.", "garrison"),
    "an aside before its outcome": (
        "A strike hit the market in Velin, the Orlen army said, killing nine people.",
        "Orlen army",
    ),
    "second that": (
        "The Orlen army told the mission that the road was closed, and that it would reopen soon.",
        "Orlen army",
    ),
    "who": (
        "The governor, who had told the agency on Monday that the dam was safe, resigned.",
        "governor",
    ),
    "after a semicolon": (
        "Varnovia says it holds nobody; relatives claim to have received calls from five men.",
        "relatives",
    ),
    "aside at the end of two clauses": (
        "Debris fell on a school in Velin, and nobody was hurt, the Orlen army added.",
        "Orlen army",
    ),
    "its embassy": (
        "The border guards’ union says 40 posts are empty. The government of Tesk insists that it was an "
        "accident; its embassy accused the union of staging a raid.",
        "government of Tesk’s embassy",
    ),
    "its bank, in one sentence": (
        "The Republic of Varnovia spends much on arms, and its central bank warned that prices may rise.",
        "Republic of Varnovia’s central bank",
    ),
    "no ministry’s ministry": (
        "The Energy Ministry said the dam broke. “No drones flew,” its Defence Ministry said.",
        "its Defence Ministry",
    ),
    "through a website": (
        "According to the website of the Finance Ministry, the budget grew.",
        "Finance Ministry",
    ),
    "the document": (
        "A report published by the Orlen Institute says that 40 houses burned. "
        "The document says the fire started at the mill.",
        "report published by the Orlen Institute",
    ),
}


@pytest.mark.parametrize("name", LAST_CLAIMANTS)
def test_claimant(name, claims):
    text, claimant = LAST_CLAIMANTS[name]
    found = claims(text)[-1]
    assert found.claimant is not None
    assert found.claimant.name == claimant


def test_an_aside_at_the_end_speaks_for_both_clauses(claims):
    found = claims(LAST_CLAIMANTS["aside at the end of two clauses"][0])
    assert [one.claimant.name for one in found if one.claimant] == ["Orlen army"] * len(found)


def test_a_rebuttal_after_a_semicolon_is_not_the_speaker_s(claims):
    text = "Varnovia’s army command claims to have captured 200 soldiers there; that is simply not true."
    assert [one.claimant and one.claimant.name for one in claims(text)] == ["Varnovia’s army command", None]


def test_each_that_is_a_claim(claims):
    found = claims(LAST_CLAIMANTS["second that"][0])
    assert [one.statement for one in found] == ["The road was closed", "It will reopen soon"]


def test_the_country_is_left_alone_when_two_were_named(claims):
    text = "Varnovia attacked Maldoria on Friday, the country’s Energy Ministry said."
    assert claims(text)[-1].claimant.name == "country’s Energy Ministry"


def test_a_name_read_from_a_short_one_says_so(claims):
    text, _ = LAST_CLAIMANTS["it is the last who spoke"]
    assert "speaker read from “it”" in claims(text)[-1].reasons


# text, statement of the last claim: a name that was put in
NAMES = {
    "without an age": (
        "“Bread is dear,” says Ana Ruz, 23, of Sodus in Upper Velin. “I own two mills.”",
        "Ana Ruz owns two mills",
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_put_in_is_a_whole_name(name, claims):
    text, statement = NAMES[name]
    assert claims(text)[-1].statement == statement


def test_no_half_pair_of_marks_comes_with_a_name(claims):
    text = (
        'Were they too "Hill Party," or not "Hill Party" enough? The mayors wrote a report, but it had no '
        "effect."
    )
    assert '"' not in claims(text)[-1].statement


def test_initials_are_the_one_office_that_has_them():
    text = (
        "The storm broke the mast, according to the Lorne Port Office (LPO). "
        "The LPO said that two boats had sunk. LPB said that the bridge was open."
    )
    names = [one.claimant and one.claimant.name for one in split(text).claims]
    assert names == ["Lorne Port Office", "Lorne Port Office", "LPB"]
