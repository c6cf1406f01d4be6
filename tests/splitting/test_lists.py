"""Lists of things: which are cut, by the clause and by the item, and what each member takes along."""
# ruff: noqa: RUF001 - a transcription

import pytest

from workbench.splitting import split

# text, quotes
QUOTES = {
    "two predicates": (
        "Orlen is a port and the seat of the northern command.",
        ["Orlen is a port", "Orlen is … the seat of the northern command"],
    ),
    "names": (
        "The army took the towns of Orsk, Tarn and Velin on Monday.",
        [
            "The army took the towns of Orsk … on Monday",
            "The army took the towns of … Tarn … on Monday",
            "The army took the towns of … Velin on Monday",
        ],
    ),
    "names taken together": (
        "The envoys met for talks between Orsk, Tarn and Velin.",
        ["The envoys met for talks between Orsk, Tarn and Velin"],
    ),
    "a list of things": (
        "The convoy is carrying flour, insulin and pumps.",
        ["The convoy is carrying flour, insulin and pumps"],
    ),
    "three predicates": (
        "Orlen is a port, garrison, and prison.",
        ["Orlen is a port", "Orlen is a … garrison", "Orlen is a … prison"],
    ),
}
# text, statements
BY_THE_CLAUSE = {
    "predicates that are nouns": (
        "Velin is a port and a garrison.",
        ["Velin is a port", "Velin is a garrison"],
    ),
    "a predicate after as well as": (
        "Velin became the largest port of Sorane as well as the seat of its fleet.",
        ["Velin became the largest port of Sorane", "Velin became the seat of its fleet"],
    ),
    "three names": (
        "The army took Orsk, Tarn and Velin.",
        ["The army took Orsk", "The army took Tarn", "The army took Velin"],
    ),
    "three names behind what they are": (
        "The army took the towns of Orsk, Tarn and Velin.",
        [
            "The army took the towns of Orsk",
            "The army took the towns of Tarn",
            "The army took the towns of Velin",
        ],
    ),
    "names as examples, each for its kind": (
        "The army took several towns, including Orsk, Tarn and Velin.",
        ["The army took several towns", "The army took Orsk", "The army took Tarn", "The army took Velin"],
    ),
    "each with its own figure and place": (
        "The army has six bases in Orsk and two camps in Velin.",
        ["The army has six bases in Orsk", "The army has two camps in Velin"],
    ),
    "a firm with & in its name": (
        "The works belong to Orlen Steel, Tarn & Velin and Karsk Arms.",
        [
            "The works belong to Orlen Steel",
            "The works belong to Tarn & Velin",
            "The works belong to Karsk Arms",
        ],
    ),
    "other nouns stay together": (
        "Six soldiers and two civilians were killed.",
        ["Six soldiers and two civilians were killed"],
    ),
    "a bracket within brackets": (
        "The strait (Orm (the snake) or Orlm in Velmark) is closed.",
        ["The strait is closed"],
    ),
    "a transcription is no verb": (
        "Velin ([ˈvɛlɪn], [ˈvelin]) is a port.",
        ["Velin is a port"],
    ),
    "neither what is beside a noun, nor what is in brackets": (
        "The consortium led by Orlen Steel cited the treaty of Orlen (2019).",
        ["The consortium led by Orlen Steel cited the treaty of Orlen"],
    ),
}
BY_THE_ITEM = {
    "adjectives": (
        "The road was a military and commercial success.",
        ["The road was a military success", "The road was a commercial success"],
    ),
    "a subject, with its verb in the singular": (
        "A boy and a girl were killed in Tolm.",
        ["A boy was killed in Tolm", "A girl was killed in Tolm"],
    ),
    "an owner shared": (
        "The firms took part in its design and manufacture.",
        ["The firms took part in its design", "The firms took part in its manufacture"],
    ),
    "what the things are of, shared": (
        "The report describes the loss and destruction of the bridge.",
        ["The report describes the loss of the bridge", "The report describes the destruction of the bridge"],
    ),
    "examples of a kind": (
        "The army uses weapons such as mines and mortars.",
        ["The army uses weapons", "The army uses mines", "The army uses mortars"],
    ),
    "examples of a number of things": (
        "The army took a number of towns, including Orsk and Tarn.",
        ["The army took a number of towns", "The army took Orsk", "The army took Tarn"],
    ),
    "examples after a colon": (
        "The radar was built in two versions: a short one for ports and a long one for plains.",
        [
            "The radar was built in two versions",
            "The radar was built in a short one for ports",
            "The radar was built in a long one for plains",
        ],
    ),
    "two lists, each with each": (
        "The army and the fleet shelled the port and the bridge.",
        [
            "The army shelled the port",
            "The army shelled the bridge",
            "The fleet shelled the port",
            "The fleet shelled the bridge",
        ],
    ),
    "phrases that say where": (
        "The grain was sold in Orsk, as well as in Tarn.",
        ["The grain was sold in Orsk", "The grain was sold in Tarn"],
    ),
    "a list whose last member stands beside a smaller one": (
        "The fire killed six men from Orsk, two men from Tarn and a boy.",
        [
            "The fire killed six men from Orsk",
            "The fire killed two men from Tarn",
            "The fire killed a boy",
        ],
    ),
    "neither of two": (
        "The mission did not find the mines or the guns.",
        ["The mission did not find the mines", "The mission did not find the guns"],
    ),
    "either of two stays": (
        "A missile or a drone hit the bridge.",
        ["A missile or a drone hit the bridge"],
    ),
    "an and within a name stays": (
        "He wrote “Fire and Rain” in Orsk.",
        ["He wrote “Fire and Rain” in Orsk"],
    ),
    "a year in brackets": (
        "The army cited the treaty of Orlen (2019).",
        ["The army cited the treaty of Orlen", "The treaty of Orlen was from 2019"],
    ),
    "a year behind a title": (
        "It showed The Day After Tarn (2019).",
        ["It showed The Day After Tarn", "The Day After Tarn was from 2019"],
    ),
    "a place in brackets": (
        "The army holds Bovet (off the coast of Sorane).",
        ["The army holds Bovet", "Bovet is off the coast of Sorane"],
    ),
    "letters in brackets say nothing": (
        "The army trusts the Orlen Relief Agency (ORA).",
        ["The army trusts the Orlen Relief Agency"],
    ),
    "any description set off": (
        "It blamed the incumbent commander, a former policeman.",
        ["It blamed the incumbent commander", "The incumbent commander was a former policeman"],
    ),
    "a region is no description": (
        "It moved to Tarn, Sorane, in 2019.",
        ["It moved to Tarn, Sorane, in 2019"],
    ),
    "who did it, beside a noun": (
        "The consortium led by Orlen Steel makes mines.",
        ["The consortium makes mines", "The consortium was led by Orlen Steel"],
    ),
    "in addition to something": (
        "In addition to the port, the fleet holds the lighthouse.",
        ["In addition to the port, the fleet holds the lighthouse"],
    ),
}


@pytest.mark.parametrize(("text", "quotes"), QUOTES.values(), ids=QUOTES)
def test_which_words_make_which_claim(text, quotes):
    assert [claim.quote for claim in split(text).claims] == quotes


@pytest.mark.parametrize(("text", "statements"), BY_THE_CLAUSE.values(), ids=BY_THE_CLAUSE)
def test_cut_by_the_clause(text, statements):
    assert [claim.statement for claim in split(text).claims] == statements


@pytest.mark.parametrize(("text", "statements"), BY_THE_ITEM.values(), ids=BY_THE_ITEM)
def test_cut_by_the_item(text, statements):
    assert [claim.statement for claim in split(text, granularity="item").claims] == statements


def test_an_item_s_verb_is_told_as_changed():
    claims = split("A boy and a girl were killed in Tolm.", granularity="item").claims
    assert [claim.quote for claim in claims] == ["A boy … were killed in Tolm", "a girl were killed in Tolm"]
    for claim in claims:
        [addition] = claim.additions
        assert (addition.text, addition.reason) == ("was", "verb form changed (“were” in the text)")


def test_too_many_items_are_cut_by_one_list_only():
    text = "Soldiers, sailors, guards and engineers took towns, villages, bridges and roads."
    assert len(split(text, granularity="item").claims) == 4
