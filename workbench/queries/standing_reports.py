"""Reports that hold good, and what they tell otherwise: one record is compared with another as they were
frozen. `Find` gives a report's record, None where its file is gone or damaged."""

import uuid
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.publications import list_turned
from workbench.domain.records import ReportRecord
from workbench.domain.references import parse_reference
from workbench.models import Claim, Report, ReportClaim
from workbench.queries.circularity import FileReader
from workbench.queries.report_records import build_record
from workbench.queries.reports import find_later, list_earlier, list_report_claims

Find: TypeAlias = Callable[[Report], ReportRecord | None]


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
            (parse_reference("C", change.claim), report.number)
            for report in standing
            if (told := find(report)) is not None
            for change in list_turned(told, now)
        ),
        key=lambda pair: pair[::-1],
    )


def list_changed_elsewhere(
    session: Session, report: Report, record: ReportRecord, find: Find
) -> list[tuple[int, Report]]:
    """Numbers of claims that another report which stands tells otherwise since, with the report that changed
    them there; by these numbers. Of a report that was replaced the one in its place tells."""
    if find_later(session, report) is not None:
        return []
    claims = [claim.id for claim in list_report_claims(session, report)]
    found = []
    for other in list_standing(session, claims):
        told = find(other) if other.number > report.number else None
        for change in list_turned(record, told) if told else ():
            turned = _find_turn(session, other, change.claim, report.number, find)
            found.append((parse_reference("C", change.claim), turned))
    return sorted(found, key=lambda pair: (pair[0], pair[1].number))


def _find_turn(session: Session, report: Report, claim: str, after: int, find: Find) -> Report:
    """The newest report in this one's line, after number `after`, that says the claim changed."""
    for one in (report, *list_earlier(session, report)):
        record = find(one) if one.number > after else None
        changes = record.notice.changes if record and record.notice else ()
        if any(change.claim == claim and change.before and change.after for change in changes):
            return one
    return report
