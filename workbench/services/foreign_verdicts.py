"""Writes to what other fact-checkers have said of a claim."""

from datetime import datetime

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.arrivals import VerdictDraft
from workbench.domain.errors import RuleBroken
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
    return row is not None and _tell(row) == _tell_draft(draft)


def withdraw_foreign_verdict(
    session: Session, verdict: ForeignVerdict, *, reason: str, seen: int, by: str
) -> None:
    """Take another desk's verdict off the claim and out of reports: it is about something else, say. It stays
    in the history, and bringing the same one in again leaves it withdrawn. It is nothing that a verdict of
    ours stands on, so it may be done under a signature, too. Raises StaleEdit or RuleBroken."""
    history.check_version(verdict, seen)
    if verdict.withdrawn_at is not None:
        raise RuleBroken("This verdict is withdrawn already.")
    if not reason.strip():
        raise RuleBroken("Say why their verdict is withdrawn.", field="reason")
    with history.change(session, by=by, action="foreign_verdict.withdrawn", reason=reason) as change:
        verdict.withdrawn_at = change.at
        verdict.withdrawn_reason = reason.strip()


def reinstate_foreign_verdict(session: Session, verdict: ForeignVerdict, *, seen: int, by: str) -> None:
    """Bring a withdrawn one back. Raises RuleBroken where a newer one of theirs has taken its place."""
    history.check_version(verdict, seen)
    if verdict.withdrawn_at is None or not verdict.withdrawn_reason:
        raise RuleBroken("This verdict was not withdrawn by hand.")
    with history.change(session, by=by, action="foreign_verdict.reinstated"):
        if _find(session, session.get_one(Claim, verdict.claim_id), verdict.url) is not None:
            raise RuleBroken("A newer verdict of theirs stands in its place.")
        verdict.withdrawn_at = None
        verdict.withdrawn_reason = ""


def was_withdrawn(session: Session, claim: Claim, draft: VerdictDraft) -> bool:
    """Whether a person withdrew this very verdict from the claim."""
    query = select(ForeignVerdict).where(
        col(ForeignVerdict.claim_id) == claim.id,
        col(ForeignVerdict.url) == draft.url,
        col(ForeignVerdict.withdrawn_reason) != "",
    )
    return any(_tell(row) == _tell_draft(draft) for row in session.exec(query))


def _find(session: Session, claim: Claim, url: str) -> ForeignVerdict | None:
    query = select(ForeignVerdict).where(
        col(ForeignVerdict.claim_id) == claim.id,
        col(ForeignVerdict.url) == url,
        col(ForeignVerdict.withdrawn_at).is_(None),
    )
    return session.exec(query).first()


def _tell(row: ForeignVerdict) -> tuple[object, ...]:
    return row.rating, row.rating_value, row.best, row.worst, row.reviewed_on, row.language


def _tell_draft(draft: VerdictDraft) -> tuple[object, ...]:
    rating = draft.rating or draft.rating_value
    return rating, draft.rating_value, draft.best, draft.worst, draft.reviewed_on, draft.language
