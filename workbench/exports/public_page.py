"""A published report as a page that anybody may read, with what became of it since. Not a format of its own.

The report's part is the same as in the HTML file; around it stands what was not known when it was frozen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workbench.domain.pictures import Picture, Step, draw_course
from workbench.domain.records import ClaimRecord, ReportRecord
from workbench.exports.html import render_template


@dataclass(frozen=True, slots=True)
class Other:
    """Another report that tells of this one; `url` is empty where a reader may not open it."""

    kind: str
    number: str
    note: str
    at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a report. `later` are the reports in its place, oldest first, `earlier` those that
    it replaces, newest first; `elsewhere` tells which of its claims another report changed; `files` are names
    and addresses; `claims` leads from a claim's reference to its lasting address."""

    style: str
    icon: str
    home: str
    later: Sequence[Other] = ()
    earlier: Sequence[Other] = ()
    elsewhere: Sequence[tuple[str, Other]] = ()
    files: Sequence[tuple[str, str]] = ()
    claims: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of a claim; None where it says nothing any more."""

    report: Other
    claim: ClaimRecord | None


def render_public(record: ReportRecord, frame: Frame) -> str:
    """The page of a report that stands, or that was replaced by another one."""
    return render_template("exports/public.html", record, frame=frame)


def render_claim(
    record: ReportRecord, claim: ClaimRecord, tellings: Sequence[Telling], frame: Frame, *, today: date
) -> str:
    """The lasting page of one claim: what the newest report says of it, and every report before, newest
    first. `record` is the newest one's."""
    course = draw_tellings(tellings, today)
    more = {"claim": claim, "tellings": tellings, "course": course, "frame": frame}
    return render_template("exports/public_claim.html", record, **more)


def draw_tellings(tellings: Sequence[Telling], until: date) -> Picture | None:
    """How the published verdict went, once there was more than one."""
    steps = [
        Step(telling.report.at.date(), verdict.rating_text, verdict.colour)
        if telling.claim and (verdict := telling.claim.verdict)
        else Step(telling.report.at.date(), "taken back", "none")
        for telling in reversed(tellings)
    ]
    return draw_course(steps, until) if len(steps) > 1 else None
