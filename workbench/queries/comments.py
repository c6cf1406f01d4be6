"""Reads of what people of the desk say to each other about a claim."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.models import Claim, Comment, Evidence, Source, User
from workbench.queries.seals import find_since


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment with the name of who wrote it."""

    comment: Comment
    author: str

    @property
    def is_open(self) -> bool:
        return self.comment.resolved_at is None


def list_comments(session: Session, claim: Claim, *, sight: bool, reader: uuid.UUID) -> list[CommentRow]:
    """What is said about a claim and its evidence, the oldest first, without what was withdrawn.

    Without sight also without comments on evidence of withheld sources: they may name them. While a verdict
    is sealed, what was said since it was given may tell of it: only those who said it read it.
    """
    query = (
        select(Comment, col(User.name))
        .join(User, col(User.id) == col(Comment.author_id))
        .where(col(Comment.claim_id) == claim.id, col(Comment.withdrawn_at).is_(None))
        .order_by(col(Comment.made_at), col(Comment.id))
    )
    since = find_since(session, claim)
    if since is not None:
        query = query.where(or_(col(Comment.made_at) < since, col(Comment.author_id) == reader))
    if not sight:
        shown = (
            select(col(Evidence.id))
            .join(Source, col(Source.id) == col(Evidence.source_id))
            .where(col(Evidence.claim_id) == claim.id, col(Source.withheld).is_(False))
        )
        query = query.where(or_(col(Comment.evidence_id).is_(None), col(Comment.evidence_id).in_(shown)))
    return [CommentRow(row[0], row[1]) for row in session.execute(query)]


def get_comment(
    session: Session, comment_id: uuid.UUID, claim: Claim, *, sight: bool, reader: uuid.UUID
) -> Comment:
    """One comment of this claim. Raises NotFound, also for one that was withdrawn or may not be seen."""
    for row in list_comments(session, claim, sight=sight, reader=reader):
        if row.comment.id == comment_id:
            return row.comment
    raise NotFound("There is no such comment on this claim.")


def count_open(rows: Sequence[CommentRow]) -> int:
    """How many of these comments wait to be resolved."""
    return sum(row.is_open for row in rows)
