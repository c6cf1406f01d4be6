"""How far the articles of a report were checked, beside what it tells of them."""

import uuid
from collections.abc import Collection
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, func, select
from sqlmodel import Session, col

from workbench.domain.records import RollupRecord
from workbench.domain.references import format_reference
from workbench.domain.status import SIGNED, Status
from workbench.models import Appearance, Article, ArticleVersion, Claim

Ids: TypeAlias = Collection[uuid.UUID] | Select[Any]


def count_articles(session: Session, claims: Ids) -> tuple[RollupRecord, ...]:
    """A row for each article in which one of these claims was said; they are what the report holds."""
    number, claim = col(Article.number), col(Claim.id)
    signed = col(Claim.status).in_(SIGNED)
    query = (
        select(number, _count(claim), _count(claim, signed), _count(claim, signed, claim.in_(claims)))
        .join(ArticleVersion, col(ArticleVersion.article_id) == col(Article.id))
        .join(Appearance, col(Appearance.article_version_id) == col(ArticleVersion.id))
        .join(Claim, claim == col(Appearance.claim_id))
        .where(col(Article.id).in_(_select_articles(claims)))
        .where(col(Appearance.withdrawn_at).is_(None), col(Claim.accepted_at).is_not(None))
        .where(col(Claim.status) != Status.WITHDRAWN)
        .group_by(number)
        .order_by(number)
    )
    return tuple(
        RollupRecord(format_reference("A", row[0]), accepted=row[1], checked=row[2], told=row[3])
        for row in session.execute(query)
    )


def _select_articles(claims: Ids) -> Select[Any]:
    return (
        select(col(ArticleVersion.article_id))
        .join(Appearance, col(Appearance.article_version_id) == col(ArticleVersion.id))
        .where(col(Appearance.claim_id).in_(claims), col(Appearance.withdrawn_at).is_(None))
    )


def _count(claim: SQLColumnExpression[uuid.UUID], *where: ColumnElement[bool]) -> ColumnElement[int]:
    """How many claims there are, each counted once however often it was said."""
    return func.count((case((and_(*where), claim)) if where else claim).distinct())
