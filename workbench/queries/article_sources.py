"""Reads of what an article's claims stand on."""

import uuid

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.domain.evidence import Stance
from workbench.models import Appearance, ArticleVersion, Evidence, Source


def count_sources(
    session: Session, version: ArticleVersion, *, sight: bool
) -> dict[uuid.UUID, tuple[int, str]]:
    """How many different sources speak for or against each claim of this text, and their best grade."""
    said = select(col(Appearance.claim_id)).where(
        col(Appearance.article_version_id) == version.id, col(Appearance.withdrawn_at).is_(None)
    )
    query = (
        select(
            col(Evidence.claim_id),
            func.count(func.distinct(col(Evidence.source_id))),
            func.min(col(Source.reliability)),
        )
        .join(Source, col(Source.id) == col(Evidence.source_id))
        .where(col(Evidence.claim_id).in_(said), col(Evidence.withdrawn_at).is_(None))
        .where(col(Evidence.stance) != Stance.CONTEXT)
        .group_by(col(Evidence.claim_id))
    )
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    return {row[0]: (int(row[1]), row[2]) for row in session.execute(query)}
