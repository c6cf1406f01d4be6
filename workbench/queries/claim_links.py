"""Reads of what ties a claim to others, from either side."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.links import SEEN_FROM_THERE, LinkKind
from workbench.models import Claim, ClaimLink
from workbench.queries.claims import ClaimRow, load_rows
from workbench.queries.seals import read_since


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as one of its claims sees it: `words` lead from here to the `other` claim. `sealed`: it was made
    while a second verdict on either claim is asked for without sight of the first."""

    link: ClaimLink
    words: str
    other: ClaimRow
    sealed: bool = False

    @property
    def note(self) -> str | None:
        """Why it was made; None as long as that may tell of a sealed verdict."""
        return None if self.sealed else self.link.note


def list_links(session: Session, claim: Claim, *, sight: bool) -> list[LinkRow]:
    """The claim's links in the order of their kinds, the oldest first in each. A withdrawn claim stays
    listed: what depended on it has to know."""
    found = [(row[0], row[1]) for row in session.execute(_TIED, {"claim": claim.id})]
    others = {row.claim.id: row for row in load_rows(session, [other for _, other in found], sight=sight)}
    noted = [link for link, _ in found if link.note]
    since = read_since(session, [claim.id, *others]) if noted else {}
    kinds = list(LinkKind)
    found.sort(key=lambda pair: (kinds.index(pair[0].kind), pair[0].other_id == claim.id))
    return [
        LinkRow(link, _describe(link, claim), others[other.id], sealed=_is_sealed(link, since))
        for link, other in found
    ]


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


def _is_sealed(link: ClaimLink, since: dict[uuid.UUID, datetime]) -> bool:
    """Whether its note may tell of a sealed verdict. `since`: from when on words about a claim may."""
    begins = [since[end] for end in (link.claim_id, link.other_id) if end in since]
    return bool(link.note) and any(link.made_at >= begin for begin in begins)


def _describe(link: ClaimLink, claim: Claim) -> str:
    return link.kind.value if link.claim_id == claim.id else SEEN_FROM_THERE[link.kind]
