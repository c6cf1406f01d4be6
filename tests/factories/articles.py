"""Articles, their versions and what of them is furniture."""

import hashlib
import uuid
from typing import Any

from sqlmodel import Session, select

from tests.factories.rows import ACTOR, NOON
from workbench import history
from workbench.domain.status import Origin
from workbench.models import (
    Article,
    ArticleVersion,
    Furniture,
)

TEXT = (
    "Advertisement\n"
    "Troops are 30 km from the border, the ministry said on Monday.\n"
    "A sabotage unit was destroyed near the river, according to the regional office.\n"
)
QUOTE = "Troops are 30 km from the border"


def make_article(
    session: Session,
    text: str = TEXT,
    furniture: tuple[tuple[int, int], ...] = (),
    granularity: str = "clause",
    pages: tuple[int, ...] = (),
    **values: Any,
) -> ArticleVersion:
    """An article with one version of these words, on pages that begin at these offsets; answers the version
    (`find_article` gives its article)."""
    received = text.encode()
    with history.change(session, by=ACTOR, action="article.added"):
        article = Article(
            number=history.next_number(session, Article),
            **{"title": "Troops near the border", "added_at": NOON, **values},
        )
        version = ArticleVersion(
            number=history.next_number(session, ArticleVersion),
            article_id=article.id,
            ordinal=1,
            text=text,
            text_sha256=hashlib.sha256(received).hexdigest(),
            language="en",
            received_sha256=hashlib.sha256(received).hexdigest(),
            media_type="text/plain",
            received_at=NOON,
            granularity=granularity,
            pages=list(pages),
        )
        session.add_all([article, version])
        for start, end in furniture:
            session.add(build_furniture(version.id, start, end))
    return version


def build_furniture(article_version_id: uuid.UUID, start: int, end: int) -> Furniture:
    """Not saved: for use inside a change."""
    return Furniture(
        article_version_id=article_version_id,
        start=start,
        end=end,
        reason="advertisement",
        origin=Origin.MACHINE,
    )


def find_article(session: Session, version: ArticleVersion) -> Article:
    return session.exec(select(Article).where(Article.id == version.article_id)).one()


def make_version(session: Session, article: Article, text: str, **values: Any) -> ArticleVersion:
    """The article's next version; no claim is looked for in it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    last = select(ArticleVersion).where(ArticleVersion.article_id == article.id)
    with history.change(session, by=ACTOR, action="version.added"):
        version = ArticleVersion(
            **{
                "number": history.next_number(session, ArticleVersion),
                "article_id": article.id,
                "ordinal": len(session.exec(last).all()) + 1,
                "text": text,
                "text_sha256": digest,
                "language": "en",
                "received_sha256": digest,
                "media_type": "text/plain",
                "received_at": NOON,
                **values,
            }
        )
        session.add(version)
    return version
