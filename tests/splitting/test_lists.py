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
        [
            "The convoy is carrying flour",
            "The convoy is carrying … insulin",
            "The convoy is carrying … pumps",
        ],
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
            "The army took the town of Orsk",
            "The army took the town of Tarn",
            "The army took the town of Velin",
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
    "things that are counted": (
        "Six soldiers and two civilians were killed.",
        ["Six soldiers were killed", "Two civilians were killed"],
    ),
    "one list of two": (
        "The army and the fleet shelled the port and the bridge.",
        ["The army shelled the port and the bridge", "The fleet shelled the port and the bridge"],
    ),
    "a list within a list": (
        "Sorane closed its embassy in Tarn and its consulates in Orsk and Vesk.",
        [
            "Sorane closed its embassy in Tarn",
            "Sorane closed its consulates in Orsk",
            "Sorane closed its consulates in Vesk",
        ],
    ),
    "others stay with what they are other than": (
        "Drones hit Orsk, Tarn and other towns.",
        ["Drones hit Orsk", "Drones hit Tarn and other towns"],
    ),
    "examples between commas": (
        "Several countries, including Velmark and Sorane, sent aid.",
        ["Several countries sent aid", "Velmark sent aid", "Sorane sent aid"],
    ),
    "one of each for each": (
        "The ministers of defence and finance left.",
        ["The minister of defence left", "The minister of finance left"],
    ),
    "the first and the second of their kind": (
        "The first and second battalions left Orsk.",
        ["The first battalion left Orsk", "The second battalion left Orsk"],
    ),
    "three subjects": (
        "The army, the navy and the police took part in the parade.",
        [
            "The army took part in the parade",
            "The navy took part in the parade",
            "The police took part in the parade",
        ],
    ),
    "nouns each with a place": (
        "The village of Hrasna and the town of Orsk fell.",
        ["The village of Hrasna fell", "The town of Orsk fell"],
    ),
    "what the mayor said, and not the mayor": (
        "According to the mayor, flour and oil ran out.",
        ["Flour ran out", "Oil ran out"],
    ),
    "a part, in the plural": (
        "Half the soldiers and a third of the officers were ill.",
        ["Half the soldiers were ill", "A third of the officers were ill"],
    ),
    "what a report speaks of": (
        "The report speaks of heavy losses and low morale.",
        ["There are heavy losses", "There is low morale"],
    ),
    "a bracket within brackets": (
        "The strait (Orm (the snake) or Orlm in Velmark) is closed.",
        ["The strait is closed"],
    ),
    "a transcription is no verb": (
        "Velin ([ˈvɛlɪn], [ˈvelin]) is a port.",
        ["Velin is a port"],
    ),
    "a year in brackets, but not what is beside a noun": (
        "The consortium led by Orlen Steel cited the treaty of Orlen (2019).",
        ["The consortium led by Orlen Steel cited the treaty of Orlen", "The treaty of Orlen was from 2019"],
    ),
}
TOLD_TOGETHER = {
    "between": "The talks between Velmark and Sorane failed.",
    "what they do with each other": "The envoys of Velmark and Sorane met in Tarn.",
    "a treaty": "Velmark and Sorane signed a ceasefire on Monday.",
    "a plural predicate": "Orsk and Tarn are the two largest ports of Velmark.",
    "a shared count": "12 men and women were arrested.",
    "a shared weight": "The ship carried 40 tonnes of coal and salt.",
    "a total": "The ship carried coal, timber and salt totalling 40 tonnes.",
    "who lost how many": "Velmark and Sorane lost 40 tanks.",
    "how many died where": "12 people were killed in Orsk and Tarn.",
    "a rise of both": "Prices for bread and milk rose by 12 percent.",
    "respectively": "The fleet and the army lost 12 and 40 men respectively.",
    "together": "Orsk, Tarn and Velin together have 40,000 inhabitants.",
    "what is linked": "The road links Orsk and Tarn.",
    "an owner and hers": "A shell killed a mother and her child.",
    "a pair": "Search and rescue teams reached the wreck.",
    "two colours": "A black and white flag flew over the port.",
    "a condition": "If Orsk and Tarn fall, the front will break.",
    "a ground": "The army will hold the line, given its reserves and its guns.",
    "each with its own": "The convoy brought flour to Orsk and medicine to Tarn.",
    "each its own": "The deal gives Velmark the port and Sorane the railway.",
    "only": "Only Velmark and Sorane signed the letter.",
    "all of them": "Men, women and children fled.",
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


@pytest.mark.parametrize("text", TOLD_TOGETHER.values(), ids=TOLD_TOGETHER)
def test_what_is_told_together_stays_whole(text):
    assert [claim.statement for claim in split(text).claims] == [text.rstrip(".")]


def test_a_noun_s_number_is_told_as_changed():
    claim = split("The army took the towns of Orsk, Tarn and Velin.").claims[0]
    assert [(one.text, one.reason) for one in claim.additions] == [
        ("town", "number changed (“towns” in the text)")
    ]


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
