"""Hebrew and Arabic names among English words: nothing behind them is read before them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.exports.reading import read_words
from tests.exports.report_factory import OFFICE, make_claims, make_report, make_verdict
from workbench.domain.records import ReviewRecord
from workbench.exports import render
from workbench.exports.directions import set_apart, starts_right_to_left
from workbench.exports.paper import build_paper

NAME = "דוד כהן"
APART = f"\u2068{NAME}\u2069"


def make_hebrew() -> tuple[object, ...]:
    signed = ReviewRecord(NAME, datetime(2024, 8, 20, 11, 5, tzinfo=UTC), own_verdict=False)
    verdict = make_verdict(author=NAME, signed=signed, rating_text=NAME)
    claim = make_claims()[0]
    speaker = replace(OFFICE, name=NAME)
    claim = replace(claim, appearances=(replace(claim.appearances[0], attributions=(speaker,)),))
    evidence = replace(claim.evidence[0], source=NAME)
    return (replace(claim, verdict=verdict, evidence=(evidence,)),)


def test_only_words_from_right_to_left_are_set_apart() -> None:
    assert set_apart("Checker One") == "Checker One"
    assert set_apart(NAME) == APART
    assert set_apart("A. כהן") == "\u2068A. כהן\u2069"


@pytest.mark.parametrize(
    ("text", "right"),
    [(NAME, True), (f"12 {NAME}", True), (f"C-1 {NAME}", False), (f"{APART} was asked", False), ("", False)],
)
def test_what_is_set_apart_says_nothing_of_the_direction(text: str, right: bool) -> None:
    assert starts_right_to_left(text) is right


@pytest.mark.parametrize("code", ["html", "markdown", "docx"])
def test_the_day_behind_a_name_stays_behind_it(code: str) -> None:
    words = " ".join(read_words(render(code, make_report(claims=make_hebrew()))).split())
    assert f"Given by {APART}, " in words
    assert f"signed by {APART}, " in words
    assert f"1 “{APART}”" in words
    assert f"{APART} (reported speech: “said”)" in words


def test_a_line_that_the_report_words_runs_from_left_to_right_whoever_it_names_first() -> None:
    blocks = list(build_paper(make_report(claims=make_hebrew())))
    heads = [block for block in blocks if block.kind == "item" and block.text.startswith(NAME)]
    assert heads
    assert not any(block.right_to_left for block in heads)
    assert any(block.right_to_left for block in blocks if block.kind == "article")


def test_in_a_pdf_what_sets_apart_is_not_spelled() -> None:
    words = read_words(render("pdf", make_report(claims=make_hebrew())))
    assert "U+2068" not in words
    assert "U+2069" not in words
