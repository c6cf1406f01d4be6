"""Reads of the list views that a person keeps."""

import uuid

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.models import SavedView


def list_views(session: Session, user_id: uuid.UUID) -> list[SavedView]:
    """This person's views, by name."""
    query = select(SavedView).where(col(SavedView.user_id) == user_id).order_by(col(SavedView.name))
    return list(session.execute(query).scalars())
