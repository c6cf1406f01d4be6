"""How the claims came out, as a sentence: one claim is told otherwise than many."""

from dataclasses import replace

import pytest

from tests.exports.report_factory import make_claims, make_report, make_verdict
from workbench.exports.tally import count_ratings, tell_outcome


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
