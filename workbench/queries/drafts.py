"""Reads of what somebody has typed and not saved yet."""

import uuid

from sqlalchemy import bindparam, or_, select
from sqlmodel import Session, col

from workbench.models import Draft, Revision
from workbench.queries.sorting import SORTING


def find_draft(session: Session, user_id: uuid.UUID, form: str) -> Draft | None:
    """This person's unsaved words in the form, or None."""
    return session.get(Draft, (user_id, form))


def list_forms(session: Session, user_id: uuid.UUID) -> frozenset[str]:
    """The forms that hold unsaved words of this person."""
    return frozenset(session.execute(_FORMS, {"user": user_id}).scalars())


_FORMS = select(col(Draft.form)).where(col(Draft.user_id) == bindparam("user"))


def is_own_work(session: Session, row_id: uuid.UUID, since: int, actor: str, but: str) -> bool:
    """Whether every version of a row after `since` is this person's, and none came by the act `but`. Into
    whose hands a claim was put and by when it is due is nothing that anybody types over."""
    later = (
        col(Revision.entity_id) == row_id,
        col(Revision.version) > since,
        col(Revision.action).not_in(SORTING),
    )
    others = or_(col(Revision.actor) != actor, col(Revision.action) == but)
    return session.execute(select(col(Revision.seq)).where(*later, others).limit(1)).first() is None


def list_drafts(session: Session, user_id: uuid.UUID) -> list[Draft]:
    """This person's drafts, the latest first."""
    query = select(Draft).where(col(Draft.user_id) == user_id).order_by(col(Draft.saved_at).desc())
    return list(session.execute(query).scalars())
