"""Answers whose giver only the introduction names: to plain questions, after "A.", by topic, by initials."""

from __future__ import annotations

import pytest

from workbench.splitting import split

PLAIN = """How many pilots are there?

There are nine. The mast fell on two of them.

Who pays them?

Nobody does. The bank closed in June.

When will the school open?

I expect it on Friday.

© Tarn Courier
"""
ANSWERS = """Q. How many boats were lost?

A. We lost 30 boats. The mast fell on Sunday.

Q. Who pays?

A. The bank paid in June.

Q. When will the port open?

A. The port will open on Friday.
"""
INITIALS = """Harbour Chief Ana Ruz, who met the Tarn Courier in May, counts boats.

{0}: How many boats were lost?

{1}: We lost 30 boats. The mast fell on Sunday.

{0}: Who pays?

{1}: The bank paid in June.

{0}: When will the port open?

{1}: The port will open on Friday.
"""
TOPICS = """On the damage:{0}We lost 30 boats. The mast fell on Sunday.

On the money:{0}The bank paid in June.

On what comes next:{0}The port will open on Friday.

We shall see.

The army did not answer in May.
"""


def find_speaker(text: str, words: str) -> str | None:
    found = next(one for one in split(text).claims if words in one.quote)
    return found.attribution[0].claimant.name if found.attribution else None


@pytest.mark.parametrize(
    ("introduction", "speaker"),
    [
        (
            "The director of the Orlen Pilot School received us in her office.",
            "director of the Orlen Pilot School",
        ),
        ("Ana Ruz has run the school since May. She received us in her office.", "Ana Ruz"),
        ("The head of the Port Office has no time. He met us on the quay.", "head of the Port Office"),
        ("Q&A with the head of the Port Office", "head of the Port Office"),
        ("She received us in her office.", None),
    ],
)
def test_plain_questions(introduction, speaker):
    for words in ("There are nine", "mast fell", "bank closed"):
        assert find_speaker(f"Tarn Courier\n\nNine pilots\n\n{introduction}\n\n{PLAIN}", words) == speaker


@pytest.mark.parametrize("asked", ["Q. ", ""])
def test_a_is_whom_the_page_asks(asked):
    text = "Q&A with Ana Ruz, head of the Orlen Port Office\n\n" + ANSWERS.replace("Q. ", asked)
    for words in ("30 boats", "mast fell", "bank paid", "port will open"):
        assert find_speaker(text, words) == "Ana Ruz"


def test_the_letters_of_a_list_answer_nothing():
    text = (
        "We met the mayor of Orlen in May.\n\nA. Two boats sank.\n\nB. The mast fell.\n\nA. The bank paid.\n"
    )
    assert find_speaker(text, "Two boats sank") is None


def test_initials_of_those_the_introduction_names():
    text = INITIALS.format("TC", "AR")
    for words in ("30 boats", "mast fell", "bank paid", "port will open"):
        assert find_speaker(text, words) == "Ana Ruz"


@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize(("opening", "closing"), [("", ""), ("“", "”")])
def test_topics_for_questions(gap, opening, closing):
    text = "We met the mayor of Orlen in May. Here is what she said.\n\n" + TOPICS.format(gap + opening)
    text = text.replace("Sunday.", f"Sunday.{closing}").replace("June.", f"June.{closing}")
    text = text.replace("Friday.", f"Friday.{closing}")
    for words in ("30 boats", "mast fell", "bank paid", "port will open"):
        assert find_speaker(text, words) == "mayor of Orlen"
    assert find_speaker(text, "army did not answer") is None
    assert not any("On the" in claim.quote for claim in split(text).claims)


@pytest.mark.parametrize(
    "introduction",
    ["The storm has passed.", "We met the mayor of Orlen. We spoke to the head of the Port Office."],
)
def test_topics_of_nobody_are_the_articles(introduction):
    assert find_speaker(f"{introduction}\n\n{TOPICS.format(' ')}", "bank paid") is None


def test_topics_of_a_report_are_the_articles():
    text = (
        "We met the mayor of Orlen in May.\n\nOn the damage: The army says that two boats sank.\n\n"
        "On the money: The bank paid in June.\n"
    )
    assert find_speaker(text, "bank paid") is None
