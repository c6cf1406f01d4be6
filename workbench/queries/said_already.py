"""Claims of the desk by their very statement, with where each is said: what an import looks at before it
adds a claim, and the articles that it may stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain.status import Status
from workbench.models import Appearance, Article, ArticleVersion, Claim

_AT_ONCE = 500  # values in one query


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a claim in an article."""

    article: Article
    quote: str


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that is not withdrawn, and the places where it is said."""

    claim: Claim
    places: tuple[Place, ...]


def find_said(session: Session, statements: Iterable[str]) -> dict[str, Said]:
    """By statement, the oldest claim that reads just so. Proposals that nobody accepted are none."""
    found: dict[str, tuple[Claim, list[Place]]] = {}
    for some in _cut(sorted(set(statements))):
        query = (
            select(Claim, Appearance.quote, Article)  # type: ignore[call-overload]
            .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
            .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
            .join(Article, col(Article.id) == col(ArticleVersion.article_id))
            .where(
                col(Claim.statement).in_(some),
                col(Claim.status) != Status.WITHDRAWN,
                col(Claim.accepted_at).is_not(None),
                col(Appearance.withdrawn_at).is_(None),
                col(Article.withdrawn_at).is_(None),
            )
            .order_by(col(Claim.number), col(Appearance.position))
        )
        for claim, quote, article in session.execute(query):
            first, places = found.setdefault(claim.statement, (claim, []))
            if first is claim:
                places.append(Place(article, quote))
    return {statement: Said(claim, tuple(places)) for statement, (claim, places) in found.items()}


def find_by_address(session: Session, addresses: Iterable[str]) -> dict[str, tuple[Article, ArticleVersion]]:
    """By folded address, the oldest article there that is not withdrawn, with its newest text."""
    found: dict[str, tuple[Article, ArticleVersion]] = {}
    for some in _cut(sorted({address for address in addresses if address})):
        query = (
            select(Article, ArticleVersion)
            .join(ArticleVersion, col(ArticleVersion.article_id) == col(Article.id))
            .where(col(Article.canonical_url).in_(some), col(Article.withdrawn_at).is_(None))
            .order_by(col(Article.number).desc(), col(ArticleVersion.ordinal))
        )
        for article, version in session.execute(query):
            found[article.canonical_url] = (article, version)
    return found


def _cut(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
