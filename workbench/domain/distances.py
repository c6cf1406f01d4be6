"""How far a place is from a named point, told no finer than the place is known."""

import math
from dataclasses import dataclass
from decimal import Decimal

from geographiclib.geodesic import Geodesic

METRES_PER_DEGREE = 111_320  # of latitude, and of longitude at the equator
KILOMETRE = 1_000
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


@dataclass(frozen=True, slots=True)
class Distance:
    """`metres` along the WGS 84 ellipsoid, give or take `within` metres; `azimuth` in degrees from north,
    seen from the named point."""

    metres: float
    within: float
    azimuth: float

    @property
    def direction(self) -> str:
        """Where the place lies, seen from the point: "north-east"; empty when both may be one place."""
        if self.metres <= self.within:
            return ""
        return _WINDS[round(self.azimuth / 45) % 8]

    @property
    def words(self) -> str:
        """The distance rounded to what is known of it: "29.4 km", "350 m", "less than 2 km"."""
        step = _step(self.within)
        if self.metres <= self.within:
            return f"less than {format_length(_round_up(self.metres + self.within, step), step)}"
        return format_length(round(self.metres / step) * step, step)

    @property
    def margin(self) -> str:
        """How far off the distance may be, rounded up: "± 50 m"."""
        step = max(1, 10 ** math.floor(math.log10(max(self.within, 1))))
        return f"± {format_length(_round_up(self.within, step), step)}"


def measure_distance(place: tuple[str, str], point: tuple[str, str], precision_m: int | None) -> Distance:
    """From a named point to a place, both decimal degrees as text.

    The margin is the place's precision, or where none is given half of its last digit, and half of the
    point's last digit.
    """
    found = Geodesic.WGS84.Inverse(*map(float, point), *map(float, place))
    own = float(precision_m) if precision_m is not None else half_last_digit(place)
    return Distance(found["s12"], own + half_last_digit(point), found["azi1"] % 360)


def half_last_digit(position: tuple[str, str]) -> float:
    """How far in metres a position may be off by the digits that it is written with."""
    latitude, longitude = position
    north = 0.5 * 10.0 ** -_decimals(latitude) * METRES_PER_DEGREE
    east = 0.5 * 10.0 ** -_decimals(longitude) * METRES_PER_DEGREE * math.cos(math.radians(float(latitude)))
    return max(north, east)


def format_length(metres: float, step: float = 1) -> str:
    """Metres up to a kilometre, then kilometres with the decimals that `step` leaves: "29.4 km"."""
    if metres < KILOMETRE:
        return f"{metres:,.0f} m"
    decimals = max(0, 3 - round(math.log10(max(step, 1))))
    return f"{metres / KILOMETRE:,.{decimals}f} km"


def _step(within: float) -> float:
    """The power of ten that a distance is rounded to: no digit of it says more than is known."""
    return float(max(1, 10 ** math.floor(math.log10(max(2 * within, 1)))))


def _round_up(metres: float, step: float) -> float:
    return math.ceil(round(metres / step, 6)) * step


def _decimals(degrees: str) -> int:
    return max(0, -int(Decimal(degrees).as_tuple().exponent))
