"""Articles as a report tells them, with their texts or without."""

import uuid
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import defer
from sqlmodel import Session, col

from workbench.domain import records
from workbench.domain.references import format_reference
from workbench.models import Article, ArticleVersion, Furniture
from workbench.queries.articles import get_outlet, load_outlets

Versions = dict[uuid.UUID, tuple[ArticleVersion, Article]]


def load_versions(session: Session, ids: set[uuid.UUID], *, texts: bool) -> Versions:
    """These article versions with their articles, in the articles' order; `texts`: with their words."""
    query = (
        select(ArticleVersion, Article)
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(ArticleVersion.id).in_(ids))
        .order_by(col(Article.number), col(ArticleVersion.ordinal))
    )
    if not texts:
        query = query.options(defer(col(ArticleVersion.text), raiseload=True))  # type: ignore[arg-type]
    return {version.id: (version, article) for version, article in session.execute(query)}


def name_text(version: ArticleVersion, article: Article) -> str:
    """A claim is shown in the version in which it was said: "A-3", and "A-3-v2" for a later one."""
    reference = format_reference("A", article.number)
    return reference if version.ordinal == 1 else f"{reference}-v{version.ordinal}"


def make_article(session: Session, version: ArticleVersion, article: Article) -> records.ArticleRecord:
    """An article with its text and what of it is page furniture."""
    outlet = get_outlet(session, article, sight=False)
    marks = select(Furniture).where(
        col(Furniture.article_version_id) == version.id, col(Furniture.unmarked_at).is_(None)
    )
    furniture = session.execute(marks.order_by(col(Furniture.start))).scalars()
    return _make(
        version,
        article,
        outlet.name if outlet else "",
        text=version.text,
        furniture=tuple((row.start, row.end) for row in furniture),
    )


def tell_articles(
    session: Session, versions: Iterable[tuple[ArticleVersion, Article]]
) -> dict[str, records.ArticleRecord]:
    """The facts of these articles, without their texts."""
    pairs = list(versions)
    outlets = load_outlets(session, [article for _, article in pairs], sight=False)
    return {
        name_text(version, article): _make(version, article, outlets.get(article.outlet_id, ""))
        if article.outlet_id
        else _make(version, article, "")
        for version, article in pairs
    }


def _make(
    version: ArticleVersion,
    article: Article,
    outlet: str,
    *,
    text: str = "",
    furniture: tuple[tuple[int, int], ...] = (),
) -> records.ArticleRecord:
    return records.ArticleRecord(
        reference=name_text(version, article),
        title=article.title,
        outlet=outlet,
        url=article.url,
        author=article.author,
        published_on=article.published_on,
        language=version.language,
        text=text,
        text_sha256=version.text_sha256,
        furniture=furniture,
    )
