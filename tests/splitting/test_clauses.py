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


# text, quotes
CLAUSES = {
    "what is certain": (
        "What is certain is that nobody went out last night: about 60 boats are tied up here.",
        ["nobody went out last night", "about 60 boats are tied up here"],
    ),
    "from when on something is counted": (
        "Ormia has lost 1,200 jobs in exports since the port of Sellin was mined in February.",
        [
            "Ormia has lost 1,200 jobs in exports since the port of Sellin was mined in February",
            "the port of Sellin was mined in February",
        ],
    ),
    "a participle after what is only wanted": (
        "Officials want to close the port for a month, forcing ships to turn back.",
        ["Officials want to close the port for a month, forcing ships to turn back"],
    ),
    "an unsure frame": (
        "Perhaps the truth is that neither side is buying time for anything.",
        ["Perhaps the truth is that neither side is buying time for anything"],
    ),
    "asked, said": (
        "Its builder, asked last week, gave up its claim to the hall.",
        ["Its builder … gave up its claim to the hall"],
    ),
    "a participle after an infinitive": (
        "Parliament voted to bring home all 840 soldiers by March, defying the government.",
        ["Parliament voted to bring home all 840 soldiers by March", "Parliament … defying the government"],
    ),
    "because with a verb": (
        "The mill closed because the river had flooded its hall.",
        ["The mill closed", "the river had flooded its hall"],
    ),
    "because of": (
        "The mill closed because of the flood.",
        ["The mill closed because of the flood"],
    ),
    "after": (
        "The convoy turned back after the road had been shelled.",
        ["The convoy turned back", "the road had been shelled"],
    ),
    "after, still to come": (
        "The convoy will leave after the road is cleared.",
        ["The convoy will leave after the road is cleared"],
    ),
    "hours after": (
        "The raid came hours after the envoys had left Orlen.",
        ["The raid came hours after the envoys had left Orlen", "the envoys had left Orlen"],
    ),
    "a shared condition": (
        "If the dam is hit, the town will flood and the mills will stop.",
        ["If the dam is hit, the town will flood", "If the dam is hit … the mills will stop"],
    ),
    "a thing that doesn't tell": (
        "A crater does not tell you who lit the fuse.",
        ["A crater does not tell you who lit the fuse"],
    ),
    "two participles": (
        "Drones hit the station, killing four workers and leaving 180,000 homes without power.",
        [
            "Drones hit the station",
            "Drones … killing four workers",
            "Drones … leaving 180,000 homes without power",
        ],
    ),
    "judging by": (
        "The bridges were mined from the south, judging by the debris.",
        ["The bridges were mined from the south, judging by the debris"],
    ),
    "result without a doer": (
        "The market was hit at noon, killing six people.",
        ["The market was hit at noon, killing six people"],
    ),
    "nor": (
        "No unit was in Vesk, nor has the town been used by the army.",
        ["No unit was in Vesk", "nor has the town been used by the army"],
    ),
    "not only but": (
        "The bridge was not only hit but destroyed.",
        ["The bridge was not only hit but destroyed"],
    ),
    "however": (
        "Any further raid, however, will meet with an answer.",
        ["Any further raid … will meet with an answer"],
    ),
    "a day before two verbs": (
        "On Monday a drone lost its signal over Lisko and crashed near a farm.",
        [
            "On Monday a drone lost its signal over Lisko",
            "On Monday a drone … crashed near a farm",
        ],
    ),
    "a day of its own": (
        "On Monday the convoy left Orlen and on Tuesday crossed the river.",
        ["On Monday the convoy left Orlen", "the convoy … on Tuesday crossed the river"],
    ),
}


@pytest.mark.parametrize("name", CLAUSES)
def test_clauses(name, claims):
    text, quotes = CLAUSES[name]
    assert [one.quote for one in claims(text)] == quotes


# text, statements
STATED = {
    "a day before two verbs": (
        "On Monday a drone lost its signal over Lisko and crashed near a farm.",
        "A drone crashed near a farm on Monday",
    ),
    "a shared condition": (
        "If the dam is hit, the town will flood and the mills will stop.",
        "The mills will stop if the dam is hit",
    ),
    "nor": (
        "No unit was in Vesk, nor has the town been used by the army.",
        "The town has not been used by the army",
    ),
    "for somebody to": (
        "The governor called for the Orlen army to step up its raids.",
        "The Orlen army should step up its raids",
    ),
    "a bracket inside a word": (
        "Those who have a 401(k) plan paid 12 crowns.",
        "Those who have a 401(k) plan paid 12 crowns",
    ),
}


@pytest.mark.parametrize("name", STATED)
def test_what_a_part_says_by_itself(name, claims):
    text, statement = STATED[name]
    assert claims(text)[-1].statement == statement


@pytest.mark.parametrize(
    "text",
    [
        "Quenland has yet to comment.",
        "The ministry declined to comment on the raid.",
        "The embassy did not reply to a request for comment.",
        "It did not say who had fired.",
        "The harbour office could not be reached.",
        "I thank the 12 witnesses from Orlen.",
        "The ministry expresses its condolences to the families of the 14 victims.",
        "Let me turn to the 14 wounded.",
        "Orlesk's General Staff sees it differently.",
        "Then there is money.",
        "Not everyone accepts the indictment.",
        "A Sorane commander reached by telephone was blunter.",
    ],
)
def test_no_claims(text, claims):
    assert claims(text) == ()


def test_shared_words_are_no_additions(claims):
    for text in (
        "The port handles 40% of the exports and employs 6,000 workers.",
        SHARED["antecedent of which"][0],
    ):
        assert not any(one.additions for one in claims(text))


def test_claims_stand_in_the_order_of_their_own_words(claims):
    found = claims("Border troops crossed the Vell, shelled a depot near Orsk and took the village.")
    assert [one.quote.split()[-1] for one in found] == ["Vell", "Orsk", "village"]


def test_no_conjunction_is_left_at_the_end(claims):
    text = (
        "Our council has asked the River States' Commission to mediate, and the Commission, whose envoys "
        "left Velin on Friday, plans to send a team to Osk by the end of the month."
    )
    first = claims(text)[0]
    assert first.statement == "The River States' Commission should mediate"
    assert first.quote == "the River States' Commission to mediate"


def test_a_claimed_killing_is_read_to_its_end(claims):
    text = (
        'A timeline of "raids and arrests" is included, including the April 5 killing of a Varnovian '
        "security officer that was claimed by the Orlen Front network."
    )
    assert claims(text)
