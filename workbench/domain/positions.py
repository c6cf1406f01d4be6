"""Where something is on the earth, as people write it: decimal degrees, or degrees, minutes and seconds."""

from decimal import ROUND_HALF_EVEN, Decimal

import re2

from workbench.domain.errors import RuleBroken
from workbench.domain.words import marked

# How a place is found; any other words may be written instead.
METHODS = (
    marked("Landmarks matched"),
    marked("Street-level imagery"),
    marked("Satellite imagery"),
    marked("Terrain and skyline matched"),
    marked("Shadow and sun position"),
    marked("Signs and writing"),
    marked("Metadata of the file"),
    marked("Visited in person"),
    marked("Told by the source"),
)
LATITUDE, LONGITUDE = "latitude", "longitude"
LIMITS = {LATITUDE: 90, LONGITUDE: 180}
LETTERS = {"N": (LATITUDE, 1), "S": (LATITUDE, -1), "E": (LONGITUDE, 1), "W": (LONGITUDE, -1)}
_EXAMPLES = {LATITUDE: "51.2345", LONGITUDE: "-0.1276"}

_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,12})?"
_ANGLE = re2.compile(
    rf"([NSEW])? ?([+-])?({_NUMBER})°?(?:[ :]?({_NUMBER})['′’]?(?:[ :]?({_NUMBER})[\"″”]?)?)? ?([NSEW])?"
)
_PLAIN = r"[+-]?[0-9]+[.][0-9]+°?"
# How a pair in one field comes apart, the first that fits.
_PAIRS = (
    re2.compile(r"([^;/]+)[;/]([^;/]+)"),
    re2.compile(r"([NS][^NSEW]*?)[, ]*([EW][^NSEW]*)"),
    re2.compile(r"([EW][^NSEW]*?)[, ]*([NS][^NSEW]*)"),
    re2.compile(r"([^NSEW]*[NSEW])[, ]*([^NSEW]*[NSEW])"),
    re2.compile(rf"({_PLAIN})[, ]+({_PLAIN})"),
    re2.compile(r"([^,]+), ([^,]+)"),
    re2.compile(r"([+-]?[0-9]{1,3}),([+-]?[0-9]{1,3})"),  # two whole degrees, or one with a decimal comma
)
_AMBIGUOUS = _PAIRS[-1]


def read_position(
    latitude: str, longitude: str, names: tuple[str, str] = (LATITUDE, LONGITUDE)
) -> tuple[str, str]:
    """Both as decimal degrees, the digits kept; both empty when nothing was typed. A pair pasted into the
    first field is taken apart. Minutes and seconds become so many decimals that nothing is lost.

    Raises RuleBroken at the field, called by `names`, that cannot be read, lies outside or is missing.
    """
    first, second = _tidy(latitude), _tidy(longitude)
    if first and not second:
        first, second = _take_apart(first, names)
    north, east = _read_angle(first, LATITUDE, names[0]), _read_angle(second, LONGITUDE, names[1])
    if bool(north) is not bool(east):
        raise RuleBroken("Give both, a latitude and a longitude.", field=names[1 if north else 0])
    return north, east


def _tidy(typed: str) -> str:
    plain = typed.strip().replace("\N{MINUS SIGN}", "-").removeprefix("geo:").strip("()").upper()
    plain = plain.replace("''", '"').replace("º", "°")
    for mark in "°'′’\"″”:,;/":
        plain = plain.replace(f" {mark}", mark)
    for mark in "°'′’\"″”:":
        plain = plain.replace(f"{mark} ", mark)
    return " ".join(plain.split())


def _take_apart(text: str, names: tuple[str, str]) -> tuple[str, str]:
    """A pair in one field as latitude and longitude; what is none is the latitude alone."""
    if _AMBIGUOUS.fullmatch(text):
        raise RuleBroken("Write 50.1 for a decimal, or 50, 1 for a pair.", field=names[0])
    for pattern in _PAIRS:
        found = pattern.fullmatch(text)
        if found:
            one, other = (part.strip(" ,") for part in found.groups())
            return (other, one) if _axis(one) == LONGITUDE else (one, other)
    return text, ""


def _axis(text: str) -> str:
    letter = next((sign for sign in text if sign in LETTERS), "")
    return LETTERS[letter][0] if letter else ""


def _read_angle(text: str, axis: str, field: str) -> str:
    if not text:
        return ""
    found = _ANGLE.fullmatch(text)
    if not found:
        raise RuleBroken(
            f"Write decimal degrees, like {_EXAMPLES[axis]}, or minutes and seconds, like 50°27'00\" N.",
            field=field,
        )
    before, sign, *parts, after = found.groups()
    numbers = [Decimal(part.replace(",", ".")) for part in parts if part is not None]
    letter = before or after
    if (before and after) or (letter and sign):
        raise RuleBroken("Say the side of the globe once: a letter (N, S, E, W) or a sign.", field=field)
    if letter and LETTERS[letter][0] != axis:
        raise RuleBroken(f"The letter {letter} belongs to a {LETTERS[letter][0]}.", field=field)
    if any(number != int(number) for number in numbers[:-1]) or any(number >= 60 for number in numbers[1:]):
        raise RuleBroken(
            "Minutes and seconds run from 0 to 60, and only the last may have decimals.", field=field
        )
    degrees = _add_up(numbers) * (-1 if sign == "-" else LETTERS[letter][1] if letter else 1)
    limit = LIMITS[axis]
    if abs(degrees) > limit:
        raise RuleBroken(f"A {axis} must lie between -{limit} and {limit}.", field=field)
    return f"{degrees + 0:f}"  # no minus before nothing


def _add_up(numbers: list[Decimal]) -> Decimal:
    if len(numbers) == 1:
        return numbers[0]
    whole = sum((number / 60**power for power, number in enumerate(numbers)), Decimal(0))
    # A second is about 31 m: five decimals of a degree, and as many more as the seconds have.
    places = 1 + 2 * (len(numbers) - 1) + max(0, -int(numbers[-1].as_tuple().exponent))
    return whole.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
