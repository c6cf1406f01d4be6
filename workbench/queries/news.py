"""Reads of what people were told."""

import uuid

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.models import Notification

SHOWN = 100


def list_news(session: Session, user_id: uuid.UUID, most: int = SHOWN) -> list[Notification]:
    """What a person was told, the newest first."""
    query = select(Notification).where(col(Notification.user_id) == user_id)
    return list(
        session.execute(
            query.order_by(col(Notification.at).desc(), col(Notification.id)).limit(most)
        ).scalars()
    )


def count_unread(session: Session, user_id: uuid.UUID) -> int:
    """How many lines a person has not marked as read."""
    unread = (col(Notification.user_id) == user_id, col(Notification.read_at).is_(None))
    found: int = session.execute(select(func.count()).select_from(Notification).where(*unread)).scalar_one()
    return found
