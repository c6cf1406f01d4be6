"""Pictures of verdicts as SVG, each with words that say the same. Pure: numbers in, text out.

Nothing in them is a style or a script: a page colours them by the rating's token (`data-rating` and the class
`r-…`), a file that has no style sheet by the colours that it is given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

import re2

WIDTH = 640
NARROW = 320  # beside something else
BAR, AXIS = 28, 18
LEAST = 14  # what the smallest share is drawn with, so that it can be seen
DIGIT = 8  # about what one figure takes
DAY = 90  # and a day with some room behind it
ROW, GAP = 22, 6  # of a record
NAME = 110  # what its rows are called
_TOKEN = re2.compile(r"[a-z][a-z0-9-]{0,40}")

# By token: the fill, and the line around it, as "#rrggbb".
Colours = Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: what it is called, the token of its colour, and how many."""

    text: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """A verdict from a day on."""

    on: date
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`svg` is a whole element, `words` what it shows; `shares` are its parts in their order, as wide as
    they count, for a legend or for a format that has no SVG, with what stands on
    each. A record has none."""

    svg: str
    words: str
    shares: tuple[Share, ...] = ()
    labels: tuple[str, ...] = ()

    def __html__(self) -> str:
        """Markup: all words in it are escaped here."""
        return self.svg


def draw_mix(
    shares: Sequence[Share], colours: Colours | None = None, *, width: int = WIDTH
) -> Picture | None:
    """One bar of all shares, each with its number. None where there is nothing to show."""
    shown = tuple(share for share in shares if share.count)
    if not shown:
        return None
    parts = _draw_bar(shown, 0, width, 0, BAR, colours)
    labels = tuple(str(share.count) for share in shown)
    return replace(_make(parts, BAR, _tell(shown), width), shares=shown, labels=labels)


def draw_record(
    rows: Sequence[tuple[str, Sequence[Share]]], colours: Colours | None = None
) -> Picture | None:
    """A bar for each stretch of time, as long as there is in it; the rows are named, in their order."""
    shown = [(name, [share for share in shares if share.count]) for name, shares in rows]
    shown = [(name, shares) for name, shares in shown if shares]
    if not shown:
        return None
    most = max(sum(share.count for share in shares) for _, shares in shown)
    parts: list[str] = []
    for place, (name, shares) in enumerate(shown):
        top = place * (ROW + GAP)
        whole = (WIDTH - NAME) * sum(share.count for share in shares) / most
        parts.append(_text(name, NAME - 8, top + ROW / 2 + 5, "end"))
        parts += _draw_bar(
            shares, NAME, max(whole, min(LEAST * len(shares), WIDTH - NAME)), top, ROW, colours
        )
    words = "; ".join(f"{name}: {_tell(shares)}" for name, shares in shown)
    return _make(parts, len(shown) * (ROW + GAP) - GAP, words)


def draw_course(steps: Sequence[Step], until: date, colours: Colours | None = None) -> Picture | None:
    """A verdict over time: each rating from its day to the next one's, the last one until `until`."""
    if not steps:
        return None
    days = [step.on for step in steps] + [max(until, steps[-1].on)]
    whole = max((days[-1] - days[0]).days, 1)
    wide = [max((end - start).days / whole, 0.0) for start, end in pairwise(days)]
    widths = fit_widths(wide, WIDTH)
    parts, left, free = [], 0.0, 0.0
    for step, width in zip(steps, widths, strict=True):
        parts.append(_rect(step.colour, left, 0, width, BAR, colours))
        if width >= DIGIT * len(step.text):
            parts.append(_text(step.text, left + width / 2, 19, "middle", step.colour, colours))
        if left >= free and left + DAY <= WIDTH:
            parts.append(_text(step.on.isoformat(), left, BAR + 14, "start"))
            free = left + DAY
        left += width
    words = "; ".join(f"{step.text} from {step.on.isoformat()}" for step in steps)
    held = (max((end - start).days, 1) for start, end in pairwise(days))
    shares = (Share(step.text, step.colour, count) for step, count in zip(steps, held, strict=True))
    labels = tuple(step.text for step in steps)
    return replace(_make(parts, BAR + AXIS, words), shares=tuple(shares), labels=labels)


def _draw_bar(
    shares: Sequence[Share], left: float, width: float, top: float, height: float, colours: Colours | None
) -> list[str]:
    total = sum(share.count for share in shares)
    parts = []
    for share, wide in zip(shares, fit_widths([share.count / total for share in shares], width), strict=True):
        parts.append(_rect(share.colour, left, top, wide, height, colours))
        if wide >= DIGIT * len(str(share.count)) + 4:
            middle = top + height / 2 + 5
            parts.append(_text(str(share.count), left + wide / 2, middle, "middle", share.colour, colours))
        left += wide
    return parts


def fit_widths(portions: Sequence[float], width: float) -> list[float]:
    """Widths in proportion, none below LEAST; the wide ones give what the narrow ones take."""
    least = min(LEAST, width / max(len(portions), 1))
    if not any(portions):
        portions = [1.0] * len(portions)
    total = sum(portions)
    spare = width - least * len(portions)
    return [round(least + spare * portion / total, 1) for portion in portions]


def _rect(colour: str, left: float, top: float, width: float, height: float, colours: Colours | None) -> str:
    token = colour if _TOKEN.fullmatch(colour) else "other"
    paint = ""
    if colours is not None:
        fill, line, _ = colours.get(token, colours["none"])
        paint = f' fill="{fill}" stroke="{line}"'
    box = f'x="{left + 1:.1f}" y="{top + 1:.1f}" width="{max(width - 2, 1):.1f}" height="{height - 2:.1f}"'
    return f'<rect class="r-{token}" data-rating="{token}" {box} rx="2"{paint}/>'


def _text(
    words: str, x: float, y: float, anchor: str, colour: str = "", colours: Colours | None = None
) -> str:
    token = colour if _TOKEN.fullmatch(colour) else "other"
    marks = f' class="r-{token}" data-rating="{token}"' if colour else ""
    if colour and colours is not None:
        marks += f' fill="{colours.get(token, colours["none"])[2]}"'
    shown = words if len(words) <= 22 else words[:21] + "…"
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text{marks} {place}>{escape(_drop_control(shown))}</text>"


def _make(parts: Sequence[str], height: float, words: str, width: int = WIDTH) -> Picture:
    told = quoteattr(_drop_control(words))
    head = f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}"'
    head += f' width="{width}" height="{height:.0f}" role="img" aria-label={told} font-size="13">'
    return Picture(head + "".join(parts) + "</svg>", words)


def _tell(shares: Sequence[Share]) -> str:
    return ", ".join(f"{share.text}: {share.count}" for share in shares if share.count)


def _drop_control(words: str) -> str:
    """XML has no place for most control signs; none of them says anything to a reader."""
    return "".join(sign for sign in words if sign.isprintable())
