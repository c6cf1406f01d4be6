"""What people say aloud: words that lead up to a statement, sentences that tell nothing."""

from __future__ import annotations

import pytest

# text, quotes
LED_UP_TO = {
    "what I can say": (
        "What I can say is that the convoy left Orlen on Monday.",
        ["the convoy left Orlen on Monday"],
    ),
    "what worries me": (
        "What worries me is that the pact of Tarn is crumbling.",
        ["the pact of Tarn is crumbling"],
    ),
    "the truth is": ("The truth is, the dam was never repaired.", ["the dam was never repaired"]),
    "it is true": ("It is true that the mayor of Orsk fled in March.", ["the mayor of Orsk fled in March"]),
    "I must add": (
        "I must add that the figures of the League are disputed.",
        ["the figures of the League are disputed"],
    ),
    "I want to stress": (
        "I want to stress that no shell came from Orsk.",
        ["no shell came from Orsk"],
    ),
    "let me add": ("Let me add that no soldier crossed the Vell.", ["no soldier crossed the Vell"]),
    "let me be clear": ("Let me be clear: no soldier crossed the Vell.", ["no soldier crossed the Vell"]),
    "do not forget": ("And do not forget that Tarn has a navy.", ["Tarn has a navy"]),
    "remember": ("Remember that the ban was never tested.", ["the ban was never tested"]),
    "not what another said": (
        "What the plan needs is that Tarn agrees to it.",
        ["What the plan needs is that Tarn agrees to it"],
    ),
    "not what is denied": (
        "It is not true that the dam was hit.",
        ["It is not true that the dam was hit"],
    ),
    "nor what holds of somebody": (
        "The plan was that the army would leave Orsk.",
        ["The plan was that the army would leave Orsk"],
    ),
}


@pytest.mark.parametrize("name", LED_UP_TO)
def test_what_leads_up_to_a_statement_is_no_part_of_it(name, claims):
    text, quotes = LED_UP_TO[name]
    assert [one.quote for one in claims(text)] == quotes


@pytest.mark.parametrize("text", ["We were not warned.", "We have apologised to the families."])
def test_what_was_done_with_words_is_told(text, claims):
    assert [one.quote for one in claims(text)] == [text[:-1]]


# text, quotes
MARKS = {
    "semicolon": (
        "As for Tarn, the envoys asked to visit it in May; the army refused because its mill had been hit.",
        ["As for Tarn, the envoys asked to visit it in May", "the army refused", "its mill had been hit"],
    ),
    "colon": (
        "The brigade has hardly any men left: its two reserve units have been in Orsk since May.",
        ["The brigade has hardly any men left", "its two reserve units have been in Orsk since May"],
    ),
    "what was said after a colon": (
        "The mayor said the plan was simple: the army would leave and the police would stay.",
        ["the plan was simple", "the army would leave", "the police would stay"],
    ),
    "a list": (
        "The pact names three places: the port of Osk; the dam at Vell; and the mill.",
        [
            "The pact names three places",
            "The pact names … the port of Osk",
            "The pact names … the dam at Vell",
            "The pact names … the mill",
        ],
    ),
    "the reason of what is expected": (
        "The staff expects the raids to go on: a third brigade was seen at Vell station.",
        ["the raids to go on", "a third brigade was seen at Vell station"],
    ),
    "a claim that is rejected": (
        "The ministry rejects that claim: all men of the brigade were paid in May.",
        ["The ministry rejects that claim", "all men of the brigade were paid in May"],
    ),
    "a label": ("Coast: fighting goes on at Port Osk.", ["Coast: fighting goes on at Port Osk"]),
}


@pytest.mark.parametrize("name", MARKS)
def test_clauses_beside_a_mark(name, claims):
    text, quotes = MARKS[name]
    assert [one.quote for one in claims(text)] == quotes


def test_a_quotation_is_not_parted(claims):
    found = claims("“The army left Tarn; the town is burning,” the mayor of Tarn said.")
    assert {one.claimant and one.claimant.name for one in found} == {"mayor of Tarn"}


@pytest.mark.parametrize(
    "text",
    [
        "There is another thing.",
        "There are two other points.",
        "That is all for today.",
        "One thing is clear:",
        "If you are just joining us:",
        "The Ministry of Defence reports on the past 24 hours:",
        "A boatman of Tarn put it to me like this:",
        "The ministry left our questions unanswered.",
        "Calls to the embassy of Tarn went unanswered.",
        "One at a time in the studio, please.",
    ],
)
def test_what_only_leads_over_is_no_claim(text, claims):
    assert not claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is another bridge at Tarn.",
        "There is one thing that Tarn wants.",
        "That is a lie.",
        "The ministry reports 20 dead.",
    ],
)
def test_what_tells_something_is_a_claim(text, claims):
    assert claims(text)


# text, quotes
OPENED = {
    "well": ("Well, the fishermen saw two boats.", ["the fishermen saw two boats"]),
    "no": ("No, the boat never left our water.", ["the boat never left our water"]),
    "with respect": ("With respect, the ban was never tested.", ["the ban was never tested"]),
    "I should add": (
        "The Border Guard, I should add, hasn't confirmed it.",
        ["The Border Guard … hasn't confirmed it"],
    ),
    "whom one met": (
        "The fishermen I spoke to in Orsk tell another story.",
        ["The fishermen I spoke to in Orsk tell another story"],
    ),
    "well as an adverb": ("Well paid crews left Orsk.", ["Well paid crews left Orsk"]),
}


@pytest.mark.parametrize("name", OPENED)
def test_what_fills_speech_is_left_out(name, claims):
    text, quotes = OPENED[name]
    assert [one.quote for one in claims(text)] == quotes


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("– shot down: 44 drones, five missiles", "shot down: 44 drones, five missiles"),
        ("– hits: at three sites in two provinces", "hits: at three sites in two provinces"),
        ("• tanks: 3 / 812", "tanks: 3 / 812"),
    ],
)
def test_a_listed_figure_keeps_its_label(line, quote, claims):
    found = claims(f"In the night the enemy launched 52 drones. Preliminary count:\n{line}")
    assert [one.quote for one in found] == ["In the night the enemy launched 52 drones", quote]


def test_a_share_of_those_named_is_told_of_the_share(claims):
    found = claims("The brigade lost 71 soldiers, eight of them officers.")
    assert [one.statement for one in found] == ["The brigade lost 71 soldiers", "Eight of them were officers"]
