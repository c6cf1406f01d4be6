"""A published report as a page that anybody may read, with what became of it since. Not a format of its own.

The report's part is the same as in the HTML file; around it stands what was not known when it was frozen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from workbench.domain.pictures import Picture, Step, draw_course
from workbench.domain.publications import NO_VERDICT
from workbench.domain.records import ClaimRecord, ReportRecord
from workbench.exports.dates import read_day
from workbench.exports.html import render_template


@dataclass(frozen=True, slots=True)
class Other:
    """Another report that tells of this one. Where a reader may not open it, `url`, `number` and `note` are
    empty: that there is one, of which kind and since when, is all that they learn."""

    kind: str
    number: str
    note: str
    at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another report has done to a claim since: told it otherwise, or left it out or taken it back."""

    claim: str
    report: Other
    told: bool


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
    elsewhere: Sequence[Elsewhere] = ()
    files: Sequence[tuple[str, str]] = ()
    claims: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of a claim; None where it says nothing any more. `stands`: once this one was out,
    some report stood behind the rating that had been told last."""

    report: Other
    claim: ClaimRecord | None
    stands: bool = True


def render_public(record: ReportRecord, frame: Frame) -> str:
    """The page of a report that stands, or that was replaced by another one."""
    return render_template("exports/public.html", record, frame=frame)


def render_claim(
    record: ReportRecord, now: Telling, tellings: Sequence[Telling], frame: Frame, *, moment: datetime
) -> str:
    """The lasting page of one claim: `now`, what the newest report that stands says of it, and every report
    about it, newest first. `record` is that of `now`."""
    course = draw_tellings(tellings, moment, record.desk.time_zone)
    more = {"claim": now.claim, "now": now.report, "tellings": tellings, "course": course, "frame": frame}
    return render_template("exports/public_claim.html", record, **more)


def draw_tellings(tellings: Sequence[Telling], until: datetime, zone: str) -> Picture | None:
    """How the published verdict went, in days of the desk's zone, once there was more than one."""
    # A report that leaves the claim out takes nothing back while another one stands behind it.
    steps = [
        Step(read_day(telling.report.at, zone), *_name_outcome(telling.claim))
        for telling in reversed(tellings)
        if telling.claim or not telling.stands
    ]
    return draw_course(steps, read_day(until, zone)) if len(steps) > 1 else None


def _name_outcome(claim: ClaimRecord | None) -> tuple[str, str]:
    """What is said of the claim, and the token of its colour."""
    if claim is None:
        return "taken back", "none"
    return (claim.verdict.rating_text, claim.verdict.colour) if claim.verdict else (NO_VERDICT, "none")
