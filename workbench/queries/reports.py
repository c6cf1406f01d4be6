"""Reads of published reports."""

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.models import Claim, Report, ReportClaim, ReportFile


def get_report(session: Session, number: int) -> Report:
    """The report R-number. Raises NotFound."""
    report: Report | None = session.execute(
        select(Report).where(col(Report.number) == number)
    ).scalar_one_or_none()
    if report is None:
        raise NotFound(f"There is no report R-{number}.")
    return report


def list_report_files(session: Session, report: Report) -> list[ReportFile]:
    """The made files of a report, by format."""
    query = select(ReportFile).where(col(ReportFile.report_id) == report.id).order_by(col(ReportFile.format))
    return list(session.execute(query).scalars())


def list_reports(session: Session) -> list[tuple[Report, int]]:
    """The newest hundred reports with how many claims each has."""
    count = (
        select(func.count())
        .where(col(ReportClaim.report_id) == col(Report.id))
        .correlate(Report)
        .scalar_subquery()
    )
    query = select(Report, count).order_by(col(Report.number).desc()).limit(100)
    return [(row[0], int(row[1])) for row in session.execute(query)]


def list_claim_reports(session: Session, claim: Claim) -> list[Report]:
    """The reports that a claim stands in, newest first."""
    query = (
        select(Report)
        .join(ReportClaim, col(ReportClaim.report_id) == col(Report.id))
        .where(col(ReportClaim.claim_id) == claim.id)
        .order_by(col(Report.number).desc())
    )
    return list(session.execute(query).scalars())
