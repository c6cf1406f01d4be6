"""Which words of a sentence make which claim: a claim's slices, word for word."""

from __future__ import annotations

import pytest

# text, quotes
SHARED = {
    "subject of two verbs": (
        "Border troops crossed the Vell and took the village of Orsk.",
        ["Border troops crossed the Vell", "Border troops … took the village of Orsk"],
    ),
    "auxiliary of two participles": (
        "The convoy has crossed the river and taken two villages.",
        ["The convoy has crossed the river", "The convoy has … taken two villages"],
    ),
    "antecedent of which": (
        "The Eastern Command, which controls the coast, moved two brigades to Port Sol.",
        ["The Eastern Command … moved two brigades to Port Sol", "The Eastern Command … controls the coast"],
    ),
    "place of where": (
        "The convoy stopped in Port Osk, where 400 people were waiting.",
        ["The convoy stopped in Port Osk", "in Port Osk … 400 people were waiting"],
    ),
    "subject of a participle": (
        "A shell hit the market in Orlen, killing 12 people.",
        ["A shell hit the market in Orlen", "A shell … killing 12 people"],
    ),
}


@pytest.mark.parametrize("name", SHARED)
def test_shared_words_are_quoted(name, claims):
    text, quotes = SHARED[name]
    assert [one.quote for one in claims(text)] == quotes


def test_shared_words_are_no_additions(claims):
    for text in (
        "The port handles 40% of the exports and employs 6,000 workers.",
        SHARED["antecedent of which"][0],
    ):
        assert not any(one.additions for one in claims(text))


def test_claims_stand_in_the_order_of_their_own_words(claims):
    found = claims("Border troops crossed the Vell, shelled a depot near Orsk and took the village.")
    assert [one.quote.split()[-1] for one in found] == ["Vell", "Orsk", "village"]
