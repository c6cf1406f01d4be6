"""Transcripts in which a speaker is named in full once and briefly later, or in the title only."""

from __future__ import annotations

import pytest

from workbench.splitting import split

RADIO = """Boats sink off Orlen

STEVE MARLOW, HOST:

Two boats sank off Orlen on Monday.

TOM VESK, BYLINE: The mast fell at night.

(SOUNDBITE OF WAVES)

UNIDENTIFIED PERSON: We saw a fire.

VESK: The army says nobody was hurt.

MARLOW: The port closed in May.

GEN. PETR HOLM (RET.), TBN ANALYST: The boat hit a rock.

HOLM: The crew left.
"""
INITIALS = """Jana Ruz, head of the Port Office, talked to Tom Vesk about boats.

TV: The mast fell on Sunday. Who pays?

JR: We lost 30 boats.

TV: The bank closed. Why?

JR: Nine pilots left.
"""
SURNAMES = """“We need boats”

In an interview, Harbour Minister Jana Ruz, 51, talks about the storm.

DER TARNER: Madam Minister, the mast fell on Sunday. Who broke it?

Ruz: We lost 30 boats.

DER TARNER: And the bridge?

Ruz: The bridge is open.
"""
MEETING = """The President met with the head of the Port Office in Velin.

President of Tarn Tom Vesk: Ms Ruz, good afternoon. The port lost two boats on Monday.

Head of the Port Office Jana Ruz: Mr President, we have mended the mast.

Tom Vesk: Good. The budget grew in May.

Jana Ruz: We bought nine boats with it.
"""
TITLES = """Department Press Briefing

MR. MARLOW: Good afternoon. Two boats sank off Orlen.

QUESTION: The army says 12 pilots left. Is that so?

MR. MARLOW: We counted nine.
"""
CLOCKS = """Episode 3

Host [00:12]: Two boats sank off Orlen.

Guest [00:40]: We counted three.

Host [01:12]: The army closed the port.
"""


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (RADIO, "Two boats sank", "Steve Marlow"),
        (RADIO, "mast fell", "Tom Vesk"),
        (RADIO, "saw a fire", "Unidentified Person"),
        (RADIO, "nobody was hurt", "Tom Vesk"),
        (RADIO, "port closed", "Steve Marlow"),
        (RADIO, "hit a rock", "Gen. Petr Holm, TBN Analyst"),
        (RADIO, "crew left", "Gen. Petr Holm, TBN Analyst"),
        (INITIALS, "mast fell", "Tom Vesk"),
        (INITIALS, "30 boats", "Jana Ruz"),
        (SURNAMES, "mast fell", "Der Tarner"),
        (SURNAMES, "30 boats", "Minister Jana Ruz"),
        (MEETING, "two boats", "President of Tarn Tom Vesk"),
        (MEETING, "budget grew", "President of Tarn Tom Vesk"),
        (MEETING, "nine boats", "Head of the Port Office Jana Ruz"),
        (TITLES, "Two boats sank", "Mr. Marlow"),
        (CLOCKS, "counted three", "Guest"),
    ],
)
def test_a_short_label_stands_for_the_long_one(text, words, speaker):
    found = next(one for one in split(text).claims if words in one.quote)
    assert found.attribution[0].claimant.name == speaker


def test_a_role_is_not_short_for_another():
    text = (
        "DEPUTY MINISTER: Two boats sank.\n\nMINISTER: The mast fell.\n\n"
        "DEPUTY MINISTER: The port closed.\n\nMINISTER: The bank paid.\n"
    )
    found = {one.quote: one.attribution[0].claimant.name for one in split(text).claims}
    assert found["The mast fell"] == "Minister"
    assert found["The port closed"] == "Deputy Minister"


BRIEFING = """Weekly briefing by Foreign Ministry Spokesperson Jana Ruz, Velin, 5 May 2031

The briefing was held in the old library.

Good afternoon. The Foreign Minister will visit Vesk.

The shelling of Orlen

Nine people died in Orlen.

Question: The army of Vesk says that it fired at a mortar. Is that so?

Jana Ruz: There was no mortar in Orlen.

Question: When will talks begin?

Jana Ruz: We proposed 9 May.
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("held in the old library", None),
        ("will visit Vesk", "Foreign Ministry Spokesperson Jana Ruz"),
        ("Nine people died", "Foreign Ministry Spokesperson Jana Ruz"),
        ("fired at a mortar", "Questioner"),
        ("no mortar", "Jana Ruz"),
    ],
)
def test_the_title_names_who_speaks_before_the_first_question(words, speaker):
    found = next(one for one in split(BRIEFING).claims if words in one.quote)
    assert (found.attribution[0].claimant.name if found.attribution else None) == speaker


def test_a_title_that_names_none_of_the_speakers_opens_nothing():
    text = BRIEFING.replace("Foreign Ministry Spokesperson Jana Ruz", "the Harbour Ministry")
    found = next(one for one in split(text).claims if "Nine people died" in one.quote)
    assert not found.attribution


def test_the_reporter_in_brackets_is_no_part_of_a_question():
    text = BRIEFING.replace("Question: When", "Question (Radio Tarn): Nine boats left. When")
    found = next(one for one in split(text).claims if "Nine boats" in one.quote)
    assert (found.quote, found.claimant.name) == ("Nine boats left", "Questioner")


@pytest.mark.parametrize(
    ("presented", "named"),
    [
        ("talked to the head of Tarn’s Port Office (TPO) by telephone", "head of Tarn’s Port Office"),
        ("asked the Tarn Port Office (TPO) for its figures", "Tarn Port Office"),
    ],
)
def test_initials_are_the_office_that_bore_them_in_brackets(presented, named):
    text = (
        f"Radio Velin {presented}.\n\nRV: Who pays for the mast?\n\nTPO: We lost 30 boats.\n\n"
        "RV: The bank closed. Why?\n\nTPO: Nine pilots left.\n"
    )
    found = {one.quote: one.claimant and one.claimant.name for one in split(text).claims}
    assert found["We lost 30 boats"] == found["Nine pilots left"] == named
