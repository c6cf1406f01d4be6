"""Which articles are one text in several places: what counts as a copy, for everything that must not count
a text twice."""

import uuid

from sqlalchemy import or_, select
from sqlmodel import Session, col

from workbench.models import Article, ArticleVersion


def list_copies(session: Session, article_id: uuid.UUID) -> list[Article]:
    """The other articles that carry this one's words, in the order of their numbers, withdrawn ones too.

    A copy is what a person said is one (`article.copy_of_id`, in either direction and over several steps),
    what has the same folded address, or what holds exactly the same text in any version. Near-same words
    alone make no copy: they are offered to a person when an article comes in.
    """
    found: dict[uuid.UUID, Article] = {}
    waiting = {article_id}
    while waiting:
        rows = _list_neighbours(session, waiting)
        known = {*found, article_id}
        found |= {row.id: row for row in rows}
        waiting = {row.id for row in rows} - known
    found.pop(article_id, None)
    return sorted(found.values(), key=lambda article: article.number)


def _list_neighbours(session: Session, ids: set[uuid.UUID]) -> list[Article]:
    origins = select(col(Article.copy_of_id)).where(col(Article.id).in_(ids))
    addresses = select(col(Article.canonical_url)).where(
        col(Article.id).in_(ids), col(Article.canonical_url) != ""
    )
    texts = select(col(ArticleVersion.text_sha256)).where(col(ArticleVersion.article_id).in_(ids))
    holders = select(col(ArticleVersion.article_id)).where(col(ArticleVersion.text_sha256).in_(texts))
    query = select(Article).where(
        or_(
            col(Article.copy_of_id).in_(ids),
            col(Article.id).in_(origins),
            col(Article.canonical_url).in_(addresses),
            col(Article.id).in_(holders),
        )
    )
    return list(session.execute(query).scalars())
