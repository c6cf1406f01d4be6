"""Reads of what ties a claim to others, from either side."""

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.links import SEEN_FROM_THERE, LinkKind
from workbench.models import Claim, ClaimLink
from workbench.queries.claims import ClaimRow, load_rows


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as one of its claims sees it: `words` lead from here to the `other` claim."""

    link: ClaimLink
    words: str
    other: ClaimRow


def list_links(session: Session, claim: Claim, *, sight: bool) -> list[LinkRow]:
    """The claim's links in the order of their kinds, the oldest first in each. A withdrawn claim stays
    listed: what depended on it has to know."""
    found = [(row[0], row[1]) for row in session.execute(_TIED, {"claim": claim.id})]
    others = {row.claim.id: row for row in load_rows(session, [other for _, other in found], sight=sight)}
    kinds = list(LinkKind)
    found.sort(key=lambda pair: (kinds.index(pair[0].kind), pair[0].other_id == claim.id))
    return [LinkRow(link, _describe(link, claim), others[other.id]) for link, other in found]


_CLAIM: Any = bindparam("claim")
_TIED = (  # put together once: that costs as much as to run it
    select(ClaimLink, Claim)
    .join(Claim, or_(col(Claim.id) == col(ClaimLink.claim_id), col(Claim.id) == col(ClaimLink.other_id)))
    .where(or_(col(ClaimLink.claim_id) == _CLAIM, col(ClaimLink.other_id) == _CLAIM))
    .where(col(ClaimLink.withdrawn_at).is_(None), col(Claim.id) != _CLAIM)
    .order_by(col(ClaimLink.made_at), col(ClaimLink.id))
)


def get_link(session: Session, link_id: uuid.UUID, claim: Claim) -> ClaimLink:
    """A link of this claim, from either side. Raises NotFound."""
    link = session.get(ClaimLink, link_id)
    if link is None or claim.id not in {link.claim_id, link.other_id}:
        raise NotFound("There is no such link here.")
    return link


def _describe(link: ClaimLink, claim: Claim) -> str:
    return link.kind.value if link.claim_id == claim.id else SEEN_FROM_THERE[link.kind]
