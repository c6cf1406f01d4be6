"""Transcripts whose speakers stand on lines of their own."""

from __future__ import annotations

import pytest

from workbench.splitting import split

TURNS = (
    ("Presenter", "00:00", "Good morning. Two boats sank in Orlen."),
    ("Harbour chief", "00:31", "One boat sank."),
    ("Presenter", "01:14", "The army says that your pilots left."),
    ("Harbour chief", "01:18", "Our pilots were in bed."),
)


def write(head: str) -> str:
    opening = "Boats\n\nIn the studio: the harbour chief of Vesk.\n\n"
    turns = (f"{head.format(name=name, time=time)}\n{words}" for name, time, words in TURNS)
    return opening + "\n\n".join(turns) + "\n\n[jingle]\n\n(Two minutes were off the record. Ed.)\n"


@pytest.mark.parametrize(
    "head",
    [
        "{name}  {time}",
        "{name} ({time})",
        "{name} – {time}",
        "{time} {name}",
        "[{time}] {name}",
        "{name}",
        "{name} [{time}]:",
    ],
)
def test_a_speaker_and_a_time_on_a_line_of_their_own(head):
    found = {one.quote: one.attribution for one in split(write(head)).claims}
    named = {quote: steps[0].claimant.name if steps else None for quote, steps in found.items()}
    assert named == {
        "Two boats sank in Orlen": "Presenter",
        "One boat sank": "Harbour chief of Vesk",
        "your pilots left": "Presenter",
        "Our pilots were in bed": "Harbour chief of Vesk",
        "Two minutes were off the record": None,
    }


def test_a_button_that_comes_back_is_no_speaker():
    text = "Storm\n\n" + "\n\n".join(f"Harbour news\nBoat {n} sank in Orlen on Monday." for n in range(4))
    assert not any(one.attribution for one in split(text).claims)


def test_times_and_headings_of_a_live_blog_are_no_speakers():
    text = (
        "14:32\nPort closed\nTwo boats sank on Monday.\n\n14:10\nMast down\nThe mast fell at night.\n\n"
        "13:02\nWelcome\nA storm has reached the port of Vesk.\n"
    )
    assert not any(one.attribution for one in split(text).claims)
