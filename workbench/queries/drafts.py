"""Reads of what somebody has typed and not saved yet."""

import uuid

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.models import Draft


def find_draft(session: Session, user_id: uuid.UUID, form: str) -> Draft | None:
    """This person's unsaved words in the form, or None."""
    return session.get(Draft, (user_id, form))


def list_drafts(session: Session, user_id: uuid.UUID) -> list[Draft]:
    """This person's drafts, the latest first."""
    query = select(Draft).where(col(Draft.user_id) == user_id).order_by(col(Draft.saved_at).desc())
    return list(session.execute(query).scalars())
