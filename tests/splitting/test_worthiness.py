"""What a claim is about, and how much it is worth checking, with reasons a person can argue with."""

from __future__ import annotations

import pytest

from workbench.splitting import KINDS

KINDS_OF = {
    "Shells hit the market in Orlen.": "event",
    "The outage lasted 53 minutes.": "quantity",
    "The committee has nine members.": "quantity",
    "Grain shipments fell by 35 per cent.": "quantity",
    "The number of dead stands at 214.": "quantity",
    "The town is about 30 km from the border.": "quantity",
    "The town is 30 km from the border.": "attribute",
    "Two thirds of the bridges were mined.": "quantity",
    "Four workers died in the strike.": "event",
    "The strike caused a fire in the port.": "causal",
    "The fire led to a blackout in Orlen.": "causal",
    "The mayor leads his rival by ten points to four.": "attribute",
    "Ten percent of voters prefer a new mayor.": "quantity",
    "Fog kept the crews from flying drones.": "causal",
    "The army made the village a target.": "causal",
    "The checkpoint was closed because of mines.": "causal",
    "The council announced a new law on mines.": "quotation",
    "The law is unfair.": "position",
    "The union wants a new law on mines.": "position",
    "The ministry is committed to the treaty.": "position",
    "Talks will resume in Orlen.": "prediction",
    "If the dam is hit, the town will flood.": "prediction",
    "Had the talks succeeded, the vote would have been dropped.": "event",
    "The school was empty at the time.": "attribute",
    "The League still controls the docks.": "attribute",
    "The figures are disputed in Orlen.": "attribute",
    "The League is holding the docks.": "event",
    "Some 2,300 people have left the town since Tuesday.": "quantity",
    "About 60 boats are tied up in the harbour.": "quantity",
    "Maldoria holds about 900 prisoners.": "quantity",
    "There are 212 lorries in the camp.": "quantity",
    "Three of them are ill.": "attribute",
    "Its two reserve brigades are abroad.": "attribute",
    "Old mines can break loose.": "attribute",
    "No weapon may be stationed in the town.": "attribute",
    "Snipers had aimed at a van.": "event",
    "The letter concerned another ship.": "event",
    "I told the staff so.": "quotation",
    "The mayor called it an accident.": "event",
}


@pytest.mark.parametrize("text", KINDS_OF)
def test_kinds(text, claim):
    assert claim(text).kind == KINDS_OF[text]
    assert claim(text).kind in KINDS


REASONS = {
    "Shells killed 12 people in Orlen.": {"number", "harm or military action", "something that happened"},
    "The dam burst because of the rain.": {"cause and effect"},
    "Parliament passed a law on the budget.": {"public matter"},
    "It was the largest fire in the town.": {"comparison or extreme"},
    "The war is necessary and just.": {"opinion"},
    "The union wants a new law on mines.": {"position, not fact"},
    "Talks will resume in the town.": {"about the future"},
    "If the dam is hit, the town will flood.": {"conditional"},
    "The depot was reportedly empty.": {"unconfirmed"},
    "The ministry denied that the dam was mined.": {"denial", "third-party attribution"},
    "I think the crews were asleep.": {"speaker’s own thoughts"},
    "Some things were taken from the depot.": {"vague"},
}


@pytest.mark.parametrize("text", REASONS)
def test_reasons_are_given_in_words(text, claim):
    assert REASONS[text] <= set(claim(text).reasons)


RANKED = (
    ("Shells killed 12 people in Orlen.", "The war is necessary and just."),
    ("Shells killed 12 people in Orlen.", "Shells will kill 12 people in Orlen."),
    ("The dam was mined in May.", "If the dam is mined, the town will flood."),
    ("The army took the town of Orlen.", "The union wants a new law on mines."),
    ("The ministry said the depot burned.", "I think the depot is ugly."),
    ("The convoy reached the hospital.", "We are happy to be in Orlen."),
)


@pytest.mark.parametrize(("fact", "other"), RANKED)
def test_facts_rank_above_opinions_positions_and_predictions(fact, other, claim):
    assert claim(fact).check_worthiness > claim(other).check_worthiness


def test_what_one_thinks_oneself_is_no_third_partys_word(claim):
    assert "third-party attribution" not in claim("I think the crews were asleep.").reasons


def test_scores_stay_between_nothing_and_certainty(claims):
    for text in (*REASONS, *KINDS_OF):
        assert all(0 < claim.check_worthiness < 1 for claim in claims(text))
