"""Where claims stand in one version of a text: said there, or carried over from an earlier one."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, select, union_all
from sqlmodel import Session, col

from workbench.domain.claim_order import STEP, order_key
from workbench.domain.page_numbers import tell_pages
from workbench.models import Anchor, Appearance, ArticleVersion, Claim

ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a claim in a version. `anchor` says where its words went, None where they were said in
    this very version; `pages` are where the pages of that version begin."""

    appearance: Appearance
    anchor: Anchor | None = None
    pages: Sequence[int] = ()

    @property
    def locator(self) -> str:
        """The pages of the document on which the words stand in this version ("p. 3")."""
        return tell_pages(self.pages, self.slices)

    @property
    def slices(self) -> list[list[int]]:
        """Where the words stand in this version; nothing while that is asked, and when they are gone."""
        return read_slices(self.appearance.slices, self.anchor)

    @property
    def quote(self) -> str:
        """The words here or, where they do not stand here, as they were said."""
        anchor = self.anchor
        return anchor.quote if anchor is not None and self.slices else self.appearance.quote

    @property
    def standing(self) -> str:
        """What became of the words: an AnchorOutcome, "asked" while nobody has said; empty if said here."""
        return read_standing(self.anchor)

    @property
    def start(self) -> int:
        """Where the words begin, or began when they were said: what they are ordered by."""
        slices = self.slices
        return slices[0][0] if slices else self.appearance.start

    @property
    def shift(self) -> int:
        """How far the order here is from that of the version in which a person ranked the claim."""
        return (self.start - self.appearance.start) * STEP

    @property
    def key(self) -> int:
        """What the claims of this version are ordered by."""
        rank = self.appearance.rank
        return order_key(self.start, None if rank is None else rank + self.shift)


def read_slices(own: list[list[int]], anchor: Anchor | None) -> list[list[int]]:
    """The slices that count: an anchor's once it is decided."""
    if anchor is None:
        return own
    return anchor.slices if anchor.decided_at is not None else []


def read_standing(anchor: Anchor | None) -> str:
    if anchor is None:
        return ""
    return anchor.outcome.value if anchor.decided_at is not None else ASKED


def said_in(version_id: uuid.UUID | BindParameter[Any]) -> Select[tuple[uuid.UUID]]:
    """The ids of the appearances that stand in a version or were looked for in it."""
    own = select(col(Appearance.id)).where(col(Appearance.article_version_id) == version_id)
    carried = select(col(Anchor.appearance_id)).where(col(Anchor.article_version_id) == version_id)
    return select(union_all(own, carried).subquery().c[0])


def claims_in(version_id: uuid.UUID | BindParameter[Any]) -> Select[Any]:
    """The ids of the claims that these appearances are of."""
    return select(col(Appearance.claim_id)).where(
        col(Appearance.id).in_(said_in(version_id)), col(Appearance.withdrawn_at).is_(None)
    )


def list_places(
    session: Session, version: ArticleVersion, only: Collection[uuid.UUID] | None = None
) -> list[tuple[Claim, Place]]:
    """Every place of every claim in a version, the first said first; with `only` those of these claims."""
    query = _PLACES if only is None else _PLACES_OF
    found = session.execute(query, {"version": version.id, "only": list(only or ())})
    return [(claim, Place(appearance, anchor, version.pages)) for claim, appearance, anchor in found]


_VERSION: BindParameter[Any] = bindparam("version")
_PLACES = (  # put together once, like the next: that costs as much as to run it
    select(Claim, Appearance, Anchor)
    .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
    .outerjoin(
        Anchor,
        and_(col(Anchor.appearance_id) == col(Appearance.id), col(Anchor.article_version_id) == _VERSION),
    )
    .where(col(Appearance.id).in_(said_in(_VERSION)), col(Appearance.withdrawn_at).is_(None))
    .order_by(col(Appearance.position), col(Appearance.start))
)
_PLACES_OF = _PLACES.where(col(Claim.id).in_(bindparam("only", expanding=True)))


def list_places_of(session: Session, claim: Claim, version: ArticleVersion) -> list[Place]:
    """Where one claim stands in a version."""
    return [place for _, place in list_places(session, version, [claim.id])]


def find_newest_place(session: Session, appearance: Appearance) -> tuple[ArticleVersion, Place]:
    """The newest text of the article in which an appearance was said, and where it stands there."""
    said = session.get_one(ArticleVersion, appearance.article_version_id)
    query = (
        select(ArticleVersion)
        .where(col(ArticleVersion.article_id) == said.article_id)
        .order_by(col(ArticleVersion.ordinal).desc())
        .limit(1)
    )
    newest: ArticleVersion = session.execute(query).scalar_one()
    here = select(Anchor).where(
        col(Anchor.appearance_id) == appearance.id, col(Anchor.article_version_id) == newest.id
    )
    return newest, Place(appearance, session.execute(here).scalar_one_or_none())


def find_first_places(
    session: Session, version: ArticleVersion, only: Collection[uuid.UUID]
) -> dict[uuid.UUID, Place]:
    """Where each of these claims stands first in a version, by the claim's id."""
    here = and_(col(Anchor.appearance_id) == col(Appearance.id), col(Anchor.article_version_id) == version.id)
    query = (
        select(Appearance, Anchor)
        .outerjoin(Anchor, here)
        .where(col(Appearance.id).in_(said_in(version.id)), col(Appearance.withdrawn_at).is_(None))
        .where(col(Appearance.claim_id).in_(only))
        .order_by(col(Appearance.position), col(Appearance.start))
    )
    places: dict[uuid.UUID, Place] = {}
    for appearance, anchor in session.execute(query):
        places.setdefault(appearance.claim_id, Place(appearance, anchor))
    return places
