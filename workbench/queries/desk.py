"""Reads of the one row of settings."""

from sqlalchemy import select
from sqlmodel import Session

from workbench.domain.errors import NotFound
from workbench.models import Desk


def find_desk(session: Session) -> Desk | None:
    """The desk's settings, or None before the first start."""
    desk: Desk | None = session.execute(select(Desk)).scalar_one_or_none()
    return desk


def get_desk(session: Session) -> Desk:
    """The desk's settings. Raises NotFound before the first start, which makes them."""
    desk = find_desk(session)
    if desk is None:
        raise NotFound("The desk is not set up yet: start it once.")
    return desk
