"""Ratings of several scales and versions in one mix: what reads the same is one, what does not is not."""

from dataclasses import replace

from workbench.domain.mixes import Rating, list_parts
from workbench.domain.ratings import Scale, find_scale, load_versions


def rate(scale: Scale, key: str) -> Rating:
    label = scale.label(key)
    return scale.code, scale.version, label.key, label.text, label.colour


def test_a_mix_of_one_scale_is_in_its_order_by_label_alone() -> None:
    scale = find_scale("politifact")
    ratings = [rate(scale, key) for key in ("pants-on-fire", "true", "half-true", "true")]
    assert [part.name for part in list_parts(ratings, load_versions())] == [
        "True",
        "Half True",
        "Pants on Fire",
    ]


def test_versions_that_say_the_same_of_a_label_are_one() -> None:
    ratings = [rate(find_scale("snopes", version), "false") for version in (1, 2, 3)]
    (part,) = list_parts(reversed(ratings), load_versions())
    assert (part.name, part.ratings) == ("False", tuple(ratings))


def test_a_label_that_was_redefined_names_its_versions() -> None:
    ratings = [rate(find_scale("five-steps", version), "false") for version in (2, 1)]
    names = [part.name for part in list_parts(ratings, load_versions())]
    name = find_scale("five-steps").name
    assert names == [f"False ({name}, version 1)", f"False ({name}, version 2)"]


def test_a_label_that_was_repainted_names_its_versions() -> None:
    ratings = [rate(find_scale("osint", version), "unconfirmed") for version in (1, 2)]
    parts = list_parts(ratings, load_versions())
    assert [part.colour for part in parts] == ["unverifiable", "other"]
    assert [part.name for part in parts] == [
        "Unconfirmed (Open-source investigation, version 1)",
        "Unconfirmed (Open-source investigation, version 2)",
    ]


def test_versions_that_are_one_beside_a_third_name_them_all() -> None:
    first = find_scale("aap")
    again = replace(first, version=2)
    other = replace(
        first, version=3, labels=tuple(replace(one, definition="New words.") for one in first.labels)
    )
    scales = {(one.code, one.version): one for one in (first, again, other)}
    parts = list_parts([rate(scale, "true") for scale in scales.values()], scales)
    assert [part.name for part in parts] == [
        "True (AAP FactCheck, versions 1, 2)",
        "True (AAP FactCheck, version 3)",
    ]


def test_one_word_of_two_scales_names_its_scale_whatever_its_capitals() -> None:
    ratings = [rate(find_scale("five-steps"), "mostly-true"), rate(find_scale("politifact"), "mostly-true")]
    assert [part.name for part in list_parts(ratings, load_versions())] == [
        "Mostly true (Five steps, False to True, version 2)",
        "Mostly True (PolitiFact Truth-O-Meter, version 1)",
    ]


def test_a_rating_of_a_scale_that_nobody_has_stands_by_itself() -> None:
    ratings = [("gone", 1, "wrong", "Wrong", "false"), ("gone", 2, "wrong", "Wrong", "worst")]
    assert [part.name for part in list_parts(ratings, {})] == [
        "Wrong (gone, version 1)",
        "Wrong (gone, version 2)",
    ]
