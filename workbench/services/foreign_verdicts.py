"""Writes to what other fact-checkers have said of a claim."""

from datetime import datetime

from sqlmodel import Session, col, select

from workbench.domain.arrivals import VerdictDraft
from workbench.domain.evidence import SourceKind
from workbench.domain.outcomes import Outcome
from workbench.models import Claim, ForeignVerdict
from workbench.services.sources import take_source


def set_foreign_verdict(session: Session, claim: Claim, draft: VerdictDraft, at: datetime) -> Outcome:
    """Inside an open change: this verdict of theirs, in place of an earlier one that they gave at the same
    address. Says whether it was added, replaced another one, or was here just so."""
    publisher = take_source(session, draft.publisher, SourceKind.OUTLET)
    earlier = _find(session, claim, draft.url)
    row = ForeignVerdict(
        claim_id=claim.id,
        publisher_id=publisher.id,
        url=draft.url,
        rating=draft.rating or draft.rating_value,
        rating_value=draft.rating_value,
        best=draft.best,
        worst=draft.worst,
        reviewed_on=draft.reviewed_on,
        language=draft.language,
        added_at=at,
    )
    if earlier is not None and _tell(earlier) == _tell(row):
        return Outcome.SKIPPED
    if earlier is not None:
        earlier.withdrawn_at = at
    session.add(row)
    return Outcome.ADDED if earlier is None else Outcome.UPDATED


def has_foreign_verdict(session: Session, claim: Claim, draft: VerdictDraft) -> bool:
    """Whether the claim has this very verdict already."""
    row = _find(session, claim, draft.url)
    return row is not None and _tell(row) == (
        draft.rating or draft.rating_value,
        draft.rating_value,
        draft.best,
        draft.worst,
        draft.reviewed_on,
        draft.language,
    )


def _find(session: Session, claim: Claim, url: str) -> ForeignVerdict | None:
    query = select(ForeignVerdict).where(
        col(ForeignVerdict.claim_id) == claim.id,
        col(ForeignVerdict.url) == url,
        col(ForeignVerdict.withdrawn_at).is_(None),
    )
    return session.exec(query).first()


def _tell(row: ForeignVerdict) -> tuple[object, ...]:
    return row.rating, row.rating_value, row.best, row.worst, row.reviewed_on, row.language
