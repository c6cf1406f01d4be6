"""Who says a claim: the attributions of its appearances."""

from datetime import datetime
from typing import Protocol

from sqlmodel import Session, col, select

from workbench.domain.evidence import SourceKind
from workbench.domain.statements import Manner
from workbench.models import Appearance, Attribution, Claim, Source
from workbench.queries.source_names import follow, list_family
from workbench.services.sources import take_source


class Named(Protocol):
    """What a claim form says of who says it. An empty `claimant` is the article's own voice."""

    @property
    def claimant(self) -> str: ...
    @property
    def claimant_kind(self) -> SourceKind: ...


def set_claimant(session: Session, claim: Claim, wanted: Named, at: datetime) -> bool:
    """Make `wanted` the innermost claimant of the first appearance. Returns whether it changed."""
    name = " ".join(wanted.claimant.split())
    appearance = _first_appearance(session, claim)
    chain = [row for row in list_attributions(session, claim) if row.appearance_id == appearance.id]
    if not chain:
        if name:
            session.add(make_attribution(session, appearance, wanted))
        return bool(name)
    if not name:
        for row in chain:
            row.withdrawn_at = at
        return True
    source = take_source(session, name, wanted.claimant_kind)
    own = chain[-1].source_id
    if own is not None and own in list_family(session, source):
        return False
    chain[-1].source_id, chain[-1].name = source.id, source.name
    return True


def name_claimant(session: Session, claim: Claim) -> str:
    """The innermost claimant of the first appearance by the source's name, empty for the article's voice."""
    appearance = _first_appearance(session, claim)
    chain = [row for row in list_attributions(session, claim) if row.appearance_id == appearance.id]
    if not chain or chain[-1].source_id is None:
        return chain[-1].name if chain else ""
    return follow(session, session.get_one(Source, chain[-1].source_id)).name


def make_attribution(session: Session, appearance: Appearance, wanted: Named) -> Attribution:
    """The one claimant of an appearance, who becomes a source where none goes by this name."""
    source = take_source(session, wanted.claimant, wanted.claimant_kind)
    return Attribution(
        appearance_id=appearance.id,
        position=1,
        source_id=source.id,
        name=source.name,
        manner=Manner.INDIRECT,
    )


def list_attributions(session: Session, claim: Claim) -> list[Attribution]:
    """The claimants of all its appearances, in the order of these, outermost first."""
    query = (
        select(Attribution)
        .join(Appearance, col(Appearance.id) == col(Attribution.appearance_id))
        .where(col(Appearance.claim_id) == claim.id, col(Attribution.withdrawn_at).is_(None))
        .order_by(col(Appearance.position), col(Attribution.position))
    )
    # Asked again here: one withdrawn in this very change is not so in the database yet.
    return [row for row in session.exec(query) if row.withdrawn_at is None]


def _first_appearance(session: Session, claim: Claim) -> Appearance:
    query = (
        select(Appearance)
        .where(col(Appearance.claim_id) == claim.id)
        .order_by(col(Appearance.position))
        .limit(1)
    )
    return session.exec(query).one()
