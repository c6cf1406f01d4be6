"""How claims of our own gold are compared."""

import pytest

from benchmarks.splitting.gold_claims import Found, fold_unit
from benchmarks.splitting.gold_scores import Tally, is_same_speaker

TEXT = "Menu\nBorder troops shelled Tolm on Tuesday, the ministry said."
CLAIM = (5, 42)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        (None, "the ministry", False),
        ("the Ministry", "Ministry of Defence", True),
        ("Karsk’s ministry", "ministry of Karsk", True),
        ("the army", "the ministry", False),
        ("It", "the ministry", False),
        ("US officials", "officials of the US", True),
    ],
)
def test_speakers(one: str | None, other: str | None, same: bool) -> None:
    assert is_same_speaker(one, other) is same


def test_tally_matches_claims_then_compares_them() -> None:
    gold = [Found((CLAIM,), "the ministry", "hedged", quantities=[(3, "shell", False)], dates=["2031-03-11"])]
    given = [Found((CLAIM,), "Ministry", "asserted", quantities=[(3, "shell", True)], dates=["2031-03-11"])]
    tally = Tally()
    tally.add(TEXT, [*given, Found(((0, 4),))], gold, [(0, 4)])
    assert tally.claims.f1 == pytest.approx(2 / 3)
    assert (tally.speakers, tally.negations, tally.furniture) == ([1], [1], 1)
    assert (tally.quantities.f1, tally.values.f1, tally.dates.f1) == (0, 1, 1)
    assert tally.modalities == (["asserted"], ["hedged"])


def test_claims_with_too_few_words_in_common_do_not_match() -> None:
    tally = Tally()
    tally.add(TEXT, [Found(((5, 26),))], [Found((CLAIM,))], [])
    assert tally.claims.met == 0


def test_units_are_singular() -> None:
    assert fold_unit("Soldiers") == fold_unit("soldier")
    assert fold_unit("s") == "s"
