"""Speakers that the layout names: transcripts, interviews, live blogs."""

from __future__ import annotations

import pytest

from workbench.splitting import Claim, split

BRIEFING = """In full: the briefing on Orlen

The briefing opened late because of a storm. The transcript was shortened.

SPOKESPERSON, HARBOUR MINISTRY: Two ships sank near Orlen on Monday. The fire service says nobody was hurt.

We deny that our pilots left the port. The mast fell in the night.

QUESTION: The union says that 30 pilots are on strike. Is that true?

SPOKESPERSON, HARBOUR MINISTRY: No. Some 12 pilots are ill.

(Laughter.)

The port will open again on Friday.

REGIONAL COUNCIL OF VESK: The road is closed.

The Foreign Ministry of Tarn closed in May.
"""


def find(text: str, words: str) -> Claim:
    return next(one for one in split(text).claims if words in one.quote)


@pytest.mark.parametrize(
    ("words", "claimant"),
    [
        ("briefing opened late", None),
        ("Two ships sank", "Harbour Ministry spokesperson"),
        ("nobody was hurt", "fire service"),
        ("pilots left the port", "Harbour Ministry spokesperson"),
        ("mast fell", "Harbour Ministry spokesperson"),
        ("30 pilots are on strike", "union"),
        ("12 pilots are ill", "Harbour Ministry spokesperson"),
        ("port will open", "Harbour Ministry spokesperson"),
        ("road is closed", "Regional Council of Vesk"),
        ("closed in May", None),
    ],
)
def test_who_speaks_in_a_transcript(words, claimant):
    found = find(BRIEFING, words)
    assert (found.claimant and found.claimant.name) == claimant


def test_the_label_is_the_claimants_slice_and_no_part_of_the_quote():
    found = find(BRIEFING, "Two ships sank")
    (step,) = found.attribution
    assert BRIEFING[slice(*step.claimant.slice)] == "SPOKESPERSON, HARBOUR MINISTRY"
    assert (step.cue, step.manner) == (None, "direct")
    assert found.quote == "Two ships sank near Orlen on Monday"


def test_a_speaker_inside_a_turn_comes_after_the_one_whose_turn_it_is():
    found = find(BRIEFING, "30 pilots")
    assert [(step.claimant.name, step.manner) for step in found.attribution] == [
        ("Questioner", "direct"),
        ("union", "indirect"),
    ]


def test_we_deny_is_one_act_of_saying():
    (step,) = find(BRIEFING, "pilots left").attribution
    assert (step.cue.text, step.manner) == ("deny", "direct")


def test_a_body_may_be_called_united():
    text = "UNITED LEAGUE: The road is closed.\n\nQUESTION: Why?\n\nUNITED LEAGUE: The bridge fell.\n"
    assert {one.claimant.name for one in split(text).claims} == {"United League"}


def test_questions_are_no_claims():
    assert not any("true" in one.quote for one in split(BRIEFING).claims)


INTERVIEW = """The deputy head of the Orlen Railway Authority received the Courier on Tuesday.

Courier: How much track is open?

Deputy head: We have mended 30 km of track. The summer was wet.

Editor's note: According to the Finance Ministry, the budget rose by 4 per cent.

Courier: The opposition says that 90 workers have died.

Deputy head: Our register has 61 names.

The authority read the interview before publication.
"""


@pytest.mark.parametrize(
    ("words", "claimant"),
    [
        ("30 km of track", "Deputy head of the Orlen Railway Authority"),
        ("the budget rose", "Finance Ministry"),
        ("90 workers", "opposition"),
        ("61 names", "Deputy head of the Orlen Railway Authority"),
        ("read the interview", None),
    ],
)
def test_who_speaks_in_an_interview(words, claimant):
    found = find(INTERVIEW, words)
    assert (found.claimant and found.claimant.name) == claimant


def test_an_editors_note_is_no_turn():
    assert "Deputy" not in " ".join(
        step.claimant.name for step in find(INTERVIEW, "the budget rose").attribution
    )


@pytest.mark.parametrize(
    "labels", [("Q:", "A:"), ("Q.", "A."), ("Q1:", "A1:"), ("**Q:**", "**A:**"), ("Q –", "A –")]
)
def test_questions_and_answers(labels):
    ask, answer = labels
    text = (
        f"{ask} Is the port open?\n\n{answer} Two ships left Orlen on Monday.\n\n"
        f"{ask} The mast fell on Sunday. Why?\n\n{answer} The storm broke it.\n"
    )
    assert [(one.quote, one.claimant.name) for one in split(text).claims] == [
        ("Two ships left Orlen on Monday", "Interviewee"),
        ("The mast fell on Sunday", "Questioner"),
        ("The storm broke it", "Interviewee"),
    ]


def test_capitals_become_a_name_but_abbreviations_stay():
    text = (
        "Some NATO ships left on Monday.\n\nNATO SPOKESPERSON: The port is open.\n\n"
        "THE CHAIR: The hearing begins.\n\nNATO SPOKESPERSON: Two ships sank.\n"
    )
    names = [one.claimant.name for one in split(text).claims if one.claimant is not None]
    assert names == ["NATO Spokesperson", "Chair", "NATO Spokesperson"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn: The road is closed.\n\nOrlen: The port is open.\n\nVesk: Two ships sank on Monday.\n",
        "The council warned: The road is closed.\n\nThe council warned: The port is closed.\n",
        "Bernie Orlen: It Is Not Too Late For Peace.\n\nThe minister added: The road is closed.\n\n"
        "The minister added: The port is closed.\n",
        "Port Office: 30.\n\nHarbour Council: 12.\n\nPort Office: 14.\n\nA ship sank in Orlen.\n",
        "Result: The road is closed.\n\nResult: The port is closed.\n\nA ship sank in Orlen.\n",
    ],
)
def test_other_colons_name_no_speaker(text):
    assert all(step.cue is not None for one in split(text).claims for step in one.attribution)


@pytest.mark.parametrize(
    "stamp", ["14:32", "6.15pm –", "09.40 GMT", "[14:32]", "17.40 (local time):", "6 pm:", "14:32 —"]
)
def test_a_time_stamp_is_no_text_of_a_claim(stamp):
    found = find(f"{stamp} The army left Orlen on Monday.\n\nTwo ships sank near Vesk.\n", "army")
    assert found.quote == "The army left Orlen on Monday"


def test_a_time_in_a_sentence_stays():
    assert split("14:32 was the time of the blast.\n").claims[0].quote.startswith("14:32")


def test_a_label_on_a_line_of_its_own():
    text = (
        "HARBOUR OFFICE:\n\nTwo ships sank on Monday.\n\nThe mast fell.\n\nQUESTION:\n\nWhy?\n\n"
        "HARBOUR OFFICE:\n\nThe storm broke it.\n"
    )
    assert {one.claimant.name for one in split(text).claims} == {"Harbour Office"}


UNLABELLED = """Interview with the head of the Orlen Port Office

How many ships have left the port since the storm?

We counted 30 ships. The mast fell on Sunday.

The union says that 12 pilots are ill. Is that true?

Our list has nine names.

When will the port open?

I expect it on Friday.
"""


def test_an_interview_without_labels():
    found = split(UNLABELLED).claims
    office = "Head of the Orlen Port Office"
    assert [(one.quote, one.claimant.name.capitalize()) for one in found[:3]] == [
        ("We counted 30 ships", office.capitalize()),
        ("The mast fell on Sunday", office.capitalize()),
        ("12 pilots are ill", "Union"),
    ]
    assert all("speaker read from the layout" in one.reasons for one in found)
    assert found[2].attribution[0].claimant.slice is None


def test_questions_without_a_named_office_stay_the_articles():
    text = UNLABELLED.replace("Interview with the head of the Orlen Port Office", "The day in Orlen")
    assert {one.claimant and one.claimant.name for one in split(text).claims} == {None, "union"}


STATEMENT = """Ministry of Foreign Affairs of Orlen

Home | The Ministry | Press Room

Statement by the Ministry of Foreign Affairs on the shelling of Vesk

The Ministry of Foreign Affairs of Orlen condemns the shelling of Vesk on Monday.

Some 40 people were injured. The army of Tarn says that it fired at a mortar.

The Ministry notes that nobody has asked for a truce.
"""


@pytest.mark.parametrize(
    ("words", "claimant", "manner"),
    [
        ("the shelling of Vesk", "Ministry of Foreign Affairs of Orlen", "own_voice"),
        ("40 people were injured", "Ministry of Foreign Affairs of Orlen", "own_voice"),
        ("it fired at a mortar", "army of Tarn", "indirect"),
        ("nobody has asked", "Ministry of Foreign Affairs of Orlen", "own_voice"),
    ],
)
def test_an_official_statement_speaks_in_its_own_voice(words, claimant, manner):
    found = find(STATEMENT, words)
    assert (found.claimant.name, found.attribution[-1].manner) == (claimant, manner)
    assert found.attribution[0].claimant.name == "Ministry of Foreign Affairs of Orlen"


def test_a_statement_in_the_first_person():
    text = (
        "Statement by the Harbour Council on the storm\n\nWe lost three ships on Monday.\n\n"
        "The mast fell at noon. Our pilots were safe.\n"
    )
    assert {one.claimant.name for one in split(text).claims} == {"Harbour Council"}


@pytest.mark.parametrize(
    "text",
    [
        # A report about a statement, and a report with a headline that begins like one.
        "Ministry condemns shelling\n\nThe Ministry of Foreign Affairs condemned the shelling on Monday. "
        "Some 40 people were injured.\n",
        "Statement by the ministry draws criticism\n\nThe opposition left the hall. Some 40 people stayed.\n",
    ],
)
def test_a_report_about_a_statement_is_the_articles(text):
    found = split(text).claims
    assert found
    assert not any(step.manner == "own_voice" for one in found for step in one.attribution)
