"""Hedges, quantities and names."""

from __future__ import annotations

import pytest


def test_hedges_are_quoted_and_the_loose_ones_left_out_of_the_statement(claim):
    text = "Troops are reportedly about 30 km from the border."
    found = claim(text)
    assert [hedge.text for hedge in found.hedges] == ["reportedly"]
    assert found.statement == "Troops are about 30 km from the border"
    assert found.quote in text


def test_opinion_ranks_below_fact(claims):
    fact, opinion = claims("Shells killed 12 people in Orlen. The war is necessary and just.")
    assert fact.check_worthiness > opinion.check_worthiness
    assert {"number", "place", "harm or military action"} <= set(fact.reasons)
    assert "opinion" in opinion.reasons


QUANTITIES = {
    "The border is around 30 km away.": (30, "km", True),
    "At least two dozen soldiers left.": (24, "soldiers", True),
    "They moved 3.2 million tonnes of grain.": (3_200_000, "tonne", False),
    "Prices rose by 9 per cent.": (9, "%", False),
    "The repair cost $1.5 billion.": (1_500_000_000, "USD", False),
    "The town has 20,000 inhabitants.": (20_000, "inhabitants", False),
    "The gun fires 155mm shells.": (155, "mm", False),
    "Twenty-one people were hurt.": (21, "people", False),
}


@pytest.mark.parametrize("text", QUANTITIES)
def test_quantities(text, claim):
    (found,) = claim(text).quantities
    assert (found.value, found.unit, found.approximate) == QUANTITIES[text]
    assert text[slice(*found.slice)] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "The war began on August 6.",
        "The T-72 burned at 14:30.",
        "The 2019 ceasefire failed.",
        "One of the bridges fell in May 2024.",
    ],
)
def test_dates_times_and_names_are_no_quantities(text, claim):
    assert claim(text).quantities == ()


def test_places_by_list_and_by_context(claims):
    found = claims("Troops entered Kursk from Sumy. Shells fell near Tarsk. Maldoria’s army left Tarsk.")
    assert [[place.text for place in one.places] for one in found] == [
        ["Kursk", "Sumy"],
        ["Tarsk"],
        ["Maldoria", "Tarsk"],
    ]


def test_towns_and_short_names_are_filled_in_and_listed(claims):
    found = claims("Troops advanced on Pokrovsk. This city is a rail junction.")[1]
    assert found.statement == "Pokrovsk is a rail junction"
    assert [(added.text, added.reason) for added in found.additions] == [
        ("Pokrovsk", "what “This city” stands for")
    ]
