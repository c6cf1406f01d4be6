"""Hedges and names."""

from __future__ import annotations


def test_hedges_are_quoted_and_the_loose_ones_left_out_of_the_statement(claim):
    text = "Troops are reportedly about 30 km from the border."
    found = claim(text)
    assert [hedge.text for hedge in found.hedges] == ["reportedly"]
    assert found.statement == "Troops are about 30 km from the border"
    assert found.quote in text


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
