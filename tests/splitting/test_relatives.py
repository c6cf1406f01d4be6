"""Relative clauses: which tell a fact of their own, and what their "which" stands for."""

import pytest

# text, quotes
QUOTES = {
    "a name close behind its noun": (
        "The aid agency Red Lantern, whose drivers collected the dead, counted 21 bodies.",
        [
            "The aid agency Red Lantern … counted 21 bodies",
            "The aid agency Red Lantern … drivers collected the dead",
        ],
    ),
    "whose": (
        "The council, whose envoys left Orlen on Friday, plans a second mission.",
        ["The council … plans a second mission", "The council … envoys left Orlen on Friday"],
    ),
    "through which": (
        "Mines were laid in the Strait of Hesk, through which most grain is shipped.",
        ["Mines were laid in the Strait of Hesk", "the Strait of Hesk, through … most grain is shipped"],
    ),
    "two clauses in one relative": (
        "The mission condemned the raid, in which nine people died and 31 others were injured.",
        [
            "The mission condemned the raid",
            "the raid, in … nine people died",
            "the raid, in … 31 others were injured",
        ],
    ),
    "a school in a town, which": (
        "Debris fell on a school in Pellin, which was empty at the time.",
        ["Debris fell on a school in Pellin", "a school in Pellin … was empty at the time"],
    ),
    "three of which": (
        "Patrols counted 14 craters, three of which lay near a school.",
        ["Patrols counted 14 craters", "14 craters, three of … lay near a school"],
    ),
    "that, of something past": (
        "Rain washed away embankments that had been declared safe.",
        ["Rain washed away embankments", "embankments … had been declared safe"],
    ),
    "without that": (
        "The rebels freed the 31 officials they had held since March.",
        ["The rebels freed the 31 officials", "the 31 officials they had held since March"],
    ),
    "those who": (
        "Those who lay down their weapons will be treated as soldiers.",
        ["Those who lay down their weapons will be treated as soldiers"],
    ),
    "a country that": (
        "A country that cannot pay its soldiers cannot hold its front.",
        ["A country that cannot pay its soldiers cannot hold its front"],
    ),
    "reduced relative": (
        "A unit armed with foreign radios crossed the Vell.",
        ["A unit armed with foreign radios crossed the Vell"],
    ),
    "defined by what it does": (
        "The Fesk is a radar that finds drones.",
        ["The Fesk is a radar", "The Fesk … finds drones"],
    ),
    "defined by what was done": (
        "The Fesk is a radar developed by the Orlen works.",
        ["The Fesk is a radar", "The Fesk … developed by the Orlen works"],
    ),
    "in brackets": (
        "The grid operator (which took over the plant in 2028) repaired the line.",
        ["The grid operator … repaired the line", "The grid operator … took over the plant in 2028"],
    ),
}


@pytest.mark.parametrize("name", QUOTES)
def test_which_words_make_which_claim(name, claims):
    text, quotes = QUOTES[name]
    assert [one.quote for one in claims(text)] == quotes


# text, the last statement
STATED = {
    "whose": (
        "The council, whose envoys left Orlen on Friday, plans a second mission.",
        "The council’s envoys left Orlen on Friday",
    ),
    "through which": (
        "Mines were laid in the Strait of Hesk, through which most grain is shipped.",
        "Most grain is shipped through the Strait of Hesk",
    ),
    "three of which": (
        "Patrols counted 14 craters, three of which lay near a school.",
        "Three of 14 craters lay near a school",
    ),
    "without that": (
        "The rebels freed the 31 officials they had held since March.",
        "The rebels had held the 31 officials since March",
    ),
    "a second which": (
        "The army guards two roads, which are mined and which lead to Velin.",
        "Two roads lead to Velin",
    ),
    "whom in blame": (
        "The northern rebels, whom the mayor of Velin blamed for the fire, left the town.",
        "The northern rebels are to blame for the fire",
    ),
    "which in a judgement": (
        "The rebels took the plan, which the mayor called too risky.",
        "The plan is too risky",
    ),
}


@pytest.mark.parametrize("name", STATED)
def test_what_it_says_by_itself(name, claims):
    text, statement = STATED[name]
    assert claims(text)[-1].statement == statement


def test_a_denial_does_not_reach_what_is_told_beside_it(claims):
    text = "The army denied that the bridge, which had been closed in May, was mined."
    assert [(one.statement, one.negated) for one in claims(text)] == [
        ("The bridge was not mined", True),
        ("The bridge was closed in May", False),
    ]


def test_a_narrowing_clause_with_a_day_or_a_loss_tells_a_fact(claims):
    dated = claims("The council receives guns under a waiver that expires on 30 June.")
    assert [claim.modality for claim in dated] == ["asserted", "prediction"]
    failed = claims("The council named 71 men whom the clinic could no longer treat.")
    assert [claim.modality for claim in failed] == ["asserted", "asserted"]
    assert len(claims("The council needs a bridge that can carry tanks.")) == 1
