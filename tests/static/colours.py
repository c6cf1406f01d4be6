"""The colours of the stylesheet's tokens, and how they look to eyes of different kinds.

Contrast is that of WCAG 2. Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes
(2009) at full strength; how far two colours are apart is their distance in OKLab times 100 (about 2 is the
least that a practised eye tells apart side by side).
"""

import math
import re
from pathlib import Path

from workbench import paths

Colour = tuple[float, float, float]  # linear light, 0 to 1

STYLESHEET = Path(paths.__file__).parent / "static" / "workbench.css"
REPORT = paths.TEMPLATES / "exports" / "_report.css"
_DARK = "@media screen and (prefers-color-scheme: dark)"
_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?);")
EYES: dict[str, tuple[Colour, Colour, Colour]] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def read_tokens(*, dark: bool, sheet: Path = STYLESHEET) -> dict[str, Colour]:
    """The colours by their token's name, as the page has them in the light or in the dark."""
    light_part, dark_part = sheet.read_text("utf-8").split(_DARK)
    found = dict(_TOKEN.findall(light_part))
    if dark:
        found |= dict(_TOKEN.findall(dark_part.split("/* Pico")[0]))
    return {name: read_colour(value) for name, value in found.items()}


def read_colour(value: str) -> Colour:
    digits = value[1:] if len(value) == 7 else "".join(one * 2 for one in value[1:])
    red, green, blue = (_to_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other))
    return (high + 0.05) / (low + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """What color-mix(in srgb, one share, transparent) over the other comes to."""
    red, green, blue = (
        _to_linear(share * _to_srgb(a) + (1 - share) * _to_srgb(b)) for a, b in zip(one, other, strict=True)
    )
    return red, green, blue


def distance(one: Colour, other: Colour, eyes: str) -> float:
    return 100 * math.dist(_to_oklab(_see(one, eyes)), _to_oklab(_see(other, eyes)))


def _see(colour: Colour, eyes: str) -> Colour:
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in EYES[eyes]
    )
    return red, green, blue


def _to_oklab(colour: Colour) -> Colour:
    red, green, blue = colour
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _to_srgb(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
