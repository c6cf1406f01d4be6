"""What a claim must be before anything is done with it."""

from workbench.domain.errors import RuleBroken
from workbench.domain.status import SIGNED, Status
from workbench.models import Claim


def is_proposal(claim: Claim) -> bool:
    """Whether the claim is a machine's and still waits for a person."""
    return claim.accepted_at is None and claim.status is not Status.WITHDRAWN


def require_accepted(claim: Claim) -> None:
    """Raises RuleBroken for a proposal and for a withdrawn claim."""
    if claim.accepted_at is None:
        raise RuleBroken("Accept the claim first.")
    refuse_withdrawn(claim)


def refuse_withdrawn(claim: Claim) -> None:
    """Raises RuleBroken for a withdrawn claim."""
    if claim.status is Status.WITHDRAWN:
        raise RuleBroken("The claim is withdrawn. Reinstate it first.")


def refuse_signed(claim: Claim) -> None:
    """Nothing under a signature changes. Raises RuleBroken for a checked or published claim."""
    if claim.status in SIGNED:
        raise RuleBroken(f"The claim is {claim.status}. Re-open it first: move it to checking.")
