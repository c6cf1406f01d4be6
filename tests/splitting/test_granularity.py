"""One claim a sentence, where somebody asks for that."""

from __future__ import annotations

import pytest

from tests.splitting.test_any_text import SENTENCES, check
from workbench.splitting import Claim, split


def read(text: str) -> tuple[Claim, ...]:
    found = split(text, granularity="sentence")
    check(found)
    return found.claims


def test_coordinated_clauses_are_one_claim():
    text = "The ministry said that 12 tanks crossed the river and that three bridges fell on Monday."
    assert len(split(text).claims) == 2
    (one,) = read(text)
    assert one.statement == "12 tanks crossed the river and three bridges fell on Monday"
    assert (one.claimant.name, one.attribution[0].cue.text) == ("ministry", "said")
    assert [number.value for number in one.quantities] == [12, 3]
    assert len(one.dates) == 1


def test_a_sentence_with_two_speakers_stays_whole():
    (one,) = read("The army said that it took Velin, but the council denied that the town had fallen.")
    assert (one.claimant, one.attribution) == (None, ())
    assert one.quote == "The army said that it took Velin, but the council denied that the town had fallen"


def test_each_sentence_has_its_own():
    found = read("Rain fell on Orlen and snow fell on Vesk. The army left Velin and took the port.")
    assert [one.statement for one in found] == [
        "Rain fell on Orlen and snow fell on Vesk",
        "The army left Velin and took the port",
    ]


def test_any_text_keeps_its_offsets():
    read(" ".join(SENTENCES))
    read("\n\n".join(SENTENCES))


def test_another_granularity_is_refused():
    with pytest.raises(ValueError, match="clause or sentence"):
        split("Rain fell.", granularity="word")
