"""Words for numbers, units and "around": tables read by numbers.py and units.py, written as running text."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set


def _read_table(text: str) -> dict[str, str]:
    """Read "km: km kms kilometre" entries parted by semicolons into word -> unit; "_" stands for a space."""
    table = {}
    for entry in text.split(";"):
        unit, _, names = entry.strip().partition(":")
        for name in names.split():
            table[name.replace("_", " ")] = unit.replace("_", " ")
    return table


_AROUND = """at_least at_most more_than less_than fewer_than no_fewer_than no_more_than no_less_than
not_more_than not_less_than up_to as_many_as as_much_as as_few_as as_little_as over under above below around
about approximately roughly nearly almost some close_to closer_to barely scarcely an_estimated estimated
just_over just_under circa well_over upwards_of in_excess_of"""
APPROXIMATORS = tuple(name.replace("_", " ") for name in _AROUND.split())
# After a verb these say which way, not how nearly: "fell below 50".
BOUNDS = frozenset({"over", "under", "above", "below"})
# Words that belong to a quantity and leave it exact.
ADDERS = ("a further", "another", "an additional", "an extra")

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
}
SCALE_SIGNS: dict[str, int] = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
}
VAGUE: dict[str, int] = {"dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}
PARTS: dict[str, int] = {
    **{"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9},
    **{"tenth": 10, "twelfth": 12, "twentieth": 20, "fortieth": 40, "hundredth": 100},
}
UNITS: dict[str, str] = _read_table(
    """km: km kms kilometre kilometres kilometer kilometers; m: m metre metres meter meters; mile: mile
    miles; cm: cm centimetre centimetres centimeter centimeters; mm: mm millimetre millimetres millimeter
    millimeters; foot: ft foot feet; kg: kg kilogram kilograms kilo kilos; tonne: tonne tonnes
    metric_tons; ton: ton tons; %: % percent per_cent pct; percentage_point: percentage_point
    percentage_points; m³: cubic_metres cubic_meters m³; square_mile: square_miles; hectare: hectare
    hectares; km²: sq_km km² km2 square_kilometre square_kilometres square_kilometer square_kilometers;
    m²: m² square_metres square_meters; acre: acre acres; litre: litre litres liter liters; barrel:
    barrel barrels; mph: mph; km/h: km/h kph; MW: mw megawatts megawatt; GW: gw gigawatts; degree: degree
    degrees ° °c; second: second seconds; minute: minute minutes; hour: hour hours; day: day days; week:
    week weeks; month: month months; year: year years; decade: decade decades; USD: dollar dollars; EUR:
    euro euros; UAH: hryvnia hryvnias; RUB: rouble roubles ruble rubles"""
)
CURRENCIES: dict[str, str] = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "¥": "JPY"}
# What a person would write for one of them, where the lemma is no help.
SINGULARS: dict[str, str] = {"people": "person", "others": "person", "troops": "troops", "police": "police"}
# These say of which kind a thing is, and so belong to what is counted; "new" and "young" do not.
CLASSING = word_set(
    """armed armoured armored displaced unmanned guided mechanised mechanized motorised motorized ballistic
    nuclear provincial regional municipal federal military naval medical electrical thermal hydroelectric
    neighbouring neighboring heavy light commercial residential presidential parliamentary electoral political
    foreign public private chemical biological solar amphibious tactical strategic mobile automatic religious
    diplomatic judicial anti-tank anti-aircraft short-range long-range medium-range high-voltage
    ambulatory merchant"""
)
# "23 armed men" are men.
BEINGS = word_set("man woman child boy girl adult")
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
# "Post 9", "page 5": numbers after these name something and count nothing.
NUMBERED = word_set(
    """post page chapter article section paragraph phase day week room channel line route platform group
    tier level stage version act item number no annex brigade battalion resolution unit block building gate
    highway road flight protocol protocols point step clause sector zone district figure table bus"""
)
