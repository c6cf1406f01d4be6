"""Every claim of an article, as little of each as its text, its list and its tallies need: a long article has
hundreds, of which a page shows a few in full."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, exists, select
from sqlmodel import Session, col

from workbench.domain.claim_order import order_key
from workbench.domain.ratings import find_scale
from workbench.domain.references import format_reference
from workbench.domain.status import Status
from workbench.models import Appearance, ArticleVersion, Attribution, Claim, Verdict

Slices = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ArticleClaim:
    """A claim as the article page counts, orders and marks it. `rating`: scale and key of its verdict;
    `slices`: its words in the text, those of every place; `has_claimant`: at its first place there."""

    id: uuid.UUID
    number: int
    title: str
    status: Status
    accepted: bool
    look_again: bool
    rating: tuple[str, str] | None
    has_claimant: bool
    slices: Slices

    @property
    def reference(self) -> str:
        return format_reference("C", self.number)

    @property
    def colour(self) -> str:
        """The colour token of the rating, "none" without a verdict."""
        if self.rating is None:
            return "none"
        scale, key = self.rating
        return find_scale(scale).label(key).colour

    @property
    def withdrawn(self) -> bool:
        return self.status is Status.WITHDRAWN

    @property
    def waiting(self) -> bool:
        """Whether it is a proposal that nobody has accepted or dismissed."""
        return not self.accepted and not self.withdrawn


def list_all(session: Session, version: ArticleVersion) -> list[ArticleClaim]:
    """Every claim of an article version in the desk's order, proposals and withdrawn ones too: one query of
    plain columns, however many there are."""
    places: dict[int, list[Row[Any]]] = {}
    for row in session.execute(_QUERY, {"version": version.id}):
        places.setdefault(row.number, []).append(row)
    ordered = sorted(
        places.values(), key=lambda found: (order_key(found[0].start, found[0].rank), found[0].number)
    )
    return [_make(found) for found in ordered]


def find_first_places(session: Session, version: ArticleVersion) -> dict[uuid.UUID, Appearance]:
    """Where each claim stands first in an article version, by the claim's id."""
    places: dict[uuid.UUID, Appearance] = {}
    wanted = select(Appearance).where(
        col(Appearance.article_version_id) == version.id, col(Appearance.withdrawn_at).is_(None)
    )
    for place in session.scalars(wanted.order_by(col(Appearance.position), col(Appearance.start))):
        places.setdefault(place.claim_id, place)
    return places


def _make(places: Sequence[Row[Any]]) -> ArticleClaim:
    first = places[0]
    return ArticleClaim(
        id=first.id,
        number=first.number,
        title=first.title,
        status=first.status,
        accepted=bool(first.accepted),
        look_again=bool(first.look_again),
        rating=(first.scale, first.rating) if first.scale else None,
        has_claimant=bool(first.has_claimant),
        slices=tuple((start, end) for place in places for start, end in place.slices),
    )


# Built once: to put it together costs as much as to run it.
_QUERY = (
    select(
        col(Claim.id),
        col(Claim.number),
        col(Claim.title),
        col(Claim.status),
        col(Claim.accepted_at).is_not(None).label("accepted"),
        (col(Claim.look_again) != "").label("look_again"),
        col(Verdict.scale),
        col(Verdict.rating),
        exists()
        .where(col(Attribution.appearance_id) == col(Appearance.id), col(Attribution.withdrawn_at).is_(None))
        .label("has_claimant"),
        col(Appearance.slices),
        col(Appearance.start),
        col(Appearance.rank),
    )
    .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
    .outerjoin(Verdict, col(Verdict.id) == col(Claim.verdict_id))
    .where(col(Appearance.article_version_id) == bindparam("version"), col(Appearance.withdrawn_at).is_(None))
    .order_by(col(Appearance.position), col(Appearance.start))
)
