"""Changing and saving one row, as every factory does it."""

from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlmodel import Session

from workbench import history
from workbench.models import (
    Tracked,
)

ACTOR = "tests"
NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)

Row = TypeVar("Row", bound=Tracked)


def edit(session: Session, row: Tracked, action: str = "row.edited", **values: Any) -> None:
    """One change of one row."""
    with history.change(session, by=ACTOR, action=action):
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)


def save_row(session: Session, row: Row) -> Row:
    with history.change(session, by=ACTOR, action=f"{row.__tablename__}.created"):
        session.add(row)
    return row


def refuse_missing(what: str) -> Any:
    raise LookupError(f"This claim has no {what}.")
