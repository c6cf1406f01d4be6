"""The formulas on examples small enough to work out by hand."""

import pytest

from benchmarks.splitting.scores import (
    Counts,
    average_precision,
    best_match_f1,
    jaccard,
    macro_f1,
    match_pairs,
    token_f1,
    weighted_f1,
)


def test_jaccard_shares_over_union() -> None:
    assert jaccard({1, 2, 3}, {2, 3, 4}) == 0.5
    assert jaccard(set(), set()) == 0


def test_matching_is_the_largest_and_not_the_first() -> None:
    alike = {(0, 0): 1.0, (0, 1): 0.9, (1, 0): 0.8}
    assert match_pairs(2, 2, lambda left, right: alike.get((left, right), 0), 0.8) == [(0, 1), (1, 0)]


def test_matching_prefers_the_likest() -> None:
    assert match_pairs(1, 2, lambda _, right: (0.8, 1.0)[right], 0.8) == [(0, 1)]


def test_matching_is_one_to_one() -> None:
    assert match_pairs(3, 1, lambda *_: True) == [(0, 0)]


def test_counts_sum_before_they_divide() -> None:
    counts = Counts()
    counts.add(1, 1, 1)
    counts.add(3, 1, 0)
    assert (counts.precision, counts.recall) == (0.25, 0.5)
    assert counts.f1 == pytest.approx(1 / 3)
    assert Counts().f1 == 0


def test_token_f1_counts_a_word_as_often_as_both_have_it() -> None:
    assert token_f1(["a", "a", "b"], ["a", "c"]) == pytest.approx(2 / 5)
    assert token_f1([], []) == 0


def test_best_match_looks_both_ways() -> None:
    gold = [["a", "b"], ["c", "d"]]
    assert best_match_f1([["a", "b"]], gold) == pytest.approx(2 / 3)  # precision 1, recall a half
    assert best_match_f1([], gold) == 0


def test_average_precision() -> None:
    assert average_precision([0.9, 0.1, 0.5], [True, False, True]) == 1
    assert average_precision([0.1, 0.9], [True, False]) == 0.5
    assert average_precision([0, 0], [False, True]) == 0.5, "equal scores keep their order"


def test_weighted_and_macro_f1() -> None:
    gold = ["asserted", "asserted", "asserted", "hedged"]
    given = ["asserted", "asserted", "asserted", "opinion"]
    assert weighted_f1(given, gold) == 0.75
    assert macro_f1(given, gold) == 0.5, "opinion is nowhere gold"
