"""Every claim of an article, as little of each as its text, its list and its tallies need: a long article has
hundreds, of which a page shows a few in full."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, exists, select
from sqlmodel import Session, col

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.claim_order import STEP, order_key
from workbench.domain.references import format_reference
from workbench.domain.status import Status
from workbench.models import Anchor, Appearance, ArticleVersion, Attribution, Claim, Verdict
from workbench.queries.places import said_in

Slices = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ArticleClaim:
    """A claim as the article page counts, orders and marks it. `rating`: scale, version and key of its
    verdict, `label` and `colour` how it reads, "" and "none" without one; `slices`: its words in the text,
    those of every place, where they were asked for; `has_claimant`: at its first place there; `asked`:
    whether a person has to say where its words went in this version; `key`: what it is ordered by."""

    id: uuid.UUID
    number: int
    title: str
    status: Status
    accepted: bool
    look_again: bool
    rating: tuple[str, int, str] | None
    has_claimant: bool
    slices: Slices = ()
    asked: bool = False
    label: str = ""
    colour: str = "none"
    key: int = 0
    reference: str = field(init=False)  # asked for dozens of times

    def __post_init__(self) -> None:
        object.__setattr__(self, "reference", format_reference("C", self.number))

    @property
    def withdrawn(self) -> bool:
        return self.status is Status.WITHDRAWN

    @property
    def waiting(self) -> bool:
        """Whether it is a proposal that nobody has accepted or dismissed."""
        return not self.accepted and not self.withdrawn


def list_all(session: Session, version: ArticleVersion, *, words: bool = True) -> list[ArticleClaim]:
    """Every claim of an article version in the desk's order, proposals and withdrawn ones too: one query of
    plain columns, however many there are. `words`: whether it is asked where each claim's words stand, which
    costs as much as everything else."""
    places: dict[int, list[_Place]] = {}
    for row in session.execute(_MARKED if words else _LISTED, {"version": version.id}):
        place = _Place(*row)
        places.setdefault(place.number, []).append(place)
    claims = [_make(found, words=words) for found in places.values()]
    return sorted(claims, key=lambda claim: (claim.key, claim.number))


class _Place(NamedTuple):
    """A row of `_LISTED`, or of `_MARKED` with `slices`: quicker to read from than what comes of a query."""

    id: uuid.UUID
    number: int
    title: str
    status: Status
    accepted: bool
    look_again: bool
    scale: str | None
    scale_version: int
    rating: str
    rating_text: str | None
    rating_colour: str | None
    has_claimant: bool
    start: int
    rank: int | None
    outcome: AnchorOutcome | None
    decided_at: datetime | None
    anchored: list[list[int]] | None
    slices: Sequence[list[int]] = ()


def _order(row: _Place) -> int:
    """As queries/places.py orders them: by where the words stand in this version. Words that were said in it
    stand where they began."""
    by = row.anchored[0][0] - row.start if row.anchored and row.decided_at is not None else 0
    return order_key(row.start + by, None if row.rank is None else row.rank + by * STEP)


def _slices(row: _Place) -> Sequence[list[int]]:
    if row.outcome is None:
        return row.slices
    return row.anchored or () if row.decided_at is not None else ()


def _make(places: Sequence[_Place], *, words: bool) -> ArticleClaim:
    first = places[0]
    return ArticleClaim(
        id=first.id,
        number=first.number,
        title=first.title,
        status=first.status,
        accepted=bool(first.accepted),
        look_again=bool(first.look_again),
        rating=(first.scale, first.scale_version, first.rating) if first.scale else None,
        has_claimant=bool(first.has_claimant),
        slices=tuple((start, end) for place in places for start, end in _slices(place)) if words else (),
        asked=any(place.outcome is not None and place.decided_at is None for place in places),
        label=first.rating_text or "",
        colour=first.rating_colour or "none",
        key=_order(first),
    )


# Built once: to put them together costs as much as to run them.
_LISTED = (
    select(
        col(Claim.id),
        col(Claim.number),
        col(Claim.title),
        col(Claim.status),
        col(Claim.accepted_at).is_not(None).label("accepted"),
        (col(Claim.look_again) != "").label("look_again"),
        col(Verdict.scale),
        col(Verdict.scale_version),
        col(Verdict.rating),
        col(Verdict.rating_text),
        col(Verdict.rating_colour),
        exists()
        .where(col(Attribution.appearance_id) == col(Appearance.id), col(Attribution.withdrawn_at).is_(None))
        .label("has_claimant"),
        col(Appearance.start),
        col(Appearance.rank),
        col(Anchor.outcome),
        col(Anchor.decided_at),
        col(Anchor.slices).label("anchored"),
    )
    .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
    .outerjoin(Verdict, col(Verdict.id) == col(Claim.verdict_id))
    .outerjoin(
        Anchor,
        and_(
            col(Anchor.appearance_id) == col(Appearance.id),
            col(Anchor.article_version_id) == bindparam("version"),
        ),
    )
    .where(col(Appearance.id).in_(said_in(bindparam("version"))), col(Appearance.withdrawn_at).is_(None))
    .order_by(col(Appearance.position), col(Appearance.start))
)
_MARKED = _LISTED.add_columns(col(Appearance.slices))
