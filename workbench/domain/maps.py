"""A small map of a place and the point it is measured from: numbers to draw, with north up and no tile of
anybody's."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from geographiclib.geodesic import Geodesic

from workbench.domain.distances import METRES_PER_DEGREE, format_length, half_last_digit

WIDTH, HEIGHT, MARGIN = 360, 220, 34
SMALLEST = 150.0  # metres from the middle to the edge, at least
_STEPS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)
_ROOM = {"x": 48, "y": 16}  # between two labels
_SAMPLES = 7  # points of a line of the graticule; more where it bends in sight
_BENDING = 10.0  # degrees across

Position = tuple[str, str]
XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of equal latitude or longitude as an SVG path, and where its label stands."""

    path: str
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """In a box of WIDTH by HEIGHT. `radius` is that of the precision; `bar` the scale bar's length."""

    place: XY
    point: XY | None
    radius: float
    parallels: tuple[GridLine, ...]
    meridians: tuple[GridLine, ...]
    bar: float
    bar_label: str


class _Projection:
    """Azimuthal equidistant: what is as far from the middle on the earth is as far from it on the map."""

    def __init__(self, latitude: float, longitude: float) -> None:
        self.latitude, self.longitude = latitude, longitude
        self.scale = 1.0  # units of the box for a metre

    def place(self, latitude: float, longitude: float) -> XY:
        found = Geodesic.WGS84.Inverse(self.latitude, self.longitude, latitude, longitude)
        angle, length = math.radians(found["azi1"]), found["s12"] * self.scale
        return WIDTH / 2 + length * math.sin(angle), HEIGHT / 2 - length * math.cos(angle)


@lru_cache(1024)
def draw_map(place: Position, point: Position | None, precision_m: int | None) -> MapDrawing:
    """Both in sight, the circle of the precision too. Positions are decimal degrees as text."""
    here = (float(place[0]), float(place[1]))
    there = (float(point[0]), float(point[1])) if point else here
    line = Geodesic.WGS84.InverseLine(*here, *there)
    middle = line.Position(line.s13 / 2)
    projection = _Projection(middle["lat2"], middle["lon2"])
    radius = float(precision_m) if precision_m is not None else half_last_digit(place)
    projection.scale = _fit(projection, here, there, radius)
    bar = _round_down(WIDTH / 4 / projection.scale)
    return MapDrawing(
        place=_round(projection.place(*here)),
        point=_round(projection.place(*there)) if point else None,
        radius=round(radius * projection.scale, 1),
        parallels=_draw_parallels(projection),
        meridians=_draw_meridians(projection),
        bar=round(bar * projection.scale, 1),
        bar_label=format_length(bar, 1000 if bar >= 1000 else 1),
    )


def _fit(projection: _Projection, here: XY, there: XY, radius: float) -> float:
    ends = [projection.place(*here), projection.place(*there)]
    wide = max(SMALLEST, *(abs(x - WIDTH / 2) for x, _ in ends)) + radius
    high = max(SMALLEST, *(abs(y - HEIGHT / 2) for _, y in ends)) + radius
    return min((WIDTH / 2 - MARGIN) / wide, (HEIGHT / 2 - MARGIN) / high)


def _draw_parallels(projection: _Projection) -> tuple[GridLine, ...]:
    across = min(WIDTH / projection.scale / METRES_PER_DEGREE / _narrowing(projection), 170.0)
    step = _pick_step(HEIGHT / projection.scale / METRES_PER_DEGREE)
    lines = []
    for number in _multiples(projection.latitude, HEIGHT / projection.scale / METRES_PER_DEGREE, step):
        if abs(number) < 90:
            spots = [projection.place(number, projection.longitude + at * across) for at in _spread(across)]
            lines.append(_make_line(spots, _label(number, step, "NS"), edge=0))
    return _thin(lines, "y")


def _draw_meridians(projection: _Projection) -> tuple[GridLine, ...]:
    high = HEIGHT / projection.scale / METRES_PER_DEGREE
    across = min(WIDTH / projection.scale / METRES_PER_DEGREE / _narrowing(projection), 170.0)
    step = _pick_step(across)
    lines = []
    for number in _multiples(projection.longitude, across, step):
        latitudes = [max(-90.0, min(90.0, projection.latitude + at * high)) for at in _spread(across)]
        spots = [projection.place(latitude, number) for latitude in latitudes]
        lines.append(_make_line(spots, _label((number + 180) % 360 - 180, step, "EW"), edge=1))
    return _thin(lines, "x")


def _thin(lines: list[GridLine], along: str) -> tuple[GridLine, ...]:
    """Labels that would stand in each other's way are left out."""
    kept: list[GridLine] = []
    taken: list[float] = []
    for line in lines:
        spot = getattr(line, along)
        free = bool(line.label) and all(abs(spot - other) >= _ROOM[along] for other in taken)
        taken += [spot] if free else []
        kept.append(line if free else replace(line, label=""))
    return tuple(kept)


def _make_line(spots: list[XY], label: str, edge: int) -> GridLine:
    """`edge` 0: its label stands where it crosses the left edge, 1: the lower one."""
    path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
    crossing = _cross(spots, edge)
    if crossing is None:
        return GridLine(path, "", 0, 0)
    x, y = (4.0, crossing - 3) if edge == 0 else (crossing + 3, HEIGHT - 5.0)
    return GridLine(path, label, round(x, 1), round(y, 1))


def _cross(spots: list[XY], edge: int) -> float | None:
    level, most = (0.0, HEIGHT) if edge == 0 else (float(HEIGHT), WIDTH)
    for one, other in pairwise(spots):
        low, high = one[edge], other[edge]
        if low != high and min(low, high) <= level <= max(low, high):
            share = (level - low) / (high - low)
            found = one[1 - edge] + share * (other[1 - edge] - one[1 - edge])
            return found if (60 if edge == 0 else 12) < found < most - 40 else None
    return None


def _spread(across: float) -> list[float]:
    samples = _SAMPLES if across < _BENDING else 5 * _SAMPLES
    return [at / (samples - 1) * 2 - 1 for at in range(samples)]


def _narrowing(projection: _Projection) -> float:
    """How much shorter a degree of longitude is here than at the equator."""
    return max(0.02, math.cos(math.radians(projection.latitude)))


def _pick_step(span: float) -> float:
    return next((step for step in _STEPS if span / step <= 6), _STEPS[-1])


def _multiples(middle: float, span: float, step: float) -> list[float]:
    first, last = math.ceil((middle - span) / step), math.floor((middle + span) / step)
    return [number * step for number in range(first, last + 1)]


def _label(degrees: float, step: float, letters: str) -> str:
    decimals = max(0, math.ceil(-math.log10(step) - 1e-9))
    letter = "" if abs(degrees) < step / 2 or abs(degrees) > 180 - step / 2 else letters[degrees < 0]
    return f"{abs(degrees):.{decimals}f}°{letter}"


def _round_down(metres: float) -> float:
    power = 10.0 ** math.floor(math.log10(metres))
    return next(power * digit for digit in (5, 2, 1) if power * digit <= metres)


def _round(spot: XY) -> XY:
    return round(spot[0], 1), round(spot[1], 1)
