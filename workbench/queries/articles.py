"""Reads of articles: rows for the list, and what the article page shows."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, and_, bindparam, case, distinct, func, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.references import format_reference
from workbench.domain.status import SIGNED, Status
from workbench.models import Appearance, Article, ArticleVersion, Claim, Furniture, Source
from workbench.queries.paging import Page, Place, read_page
from workbench.queries.search import match_articles
from workbench.queries.source_names import GIVEN, follow, list_ids_of, standing_for


class ClaimCounts(NamedTuple):
    """How many claims of an article are proposed and accepted; of these, how many are checked, and how many
    have a verdict that nobody has signed. Withdrawn ones do not count."""

    proposed: int = 0
    accepted: int = 0
    checked: int = 0
    unsigned: int = 0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with its outlet's name and its claims."""

    article: Article
    outlet: str
    counts: ClaimCounts

    @property
    def reference(self) -> str:
        return format_reference("A", self.article.number)


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What the list of articles is narrowed to. `state` is active or withdrawn."""

    words: str = ""
    outlet: int | None = None
    published_from: date | None = None
    published_to: date | None = None
    state: str = "active"


def get_article(session: Session, number: int) -> Article:
    """The article A-number. Raises NotFound."""
    article: Article | None = session.execute(
        select(Article).where(col(Article.number) == number)
    ).scalar_one_or_none()
    if article is None:
        raise NotFound(f"There is no article A-{number}.")
    return article


def get_article_of(session: Session, claim: Claim) -> Article:
    """The article in which the claim first appeared. What was merged stands where its words went."""
    query = (
        select(Article)
        .join(ArticleVersion, col(ArticleVersion.article_id) == col(Article.id))
        .join(Appearance, col(Appearance.article_version_id) == col(ArticleVersion.id))
        .where(col(Appearance.claim_id) == claim.id)
        .order_by(col(Appearance.position))
        .limit(1)
    )
    article: Article | None = session.execute(query).scalar_one_or_none()
    if article is None and claim.merged_into_id is not None:
        return get_article_of(session, session.get_one(Claim, claim.merged_into_id))
    if article is None:
        raise NotFound(f"C-{claim.number} is said in no article.")
    return article


def get_version(session: Session, article: Article) -> ArticleVersion:
    """The newest version of the article's text."""
    version: ArticleVersion = session.execute(_NEWEST, {"article": article.id}).scalar_one()
    return version


_NEWEST = (  # put together once: that costs as much as to run it
    select(ArticleVersion)
    .where(col(ArticleVersion.article_id) == bindparam("article"))
    .order_by(col(ArticleVersion.ordinal).desc())
    .limit(1)
)


def get_furniture(session: Session, furniture_id: uuid.UUID, version: ArticleVersion) -> Furniture:
    """One furniture mark of this version. Raises NotFound."""
    furniture = session.get(Furniture, furniture_id)
    if furniture is None or furniture.article_version_id != version.id:
        raise NotFound("There is no such mark in this article.")
    return furniture


def get_outlet(session: Session, article: Article, *, sight: bool) -> Source | None:
    """The source that published the article, None when there is none or it is withheld from this reader."""
    outlet = follow(session, session.get_one(Source, article.outlet_id)) if article.outlet_id else None
    return None if outlet is not None and outlet.withheld and not sight else outlet


def list_articles(session: Session, wanted: ArticleFilter, place: Place, *, sight: bool) -> Page[ArticleRow]:
    """A page of articles, newest first."""
    query: Select[tuple[Article]] = select(Article)
    withdrawn = col(Article.withdrawn_at)
    query = query.where(withdrawn.is_not(None) if wanted.state == "withdrawn" else withdrawn.is_(None))
    if wanted.words.strip():
        query = query.where(match_articles(session, wanted.words))
    if wanted.published_from is not None:
        query = query.where(col(Article.published_on) >= wanted.published_from)
    if wanted.published_to is not None:
        query = query.where(col(Article.published_on) <= wanted.published_to)
    if wanted.outlet is not None:
        outlets = list_ids_of(wanted.outlet, sight=sight)
        query = query.where(col(Article.outlet_id).in_(outlets))
    page = read_page(session, query, col(Article.number), place)
    rows = _load_rows(session, [row[0] for row in page.rows], sight=sight)
    return Page(rows=rows, older=page.older, newer=page.newer, count=page.count, more=page.more)


def count_claims(session: Session, article: Article) -> ClaimCounts:
    """How many claims the article has, and how far they are."""
    return _count_claims(session, [article.id]).get(article.id, ClaimCounts())


def _load_rows(session: Session, articles: list[Article], *, sight: bool) -> list[ArticleRow]:
    outlets = load_outlets(session, articles, sight=sight)
    counts = _count_claims(session, [article.id for article in articles])
    return [
        ArticleRow(
            article,
            outlets.get(article.outlet_id, "") if article.outlet_id else "",
            counts.get(article.id, ClaimCounts()),
        )
        for article in articles
    ]


def load_outlets(session: Session, articles: list[Article], *, sight: bool) -> dict[uuid.UUID, str]:
    ids = {article.outlet_id for article in articles if article.outlet_id}
    query = (
        select(col(GIVEN.id), col(Source.name))
        .join(Source, col(Source.id) == standing_for(GIVEN))
        .where(col(GIVEN.id).in_(ids))
    )
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    return {row[0]: row[1] for row in session.execute(query)}


def _count_claims(session: Session, article_ids: list[uuid.UUID]) -> dict[uuid.UUID, ClaimCounts]:
    accepted, signed = col(Claim.accepted_at).is_not(None), col(Claim.status).in_(SIGNED)
    unsigned = and_(accepted, ~signed, col(Claim.verdict_id).is_not(None))
    # A claim that is said twice in an article is one claim.
    query = (
        select(
            col(ArticleVersion.article_id),
            func.count(distinct(case((~accepted, col(Claim.id))))),
            func.count(distinct(case((accepted, col(Claim.id))))),
            func.count(distinct(case((signed, col(Claim.id))))),
            func.count(distinct(case((unsigned, col(Claim.id))))),
        )
        .join(Appearance, col(Appearance.article_version_id) == col(ArticleVersion.id))
        .join(Claim, col(Claim.id) == col(Appearance.claim_id))
        .where(col(ArticleVersion.article_id).in_(article_ids), col(Claim.status) != Status.WITHDRAWN)
        .where(col(Appearance.withdrawn_at).is_(None))
        .group_by(col(ArticleVersion.article_id))
    )
    return {row[0]: ClaimCounts(*map(int, row[1:])) for row in session.execute(query)}
