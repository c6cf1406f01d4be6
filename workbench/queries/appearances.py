"""Reads of where a claim was said."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from workbench.domain.page_numbers import tell_pages
from workbench.models import Appearance, Article, ArticleVersion, Claim
from workbench.queries.claims import Claimant, load_claimants


@dataclass(frozen=True, slots=True)
class AppearanceRow:
    """An appearance with its article and who says it there, outermost first. `locator` is the page of a
    document that has pages ("p. 3")."""

    appearance: Appearance
    article: Article
    claimants: tuple[Claimant, ...]
    locator: str = ""


def list_appearances(session: Session, claim: Claim, *, sight: bool) -> list[AppearanceRow]:
    """Every place where the claim was said, the first one first."""
    rows = session.execute(_SAID, {"claim": claim.id})
    found = [(row[0], row[1], tell_pages(row[2], row[0].slices)) for row in rows]
    claimants = load_claimants(session, [appearance.id for appearance, _, _ in found], sight=sight)
    return [
        AppearanceRow(appearance, article, claimants.get(appearance.id, ()), locator)
        for appearance, article, locator in found
    ]


def find_said_on(session: Session, claim: Claim) -> date | None:
    """The day on which the claim was first said: as its words tell, or when its article was published."""
    days = [day for day in session.execute(_DAYS, {"claim": claim.id}).scalars() if day is not None]
    return min(days, default=None)


# Put together once: that costs as much as to run them.
_SAID = (
    select(Appearance, Article, col(ArticleVersion.pages))
    .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
    .join(Article, col(Article.id) == col(ArticleVersion.article_id))
    .where(col(Appearance.claim_id) == bindparam("claim"), col(Appearance.withdrawn_at).is_(None))
    .order_by(col(Appearance.position))
)
_DAYS = _SAID.with_only_columns(func.coalesce(col(Appearance.said_on), col(Article.published_on)))
