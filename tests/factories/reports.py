"""Published reports and their pages."""

import hashlib
from typing import Any

from sqlmodel import Session

from tests.factories.claims import make_claim
from tests.factories.desk import make_user
from tests.factories.rows import NOON, save_row
from workbench import history
from workbench.domain.roles import Role
from workbench.models import (
    Claim,
    Report,
    ReportClaim,
    ReportFile,
    ReportPage,
    User,
)


def make_report_page(session: Session, report: Report, **values: Any) -> ReportPage:
    return save_row(session, ReportPage(report_id=report.id, **{"public": True, **values}))


def make_report(session: Session, *claims: Claim, publisher: User | None = None, **values: Any) -> Report:
    """A published report of these claims with one file; the bytes are not in the file store."""
    claims = claims or (make_claim(session),)
    publisher = publisher or make_user(session, Role.REVIEWER)
    digest = hashlib.sha256(b"record").hexdigest()
    with history.change(session, by=str(publisher.id), action="report.published"):
        report = Report(
            number=history.next_number(session, Report),
            published_by_id=publisher.id,
            **{"title": "Verdict report", "record_sha256": digest, "published_at": NOON, **values},
        )
        session.add(report)
        for claim in claims:
            session.add(ReportClaim(report_id=report.id, claim_id=claim.id, claim_version=claim.version))
        session.add(
            ReportFile(
                report_id=report.id, format="json", media_type="application/json", sha256=digest, size=6
            )
        )
    return report
