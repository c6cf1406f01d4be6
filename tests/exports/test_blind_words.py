"""A report says that two people judged a claim apart, and who settled it, in every format for readers."""

from dataclasses import replace

import pytest

from tests.exports.reading import read_words
from tests.exports.report_factory import make_report
from workbench.domain.agreement import Closeness
from workbench.domain.records import BlindHalfRecord, BlindRecord, ReportRecord
from workbench.exports import list_formats, render
from workbench.exports.claim_text import render_claim_text
from workbench.exports.wording import describe_blind


def make_twice_judged(**values: object) -> ReportRecord:
    report = make_report()
    first = report.claims[0]
    assert first.verdict is not None
    at = first.verdict.at
    halves = [BlindHalfRecord(name, "x", text, at) for name, text in (("Ann", "False"), ("Ben", "Half true"))]
    blind = BlindRecord(
        *halves,
        **{  # type: ignore[arg-type]
            "closeness": Closeness.APART,
            "settled_by": "Cyd",
            "settled_at": at,
            "followed": "first",
            "settling": "The map is dated",
            **values,
        },
    )
    return replace(
        report, claims=(replace(first, verdict=replace(first.verdict, blind=blind)), *report.claims[1:])
    )


TOLD = (
    "Two people judged it apart, without seeing each other’s verdict: Ann “False”, Ben “Half true”. "
    "Cyd settled it with the first: The map is dated."
)


@pytest.mark.parametrize("code", sorted({"html", "markdown", "docx", "pdf"} & set(list_formats())))
def test_every_format_tells_that_it_was_judged_apart(code: str) -> None:
    data = render(code, make_twice_judged())
    words = read_words(data) if code in {"docx", "pdf"} else data.decode()
    assert TOLD in " ".join(words.split())


def test_the_text_of_a_claim_tells_it() -> None:
    assert TOLD in render_claim_text(make_twice_judged().claims[0])


def test_json_gives_it_back() -> None:
    from workbench.exports.json import read_report  # noqa: PLC0415 - beside the one test that reads

    report = make_twice_judged()
    assert read_report(render("json", report)) == report


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"closeness": Closeness.SAME, "settled_by": "", "followed": "", "settling": ""},
            "Two people judged it without seeing each other’s verdict, Ann and Ben: both “False”.",
        ),
        ({"closeness": Closeness.NEAR}, "judged it apart, but within the same class, without seeing"),
        ({"followed": "neither"}, "Cyd settled it with a verdict of their own"),
        ({"followed": "anew"}, "Cyd asked for a new verdict"),
        ({"settler_is_author": True}, "Cyd had given one of the two: the desk had nobody else."),
        (
            {"was_open": True},
            "A verdict of one of the two had stood open at the desk before the second was asked for.",
        ),
    ],
)
def test_what_a_reader_is_told(values: dict[str, object], told: str) -> None:
    verdict = make_twice_judged(**values).claims[0].verdict
    assert verdict is not None
    assert told in describe_blind(verdict)


def test_without_ratings_the_conclusions_are_told() -> None:
    """Every verdict of such a scale has the same label."""
    report = make_twice_judged(closeness=Closeness.UNRATED)
    verdict = report.claims[0].verdict
    assert verdict is not None
    assert verdict.blind is not None
    first = replace(verdict.blind.first, rating_text="Conclusion", conclusion="It fell.")
    second = replace(verdict.blind.second, rating_text="Conclusion", conclusion="It stands.")
    told = describe_blind(replace(verdict, blind=replace(verdict.blind, first=first, second=second)))
    assert "Ann “Conclusion: It fell.”, Ben “Conclusion: It stands.”." in told


def test_who_was_judged_once_has_nothing_to_tell() -> None:
    verdict = make_report().claims[0].verdict
    assert verdict is not None
    assert describe_blind(verdict) == ""
