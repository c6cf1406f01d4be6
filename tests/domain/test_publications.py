"""What two records tell otherwise, and what was published of a claim from report to report."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.exports.report_factory import make_claims, make_report, make_verdict
from workbench.domain.publications import list_changes, tell_published
from workbench.domain.records import PublishedRecord, ReportRecord

DAYS = [datetime(2024, 8, day, 12, tzinfo=UTC) for day in (20, 25, 28)]


def make(number: int, rating: str, before: ReportRecord | None = None) -> ReportRecord:
    claim = replace(make_claims()[0], verdict=make_verdict(rating))
    record = make_report(number=f"R-{number}", made_at=DAYS[number - 1], claims=(claim,))
    return tell_published(before, record)


def test_a_first_report_tells_its_own_rating() -> None:
    [claim] = make(1, "true").claims
    assert claim.published == (PublishedRecord("R-1", DAYS[0], "True", "true"),)


def test_every_rating_that_was_published_stays_told() -> None:
    second = make(2, "half-true", make(1, "true"))
    third = make(3, "false", second)
    assert [(one.report, one.rating_text) for one in third.claims[0].published] == [
        ("R-1", "True"),
        ("R-2", "Half true"),
        ("R-3", "False"),
    ]
    again = make(3, "half-true", second)
    assert [one.report for one in again.claims[0].published] == ["R-1", "R-2"]


def test_a_report_of_before_that_said_nothing_of_it_is_told_by_its_verdict() -> None:
    before = make(1, "true")
    [claim] = before.claims
    older = replace(before, claims=(replace(claim, published=()),))
    assert [one.report for one in make(2, "false", older).claims[0].published] == ["R-1", "R-2"]


def test_a_further_copy_of_a_page_is_no_change_but_other_words_of_it_are() -> None:
    before = make(1, "true")
    [claim] = before.claims
    first, *rest = claim.evidence
    visited = replace(first, kept_at=DAYS[1], kept_sha256="0" * 64)
    assert list_changes(before, replace(before, claims=(replace(claim, evidence=(visited, *rest)),))) == ()
    other = replace(visited, excerpt="Crest minus 0.13 m at 06:00")
    [change] = list_changes(before, replace(before, claims=(replace(claim, evidence=(other, *rest)),)))
    assert (change.before, change.after, change.grounds, change.words) == ("True", "True", True, False)


def test_what_was_published_before_is_no_change_by_itself() -> None:
    before, after = make(1, "true"), make(2, "true", make(1, "true"))
    assert list_changes(before, after) == ()


def test_what_an_older_record_could_not_tell_is_no_change() -> None:
    before = make(1, "true")
    [claim] = before.claims
    assert claim.verdict is not None
    assert claim.evidence
    newer = replace(
        claim,
        verdict=replace(claim.verdict, definition="As it was said", rollup="true", averitec="Supported"),
        evidence=tuple(replace(one, origin=1, origin_note="Its own") for one in claim.evidence),
    )
    older = replace(
        claim,
        verdict=replace(claim.verdict, definition="", rollup="other", averitec=""),
        evidence=tuple(replace(one, origin=0, origin_note="") for one in claim.evidence),
    )
    before, after = replace(before, claims=(older,)), replace(before, claims=(newer,))
    assert list_changes(before, after) == ()
    turned = replace(newer, title="Other words")
    [change] = list_changes(before, replace(after, claims=(turned,)))
    assert (change.words, change.grounds) == (True, False)
    again = replace(newer, verdict=replace(newer.verdict, definition="Another meaning"))
    assert list_changes(after, replace(after, claims=(again,))) != ()


def test_of_a_claim_that_is_told_no_more_the_label_is_told_and_no_sentence() -> None:
    verdict = replace(make_verdict(), rating_text="Conclusion", conclusion="Ivan K. stole it.")
    claim = replace(make_claims()[0], verdict=verdict)
    before, after = make_report(claims=(claim,)), make_report(claims=())
    [change] = list_changes(before, after)
    assert (change.before, change.after) == ("Conclusion", "")
    unjudged = make_report(claims=(replace(claim, verdict=None),))
    [change] = list_changes(before, unjudged)
    assert change.before == "Conclusion: Ivan K. stole it."
