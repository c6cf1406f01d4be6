"""What a claim says: clauses taken apart, added words accounted for."""

from __future__ import annotations

import datetime

import pytest

from workbench.splitting import split, words

# text, statements
CLAUSES = {
    "second verb": (
        "The port handles 40% of the exports and employs 6,000 workers.",
        ["The port handles 40% of the exports", "The port employs 6,000 workers"],
    ),
    "second clause": (
        "The troops reached the river and the artillery fell silent.",
        ["The troops reached the river", "The artillery fell silent"],
    ),
    "borrowed auxiliary": (
        "The convoy has crossed the river and taken two villages.",
        ["The convoy has crossed the river", "The convoy has taken two villages"],
    ),
    "while": (
        "While rebels shelled the port, engineers repaired the railway.",
        ["Rebels shelled the port", "Engineers repaired the railway"],
    ),
    "relative clause": (
        "The Eastern Command, which controls the coast, moved two brigades to Port Sol.",
        ["The Eastern Command moved two brigades to Port Sol", "The Eastern Command controls the coast"],
    ),
    "because": (
        "Prices have risen because the port is closed.",
        ["Prices have risen", "The port is closed"],
    ),
    "because of stays": (
        "Prices have risen because of the closure of the port.",
        ["Prices have risen because of the closure of the port"],
    ),
    "or stays": (
        "The shelling damaged or destroyed 40 houses.",
        ["The shelling damaged or destroyed 40 houses"],
    ),
    "killing": (
        "A shell hit the market in Orlen, killing 12 people.",
        ["A shell hit the market in Orlen", "A shell killed 12 people"],
    ),
    "gap": (
        "The institute said that Maldoria had lost 25 armoured vehicles and that Varnovia had lost 11.",
        ["Maldoria lost 25 armoured vehicles", "Varnovia lost 11 armoured vehicles"],
    ),
    "run-on": (
        "Helicopters are searching the area; the search will continue overnight.",
        ["Helicopters are searching the area", "The search will continue overnight"],
    ),
    "that and that": (
        "Residents said that the shops were empty and that power was cut for four hours a day.",
        ["The shops were empty", "Power was cut for four hours a day"],
    ),
    "expected to": (
        "Economists expect the blockade to cut output by 6%.",
        ["The blockade will cut output by 6%"],
    ),
    "no verb": ("Twelve dead in Velin.", ["Twelve dead in Velin"]),
    "question": ("Why did the army retreat?", []),
}


@pytest.mark.parametrize("name", CLAUSES)
def test_clauses(name, claims):
    text, statements = CLAUSES[name]
    assert [one.statement for one in claims(text)] == statements


def test_every_word_is_quoted_or_listed_as_added(claims):
    text = (
        "The ministry said it had shelled the depot and taken the port, which Varnovia’s fleet had left. "
        "It reported destroying a radar post near Velin. “Our losses are low,” the ministry said."
    )
    for one in claims(text):
        known = words_of(one.quote) | {word for added in one.additions for word in words_of(added.text)}
        assert words_of(one.statement) <= known, one.statement
        for added in one.additions:
            assert added.text in one.statement
            assert added.reason


def words_of(text: str) -> set[str]:
    return {word.strip("“”.,…").casefold() for word in text.split()}


def test_scare_quotes_stay_and_loose_ones_go(claims):
    found = claims("The ministry said it would “respond in kind”.")[0]
    assert found.statement == "The ministry will “respond in kind”"
    assert claims("“The dam is intact,” the ministry said.")[0].statement == "The dam is intact"


def test_word_count():
    assert words("The army’s 30 km-wide front, re-drawn") == 6
    assert words("北京说") == 3
    assert words(" …!\n") == 0


# text, last statement
FORMS = {
    "nobody": ("The speaker’s office denies that anyone was barred.", "Nobody was barred"),
    "none of": (
        "The general staff denied that any of its units had opened fire.",
        "None of the general staff’s units opened fire",
    ),
    "where, at a point": (
        "Residents said the shells hit the bus stop where most of the victims had been waiting.",
        "Most of the victims were waiting at the bus stop",
    ),
    "where, in a thing": (
        "Crews were unable to reach the cellar, where more people may be trapped.",
        "More people may be trapped in the cellar",
    ),
    "having done": (
        "Fresh troops are holding the suburbs, having driven back two assaults.",
        "Fresh troops drove back two assaults",
    ),
    "the accused as subject": ("The army accuses us of hiding our losses.", "We have hidden our losses"),
    "an aside that hedges": (
        "The rest, I suspect, are people from the depots.",
        "The rest are people from the depots",
    ),
    "irregular verbs": (
        "The staff said the gunners had mistaken the train for a tank.",
        "The gunners mistook the train for a tank",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_forms(name, claims):
    text, statement = FORMS[name]
    assert claims(text)[-1].statement == statement


# text, statement
DATES = {
    "weekday": ("Drones struck the depot on Tuesday.", "Drones struck the depot on 11 March 2031"),
    "weekday without on": ("Four men were held Wednesday.", "Four men were held on 12 March 2031"),
    "yesterday": ("Yesterday the army took Velin.", "On 13 March 2031 the army took Velin"),
    "early": ("The army withdrew early Friday.", "The army withdrew early on 14 March 2031"),
    "part of a day": (
        "The talks ended on Thursday evening without a deal.",
        "The talks ended on the evening of 13 March 2031 without a deal",
    ),
    "two days": (
        "Rebels shelled the port between Tuesday and Wednesday.",
        "Rebels shelled the port between 11 March 2031 and 12 March 2031",
    ),
    "since": ("The port has been shut since Monday.", "The port has been shut since 10 March 2031"),
    "possessive": ("Tuesday’s attack killed six people.", "The 11 March 2031 attack killed six people"),
    "beside a noun": ("The Tuesday attack killed six.", "The 11 March 2031 attack killed six"),
    "year added": ("The summit will open on 2 April.", "The summit will open on 2 April 2031"),
    "year after a comma": ("Shelling began on March 3.", "Shelling began on March 3, 2031"),
    "full date stays": ("It began on 3 March 2029 in Orlen.", "It began on 3 March 2029 in Orlen"),
    "still to come": ("The fuel will run out by Wednesday.", "The fuel will run out by 19 March 2031"),
    "yesterday evening": (
        "Yesterday evening rebels left Velin.",
        "On the evening of 13 March 2031 rebels left Velin",
    ),
    "days ago": ("Rebels left Velin two days ago.", "Rebels left Velin on 12 March 2031"),
    "weeks ago is no day": ("Rebels left Velin two weeks ago.", "Rebels left Velin two weeks ago"),
    "over the next week": (
        "Two ships will leave over the next week.",
        "Two ships will leave over the week of 17 March 2031",
    ),
    "last week": ("The bridge fell last week.", "The bridge fell in the week of 3 March 2031"),
    "end of the month": (
        "The bridge will open by the end of the month.",
        "The bridge will open by the end of March 2031",
    ),
    "last month": ("Rebels left Velin last month.", "Rebels left Velin in February 2031"),
    "last May": ("Rebels left Velin last May.", "Rebels left Velin in May 2030"),
    "this year": ("The army needs 900 men this year.", "The army needs 900 men in 2031"),
    "every week": ("The council meets every Tuesday.", "The council meets every Tuesday"),
}


@pytest.mark.parametrize("name", DATES)
def test_dates_are_made_absolute(name):
    text, statement = DATES[name]
    [found] = split(text, datetime.date(2031, 3, 14)).claims
    assert found.statement == statement
    assert all(added.reason == "date made absolute" for added in found.additions)
    assert bool(found.additions) == (text != statement + ".")


def test_a_day_stays_as_it_is_where_the_articles_own_is_unknown(claim):
    assert claim("Drones struck the depot on Tuesday.").statement == "Drones struck the depot on Tuesday"


def test_a_contracted_word_is_an_addition_as_a_whole(claims):
    [found] = claims("“I don’t trust the bank,” the mayor said.")
    assert found.statement == "The mayor doesn’t trust the bank"
    assert "doesn’t" in [added.text for added in found.additions]
