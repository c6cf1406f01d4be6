"""A published report's page: opened for anybody, and closed again. The report itself stays as it is."""

from sqlmodel import Session, select

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.domain.roles import Permission
from workbench.models import Report, ReportPage, Source
from workbench.queries.mentions import is_withheld, list_reports_naming
from workbench.queries.reports import find_page
from workbench.services.press import Press


def open_page(session: Session, press: Press, report: Report, *, person: Person) -> None:
    """Let anybody read a report without an account. Raises RuleBroken when it names a withheld source."""
    person.require(Permission.REVIEW)
    names = press.name_sources(report)
    if names is None:
        raise RuleBroken(
            "Its record cannot be read, so nobody can say what it names. Bring its file back first."
        )
    if is_withheld(session, names):
        raise RuleBroken("It names a source that is withheld now. Publish a change of it that does not.")
    with history.change(session, by=person.actor, action="report.page.opened") as change:
        page = find_page(session, report)
        if page is None:
            page = ReportPage(report_id=report.id)
            session.add(page)
        page.public, page.closed_reason = True, ""
        change.subject = page


def close_page(session: Session, report: Report, *, reason: str, person: Person) -> None:
    """Let nobody read a report without an account any more. Raises RuleBroken without a reason."""
    person.require(Permission.REVIEW)
    if not reason.strip():
        raise RuleBroken("Say why the page is closed.", field="reason")
    with history.change(session, by=person.actor, action="report.page.closed", reason=reason) as change:
        page = find_page(session, report)
        if page is None or not page.public:
            raise RuleBroken("The page is not open.")
        page.public, page.closed_reason = False, reason.strip()
        change.subject = page


def close_pages_naming(session: Session, press: Press, source: Source) -> None:
    """Inside an open change: nobody outside reads any more what was published with a source withheld now, as
    it was frozen. Call `read_published` before: what was read there is not read again behind the lock."""
    for report in list_reports_naming(session, source, press.name_sources):
        page = find_page(session, report)
        if page is not None and page.public:
            page.public, page.closed_reason = False, "A source that may stand in it is withheld now."


def read_published(session: Session, press: Press) -> None:
    """Read which sources stand in what was published, before others wait for it. Ends the transaction."""
    reports = list(session.execute(select(Report)).scalars())
    session.commit()  # many files take long: hold no transaction open meanwhile
    for report in reports:
        press.name_sources(report)
