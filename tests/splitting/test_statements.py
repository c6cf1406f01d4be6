"""What a claim says: clauses taken apart, added words accounted for, titles in news style."""

from __future__ import annotations

import pytest

from workbench.splitting import words

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


# text, title
TITLES = {
    "distance": (
        "Troops are reportedly around 30 km from the international border.",
        "Around 30 km from border",
    ),
    "passive": ("The bridge over the Vell was destroyed overnight.", "Bridge over Vell destroyed overnight"),
    "perfect": ("Footage has shown a burning depot.", "Footage showed burning depot"),
    "not dropped": ("Officials have not seen the report.", "Officials have not seen report"),
    "modal": ("Some pictures might be misleading.", "Some pictures might be misleading"),
    "condition kept": (
        "If the brigades cross the river near Velin, the provincial capital will come within range.",
        "Provincial capital will come within range if brigades cross river",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles(name, claim):
    text, title = TITLES[name]
    assert claim(text).title == title


def test_long_titles_end_on_a_word(claims):
    text = "The provincial emergency " + "coordination " * 12 + "office closed the northern road."
    for one in claims(text):
        assert len(one.title) <= 75


def test_word_count():
    assert words("The army’s 30 km-wide front, re-drawn") == 6
    assert words("北京说") == 3
    assert words(" …!\n") == 0
