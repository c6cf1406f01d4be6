"""How claims are put forward: conditions, predictions, denials, opinions, hedges; and their negation."""

from __future__ import annotations

import pytest

CONDITIONS = (
    "If the brigades cross the river, the town will fall.",
    "Unless aid arrives, the city will run out of water.",
    "Provided that the road is cleared, the convoy will leave.",
    "The truce will hold only if both sides sign.",
    "As long as the bridge stands, supplies will get through.",
    "In the event of an attack, the bridge will be closed.",
    "Had the talks succeeded, the vote would have been dropped.",
    "Should the dam break, the valley will flood.",
    "Were the dam to break, the valley would flood.",
    "Otherwise the work may drag on into summer.",
    "It could be done, provided the neighbours lend us machines.",
    "The guns will follow once the troops have left.",
    "The bill would raise the pension age.",
    "The mayor said that without aid the city would fall.",
    "The mayor says a ban would hurt farmers.",
    "Maldoria would have lost the war, the minister said.",
    "The army said it would leave Orlen if the council asked.",
    "Without gas there is no powder.",
    "Without access to the camp, many cases will never be solved.",
    "In the absence of a truce the port will stay shut.",
    "Were the council to release money, more shells might be found.",
    "Failing that, the council will vote in May.",
    "Only when the guns fall silent will the farmers return.",
)
PREDICTIONS = (
    "Talks will resume next week.",
    "The ministry said talks would resume on Monday.",
    "Parliament is due to vote on Monday.",
    "The inquiry is expected to end in May.",
    "The president is to visit Orlen.",
    "The council plans to send a team to Orlen.",
    "The army is unlikely to attack again before May.",
    "The ministry promised to rebuild the bridge.",
    "Parliament votes next week.",
    "The summit opens in Orlen on 12 June.",
    "The rest of the guns are due before the end of July.",
    "Insurers could withdraw their cover within days.",
    "The strike could lead to famine.",
    "The ministry expects that 500 people arrive by Sunday.",
    "The minister promised the town new tents within a week.",
    "Maldoria has pledged 900 shells.",
    "The minister is due in the capital of Maldoria on Sunday.",
    "The mandate of the inspectors ends in November.",
    "The lease of the airfield expires on June 30th.",
    "The truce takes effect at midnight.",
    "The exercise lasts until Friday.",
    "The vote is planned for May.",
    "A ruling is expected in May.",
    "On June 30th the lease of the airfield runs out.",
    "The grain deal runs out at the end of the month.",
    "The government faces an election on 13 June.",
    "The garrison may have to leave the town.",
    "Maldoria offered to treat 200 of the wounded.",
    "The ministry hopes to open the crossing by autumn.",
)
DENIALS = (
    "The ministry denied that the dam was mined.",
    "The army denied responsibility for the strike.",
    "The ministry rejected the accusation as baseless.",
    "That is not true.",
    "The reports are false.",
    "Contrary to reports, the council has not left the town.",
    "The army denied any contact with the rebels.",
    "The mayor dismissed the charge as ridiculous.",
    "The mayor called the report a lie.",
    "The mayor said that no such order existed.",
    "There was no such order, the mayor said.",
)
OPINIONS = (
    "The operation is necessary.",
    "The army should leave the town.",
    "In our view the law is too harsh to last.",
    "The sentence is too low.",
    "The service has been neglected for far too long.",
    "The mayor said the army must leave.",
    "Nobody should be surprised if the bill turns out higher.",
    "That is an insult to the injured.",
    "The brigade fought with admirable courage.",
    "There is no military solution.",
    "Responsibility for the collapse lies with Maldoria.",
    "The Ministry strongly condemns the shelling of Vesk.",
    "We want peace.",
    "The minister called on Maldoria to withdraw.",
    "We call on the ministry to pay for the damage by 31 March.",
    "The ministry called the higher number “enemy arithmetic”.",
    "They urged the council to convene.",
    "The mayor has asked the council to mediate.",
    "We believe the war is wrong.",
    "“I would rather wait,” the mayor said.",
    "The retreat was a nightmare.",
    "The situation remains tense but under control.",
    "For the army the outlook is grim.",
    "The timing is no accident.",
    "The registry called this “a clerical matter”.",
    "The mayor spoke of “an appeal to the conscience”.",
    "The bloc said it regretted the vote.",
    "Maldoria insists on guarantees from the council.",
    "The committee asked both sides for lists of the missing.",
    "I understand the anger.",
    "We share that view.",
    "I read that as a warning.",
    "I would accept that today.",
    "The generals misread the mood.",
    "Size matters less than speed.",
    "The country owes them more than thanks.",
    "What makes the shortage awkward is its cost.",
    "The mayor called the offer an insult.",
    "The mayor called it a brutal attack.",
    "The mayor called the plan unworkable.",
    "A waiver for one side makes the ban a farce.",
    "The new rule renders the ban meaningless.",
    "The deal makes a mockery of the law.",
    "The council has little reason to wait.",
    "The families have every right to be angry.",
    "Time is short.",
    "Time is running out.",
    "It is time for the council to act.",
    "It would be wise to keep the bridge closed.",
    "The council would do well to listen.",
    "The army ought to have seen it coming.",
    "The trouble is the road.",
    "The plan is flawed.",
    "It was never simple.",
    "The mayor said the vote was “neither free nor equal”.",
    "The mayor spoke of a “climate of fear”.",
    "“A frozen river is no border,” the mayor said.",
    "“A lease of 15 years is a marriage,” the mayor said.",
    "“No army can fight without shells,” the mayor said.",
    "It is hard to see how the town can be held.",
    "The pier is harder to replace.",
    "The real question is who pays.",
    "What matters now is speed.",
    "The army has shown remarkable restraint.",
    "“We cannot accept that,” the mayor said.",
    "There can be no peace without justice, the mayor said.",
    "The vote lacked legitimacy.",
    "The council has run out of excuses.",
    "The council has failed us.",
    "The general is to blame for the losses.",
    "It is partly our fault.",
    "The silence is deafening.",
    "A truce on paper is worth nothing.",
    "“We welcome the ruling,” the mayor said.",
    "The generals underestimate the rebels.",
    "The pause is a blessing.",
    "The victory is symbolic.",
)
HEDGED = {
    "The film purports to show a captured tank.": "purports to",
    "The raid may well have fuelled the anger.": "may well",
    "Maybe the ship was mined.": "Maybe",
    "Some footage might be misleading.": "might",
    "Prisoners may have been taken to Orlen.": "may",
    "The ministry showed pictures of what is claimed to be a captured tank.": "what is claimed to be",
    "The force is believed to have left the town.": "is believed to have",
    "Allegedly, the depot was empty.": "Allegedly",
    "The depot appears to be empty.": "appears",
    "It is possible that the dam was mined.": "possible",
    "The ministry suspects that the dam was mined.": "suspects",
    "The convoy, it is understood, turned back.": "it is understood",
    "The dead, I suspect, are smugglers.": "I suspect",
    "The strike appeared intended to weaken Maldoria.": "appeared",
    "The pilot most likely died in the crash.": "most likely",
    "I don’t think the dam was mined.": "I don’t think",
    "There were fears that the dam was mined.": "There were fears that",
    "The drone is believed by analysts to be of foreign make.": "is believed by",
    "Two men believed to be smugglers died in the crash.": "believed to be",
    "Six sailors are feared dead.": "feared dead",
    "An unconfirmed report spoke of six dead.": "unconfirmed",
    "The guns came from Orlen, if the serial numbers are to be believed.": (
        "if the serial numbers are to be believed"
    ),
    "The army has left, if the reports are accurate.": "if the reports are accurate",
    "It is unclear whether the general has fled.": "It is unclear whether",
    "It is improbable that the depot held gas.": "improbable",
    "It looks as if the army has left.": "looks as if",
    "By all accounts the general has fled.": "By all accounts",
    "Some 200 people are estimated to have died.": "are estimated to have",
    "The unit must have crossed the river at night.": "must",
}
ASSERTED = (
    "The dam was mined.",
    "The claim is that the dam was mined in May.",
    "The aim is to cut the supply line.",
    "The guns fired for as long as 18 hours.",
    "The leak raises questions about what the mayor might be hiding.",
    "She leads among likely voters in Orlen.",
    "The mayor did not suggest a truce.",
    "The mayor refused to apologise for an outrageous statement.",
    "The convoy was supposed to arrive by then.",
    "The union wants a new law.",
    "The mayor asked if the dam was mined.",
    "No weapon may be stationed in the town.",
    "The bank could not pay its debts.",
    "Rescuers could hear voices.",
    "Its parliament must renew the law by then.",
    "I must add that the figures are disputed.",
    "The account could not be verified.",
    "The order came too late to save the bridge.",
    "The embassy denied entry to six guards.",
    "The convoy left without a word.",
    "We cannot be there without permission.",
    "Neither side may keep more than eight boats.",
    "If you are just joining us: the bridge was hit this morning.",
    "The ministry promised the town tents on Monday.",
    "Some 340 families have asked for places in the hostels.",
    "The army denied the town food.",
    "The mayor called it an accident.",
    "The embassy described the episode as a planned rotation.",
    "The report is unconfirmed.",
    "The inspectors could account for only 1,900 rifles.",
    "Only three of the crew could swim.",
    "The crew could barely walk.",
    "The clinic could no longer treat the wounded.",
    "Snow falls in November.",
    "No such theft was reported.",
    "The council asked whether the ban would hold.",
    "The company has a right to search ships.",
    "The vote was planned for May.",
    "It was the second disaster of its kind in the town.",
    "The mayor said there was “no sign” of an attack.",
    "We offered to send doctors.",
    "The village is hard to reach.",
    "“A litre of water costs 4 crowns,” the mayor said.",
    "The army failed the test.",
    "The ship is called “Star of Orlen”.",
)


@pytest.mark.parametrize("text", CONDITIONS)
def test_what_holds_under_a_condition_is_no_plain_assertion(text, claims):
    assert [claim.modality for claim in claims(text)] == ["conditional"]


def test_a_condition_at_the_sentences_head_holds_for_both_its_halves(claims):
    found = claims("Had the council agreed, the bridge would stand and the victims might still be alive.")
    assert {claim.modality for claim in found} == {"conditional"}


def test_a_condition_at_the_end_of_a_clause_is_that_clauses_alone(claims):
    found = claims("The army will fire if the fleet enters the port, and it will move its guns to Orlen.")
    assert [claim.modality for claim in found] == ["conditional", "prediction"]


@pytest.mark.parametrize("text", PREDICTIONS)
def test_what_is_to_come_is_a_prediction(text, claims):
    assert [claim.modality for claim in claims(text)] == ["prediction"]


@pytest.mark.parametrize("text", DENIALS)
def test_what_is_denied_is_a_denial_and_negated(text, claims):
    assert [(claim.modality, claim.negated) for claim in claims(text)] == [("denial", True)]


@pytest.mark.parametrize("text", OPINIONS)
def test_values_and_demands_are_opinions(text, claims):
    assert [claim.modality for claim in claims(text)] == ["opinion"]


@pytest.mark.parametrize("text", HEDGED)
def test_hedges_are_listed_with_their_place(text, claims):
    (claim,) = claims(text)
    assert claim.modality == "hedged"
    assert HEDGED[text] in [hedge.text for hedge in claim.hedges]
    assert all(text[slice(*hedge.slice)] == hedge.text for hedge in claim.hedges)


@pytest.mark.parametrize("text", ASSERTED)
def test_plain_statements_are_asserted(text, claims):
    assert [claim.modality for claim in claims(text)] == ["asserted"]


def test_once_is_a_condition_of_what_is_to_come_alone(claims):
    found = claims("The guns left once the troops had crossed the river.")
    assert {claim.modality for claim in found} == {"asserted"}


def test_a_hedge_before_a_second_verb_stays_with_it(claims):
    found = claims(
        "The crew never replied in writing and, it is understood, moved two guns into the valley."
    )[1]
    assert [hedge.text for hedge in found.hedges] == ["it is understood"]
    assert found.modality == "hedged"


def test_a_hedge_of_something_beside_the_claim_is_not_the_claims(claims):
    (claim,) = claims("The ministry has met the men who may have seen the raid.")
    assert (claim.modality, claim.hedges) == ("asserted", ())


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The report, not independently verified, spoke of six dead.", "not independently verified"),
        ("Six people died, a figure that could not be verified.", "could not be verified"),
    ],
)
def test_what_was_not_verified_is_hedged(text, hedge, claim):
    assert [found.text for found in claim(text).hedges] == [hedge]
    assert claim(text).modality == "hedged"


NEGATED = (
    "The convoy did not arrive.",
    "No bridge was hit.",
    "Nobody was hurt.",
    "The convoy never reached the town.",
    "Neither the army nor the police confirmed the attack.",
    "Neither side has confirmed the report.",
    "Not a single house was left standing in the village.",
    "The army no longer controls Orlen.",
    "The ministry is holding no one.",
)
NOT_NEGATED = (
    "The army refused to leave.",
    "The crews were unable to reach the cellar.",
    "The army failed to take the town.",
    "The convoy arrived without an escort.",
    "The outage lasted no more than 20 minutes.",
    "The cause was not a lack of people but rain.",
    "The bridge was not only hit but destroyed.",
    "The council decided not to meet.",
)


@pytest.mark.parametrize("text", NEGATED)
def test_negated(text, claim):
    assert claim(text).negated


@pytest.mark.parametrize("text", NOT_NEGATED)
def test_only_the_main_verb_is_negated(text, claim):
    assert not claim(text).negated


def test_what_follows_from_a_condition_in_a_relative_clause_is_conditional(claims):
    found = claims("Should Orlen fall, the army would lose the road, which would cut off the north.")
    assert [claim.modality for claim in found] == ["conditional", "conditional"]


def test_in_no_hurry_is_negated(claims):
    (claim,) = claims("Maldoria is in no hurry.")
    assert claim.negated


def test_what_was_promised_is_part_of_the_condition(claims):
    [found] = claims("Had the League sent observers, as it promised, nobody would have died.")
    assert (found.modality, found.claimant) == ("conditional", None)


def test_who_is_called_to_speak_claims_nothing(claims):
    assert claims("We hear the Deputy Minister.") == ()


def test_what_was_denied_having_been_done(claims):
    [found] = claims("The army denied having hidden losses.")
    assert (found.statement, found.modality) == ("The army has not hidden losses", "denial")


def test_its_president_is_the_institute_s(claims):
    text = "The institute counted 40 launches. Its president has said that the number is rising."
    assert claims(text)[1].claimant.name == "institute’s president"


def test_some_of_its_soldiers_are_counted(claims):
    [found] = claims("The General Staff said that 40 of its soldiers were taken prisoner.")
    assert found.statement == "40 of the General Staff’s soldiers were taken prisoner"
    assert [(one.value, one.unit) for one in found.quantities] == [(40, "soldier")]
