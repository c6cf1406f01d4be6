"""The pictures of a report, in the colours of its style sheet."""

from datetime import timedelta
from functools import cache

import re2

from workbench.domain import pictures
from workbench.domain.pictures import Colours, Picture, Share, Step
from workbench.domain.records import ClaimRecord, ReportRecord
from workbench.exports.dates import read_day
from workbench.exports.tally import count_ratings, list_open
from workbench.paths import TEMPLATES

_TOKEN = re2.compile(r"--([a-z][a-z0-9-]*):\s*(#[0-9a-f]{6}|#[0-9a-f]{3});")
_ON_FILL = re2.compile(r"\.r-([a-z0-9-]+) \{[^}]*--on-fill: (#[0-9a-f]{3,6}|var\(--[a-z0-9-]+\));")
_BLANK = "#ffffff"


def list_shares(record: ReportRecord) -> list[Share]:
    """How the claims came out, those still open last."""
    shares = [Share(count.text, count.colour, count.claims) for count in count_ratings(record)]
    return [*shares, Share("Open, no verdict yet", "none", len(list_open(record)))]


def draw_mix(record: ReportRecord, *, painted: bool = False) -> Picture | None:
    """The verdict mix of the report. `painted`: with its colours in it, for a file without a style sheet."""
    return pictures.draw_mix(list_shares(record), read_colours() if painted else None)


def draw_published(claim: ClaimRecord, zone: str, *, painted: bool = False) -> Picture | None:
    """How the published verdict on a claim went, in days of the desk’s zone, once there was more than one.
    The last one holds from the report on: it is drawn a quarter as long as all before, or else it would not
    be seen."""
    if len(claim.published) < 2:
        return None
    steps = [Step(read_day(told.at, zone), told.rating_text, told.colour) for told in claim.published]
    held = (steps[-1].on - steps[0].on).days  # what changed within a day is drawn alike
    until = steps[-1].on + timedelta(days=-(-held // 4))
    return pictures.draw_course(steps, until, read_colours() if painted else None)


@cache
def read_colours() -> Colours:
    """Fill, line and the words on the fill of every rating's token, as they are on white paper."""
    sheet = (TEMPLATES / "exports" / "_report.css").read_text("utf-8")
    light = sheet.partition("@media screen and (prefers-color-scheme: dark)")[0]
    tokens = dict(_TOKEN.findall(light))
    words = {name: _find(tokens, value) for name, value in _ON_FILL.findall(light)}
    names = [name.removesuffix("-fill") for name in tokens if name.endswith("-fill")]
    names = [name for name in names if name in tokens]
    found = {name: (tokens[f"{name}-fill"], tokens[name], words.get(name, "#1c1f23")) for name in names}
    return {**found, "none": (_BLANK, tokens["none"], tokens["none"])}


def _find(tokens: dict[str, str], value: str) -> str:
    return tokens[value.removeprefix("var(--").removesuffix(")")] if value.startswith("var") else value
