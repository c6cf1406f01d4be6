"""Who says it: each form of attribution by a named example."""

from __future__ import annotations

import pytest

# text, statement, claimant
EXAMPLES = {
    "verb and that": (
        "The health ministry said that the hospital in Orlen had been hit.",
        "The hospital in Orlen was hit",
        "health ministry",
    ),
    "verb without that": (
        "Analysts say the offensive may have stalled.",
        "The offensive may have stalled",
        "Analysts",
    ),
    "according to, after": (
        "Three workers were injured, according to the port authority.",
        "Three workers were injured",
        "port authority",
    ),
    "according to, before": (
        "According to the regional governor, three villages were flooded.",
        "Three villages were flooded",
        "regional governor",
    ),
    "aside in the middle": (
        "The bridge, the army command said, had been destroyed by rockets.",
        "The bridge was destroyed by rockets",
        "army command",
    ),
    "as someone claimed": (
        "As the ministry claimed on Sunday, the convoy crossed the border at dawn.",
        "The convoy crossed the border at dawn",
        "ministry",
    ),
    "passive": (
        "It was reported by the state agency that the port of Alden had reopened.",
        "The port of Alden reopened",
        "state agency",
    ),
    "passive with a noun": (
        "An explosion near the depot was reported by the harbour office.",
        "There was an explosion near the depot",
        "harbour office",
    ),
    "reported doing": (
        "Varnovia’s interior ministry reported destroying a sabotage unit armed with rifles near Velin.",
        "A sabotage unit armed with rifles was destroyed near Velin",
        "Varnovia’s interior ministry",
    ),
    "claimed to have done": (
        "The army claimed to have shot down 12 drones.",
        "12 drones were shot down",
        "army",
    ),
    "accused of": (
        "The governor accused the militia of shelling a market.",
        "The militia has shelled a market",
        "governor",
    ),
    "blamed for": (
        "Maldoria blamed Varnovia for the explosion.",
        "Varnovia is to blame for the explosion",
        "Maldoria",
    ),
    "called on": (
        "The government of Varnovia called on Maldoria to withdraw its troops.",
        "Maldoria should withdraw its troops",
        "government of Varnovia",
    ),
    "urged": (
        "The president urged the rebels to leave the town.",
        "The rebels should leave the town",
        "president",
    ),
    "demanded that": (
        "Maldoria demands that the rebels leave the town.",
        "The rebels should leave the town",
        "Maldoria",
    ),
    "promised": (
        "The army vowed to hold the river.",
        "The army will hold the river",
        "army",
    ),
    "called a name": (
        "The general called the plan “a disgrace”.",
        "The plan is a disgrace",
        "general",
    ),
    "described as": (
        "The mayor described the truce as “a gesture of strength”.",
        "The truce is a gesture of strength",
        "mayor",
    ),
    "dismissed as": (
        "The League dismissed such figures as fantasy.",
        "Such figures are fantasy",
        "League",
    ),
    "denied having": (
        "The minister denied having ordered the strike.",
        "The minister has not ordered the strike",
        "minister",
    ),
    "a group accused of": (
        "The army accused the rebels of burning the bridge on Monday.",
        "The rebels burned the bridge on Monday",
        "army",
    ),
    "accused of one word": (
        "The ministry accused the firm of lying.",
        "The firm has lied",
        "ministry",
    ),
    "accused of doing it often": (
        "Karsk accused Velmark of repeatedly shelling the port.",
        "Velmark has repeatedly shelled the port",
        "Karsk",
    ),
    "accused of having": (
        "Varnovia accused the army of having mined the road.",
        "The army has mined the road",
        "Varnovia",
    ),
    "quoted as saying": (
        "The mayor was quoted as saying that the dam had failed.",
        "The dam failed",
        "mayor",
    ),
    "in his words": (
        "In the words of the mayor, the road is closed.",
        "The road is closed",
        "mayor",
    ),
    "put a number": (
        "The Red Cross put the number of missing sailors at nine.",
        "The number of missing sailors is nine",
        "Red Cross",
    ),
    "denied that": (
        "The ministry denied that the dam had been mined.",
        "The dam was not mined",
        "ministry",
    ),
    "rejected claims": (
        "The general staff rejected claims that the troops had fired on civilians.",
        "The troops did not fire on civilians",
        "general staff",
    ),
    "promised that": (
        "The army command has promised that no recruit will be sent to the front.",
        "No recruit will be sent to the front",
        "army command",
    ),
    "demanded in the passive": (
        "The alliance demands that the contract be published in full.",
        "The contract should be published in full",
        "alliance",
    ),
    "reckoned": (
        "The institute reckons that the army can hold the ridge until the thaw.",
        "The army can hold the ridge until the thaw",
        "institute",
    ),
    "told somebody something": (
        "The minister assured parliament that the guns had arrived.",
        "The guns arrived",
        "minister",
    ),
    "said in a message": (
        "The River Front said in an audio message that it had needed no informers.",
        "The River Front needed no informers",
        "River Front",
    ),
    "only that": (
        "The ministry admitted only that the depot had been hit.",
        "The depot was hit",
        "ministry",
    ),
    "by somebody's count": (
        "More than 700 soldiers have been killed, by the commission’s count.",
        "More than 700 soldiers have been killed",
        "commission",
    ),
    "on somebody's reading": (
        "The stocks, on the institute’s reading of rail traffic, have shrunk by a third.",
        "The stocks have shrunk by a third",
        "institute",
    ),
    "pronoun of the speaker": (
        "The president’s office said it had not received the letter.",
        "The president’s office did not receive the letter",
        "president’s office",
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_attribution(name, claim):
    text, statement, speaker = EXAMPLES[name]
    found = claim(text)
    assert found.statement == statement
    assert found.claimant is not None
    assert found.claimant.name == speaker
    assert found.attribution[-1].claimant == found.claimant
    start, end = found.claimant.slice
    assert text[start:end] == speaker


def test_despite_claims_are_apart_from_the_main_clause(claims):
    found = claims("Despite claims from Varnovia of clearing the town, fighting goes on in Velin.")
    assert [(one.statement, one.claimant and one.claimant.name) for one in found] == [
        ("Varnovia has cleared the town", "Varnovia"),
        ("Fighting goes on in Velin", None),
    ]


def test_an_unconfirmed_speaker_hedges(claim):
    found = claim("Unconfirmed reports say that a bridge in Lower Strand collapsed.")
    assert (found.modality, [hedge.text for hedge in found.hedges]) == ("hedged", ["Unconfirmed"])


def test_one_speaker_saying_twice_is_one_step(claims):
    found = claims("The navy confirmed that it had stopped two vessels but denied firing on any boat.")
    assert [(one.statement, [step.cue.text for step in one.attribution]) for one in found] == [
        ("The navy stopped two vessels", ["confirmed"]),
        ("The navy has not fired on any boat", ["denied"]),
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“We’re moving 300 patients,” the health office said.", "The health office is moving 300 patients"),
        ("“I have asked for help,” the mayor said.", "The mayor has asked for help"),
        ("“We have asked for help,” the mayor said.", "We have asked for help"),
        ("The dam broke. It is a disaster.", "It is a disaster"),
    ],
)
def test_first_person_and_empty_it(text, statement, claims):
    assert claims(text)[-1].statement == statement


def test_they_is_left_alone_when_another_subject_could_be_meant(claims):
    found = claims("The patrols are lawful, but aid groups argue that they amount to a siege.")
    assert found[1].statement == "They amount to a siege"


def test_nested_attribution_is_outermost_first(claim):
    found = claim("State television said that the governor had accused Maldoria of bombing a hospital.")
    assert [step.claimant.name for step in found.attribution] == ["State television", "governor"]
    assert found.claimant.name == "governor"
    assert found.statement == "Maldoria has bombed a hospital"


@pytest.mark.parametrize(
    ("charges", "statements"),
    [
        ("burning and looting 40 houses", ["have burned 40 houses", "have looted 40 houses"]),
        ("looting shops and burning a school", ["have looted shops", "have burned a school"]),
        ("lying and of hiding six deaths", ["have lied", "have hidden six deaths"]),
    ],
)
def test_each_charge_is_a_claim(charges, statements, claims):
    found = claims(f"Officials accused the rebels of {charges}.")
    assert [one.statement for one in found] == [f"The rebels {statement}" for statement in statements]


def test_quotation_goes_on_over_sentences(claims):
    text = "“We will hold the river line,” said the army command. “The enemy has lost 200 tanks.” Rain fell."
    first, second, third = claims(text)
    assert first.statement == "The army command will hold the river line"
    assert (first.attribution[0].manner, first.attribution[0].cue.text) == ("direct", "said")
    assert (second.claimant.name, second.attribution[0].cue) == ("army command", None)
    assert third.claimant is None


def test_the_ministry_is_named_in_full_when_only_one_was_met(claims):
    text = "Maldoria’s energy ministry cut supplies. The ministry said that 4,000 homes were dark."
    found = claims(text)[-1]
    assert found.claimant.name == "Maldoria’s energy ministry"
    assert text[slice(*found.claimant.slice)] == "ministry"
    assert "speaker read from “the ministry”" in found.reasons


def test_the_ministry_is_left_alone_when_it_could_be_either(claims):
    text = (
        "Maldoria’s energy ministry cut supplies. Varnovia’s defence ministry protested. "
        "The ministry said that 4,000 homes were dark."
    )
    assert claims(text)[-1].claimant.name == "ministry"


@pytest.mark.parametrize(
    "text",
    ["Officials have not confirmed that the dam was hit.", "The mayor would say that the bridge is safe."],
)
def test_what_nobody_said_is_not_attributed(text, claim):
    assert claim(text).claimant is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The agency quoted an official as saying that the road was mined.", ["agency", "official"]),
        (
            "The presidency has said, citing the intelligence service, that Maldoria moved two battalions.",
            ["presidency", "intelligence service"],
        ),
    ],
)
def test_words_that_another_passes_on(text, speakers, claim):
    found = claim(text)
    assert [step.claimant.name for step in found.attribution] == speakers


def test_each_thing_called_for_is_a_claim(claims):
    found = claims("Keldran calls on Maldoria to cease fire, to free its prisoners and to open the road.")
    assert [(one.statement, one.modality, one.kind) for one in found] == [
        ("Maldoria should cease fire", "opinion", "position"),
        ("Maldoria should free its prisoners", "opinion", "position"),
        ("Maldoria should open the road", "opinion", "position"),
    ]


@pytest.mark.parametrize(
    "text", ["The government plans to build a dam at Orlen.", "The governor wants to close the port."]
)
def test_plans_and_wishes_are_not_facts(text, claim):
    found = claim(text)
    assert found.statement + "." == text
    assert found.kind in {"prediction", "position"}


@pytest.mark.parametrize("who", ["Few officials in either capital", "Nobody"])
def test_what_hardly_anybody_believes_is_not_claimed(claim, who):
    found = claim(f"{who} believed that the truce would last a week.")
    assert found.statement == f"{who} believed that the truce would last a week"
    assert found.claimant is None
    assert found.modality == "asserted"
