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
    "some of them elsewhere": (
        "At least 17 people were killed in Osk on Monday, nine of them in a bus.",
        [
            "At least 17 people were killed in Osk on Monday",
            "At least 17 people were killed … nine of them in a bus",
        ],
    ),
    "the heaviest toll": (
        "29 soldiers have died on the mission, the heaviest toll of any contributor.",
        [
            "29 soldiers have died on the mission",
            "29 soldiers have died on the mission, the heaviest toll of any contributor",
        ],
    ),
    "a name close behind its noun": (
        "The aid agency Red Lantern, whose drivers collected the dead, counted 21 bodies.",
        [
            "The aid agency Red Lantern … counted 21 bodies",
            "The aid agency Red Lantern … drivers collected the dead",
        ],
    ),
    "a comment on what was said": (
        "The command is waiting for the guns to fall silent – a calculation that may prove wrong.",
        ["The command is waiting for the guns to fall silent", "a calculation … may prove wrong"],
    ),
    "a comment somebody disputes": (
        "In March the deputies cut the budget by 8 percent, a step condemned by three unions.",
        ["In March the deputies cut the budget by 8 percent", "a step condemned by three unions"],
    ),
    "a bloc that runs something": (
        "The Southern Concert, the 14-nation bloc that runs the lake force, met on Monday.",
        [
            "The Southern Concert … met on Monday",
            "The Southern Concert, the 14-nation bloc",
            "the 14-nation bloc … runs the lake force",
        ],
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
    "the steepest since": (
        "Shipments fell by 35 per cent in May, the steepest decline since records began.",
        ["Shipments fell by 35 per cent in May", "Shipments … the steepest decline since records began"],
    ),
    "a thing that doesn't tell": (
        "A crater does not tell you who lit the fuse.",
        ["A crater does not tell you who lit the fuse"],
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
    "participle of a noun": (
        "One guard, hit by a stray bullet, lost an eye.",
        ["One guard … lost an eye", "One guard, hit by a stray bullet"],
    ),
    "apposition with a rank": (
        "The school, the largest on the eastern bank, reopened on Monday.",
        ["The school … reopened on Monday", "The school, the largest on the eastern bank"],
    ),
    "apposition without one": (
        "The Institute for Border Studies, a research body in Orlen, counted the launches.",
        ["The Institute for Border Studies, a research body in Orlen, counted the launches"],
    ),
    "a distance": (
        "The shells came from positions near Laddis, about 12 kilometres inside the neutral strip.",
        [
            "The shells came from positions near Laddis",
            "positions near Laddis, about 12 kilometres inside the neutral strip",
        ],
    ),
    "among them": (
        "At least 14 civilians, among them three children, were killed.",
        ["At least 14 civilians, among them three children, were killed"],
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
    "not yet confirmed": (
        "The report, not yet confirmed, speaks of six dead.",
        ["The report, not yet confirmed, speaks of six dead"],
    ),
    "a year or a short name in brackets": (
        "The Orlen Works (OW) built the station (2014) near Tarn.",
        ["The Orlen Works … built the station … near Tarn"],
    ),
    "a figure in brackets": (
        "The losses were heavy (1,200 dead).",
        ["The losses were heavy (1,200 dead)"],
    ),
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
    "defined by what it does": (
        "The Fesk is a radar that finds drones.",
        ["The Fesk is a radar", "The Fesk … finds drones"],
    ),
    "three predicates": (
        "Orlen is a port, garrison, and prison.",
        ["Orlen is a port", "Orlen is a … garrison", "Orlen is a … prison"],
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


@pytest.mark.parametrize("name", CLAUSES)
def test_clauses(name, claims):
    text, quotes = CLAUSES[name]
    assert [one.quote for one in claims(text)] == quotes


# text, statements
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
    "apposition": (
        "The school, the largest on the eastern bank, reopened on Monday.",
        "The school was the largest on the eastern bank",
    ),
    "participle of a noun": (
        "One guard, hit by a stray bullet, lost an eye.",
        "One guard was hit by a stray bullet",
    ),
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
    "for somebody to": (
        "The governor called for the Orlen army to step up its raids.",
        "The Orlen army should step up its raids",
    ),
    "a bracket inside a word": (
        "Those who have a 401(k) plan paid 12 crowns.",
        "Those who have a 401(k) plan paid 12 crowns",
    ),
    "names": ("The army took the towns of Orsk, Tarn and Velin.", "The army took the towns of Velin"),
}


@pytest.mark.parametrize("name", STATED)
def test_what_a_part_says_by_itself(name, claims):
    text, statement = STATED[name]
    assert claims(text)[-1].statement == statement


def test_a_denial_does_not_reach_what_is_told_beside_it(claims):
    text = "The army denied that the bridge, which had been closed in May, was mined."
    assert [(one.statement, one.negated) for one in claims(text)] == [
        ("The bridge was not mined", True),
        ("The bridge was closed in May", False),
    ]


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


def test_a_narrowing_clause_with_a_day_or_a_loss_tells_a_fact(claims):
    dated = claims("The council receives guns under a waiver that expires on 30 June.")
    assert [claim.modality for claim in dated] == ["asserted", "prediction"]
    failed = claims("The council named 71 men whom the clinic could no longer treat.")
    assert [claim.modality for claim in failed] == ["asserted", "asserted"]
    assert len(claims("The council needs a bridge that can carry tanks.")) == 1
