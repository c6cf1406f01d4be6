"""The desk's colours: words and lines can be read, and no two ratings look alike to anybody."""

import re
from itertools import combinations

import pytest

from tests.static.colours import EYES, REPORT, STYLESHEET, contrast, distance, mix, read_colour, read_tokens
from workbench.domain.ratings import COLOURS, DEFAULT_SCALE, find_scale, load_versions

RATINGS = COLOURS
WHITE_WORDS = ("worst", "false", "true")  # on the fills of these the badge's word is white
# Colours that meet on one scale have to be told apart; the default's, which most desks see, best of all.
DEFAULTS = {label.colour for label in find_scale(DEFAULT_SCALE).labels}
MEETING = {
    pair
    for scale in load_versions().values()
    for pair in combinations([one for one in COLOURS if one in {label.colour for label in scale.labels}], 2)
}
STATUSES = ("new", "checking", "in-review", "checked", "published", "withdrawn", "proposal")
GROUNDS = ("paper", "surface", "sunk")
LIGHT_AND_DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
WORDS, LINES = 4.5, 3.0  # WCAG 2, AA
LEAST_APART, LEAST_APART_OFTEN = 9.0, 11.0


@LIGHT_AND_DARK
def test_words_can_be_read_on_every_ground(dark: bool) -> None:
    tokens = read_tokens(dark=dark)
    words = ("ink", "ink-2", "muted", "accent", "good", "warn", "bad", "false", "true", "none", *STATUSES)
    faint = [
        (word, ground)
        for word in words
        for ground in GROUNDS
        if contrast(tokens[word], tokens[ground]) < WORDS
    ]
    assert faint == []
    assert contrast(tokens["on-accent"], tokens["accent"]) >= WORDS


@LIGHT_AND_DARK
def test_lines_and_badges_can_be_seen(dark: bool) -> None:
    tokens = read_tokens(dark=dark)
    lines = ("line-strong", *RATINGS)
    assert [
        (line, ground)
        for line in lines
        for ground in GROUNDS
        if contrast(tokens[line], tokens[ground]) < LINES
    ] == []
    white = read_colour("#fff")
    on_fill = {one: white if one in WHITE_WORDS else tokens["fill-ink"] for one in RATINGS}
    assert [one for one in RATINGS if contrast(tokens[f"{one}-fill"], on_fill[one]) < WORDS] == []


@LIGHT_AND_DARK
@pytest.mark.parametrize("eyes", EYES)
def test_no_two_ratings_look_alike(dark: bool, eyes: str) -> None:
    tokens = read_tokens(dark=dark)
    for kind in ("", "-fill"):
        apart = {
            (one, other): distance(tokens[one + kind], tokens[other + kind], eyes) for one, other in MEETING
        }
        least = {pair: LEAST_APART_OFTEN if set(pair) <= DEFAULTS else LEAST_APART for pair in apart}
        assert {pair: far for pair, far in apart.items() if far < least[pair]} == {}, kind


@LIGHT_AND_DARK
def test_the_text_can_be_read_through_the_strongest_mark(dark: bool) -> None:
    """A lit mark's ground, and the browser's highlight of one claim over it."""
    tokens = read_tokens(dark=dark)
    sheet = STYLESHEET.read_text("utf-8")
    strengths = [int(share) / 100 for share in re.findall(r"--mark-strength-lit: (\d+)%", sheet)]
    veil = re.search(r"::highlight\(claim\)[^}]*var\(--accent\) (\d+)%", sheet)
    assert veil
    for one in (*RATINGS, "none", *STATUSES):
        lit = mix(tokens[one], tokens["paper"], strengths[dark])
        veiled = mix(tokens["accent"], lit, int(veil[1]) / 100)
        assert contrast(tokens["ink"], veiled) >= WORDS, one


def test_ratings_are_told_apart_without_colour() -> None:
    """Each has a line of its own in the text, and a meter of its own on its badge."""
    sheet = STYLESHEET.read_text("utf-8")
    looks = {}
    for one in RATINGS:
        rule = re.search(rf'\[data-rating="{one}"\] \{{([^}}]*)\}}', sheet)
        assert rule, one
        line = re.search(r"--line-style: (\w+); --line-width: ([\d.]+px)", rule[1])
        assert line, one
        looks[one] = (line[1], line[2])
    assert len(set(looks.values())) == len(RATINGS)


@LIGHT_AND_DARK
def test_a_report_has_the_colours_of_the_desk(dark: bool) -> None:
    """It is one file that stands alone, so it says them again."""
    desk, report = read_tokens(dark=dark), read_tokens(dark=dark, sheet=REPORT)
    names = {*RATINGS, "none", "fill-ink", *(f"{one}-fill" for one in RATINGS)}
    assert {name: report.get(name) for name in names} == {name: desk[name] for name in names}
    assert [
        (one, to) for one in RATINGS for to in ("paper", "soft") if contrast(report[one], report[to]) < LINES
    ] == []
    for one in (*RATINGS, "none"):
        assert contrast(report["ink-1"], mix(report[one], report["soft"], 0.16)) >= WORDS, one
