"""What pronouns and short names stand for: put in and listed where one reading is likely, else left."""

from __future__ import annotations

import pytest

from workbench.splitting import split

# text, last statement, what was put in
RESOLVED = {
    "subject of the sentence before": (
        "The offensive began in May. It has reached the river.",
        "The offensive has reached the river",
        "The offensive",
    ),
    "subject of the clause that leads up": (
        "The ministry met on Sunday. If the dam breaks, it will flood the valley.",
        "If the dam breaks, the dam will flood the valley",
        "the dam",
    ),
    "who said the sentence before, in an aside": (
        "Two bridges over the Vell were hit overnight, the regional administration said. "
        "Its emergency office opened shelters.",
        "The regional administration’s emergency office opened shelters",
        "The regional administration’s",
    ),
    "subject of the clause before": (
        "The offensive began in May, and it has reached the river.",
        "The offensive has reached the river",
        "The offensive",
    ),
    "by number": (
        "The rebels shelled the port. They withdrew at dawn.",
        "The rebels withdrew at dawn",
        "The rebels",
    ),
    "a person beside a body": (
        "The council dismissed the mayor of Velin. He left the town at dawn.",
        "The mayor of Velin left the town at dawn",
        "The mayor of Velin",
    ),
    "by sex": (
        "The spokeswoman met the chairman on Monday. He refused the offer.",
        "The chairman refused the offer",
        "The chairman",
    ),
    "an indefinite becomes definite": (
        "A shell hit the market. It killed six people.",
        "The shell killed six people",
        "The shell",
    ),
    "over a paragraph's end": (
        "The navy sank two boats on the lake.\n\nIt lost no men in the fight.",
        "The navy lost no men in the fight",
        "The navy",
    ),
    "owner in a subject": (
        "The Orlen garrison surrendered at noon. Its tanks were handed over.",
        "The Orlen garrison’s tanks were handed over",
        "The Orlen garrison’s",
    ),
    "owner in a predicate": (
        "The army left the valley in May. Rockets hit its depot.",
        "Rockets hit the army’s depot",
        "the army’s",
    ),
    "object": (
        "The rebels left at dawn. Artillery shelled them on the road.",
        "Artillery shelled the rebels on the road",
        "the rebels",
    ),
    "the speaker": (
        "The ministry said that rockets had hit its depot.",
        "Rockets hit the ministry’s depot",
        "the ministry’s",
    ),
    "what was spoken of before the report": (
        "The bridge at Velin is closed. Officials say it will be rebuilt.",
        "The bridge at Velin will be rebuilt",
        "The bridge at Velin",
    ),
    "the clause it tells of": (
        "Talks could resume if the League frees the officials it has held since May, the army says.",
        "The League has held the officials since May",
        "The League",
    ),
    "a part of a number": (
        "More than 60,000 people live in Velin. At least 25,000 of them are children.",
        "At least 25,000 of the more than 60,000 people are children",
        "the more than 60,000 people",
    ),
    "an official’s we": (
        "“We have reopened the line,” the deputy head of the State Railway Authority said.",
        "The State Railway Authority has reopened the line",
        "The State Railway Authority",
    ),
    "the accused": (
        "“The army accuses us of hiding the losses,” the ministry said.",
        "The ministry has hidden the losses",
        "The ministry",
    ),
    "the owner of who speaks": (
        "Varnovia denied the raid. “Our gunners held their fire,” its defence ministry said.",
        "Varnovia’s gunners held their fire",
        "Varnovia’s",
    ),
    "a name that is something": (
        "Nordmark borders the republic. It is the largest member of the union.",
        "Nordmark is the largest member of the union",
        "Nordmark",
    ),
    "the owner of what was spoken of": (
        "The governor’s order closed the port. He left Velin at dawn.",
        "The governor left Velin at dawn",
        "The governor",
    ),
    "headline": (
        "Northern Fleet leaves port of Osk\n\nIt had lost two boats in a storm on Lake Vell.",
        "Northern Fleet had lost two boats in a storm on Lake Vell",
        "Northern Fleet",
    ),
}


@pytest.mark.parametrize("name", RESOLVED)
def test_one_reading_is_put_in(name, claims):
    text, statement, added = RESOLVED[name]
    found = claims(text)[-1]
    assert found.statement == statement
    [resolved] = [one for one in found.additions if one.reason.startswith("resolved pronoun")]
    assert resolved.text == added


# text, last statement
LEFT = {
    "what was said of, and who said it": (
        "The bridge was destroyed, the ministry said. It was hit again at dawn.",
        "It was hit again at dawn",
    ),
    "two subjects": (
        "The army crossed the river, the navy shelled the port, and it lost two boats.",
        "It lost two boats",
    ),
    "speaker or subject": (
        "The ministry said that the army had crossed the river and that it had taken two villages.",
        "It took two villages",
    ),
    "its own subject": (
        "The ministry met on Monday. The army moved its guns.",
        "The army moved its guns",
    ),
    "two things an object may be": (
        "The army reached the port and the town. Rockets hit it at noon.",
        "Rockets hit it at noon",
    ),
    "wrong number": ("The army crossed the river. They were tired.", "They were tired"),
    "empty it": (
        "The army left the valley. It seems that the war goes on.",
        "It seems that the war goes on",
    ),
    "units did it": (
        "Who shelled the port? The ministry says special units did it.",
        "Special units did it",
    ),
    "whose report or who it was on": (
        "The staff says that the brigade left the village. It withdrew in good order.",
        "It withdrew in good order",
    ),
    "a headline that names the article": (
        "Statement on the shelling of Velin\n\nIt was the third attack on the town in May.",
        "It was the third attack on the town in May",
    ),
    "the country’s citizens": (
        "“Our citizens live on the eastern bank,” the ministry said.",
        "Our citizens live on the eastern bank",
    ),
    "an event is no name": (
        "Port Aldane was shelled. It was the third attack in a week.",
        "It was the third attack in a week",
    ),
    "a name that may be anything’s": (
        "Keldran calls on Ustrava to withdraw its artillery.",
        "Ustrava should withdraw its artillery",
    ),
    "called an accident": (
        "Nobody saw the raid. The army called it an accident.",
        "It is an accident",
    ),
    "no one": ("Nobody saw the raid. He was asleep.", "He was asleep"),
}


@pytest.mark.parametrize("name", LEFT)
def test_an_open_pronoun_stays(name, claims):
    text, statement = LEFT[name]
    found = claims(text)[-1]
    assert found.statement == statement
    assert not any(one.reason.startswith("resolved pronoun") for one in found.additions)


# text, last statement, the full name and what it is put for
FULL = {
    "a plant": (
        "Drones hit the Kestrow plant on Friday. Two of the plant’s units were destroyed.",
        "Two of the Kestrow plant’s units were destroyed",
        ("the Kestrow plant", "what “the plant” stands for"),
    ),
    "named by its place": (
        "The bridge at Vint was mined. The convoy could not cross the bridge.",
        "The convoy could not cross the bridge at Vint",
        ("the bridge at Vint", "what “the bridge” stands for"),
    ),
    "a surname": (
        "Jane Harlow won the vote. The council dismissed Harlow in May.",
        "The council dismissed Jane Harlow in May",
        ("Jane Harlow", "what “Harlow” stands for"),
    ),
    "a middle name": (
        "Jane Harlow won the vote. Jane Anne Harlow is 50. The council dismissed Harlow in May.",
        "The council dismissed Jane Harlow in May",
        ("Jane Harlow", "what “Harlow” stands for"),
    ),
    "a surname that owns": (
        "Jane Harlow won the vote. Harlow’s brother left Velin.",
        "Jane Harlow’s brother left Velin",
        ("Jane Harlow", "what “Harlow” stands for"),
    ),
    "a kind": (
        "The Red Harbour is a thriller. Critics praised the thriller.",
        "Critics praised Red Harbour",
        ("Red Harbour", "what “the thriller” stands for"),
    ),
}


@pytest.mark.parametrize("name", FULL)
def test_full_names(name, claims):
    text, statement, added = FULL[name]
    found = claims(text)[-1]
    assert found.statement == statement
    assert [(one.text, one.reason) for one in found.additions] == [added]


def test_a_short_name_for_two_things_stays(claims):
    text = "The bridge at Vint and the bridge at Osk were mined. The convoy could not cross the bridge."
    assert claims(text)[-1].statement == "The convoy could not cross the bridge"


def test_unknown_name_may_say_it_of_itself(claims):
    """A name nobody introduced may be a country's: "it" is then not the thing of the sentence before."""
    text = "The Ministry is deeply concerned by the reports. Ustrava says it is holding no one."
    assert claims(text)[-1].statement == "It is holding no one"


def test_known_person_says_it_of_something_else(claims):
    text = (
        "The offensive began in May. Olena Marvik, an aide, praised it. Marvik said it has reached the river."
    )
    assert claims(text)[-1].statement != "Marvik has reached the river"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The port closed, the prefecture says. It expects the road to close.", "prefecture"),
        ("The rebel Hill Front denied having shelled Velin. Its men had left, it said.", "rebel Hill Front"),
    ],
)
def test_whoever_said_something_may_be_the_next_it(claims, text, speaker):
    assert claims(f"The ministry said that the army had left. {text}")[-1].claimant.name == speaker


TOPICS = {
    "under a bare name the band is that one": (
        "Radio Tarn\n\nIn 2019 the band moved to Velin.",
        ["In 2019 Radio Tarn moved to Velin"],
    ),
    "unless another came before": (
        "Radio Tarn\n\nThe Orlen band left in 2018. In 2019 the band moved to Velin.",
        ["The Orlen band left in 2018", "In 2019 the band moved to Velin"],
    ),
    "not under a headline that tells something": (
        "Radio Tarn leaves Orlen\n\nIn 2019 the band moved to Velin.",
        ["In 2019 the band moved to Velin"],
    ),
}


@pytest.mark.parametrize(("text", "statements"), TOPICS.values(), ids=TOPICS)
def test_what_a_headline_names(text, statements):
    assert [claim.statement for claim in split(text).claims] == statements


@pytest.mark.parametrize(
    ("text", "statement", "added"),
    [
        (
            "Velmark has sold foreign-built drones to the rebels. The ministry uses such drones at sea.",
            "The ministry uses foreign-built drones at sea",
            ("foreign-built",),
        ),
        # nothing describes it, two things could be meant, or it begins a list
        (
            "Velmark has sold drones to the rebels. The ministry uses such drones at sea.",
            "The ministry uses such drones at sea",
            (),
        ),
        (
            "Velmark has sold light drones and heavy drones. The ministry uses such drones at sea.",
            "The ministry uses such drones at sea",
            (),
        ),
        (
            "Velmark has sold light arms. The ministry uses arms such as mortars.",
            "The ministry uses mortars",
            (),
        ),
    ],
)
def test_such_takes_the_description_of_the_sentence_before(text, statement, added):
    found = split(text).claims[-1]
    assert found.statement == statement
    assert tuple(one.text for one in found.additions if "such" in one.reason) == added


@pytest.mark.parametrize(
    ("before", "statement", "title"),
    [
        (
            "Velmark accused the Southern Republic of shelling the bridge.",
            "The accusation that the Southern Republic has shelled the bridge is not true",
            "Accusation that Southern Republic has shelled bridge not true",
        ),
        # two charges, or none
        (
            "Velmark accused the Southern Republic of shelling the bridge and robbing the bank.",
            "The accusation is not true",
            "Accusation not true",
        ),
        ("The bridge burned.", "The accusation is not true", "Accusation not true"),
    ],
)
def test_a_rejected_accusation_is_that_of_the_sentence_before(before, statement, title):
    found = split(f"{before} The general staff rejected the accusation.").claims[-1]
    assert (found.statement, found.title, found.modality) == (statement, title, "denial")


def test_what_two_verbs_are_done_to(claims):
    found = claims("Our units took the height and hold it.")
    assert found[1].statement == "Our units hold the height"
