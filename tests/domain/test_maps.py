"""The small map: everything in sight, and true to scale."""

import math

import pytest

from workbench.domain.distances import measure_distance
from workbench.domain.maps import HEIGHT, WIDTH, draw_map

PAIRS = [
    (("50.03", "36.31"), ("50.2944", "36.3186")),
    (("0.0", "179.9"), ("0.1", "-179.8")),
    (("89.9", "0"), ("89.8", "170")),
    (("-33.8688", "151.2093"), ("51.5", "-0.12")),
    (("50.0300", "36.3186"), ("50.0300", "36.3186")),
    (("90", "0"), ("-90", "0")),
]


@pytest.mark.parametrize(("place", "point"), PAIRS)
@pytest.mark.parametrize("precision", [None, 0, 5_000, 20_000_000])
def test_place_point_and_circle_are_in_sight(
    place: tuple[str, str], point: tuple[str, str], precision: int | None
) -> None:
    drawn = draw_map(place, point, precision)
    assert drawn.point is not None
    for x, y in (drawn.place, drawn.point):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    assert drawn.radius <= HEIGHT / 2
    assert 0 < drawn.bar <= WIDTH / 4 + 1
    assert len(drawn.parallels) + len(drawn.meridians) <= 40


def test_lengths_on_the_map_are_those_on_the_earth() -> None:
    place, point = PAIRS[0]
    drawn = draw_map(place, point, 2_000)
    assert drawn.point is not None
    metres = measure_distance(place, point, 2_000).metres
    assert math.dist(drawn.place, drawn.point) / metres == pytest.approx(drawn.radius / 2_000, rel=0.02)
    assert drawn.bar_label == "10 km"
    assert drawn.bar / 10_000 == pytest.approx(drawn.radius / 2_000, rel=0.02)


def test_north_is_up_and_east_is_right() -> None:
    north = draw_map(("50.0", "36.0"), ("51.0", "36.0"), 100)
    east = draw_map(("50.0", "36.0"), ("50.0", "37.0"), 100)
    assert north.point is not None
    assert east.point is not None
    assert north.point[1] < north.place[1]
    assert east.point[0] > east.place[0]


def test_the_graticule_says_its_degrees() -> None:
    drawn = draw_map(("-0.05", "36.0"), None, 20_000)
    assert {"0.0°", "0.1°S"} <= {line.label for line in drawn.parallels}
    assert any(line.label.endswith("°E") for line in drawn.meridians)
    across = draw_map(("0.0", "179.9"), ("0.1", "-179.8"), None)
    assert {line.label[-1:] for line in across.meridians} >= {"°", "W"}
