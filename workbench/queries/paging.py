"""Keyset pages: 50 rows cost the same out of a thousand and out of a million."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, literal, select
from sqlmodel import Session

PAGE_SIZE = 50
MOST_COUNTED = 1_000

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a list one is: rows `before` a number (older) or `after` one (newer); neither: the start."""

    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page, newest first. `older` and `newer` are the numbers to go on from, None at an end.
    `count` stops at MOST_COUNTED, None where nobody counted; `more` says that there are more than that."""

    rows: Sequence[Row]
    older: int | None
    newer: int | None
    count: int | None = None
    more: bool = False


def read_page(session: Session, query: Select[Any], number: Any, place: Place) -> Page[Any]:
    """The page of `query`'s rows at `place`. The first column of the query is an object with a `number`."""
    count = count_rows(session, query)
    found = list(session.execute(_order(query, number, place).limit(PAGE_SIZE + 1)))
    page = _make_page(found, place)
    return replace(page, count=min(count, MOST_COUNTED), more=count > MOST_COUNTED)


def read_kept_page(
    session: Session, query: Select[Any], number: Any, place: Place, keep: Callable[[Any], bool]
) -> Page[Any]:
    """As `read_page`, of the rows that `keep` takes: as many as a page holds, however many are passed over.
    They are not counted, because that would ask `keep` of all."""
    rows = session.execute(_order(query, number, place), execution_options={"yield_per": PAGE_SIZE})
    with closing(rows):
        return _make_page(list(islice(filter(keep, rows), PAGE_SIZE + 1)), place)


def _order(query: Select[Any], number: Any, place: Place) -> Select[Any]:
    if place.after is not None:
        return query.where(number > place.after).order_by(number.asc())
    ordered = query.order_by(number.desc())
    return ordered if place.before is None else ordered.where(number < place.before)


def _make_page(found: Sequence[Any], place: Place) -> Page[Any]:
    """`found`: the rows of the page in the order in which they were read, and one more where there is one."""
    rows, extra = list(found[:PAGE_SIZE]), len(found) > PAGE_SIZE
    if place.after is not None:
        rows.reverse()
    has_newer = extra if place.after is not None else place.before is not None and bool(rows)
    has_older = extra if place.after is None else bool(rows)
    return Page(
        rows=rows,
        older=rows[-1][0].number if rows and has_older else None,
        newer=rows[0][0].number if rows and has_newer else None,
    )


def count_rows(session: Session, query: Select[Any]) -> int:
    """How many rows there are, counted no further than one past MOST_COUNTED."""
    some = query.with_only_columns(literal(1), maintain_column_froms=True).limit(MOST_COUNTED + 1)
    found: int = session.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    return found
