"""Reports in place of another one, told as the desk tells them: `REPORTS` by their kind."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.exports.report_factory import make_claims, make_report, make_verdict
from workbench.domain.publications import make_notice, tell_published
from workbench.domain.records import ReportRecord
from workbench.domain.report_kinds import ReportKind

NOTES = {
    ReportKind.CORRECTION: "The gauge had been read a day late.\nC-1 is mostly true, not true; C-2 stands.",
    ReportKind.UPDATE: "The flood report of 1998 was found since.",
    ReportKind.CLARIFICATION: "“Held” means: no water came over the crest.",
    ReportKind.RETRACTION: "The gauge register was a forgery.",
}


def make_first() -> ReportRecord:
    """What was published first: other ratings, other words, and a claim less."""
    first, second, third, *_ = make_claims()
    first = replace(first, verdict=make_verdict("true"), evidence=first.evidence[:1])
    second = replace(second, statement="The dam held.")
    third = replace(third, verdict=None, title="Twice as many as then")
    report = make_report(
        number="R-1",
        made_at=datetime(2024, 8, 1, 22, 30, tzinfo=UTC),
        claims=(first, second, third),
        title="The dam never leaked",
        summary="Nothing came over the crest.\n\nThat is *certain*.",
    )
    return tell_published(None, report)


def make_changed(kind: ReportKind) -> ReportRecord:
    """The report that a kind of change makes of the first one."""
    before = make_first()
    retracts = kind is ReportKind.RETRACTION
    none = {"claims": (), "articles": (), "scales": (), "rollups": ()}
    after = tell_published(before, make_report(**none if retracts else {}))
    return replace(after, notice=make_notice(before, after, kind, NOTES[kind]))


REPORTS = {
    "report": make_report,
    "correction": lambda: make_changed(ReportKind.CORRECTION),
    "retraction": lambda: make_changed(ReportKind.RETRACTION),
}
