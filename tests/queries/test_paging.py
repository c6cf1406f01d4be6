"""Keyset pages: nothing lost and nothing twice, while others keep adding."""

from sqlalchemy import select
from sqlmodel import Session, col

from tests import factories
from workbench import history
from workbench.models import Source
from workbench.queries.paging import MOST_COUNTED, PAGE_SIZE, Page, Place, read_page


def add_sources(session: Session, count: int) -> None:
    with history.change(session, by="tests", action="tests.filled"):
        for _ in range(count):
            number = history.next_number(session, Source)
            session.add(factories.build_source(f"Source {number}", number=number))


def read(session: Session, **place: int) -> Page[Source]:
    return read_page(session, select(Source), col(Source.number), Place(**place))


def numbers(page: Page[Source]) -> list[int]:
    return [row[0].number for row in page.rows]  # type: ignore[index]


def test_an_empty_list_is_one_empty_page(session: Session) -> None:
    page = read(session)
    assert (page.rows, page.older, page.newer, page.count, page.more) == ([], None, None, 0, False)


def test_one_page_has_no_way_on(session: Session) -> None:
    add_sources(session, PAGE_SIZE)
    page = read(session)
    assert numbers(page) == list(range(PAGE_SIZE, 0, -1))
    assert (page.older, page.newer) == (None, None)


def test_forward_and_back_meet_every_row_once_though_rows_are_added(session: Session) -> None:
    add_sources(session, 130)
    page = read(session)
    seen = numbers(page)
    while page.older is not None:
        add_sources(session, 3)  # somebody else, meanwhile
        page = read(session, before=page.older)
        seen += numbers(page)
    assert seen == list(range(130, 0, -1))
    back = numbers(page)[::-1]
    while page.newer is not None:
        page = read(session, after=page.newer)
        back += numbers(page)[::-1]
    assert back == list(range(1, max(back) + 1))
    assert max(back) > 130


def test_places_beyond_the_ends_are_empty_or_whole_pages(session: Session) -> None:
    add_sources(session, 60)
    assert numbers(read(session, before=1)) == []
    assert numbers(read(session, after=10**6)) == []
    assert numbers(read(session, before=2**31 - 1)) == numbers(read(session))


def test_counting_stops_at_a_thousand_and_more(session: Session) -> None:
    add_sources(session, MOST_COUNTED)
    assert (read(session).count, read(session).more) == (MOST_COUNTED, False)
    add_sources(session, 5)
    assert (read(session).count, read(session).more) == (MOST_COUNTED, True)
