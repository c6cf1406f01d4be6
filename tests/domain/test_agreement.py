"""Agreement of pairs: what counts as the same, Cohen's kappa over classes and labels, and weighted."""

import pytest

from workbench.domain.agreement import (
    Closeness,
    Footing,
    Judgement,
    compare,
    count_cells,
    judge_footing,
    measure_by_class,
    measure_by_label,
    read_judgement,
)
from workbench.domain.ratings import find_scale, load_scales


def judge(rating: str, scale: str = "five-steps") -> Judgement:
    return read_judgement(find_scale(scale), rating)


def pair(first: str, second: str) -> tuple[Judgement, Judgement]:
    return judge(first), judge(second)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("false", "false", Closeness.SAME),
        ("false", "mostly-false", Closeness.NEAR),
        ("false", "half-true", Closeness.APART),
        ("unverifiable", "unverifiable", Closeness.SAME),
        ("unverifiable", "true", Closeness.APART),
    ],
)
def test_two_ratings_are_compared_by_label_and_by_class(first: str, second: str, expected: Closeness) -> None:
    assert compare(*pair(first, second)) is expected


def test_labels_off_the_truth_axis_are_no_class_of_their_own() -> None:
    scale = find_scale("snopes")
    others = [label.key for label in scale.offered if label.rollup == "other"]
    assert len(others) > 1
    first, second = (read_judgement(scale, key) for key in others[:2])
    assert compare(first, second) is Closeness.APART


def test_scales_without_ratings_leave_only_words_to_compare() -> None:
    sole = next(scale for scale in load_scales().values() if scale.sole)
    one = read_judgement(sole, sole.labels[0].key)
    assert compare(one, one) is Closeness.UNRATED
    assert measure_by_label([(one, one)]).pairs == 0


def test_the_same_words_on_another_scale_are_not_the_same_rating() -> None:
    assert compare(judge("true"), judge("true", "politifact")) is Closeness.NEAR


def test_kappa_is_what_it_is_by_hand() -> None:
    """Four pairs, three the same. Expected by chance: 1/2 * 1/4 + 1/4 * 1/2 + 1/4 * 1/4 = 5/16."""
    pairs = [
        pair("false", "false"),
        pair("false", "half-true"),
        *[pair(one, one) for one in ("half-true", "true")],
    ]
    found = measure_by_label(pairs)
    assert (found.pairs, found.same) == (4, 3)
    assert found.kappa == pytest.approx((3 / 4 - 5 / 16) / (1 - 5 / 16))
    assert found.low is not None
    assert found.high is not None
    assert -1 <= found.low < found.kappa < found.high <= 1


def test_weighted_kappa_counts_how_far_apart_two_labels_are() -> None:
    same = [pair("false", "false"), pair("true", "true"), pair("half-true", "half-true")]
    near, far = ([*same, pair("false", other)] for other in ("mostly-false", "true"))
    close, wide = measure_by_label(near), measure_by_label(far)
    assert close.weighted is not None
    assert wide.weighted is not None
    assert close.weighted > wide.weighted


def test_labels_off_the_truth_axis_stay_out_of_the_weighted_kappa() -> None:
    on_axis = [pair("false", "false"), pair("true", "true"), pair("false", "mostly-false")]
    found = measure_by_label([*on_axis, pair("unverifiable", "true")])
    assert (found.pairs, found.weighed) == (4, 3)
    assert found.weighted == measure_by_label(on_axis).weighted


def test_kappa_of_classes_takes_scales_together() -> None:
    mixed = [pair("false", "mostly-false"), (judge("true", "politifact"), judge("mostly-true", "politifact"))]
    found = measure_by_class(mixed)
    assert (found.pairs, found.same, found.kappa) == (2, 2, pytest.approx(1))


@pytest.mark.parametrize("pairs", [[], [pair("true", "true")] * 3])
def test_without_a_difference_there_is_no_kappa(pairs: list[tuple[Judgement, Judgement]]) -> None:
    found = measure_by_label(pairs)
    assert (found.pairs, found.same, found.kappa, found.weighted) == (len(pairs), len(pairs), None, None)


def test_cells_count_who_met_whom() -> None:
    pairs = [pair("false", "true"), pair("false", "true"), pair("true", "false")]
    assert count_cells(pairs) == {("false", "true"): 2, ("true", "false"): 1}


@pytest.mark.parametrize(
    ("pairs", "footing"),
    [
        (0, Footing.NONE),
        (1, Footing.FAR_TOO_FEW),
        (9, Footing.FAR_TOO_FEW),
        (10, Footing.FEW),
        (30, Footing.ENOUGH),
    ],
)
def test_a_small_number_is_said_to_be_small(pairs: int, footing: Footing) -> None:
    assert judge_footing(pairs) is footing


def test_what_is_off_the_truth_axis_agrees_only_with_itself() -> None:
    scale = find_scale("snopes")
    first, second = (label.key for label in [one for one in scale.offered if one.rollup == "other"][:2])
    apart = (judge(first, "snopes"), judge(second, "snopes"))
    same = (judge(first, "snopes"), judge(first, "snopes"))
    assert (measure_by_class([apart, same]).pairs, measure_by_class([apart, same]).same) == (2, 1)


@pytest.mark.parametrize(
    "pairs", [[pair("false", "true")], [pair("false", "false"), pair("true", "true")] * 20]
)
def test_where_all_agree_or_none_no_interval_is_told(pairs: list[tuple[Judgement, Judgement]]) -> None:
    found = measure_by_label(pairs)
    assert found.kappa is not None
    assert (found.low, found.high) == (None, None)
