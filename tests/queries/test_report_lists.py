"""Lists of reports: pages that hold every one, also where many may not be read."""

from collections.abc import Callable, Iterator

from sqlmodel import Session

from tests import factories
from workbench.models import Report
from workbench.queries.paging import PAGE_SIZE, Page, Place
from workbench.queries.reports import ReportRow, list_public_reports, list_reports


def publish(session: Session, count: int) -> list[int]:
    """The numbers of new reports whose pages are open, newest first."""
    claim, publisher = factories.make_claim(session), factories.make_user(session)
    made = [factories.make_report(session, claim, publisher=publisher) for _ in range(count)]
    for report in made:
        factories.make_report_page(session, report)
    return [report.number for report in reversed(made)]


def walk(read: Callable[[Place], Page[ReportRow]]) -> Iterator[list[int]]:
    """The numbers on each page, from the newest to the oldest."""
    page = read(Place())
    yield [row.report.number for row in page.rows]
    while page.older is not None:
        page = read(Place(before=page.older))
        yield [row.report.number for row in page.rows]


def test_every_report_is_in_a_list_and_closed_ones_use_up_no_page(session: Session) -> None:
    factories.make_desk(session)
    numbers = publish(session, 2 * PAGE_SIZE + 5)

    def is_open(report: Report) -> bool:
        return report.number % 2 == 0

    readable = [number for number in numbers if number % 2 == 0]
    everything = list(walk(lambda place: list_reports(session, place)))
    assert everything == [numbers[:PAGE_SIZE], numbers[PAGE_SIZE : 2 * PAGE_SIZE], numbers[2 * PAGE_SIZE :]]
    public = list(walk(lambda place: list_public_reports(session, is_open, place)))
    assert [number for page in public for number in page] == readable
    assert len(public[0]) == PAGE_SIZE
    back = list_public_reports(session, is_open, Place(after=public[0][-1] - 1))
    assert [row.report.number for row in back.rows] == public[0]
    assert (back.newer, back.count) == (None, None)  # a count would tell how many are closed
