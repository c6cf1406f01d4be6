"""Words for numbers, units and "around": tables read by quantities.py, written as running text."""

from __future__ import annotations


def _read_table(text: str) -> dict[str, str]:
    """Read "km: km kms kilometre" entries parted by semicolons into word -> unit; "_" stands for a space."""
    table = {}
    for entry in text.split(";"):
        unit, _, names = entry.strip().partition(":")
        for name in names.split():
            table[name.replace("_", " ")] = unit.replace("_", " ")
    return table


_AROUND = """at_least at_most more_than less_than fewer_than no_fewer_than up_to as_many_as over under around
about approximately roughly nearly almost some close_to an_estimated
estimated just_over just_under circa well_over"""
APPROXIMATORS = tuple(name.replace("_", " ") for name in _AROUND.split())

_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen"""
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ONES.split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 1)},
}


def read_small_number(words: str) -> int | None:
    """Give the number of "12", "twelve" or "a"; None for other words."""
    word = words.lower()
    return int(word) if word.isdigit() else 1 if word in {"a", "an"} else NUMBER_WORDS.get(word)


SCALE_WORDS: dict[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
    "k": 1_000,
}
UNITS: dict[str, str] = _read_table(
    """km: km kms kilometre kilometres kilometer kilometers; m: m metre metres meter meters; mile: mile
    miles; cm: cm; mm: mm; foot: ft foot feet; kg: kg kilogram kilograms; tonne: tonne tonnes; ton: ton
    tons; %: % percent per_cent; percentage_point: percentage_points; m³: cubic_metres cubic_meters m³;
    square_mile: square_miles; hectare: hectares; km²: sq_km km² km2 square_kilometres
    square_kilometers; acre: acres; litre: litres liters; barrel: barrels; mph: mph; km/h: km/h kph; MW:
    mw; GW: gw"""
)
CURRENCIES: dict[str, str] = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "¥": "JPY"}
