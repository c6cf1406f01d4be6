"""How the claims came out, as a sentence: one claim is told otherwise than many."""

from dataclasses import replace

import pytest

from tests.exports.reading import read_words
from tests.exports.report_factory import make_claims, make_report, make_verdict
from workbench.domain.records import ReviewRecord, RollupRecord
from workbench.exports import render
from workbench.exports.tally import count_ratings, summarise, tell_outcome


@pytest.mark.parametrize(
    ("decided", "claims", "words"),
    [
        (1, 1, "1 of 1 claim has a verdict (100%)"),
        (0, 1, "0 of 1 claim has a verdict (0%)"),
        (1, 2, "1 of 2 claims has a verdict (50%)"),
        (0, 2, "0 of 2 claims have a verdict (0%)"),
        (2, 2, "2 of 2 claims have a verdict (100%)"),
    ],
)
def test_one_claim_is_told_as_one(decided: int, claims: int, words: str) -> None:
    one = make_claims()[0]
    rows = [replace(one, verdict=make_verdict() if at < decided else None) for at in range(claims)]
    assert tell_outcome(make_report(claims=tuple(rows))).startswith(words)


def sign(*, own: bool) -> ReviewRecord:
    return replace(make_verdict().signed, own_verdict=own)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("signatures", "words"),
    [
        ([sign(own=False)], "Signed by a second person: 1."),
        ([sign(own=True)], "Signed by the person who gave it: 1."),
        ([None, None], "Not signed yet: 2."),
        (
            [None, sign(own=True), sign(own=False), sign(own=False)],
            "Signed by a second person: 2; signed by the person who gave it: 1; not signed yet: 1.",
        ),
    ],
)
def test_who_signed_is_told_and_never_more_than_is_so(
    signatures: list[ReviewRecord | None], words: str
) -> None:
    claims = tuple(replace(make_claims()[0], verdict=make_verdict(signed=signed)) for signed in signatures)
    told = tell_outcome(make_report(claims=claims, rollups=()))
    assert told.endswith(f"{len(claims)} “Mostly true”. {words}")


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((9, 5, 3), "Checked in A-1: 5 of 9 claims (56%); this report tells 3 of the checked ones."),
        ((9, 5, 5), "Checked in A-1: 5 of 9 claims (56%)."),
        ((1, 1, 1), "Checked in A-1: 1 of 1 claim (100%)."),
        (
            (300, 299, 1),
            "Checked in A-1: 299 of 300 claims (99%); this report tells 1 of the checked ones.",
        ),
        ((300, 1, 1), "Checked in A-1: 1 of 300 claims (1%)."),
        ((7, 0, 0), "Checked in A-1: 0 of 7 claims (0%)."),
    ],
)
def test_how_far_an_article_is_checked_counts_what_the_report_leaves_out(
    counts: tuple[int, int, int], words: str
) -> None:
    accepted, checked, told = counts
    rollup = RollupRecord("A-1", accepted=accepted, checked=checked, told=told)
    assert tell_outcome(make_report(rollups=(rollup,))).endswith(f"not signed yet: 1. {words}")


def test_what_the_maker_wrote_stands_above_the_count_in_every_format_that_is_read() -> None:
    record = make_report(summary="What we found.\n\nAnd what not.")
    assert summarise(record) == ["What we found.", "And what not.", tell_outcome(record)]
    for code in ("html", "markdown", "docx", "pdf"):
        words = read_words(render(code, record))
        assert words.index("What we found.") < words.index("And what not.") < words.index("4 of 5 claims"), (
            code
        )


def test_a_label_that_was_redefined_is_told_apart() -> None:
    one = make_claims()[0]
    given = (make_verdict("false", scale_version=version) for version in (1, 2))
    report = make_report(claims=tuple(replace(one, verdict=verdict) for verdict in given))
    later = replace(report.scales[0], version=2)
    redefined = replace(later, labels=tuple(replace(one, definition="New words.") for one in later.labels))
    names = [count.text for count in count_ratings(replace(report, scales=(*report.scales, redefined)))]
    name = report.scales[0].name
    assert names == [f"False ({name}, version 1)", f"False ({name}, version 2)"]
    assert [count.text for count in count_ratings(replace(report, scales=(*report.scales, later)))] == [
        "False"
    ]
