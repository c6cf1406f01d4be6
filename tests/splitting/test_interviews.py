"""Whose words a paragraph of an interview is, in the layouts that outlets use."""

from __future__ import annotations

import pytest

from workbench.splitting import split


def name_speakers(text: str) -> dict[str, str | None]:
    """Give the outermost speaker of each claim by its quote, the last word of the name first."""
    return {
        one.quote: one.attribution[0].claimant.name if one.attribution else None for one in split(text).claims
    }


def find_speaker(text: str, words: str) -> str | None:
    return next(name for quote, name in name_speakers(text).items() if words in quote)


DASHED = """Radio Tarn
Home | Programmes

The mayor of Orlen on boats

The mayor of Orlen and her harbour master came to our studio on Monday. The storm has passed.

– How many boats were lost?

Mayor: We lost 30 boats. The mast fell on Sunday.

– The union says that 12 pilots are ill.

We have nine names on our list.

Two of them left Vesk in May.

– Who pays?

Harbour master: The bank paid in June.

– When will the port open?

Mayor: I expect it on Friday.

Asked about the list, the union said on Tuesday that it stood by our figures.

© Radio Tarn
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("storm has passed", None),
        ("30 boats", "Mayor of Orlen"),
        ("12 pilots", "Radio Tarn"),
        ("nine names", "Mayor of Orlen"),
        ("left Vesk", "Mayor of Orlen"),
        ("bank paid", "Harbour master"),
        ("expect it", "Mayor of Orlen"),
        ("stood by", "union"),
    ],
)
def test_questions_after_a_dash_and_labels_only_where_the_answerer_changes(words, speaker):
    assert find_speaker(DASHED, words) == speaker


def test_a_list_after_dashes_asks_nothing():
    text = (
        "The mayor of Orlen said that the storm has passed.\n\n– Two boats sank.\n– The mast fell.\n\n"
        "The bank paid in June.\n"
    )
    assert find_speaker(text, "bank paid") is None


FIRST_LABEL_ONLY = """Tarn Courier
“We count what we can”
A third of the ships have no papers, says the head of Tarn's Port Office
By our shipping desk
The port of Vesk burned in May. We met the head of the Port Office on Thursday.
Courier: The army says that the fire was an accident. Was it?
The fire was an accident. We told the army so.
How many ships come here?
Our list has 60 names. Orlen counts 90.
The pilots accuse you of having lost ten of them.
We lost two. The mast fell on them.
Orlen's bank told this newspaper that each ship is insured.
That is what it told my office too. Nine had no papers.
When will the port open?
The bank closed in June. I cannot say.
Orlen's embassy called the figures in this interview false. It wrote to us that 90 ships were insured.
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("port of Vesk burned", None),
        ("fire was an accident", "Tarn Courier"),
        ("Our list has 60", "head of Tarn's Port Office"),
        ("Orlen counts 90", "head of Tarn's Port Office"),
        ("lost ten", "Tarn Courier"),
        ("lost two", "head of Tarn's Port Office"),
        ("each ship is insured", "Tarn Courier"),
        ("Nine had no papers", "head of Tarn's Port Office"),
        ("bank closed", "head of Tarn's Port Office"),
        ("90 ships were insured", "Orlen's embassy"),
    ],
)
def test_a_label_at_the_first_question_only(words, speaker):
    assert find_speaker(FIRST_LABEL_ONLY, words) == speaker


ANSWERS_ONLY = """The mayor of Orlen on boats

How many boats were lost?

Mayor: We lost 30 boats.

The mast fell on Sunday.

The union says that 12 pilots are ill. Is that so?

Mayor: The bank closed in June.
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("30 boats", "Mayor of Orlen"), ("mast fell", "Mayor of Orlen"), ("12 pilots", "Interviewer")],
)
def test_labels_at_the_answers_only(words, speaker):
    assert find_speaker(ANSWERS_ONLY, words) == speaker


QUESTIONS = (
    "How many boats were lost?\n\nWe lost 30 boats.\n\nWho broke the mast?\n\nOur pilots did.\n\n"
    "When will the port open?\n\nI expect it on Friday.\n"
)


@pytest.mark.parametrize(
    ("introduction", "speaker"),
    [
        ("We met the head of the Orlen Port Office in May.", "head of the Orlen Port Office"),
        ("The Courier sat down with Foreign Minister Ana Ruz.", "Foreign Minister Ana Ruz"),
        ("We spoke to Ana Ruz, who has run the port since May.", "Ana Ruz"),
        ("The head of the Orlen Port Office received us in May.", "head of the Orlen Port Office"),
        ("The harbour chief spoke to this newspaper in May.", "harbour chief"),
        ("“We need boats,” says the mayor of Orlen", "mayor of Orlen"),
        ("The mayor of Orlen on boats, debts and a crane", "mayor of Orlen"),
        (
            "We met the chair of the Assembly’s foreign affairs committee.",
            "chair of the Assembly’s foreign affairs committee",
        ),
        ("The storm has passed.", None),
        ("We met the mayor of Orlen. We spoke to the head of the Port Office.", None),
    ],
)
def test_whom_the_introduction_presents(introduction, speaker):
    found = find_speaker(f"{introduction}\n\n{QUESTIONS}", "30 boats")
    assert (found or "").casefold() == (speaker or "").casefold()


@pytest.mark.parametrize("bold", ["**", "__"])
def test_questions_in_bold(bold):
    text = "Interview with Ana Ruz\n\n" + QUESTIONS.replace(
        "Who broke the mast?", "The pilots broke the mast."
    )
    for line in ("How many boats were lost?", "The pilots broke the mast.", "When will the port open?"):
        text = text.replace(line, f"{bold}{line}{bold}")
    assert name_speakers(text) == {
        "We lost 30 boats": "Ana Ruz",
        "The pilots broke the mast": "Interviewer",
        "Our pilots did": "Ana Ruz",
        "I expect it on Friday": "Ana Ruz",
    }


def test_questions_and_answers_after_dashes():
    text = "The mayor of Orlen met us in May.\n\n— " + QUESTIONS.replace("\n\n", "\n\n— ")
    assert find_speaker(text, "30 boats") == "mayor of Orlen"


def test_the_outlet_that_the_minister_spoke_to_does_not_answer():
    text = (
        f"Radio Tarn\n\nThe storm has passed. We spoke to Radio Tarn about it.\n\n{QUESTIONS}\n© Radio Tarn\n"
    )
    assert find_speaker(text, "30 boats") is None


def test_answers_to_a_reader_who_wants_to_know_are_the_articles():
    text = (
        "What we know of the storm\n\nWhat happened in Orlen?\n\nTwo boats sank on Monday.\n\n"
        "Who is to blame?\n\n"
        "The mast fell. The army says that pilots broke it.\n\nWhat now?\n\nThe port will open in May.\n"
    )
    assert find_speaker(text, "Two boats sank") is None
