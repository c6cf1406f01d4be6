"""Reads of furniture marks."""

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.models import ArticleVersion, Furniture


def list_furniture(session: Session, version: ArticleVersion) -> list[Furniture]:
    """Every mark of a version in text order, unmarked ones too."""
    query = select(Furniture).where(col(Furniture.article_version_id) == version.id)
    return list(session.execute(query.order_by(col(Furniture.start))).scalars())
