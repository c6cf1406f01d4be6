"""Rating scales."""

import pytest

from workbench.domain.errors import RuleBroken
from workbench.domain.ratings import CONFIDENCE_MEANINGS, DEFAULT_SCALE, Confidence, find_scale, load_scales


def test_the_first_scale_has_five_steps_and_one_value_off_them() -> None:
    labels = find_scale(DEFAULT_SCALE).labels
    assert [(label.text, label.number) for label in labels] == [
        ("False", 1),
        ("Mostly false", 2),
        ("Half true", 3),
        ("Mostly true", 4),
        ("True", 5),
        ("Unverifiable", None),
    ]
    assert [label.order for label in labels] == [1, 2, 3, 4, 5, 6]


def test_every_label_of_every_scale_is_defined_and_told_apart() -> None:
    for code, scale in load_scales().items():
        assert scale.code == code
        assert scale.version >= 1
        for distinct in ("key", "text", "definition", "colour"):
            values = [getattr(label, distinct) for label in scale.labels]
            assert all(values)
            assert len(set(values)) == len(values)


def test_an_unknown_scale_or_rating_names_its_field() -> None:
    with pytest.raises(RuleBroken) as refused:
        find_scale("ten-steps")
    assert refused.value.field == "scale"
    with pytest.raises(RuleBroken) as refused:
        find_scale(DEFAULT_SCALE).label("truest")
    assert refused.value.field == "rating"


def test_each_confidence_says_what_it_means() -> None:
    assert set(CONFIDENCE_MEANINGS) == set(Confidence)
