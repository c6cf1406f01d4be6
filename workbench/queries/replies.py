"""Reads of the right of reply: who was asked about a claim, and what they said."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, or_, select, true
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.names import fold_name
from workbench.models import ArticleVersion, Claim, Reply, Source
from workbench.queries.places import claims_in
from workbench.queries.source_names import GIVEN, list_withheld_keys, standing_for


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A question to somebody, with the source that they are, if they are one."""

    reply: Reply
    source: Source | None


def list_replies(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, withdrawn: bool = False
) -> list[ReplyRow]:
    """Who was asked about these claims, the first first; without sight, no withheld source among them."""
    hidden = frozenset() if sight else list_withheld_keys(session)
    found = [ReplyRow(*row) for row in session.execute(_query(sight, withdrawn), {"claims": claim_ids})]
    # Somebody may have been asked by name before there was a source of that name.
    return [row for row in found if row.source is not None or fold_name(row.reply.asked) not in hidden]


@cache  # put together once: that costs as much as to run it
def _query(sight: bool, withdrawn: bool) -> Any:
    query: Any = (
        select(Reply, Source)
        .outerjoin(GIVEN, col(GIVEN.id) == col(Reply.source_id))
        .outerjoin(Source, col(Source.id) == standing_for(GIVEN))
        .where(col(Reply.claim_id).in_(bindparam("claims", expanding=True)), _may_be_seen(sight))
        .order_by(col(Reply.asked_on), col(Reply.added_at), col(Reply.id))
    )
    return query if withdrawn else query.where(col(Reply.withdrawn_at).is_(None))


def get_reply(session: Session, reply_id: uuid.UUID, claim: Claim, *, sight: bool) -> ReplyRow:
    """One of this claim's. Raises NotFound, also when its source is withheld from the reader."""
    for row in list_replies(session, [claim.id], sight=sight, withdrawn=True):
        if row.reply.id == reply_id:
            return row
    raise NotFound("Nobody was asked that about this claim.")


def list_claims_asked(session: Session, version: ArticleVersion, *, sight: bool) -> set[uuid.UUID]:
    """The claims of this text about which somebody was asked for a comment, as far as one may know."""
    return set(session.execute(_query_asked(sight), {"version": version.id}).scalars())


@cache
def _query_asked(sight: bool) -> Any:
    return (
        select(col(Reply.claim_id))
        .outerjoin(GIVEN, col(GIVEN.id) == col(Reply.source_id))
        .outerjoin(Source, col(Source.id) == standing_for(GIVEN))
        .where(col(Reply.claim_id).in_(claims_in(bindparam("version"))))
        .where(col(Reply.withdrawn_at).is_(None), _may_be_seen(sight))
    )


def _may_be_seen(sight: bool) -> ColumnElement[bool]:
    return true() if sight else or_(col(Reply.source_id).is_(None), col(Source.withheld).is_(False))
