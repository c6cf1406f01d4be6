"""Writes of what somebody has typed and not saved yet. No history: a draft is nobody else's business."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, select
from sqlmodel import col

from workbench import database
from workbench.domain.errors import BadInput
from workbench.models import Draft

MOST_DRAFTS = 200  # of one person; the oldest makes room
MOST_CHARACTERS = 1_200_000  # of one draft: the longest article and the form around it
LONGEST_FORM = 300  # characters


def keep_draft(
    engine: Engine, user_id: uuid.UUID, form: str, values: Mapping[str, str], seen: int
) -> datetime:
    """Keep what a form holds now in place of what it held before. Returns when.

    form: the path that the form is sent to; seen: the version it was made from. Raises BadInput when it is
    too long to be any form of ours.
    """
    if not form.startswith("/") or len(form) > LONGEST_FORM:
        raise BadInput("This is the draft of no form.")
    if sum(map(len, values.values())) > MOST_CHARACTERS:
        raise BadInput("This is too long to be kept as a draft.")
    now = datetime.now(UTC)
    with database.scratch(engine) as session:
        draft = session.get(Draft, (user_id, form))
        if draft is None:
            _make_room(session, user_id)
            draft = Draft(user_id=user_id, form=form, values={}, saved_at=now)
        draft.values, draft.seen, draft.saved_at = dict(values), seen, now
        session.add(draft)
    return now


def move_drafts(engine: Engine, user_id: uuid.UUID, forms: Sequence[str], seen: int, now: int) -> None:
    """A person's own act took a row from the version `seen` to `now`: what they have typed over the former
    elsewhere was typed over the latter as well. Drafts over an older version stay as they are."""
    mine = select(Draft).where(col(Draft.user_id) == user_id, col(Draft.form).in_(forms))
    with database.scratch(engine) as session:
        for draft in session.execute(mine.where(col(Draft.seen) == seen)).scalars():
            draft.seen, draft.values = now, {**draft.values, "version": str(now)}


def drop_draft(engine: Engine, user_id: uuid.UUID, form: str) -> None:
    """Forget a draft; none is as good."""
    with database.scratch(engine) as session:
        session.execute(delete(Draft).where(col(Draft.user_id) == user_id, col(Draft.form) == form))


def _make_room(session: database.Session, user_id: uuid.UUID) -> None:
    newest = (
        select(col(Draft.form))
        .where(col(Draft.user_id) == user_id)
        .order_by(col(Draft.saved_at).desc())
        .offset(MOST_DRAFTS - 1)
    )
    old = list(session.execute(newest).scalars())
    if old:
        session.execute(delete(Draft).where(col(Draft.user_id) == user_id, col(Draft.form).in_(old)))
