"""Reads of published reports."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.models import Article, Claim, Report, ReportClaim, ReportFile, ReportPage
from workbench.queries.paging import Page, Place, read_kept_page, read_page


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list. `later` is the report that replaces it, `before` the one that it replaces; `last`
    is what its line came to, in a list for everybody. `later_closed`, `last_closed`: who reads the list may
    not learn more of that one than that there is one."""

    report: Report
    claims: int
    public: bool
    later: Report | None
    before: int | None
    later_closed: bool = False
    last: Report | None = None
    last_closed: bool = False


def get_report(session: Session, number: int) -> Report:
    """The report R-number. Raises NotFound."""
    report: Report | None = session.execute(
        select(Report).where(col(Report.number) == number)
    ).scalar_one_or_none()
    if report is None:
        raise NotFound(f"There is no report R-{number}.")
    return report


def find_next_number(session: Session) -> int:
    """The number that the next report will have, if nobody publishes one before."""
    return int(session.execute(select(func.coalesce(func.max(col(Report.number)), 0))).scalar_one()) + 1


def get_public_report(session: Session, number: int) -> Report:
    """The report R-number, if anybody may read it. Raises NotFound, in the same words for all others."""
    query = select(Report).join(ReportPage, col(ReportPage.report_id) == col(Report.id))
    report: Report | None = session.execute(
        query.where(col(Report.number) == number, col(ReportPage.public).is_(True))
    ).scalar_one_or_none()
    if report is None:
        raise NotFound("There is no published report at this address.")
    return report


def find_page(session: Session, report: Report) -> ReportPage | None:
    """How the report can be read without an account; None where it never could."""
    query = select(ReportPage).where(col(ReportPage.report_id) == report.id)
    return session.execute(query).scalar_one_or_none()


def is_public(session: Session, report: Report) -> bool:
    """Whether anybody may read the report."""
    page = find_page(session, report)
    return page is not None and page.public


def find_later(session: Session, report: Report) -> Report | None:
    """The report that replaces this one."""
    return session.execute(select(Report).where(col(Report.replaces_id) == report.id)).scalar_one_or_none()


def list_later(session: Session, report: Report) -> list[Report]:
    """Every report that came in place of this one, in order: the last is what holds now."""
    found: list[Report] = []
    while (report_now := find_later(session, found[-1] if found else report)) is not None:
        found.append(report_now)
    return found


def list_earlier(session: Session, report: Report) -> list[Report]:
    """The reports that this one replaces, newest first."""
    found: list[Report] = []
    before = report.replaces_id
    while before is not None:
        found.append(session.get_one(Report, before))
        before = found[-1].replaces_id
    return found


def find_report_article(session: Session, report: Report) -> Article | None:
    """The article that a report is of; None for one of chosen claims."""
    return session.get(Article, report.article_id) if report.article_id else None


def list_report_claims(session: Session, report: Report) -> list[Claim]:
    """The claims that stand in a report, as they are now."""
    query = select(Claim).join(ReportClaim, col(ReportClaim.claim_id) == col(Claim.id))
    return list(session.execute(query.where(col(ReportClaim.report_id) == report.id)).scalars())


def list_report_files(session: Session, report: Report) -> list[ReportFile]:
    """The made files of a report, by format."""
    query = select(ReportFile).where(col(ReportFile.report_id) == report.id).order_by(col(ReportFile.format))
    return list(session.execute(query).scalars())


def list_reports(session: Session, place: Place) -> Page[ReportRow]:
    """A page of reports, newest first, whatever became of them."""
    page = read_page(session, _select_rows(), col(Report.number), place)
    return replace(page, rows=_make_rows(page.rows))


def list_public_reports(session: Session, is_open: Callable[[Report], bool], place: Place) -> Page[ReportRow]:
    """A page of the reports that anybody may read, newest first, without the numbers of others. `is_open`
    says of a report whose page is open whether what it names may be read, too."""
    query = _select_rows().where(col(ReportPage.public).is_(True))
    page = read_kept_page(session, query, col(Report.number), place, lambda row: is_open(row[0]))
    rows = _make_rows(page.rows)
    last = _find_last(session, {row.report.id: row.later for row in rows if row.later})
    named = {row.before for row in rows} | {row.later.number for row in rows if row.later}
    named |= {report.number for report in last.values()}
    others = select(Report).join(ReportPage, col(ReportPage.report_id) == col(Report.id))
    others = others.where(col(Report.number).in_(named), col(ReportPage.public).is_(True))
    public = {report.number for report in session.execute(others).scalars() if is_open(report)}
    shown = [
        replace(
            row,
            before=row.before if row.before in public else None,
            later_closed=row.later is not None and row.later.number not in public,
            last=last.get(row.report.id),
            last_closed=row.report.id in last and last[row.report.id].number not in public,
        )
        for row in rows
    ]
    return replace(page, rows=shown)


def _find_last(session: Session, later: dict[uuid.UUID, Report]) -> dict[uuid.UUID, Report]:
    """The last of each line of reports, of which one that came later is known: a query a step, for all."""
    last = dict(later)
    while True:
        ids = {report.id for report in last.values()}
        query = select(Report).where(col(Report.replaces_id).in_(ids))
        further = {report.replaces_id: report for report in session.execute(query).scalars()}
        if not further:
            return last
        last = {first: further.get(report.id, report) for first, report in last.items()}


def _select_rows() -> Select[tuple[Report, int, bool | None, Report | None, int | None]]:
    count = (
        select(func.count())
        .where(col(ReportClaim.report_id) == col(Report.id))
        .correlate(Report)
        .scalar_subquery()
    )
    later, before = aliased(Report), aliased(Report)
    return (
        select(Report, count, col(ReportPage.public), later, col(before.number))
        .outerjoin(ReportPage, col(ReportPage.report_id) == col(Report.id))
        .outerjoin(later, col(later.replaces_id) == col(Report.id))
        .outerjoin(before, col(before.id) == col(Report.replaces_id))
    )


def _make_rows(rows: Iterable[Any]) -> list[ReportRow]:
    return [ReportRow(row[0], int(row[1]), bool(row[2]), row[3], row[4]) for row in rows]


def list_claim_reports(session: Session, claim: Claim) -> list[Report]:
    """The reports that a claim stands in, newest first."""
    return list(session.execute(_WITH_CLAIM, {"claim": claim.id}).scalars())


_WITH_CLAIM = (
    select(Report)
    .join(ReportClaim, col(ReportClaim.report_id) == col(Report.id))
    .where(col(ReportClaim.claim_id) == bindparam("claim"))
    .order_by(col(Report.number).desc())
)


def list_public_claim_reports(session: Session, number: int) -> list[Report]:
    """The reports with the claim C-number whose pages are open, newest first."""
    query = (
        select(Report)
        .join(ReportPage, col(ReportPage.report_id) == col(Report.id))
        .join(ReportClaim, col(ReportClaim.report_id) == col(Report.id))
        .join(Claim, col(Claim.id) == col(ReportClaim.claim_id))
        .where(col(ReportPage.public).is_(True), col(Claim.number) == number)
        .order_by(col(Report.number).desc())
    )
    return list(session.execute(query).scalars())
