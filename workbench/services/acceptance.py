"""A proposal gets a person's yes or no: one by one, or many at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import SourceKind
from workbench.models import Claim
from workbench.services.claim_rules import is_proposal
from workbench.services.claim_status import take_out
from workbench.services.claimants import list_attributions
from workbench.services.sources import take_source

NOT_A_CLAIM = "not a claim"


def accept_claims(session: Session, claims: Sequence[Claim], *, by: str) -> int:
    """Accept the proposals among these claims; new claimants become sources. Returns how many there were."""
    waiting = [claim for claim in claims if is_proposal(claim)]
    if waiting:
        with history.change(session, by=by, action="claim.accepted") as change:
            for claim in waiting:
                accept_in_change(session, claim, change.at)
    return len(waiting)


def accept_claim(session: Session, claim: Claim, *, seen: int, by: str) -> None:
    """Accept one proposal as the person saw it. Raises StaleEdit, or RuleBroken when it is none."""
    history.check_version(claim, seen, ("status",))
    if not is_proposal(claim):
        raise RuleBroken("This is not a proposal any more.")
    accept_claims(session, [claim], by=by)


def dismiss_claim(session: Session, claim: Claim, *, seen: int, by: str) -> None:
    """Say of a proposal that it is not a claim. Reinstating undoes it."""
    history.check_version(claim, seen, ("status",))
    if not is_proposal(claim):
        raise RuleBroken("Only a proposal can be dismissed; withdraw this claim instead.")
    with history.change(session, by=by, action="claim.dismissed", reason=NOT_A_CLAIM):
        take_out(claim, NOT_A_CLAIM)


def dismiss_claims(session: Session, claims: Sequence[Claim], *, by: str) -> int:
    """Say of the proposals among these that they are no claims. Returns how many there were."""
    waiting = [claim for claim in claims if is_proposal(claim)]
    if waiting:
        with history.change(session, by=by, action="claim.dismissed", reason=NOT_A_CLAIM):
            for claim in waiting:
                take_out(claim, NOT_A_CLAIM)
    return len(waiting)


def accept_in_change(session: Session, claim: Claim, at: datetime) -> None:
    """Accept a proposal inside an open change; claimants without a source get one."""
    claim.accepted_at = at
    for attribution in list_attributions(session, claim):
        if attribution.source_id is None and attribution.name:
            kind = SourceKind.ORGANISATION
            attribution.source_id = take_source(session, attribution.name, kind).id
