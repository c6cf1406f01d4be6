"""Reports that hold good, and what they tell otherwise: one record is compared with another as they were
frozen. `Find` gives a report's record, None where its file is gone or damaged."""

import uuid
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.publications import list_turned
from workbench.domain.records import ReportRecord
from workbench.domain.references import format_reference, parse_reference
from workbench.domain.status import Status
from workbench.models import Claim, Report, ReportClaim
from workbench.queries.circularity import FileReader
from workbench.queries.report_records import build_record
from workbench.queries.reports import (
    find_later,
    list_claim_reports,
    list_earlier,
    list_later,
    list_report_claims,
)

Find: TypeAlias = Callable[[Report], ReportRecord | None]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of claim number `claim` in another report: it reads otherwise there or, if it is not
    `told`, stands there no more, being left out or taken back."""

    claim: int
    report: Report
    told: bool = True


def list_standing(session: Session, claim_ids: Sequence[uuid.UUID]) -> list[Report]:
    """The reports that hold any of these claims and hold good: neither replaced nor taken back. The newest
    first."""
    later = aliased(Report)
    holding = select(col(ReportClaim.report_id)).where(col(ReportClaim.claim_id).in_(claim_ids))
    replaced = select(col(later.id)).where(col(later.replaces_id) == col(Report.id)).exists()
    query = select(Report).where(col(Report.id).in_(holding), ~replaced)
    return list(session.execute(query.order_by(col(Report.number).desc())).scalars())


def list_published_otherwise(
    session: Session, claims: Sequence[Claim], find: Find, read: FileReader
) -> list[tuple[int, int]]:
    """Numbers of claims that would be told otherwise now than where they were published, and those of the
    reports, in their order."""
    standing = list_standing(session, [claim.id for claim in claims])
    if not standing:
        return []
    now = build_record(session, claims, title="", made_by="", made_at=standing[0].published_at, read=read)
    return sorted(
        (
            (parse_reference("C", claim), report.number)
            for report in standing
            if (told := find(report)) is not None
            for claim in list_turned(told, now)
        ),
        key=lambda pair: pair[::-1],
    )


def list_changed_elsewhere(session: Session, report: Report, record: ReportRecord, find: Find) -> list[Turn]:
    """Claims that another report told otherwise since, by their numbers: the report that changed them there
    and, where nothing in its place tells the claim any more, the one that ended that. Of a report that was
    replaced the one in its place tells."""
    if find_later(session, report) is not None:
        return []
    holding = _list_holding_since(session, report)
    reports = {one.number: one for told in holding.values() for one in told}
    after = {number: list_later(session, one) for number, one in reports.items()}

    @cache
    def list_turned_in(number: int) -> frozenset[str]:
        told = find(reports[number])
        return list_turned(record, told) if told else frozenset()

    found = list[Turn]()
    for number, told in holding.items():
        claim = format_reference("C", number)
        for last, end in _follow_lines(told, after):
            if claim in list_turned_in(last.number):
                found.append(Turn(number, _find_turn(session, last, claim, report.number, find)))
                found += [Turn(number, end, told=False)] if end else []
    return sorted(found, key=lambda turn: (turn.claim, turn.report.number))


def list_unbacked(session: Session, report: Report, kept: Container[uuid.UUID], find: Find) -> list[Claim]:
    """Published claims of a report, withdrawn meanwhile or not, that nothing stands behind once one with the
    claims `kept` takes its place: no other report that stands tells what was published of them last."""
    return [
        claim
        for claim in list_report_claims(session, report)
        if Status.PUBLISHED in (claim.status, claim.withdrawn_from)
        and claim.id not in kept
        and not _is_backed(session, claim, report, find)
    ]


def _is_backed(session: Session, claim: Claim, without: Report, find: Find) -> bool:
    others = [one for one in list_standing(session, [claim.id]) if one.id != without.id]
    last = find(list_claim_reports(session, claim)[0]) if others else None
    if last is None:
        return False
    reference = format_reference("C", claim.number)
    records = (find(one) for one in others)
    return any(one is not None and reference not in list_turned(one, last) for one in records)


def _list_holding_since(session: Session, report: Report) -> dict[int, list[Report]]:
    """The later reports that hold each claim of this one, by the claim's number; the newest first."""
    inside = select(col(ReportClaim.claim_id)).where(col(ReportClaim.report_id) == report.id)
    query = (
        select(col(Claim.number), Report)
        .join(ReportClaim, col(ReportClaim.claim_id) == col(Claim.id))
        .join(Report, col(Report.id) == col(ReportClaim.report_id))
        .where(col(Claim.id).in_(inside), col(Report.number) > report.number)
        .order_by(col(Report.number).desc())
    )
    found: dict[int, list[Report]] = {}
    for number, later in session.execute(query):
        found.setdefault(number, []).append(later)
    return found


def _follow_lines(
    holding: Sequence[Report], after: Mapping[int, Sequence[Report]]
) -> list[tuple[Report, Report | None]]:
    """Where each line of reports tells a claim last, with the report that ended it there, None where that one
    stands. An end counts until a newer report tells the claim."""
    numbers = {one.number for one in holding}
    last = [one for one in holding if numbers.isdisjoint(later.number for later in after[one.number])]
    newest = max((one.number for one in last if not after[one.number]), default=0)
    lines = [(one, after[one.number][0] if after[one.number] else None) for one in last]
    return [(one, end) for one, end in lines if end is None or end.number > newest]


def _find_turn(session: Session, report: Report, claim: str, after: int, find: Find) -> Report:
    """The newest report in this one's line, after number `after`, that says the claim changed."""
    for one in (report, *list_earlier(session, report)):
        record = find(one) if one.number > after else None
        changes = record.notice.changes if record and record.notice else ()
        if any(change.claim == claim and change.before and change.after for change in changes):
            return one
    return report
