"""Distances along the earth, and how finely they are told."""

import pytest

from workbench.domain.distances import format_length, measure_distance

HOPTIVKA = ("50.2944", "36.3186")  # a border crossing


@pytest.mark.parametrize(
    ("place", "point", "kilometres"),
    [
        # Karney's GeodSolve, and Vincenty's own example: Flinders Peak to Buninyong.
        (("-37.6528211388889", "143.926495527778"), ("-37.9510334166667", "144.424867888889"), 54.972271),
        (("0", "0"), ("0", "1"), 111.319491),
        (("0", "0"), ("1", "0"), 110.574389),
        (("0", "0"), ("0", "180"), 20003.931459),
        (("0.0", "179.5"), ("0.0", "-179.5"), 111.319491),
    ],
)
def test_distances_are_those_of_the_ellipsoid(
    place: tuple[str, str], point: tuple[str, str], kilometres: float
) -> None:
    assert measure_distance(place, point, 1).metres / 1000 == pytest.approx(kilometres, abs=1e-5)


@pytest.mark.parametrize(
    ("place", "precision", "words", "margin"),
    [
        (("50.0300", "36.3186"), 50, "29.4 km", "± 60 m"),
        (("50.0300", "36.3186"), 5, "29.41 km", "± 20 m"),
        (("50.0300", "36.3186"), 0, "29.41 km", "± 6 m"),
        (("50.0300", "36.3186"), 500, "29 km", "± 600 m"),
        (("50.0300", "36.3186"), 9_000, "30 km", "± 10 km"),
        (("50.0300", "36.3186"), 40_000, "less than 70 km", "± 50 km"),
        (("50.0300", "36.3186"), None, "29.41 km", "± 20 m"),
        (("50.0", "36.3"), None, "30 km", "± 6 km"),
        (("50.2938", "36.3186"), 2, "70 m", "± 8 m"),
        (HOPTIVKA, 2, "less than 10 m", "± 8 m"),
    ],
)
def test_no_digit_says_more_than_is_known(
    place: tuple[str, str], precision: int | None, words: str, margin: str
) -> None:
    found = measure_distance(place, HOPTIVKA, precision)
    assert (found.words, found.margin) == (words, margin)


def test_the_direction_is_seen_from_the_point() -> None:
    assert measure_distance(("50.03", "36.3186"), HOPTIVKA, 5).direction == "south"
    assert measure_distance(("50.5", "36.7"), HOPTIVKA, 5).direction == "north-east"
    assert measure_distance(HOPTIVKA, HOPTIVKA, 5).direction == ""


def test_lengths_are_written_for_people() -> None:
    assert [format_length(metres) for metres in (0, 950, 1_000, 1_234_567)] == [
        "0 m",
        "950 m",
        "1.000 km",
        "1,234.567 km",
    ]
