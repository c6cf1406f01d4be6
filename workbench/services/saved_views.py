"""Writes of the list views that a person keeps. No history: they are their own and change nothing."""

import uuid
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, func, select
from sqlmodel import col

from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.models import SavedView

MOST_VIEWS = 40  # of one person
LONGEST_NAME = 60  # characters
LONGEST_QUERY = 1_500


def keep_view(engine: Engine, user_id: uuid.UUID, name: str, query: str) -> None:
    """Keep a view under a name; one of the same name is replaced. Raises RuleBroken."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise RuleBroken(f"Give the view a name of at most {LONGEST_NAME} characters.", field="name")
    if len(query) > LONGEST_QUERY:
        raise RuleBroken("This filter is too long to be kept.", field="name")
    mine = col(SavedView.user_id) == user_id
    with database.scratch(engine) as session:
        session.execute(delete(SavedView).where(mine, col(SavedView.name) == name))
        if (
            session.execute(select(func.count()).select_from(SavedView).where(mine)).scalar_one()
            >= MOST_VIEWS
        ):
            raise RuleBroken(f"You keep {MOST_VIEWS} views already; forget one first.", field="name")
        session.add(SavedView(user_id=user_id, name=name, query=query, saved_at=datetime.now(UTC)))


def forget_view(engine: Engine, user_id: uuid.UUID, view_id: uuid.UUID) -> None:
    """Forget a view of one's own; none is as good."""
    with database.scratch(engine) as session:
        session.execute(
            delete(SavedView).where(col(SavedView.user_id) == user_id, col(SavedView.id) == view_id)
        )
