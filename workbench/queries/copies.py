"""Which articles are one text in several places: what counts as a copy, for everything that must not count
a text twice."""

import uuid
from collections.abc import Hashable, Iterable
from functools import cache
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlmodel import Session, col

from workbench.domain.groups import Groups
from workbench.models import Article, ArticleVersion


def list_copies(session: Session, article_id: uuid.UUID) -> list[Article]:
    """The other articles that carry this one's words, in the order of their numbers, withdrawn ones too.

    A copy is what a person said is one (`article.copy_of_id`, in either direction and over several steps),
    what has the same folded address, or what holds exactly the same text in any version. Near-same words
    alone make no copy: they are offered to a person when an article comes in.
    """
    return group_copies(session, [article_id])[article_id]


def group_copies(session: Session, article_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Article]]:
    """The same of each of these articles, in hardly more queries than for one of them."""
    wanted = waiting = set(article_ids)
    found: dict[uuid.UUID, Article] = {}
    while waiting:
        rows = {row.id: row for row in _list_neighbours(session, waiting)}
        waiting = rows.keys() - found.keys() - wanted
        found |= rows
    groups = _join_copies(session, found.values())
    by_number = sorted(found.values(), key=lambda article: article.number)
    return {
        key: [one for one in by_number if one.id != key and groups.find(one.id) == groups.find(key)]
        for key in wanted
    }


def _join_copies(session: Session, articles: Iterable[Article]) -> Groups[Hashable]:
    groups: Groups[Hashable] = Groups()
    ids = []
    for article in articles:
        ids.append(article.id)
        for tie in filter(None, (article.copy_of_id, article.canonical_url)):
            groups.join(article.id, tie)
    texts = select(col(ArticleVersion.article_id), col(ArticleVersion.text_sha256)).where(
        col(ArticleVersion.article_id).in_(ids)
    )
    if len(ids) > 1:
        for article_id, text in session.execute(texts):
            groups.join(article_id, text)
    return groups


def _list_neighbours(session: Session, ids: set[uuid.UUID]) -> list[Article]:
    return list(session.execute(_query_neighbours(), {"ids": list(ids)}).scalars())


@cache  # put together once: that costs more than to run it
def _query_neighbours() -> Any:
    ids: Any = bindparam("ids", expanding=True)
    origins = select(col(Article.copy_of_id)).where(col(Article.id).in_(ids))
    addresses = select(col(Article.canonical_url)).where(
        col(Article.id).in_(ids), col(Article.canonical_url) != ""
    )
    texts = select(col(ArticleVersion.text_sha256)).where(col(ArticleVersion.article_id).in_(ids))
    holders = select(col(ArticleVersion.article_id)).where(col(ArticleVersion.text_sha256).in_(texts))
    return select(Article).where(
        or_(
            col(Article.copy_of_id).in_(ids),
            col(Article.id).in_(origins),
            col(Article.canonical_url).in_(addresses),
            col(Article.id).in_(holders),
        )
    )
