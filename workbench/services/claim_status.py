"""The one place where a claim's status is written: every step is one of the table in domain/status.py."""

from workbench.domain.people import Person
from workbench.domain.status import Status, find_transition
from workbench.models import Claim


def move_claim(claim: Claim, to: Status) -> None:
    """Take a claim to a status inside an open change; to stay where it is, is no step. Raises RuleBroken for
    a step that the table doesn't know; who may make it, and what it needs, is asked before."""
    if claim.status is not to:
        find_transition(claim.status, to)
        claim.status = to


def take_out(claim: Claim, reason: str) -> None:
    """Withdraw a claim inside an open change; it remembers where it stood."""
    came_from = claim.status
    move_claim(claim, Status.WITHDRAWN)
    claim.withdrawn_from, claim.withdrawn_reason = came_from.value, reason


def bring_back(claim: Claim) -> None:
    """Put a withdrawn claim back to where it stood, inside an open change."""
    move_claim(claim, find_way_back(claim))
    claim.withdrawn_from, claim.withdrawn_reason = None, ""


def lose_report(claim: Claim) -> None:
    """Inside an open change that takes back the last report behind a claim: it is being checked again, also
    once somebody brings it back."""
    if claim.status is Status.PUBLISHED:
        move_claim(claim, Status.CHECKING)
    elif claim.withdrawn_from == Status.PUBLISHED:
        claim.withdrawn_from = Status.CHECKING.value


def find_way_back(claim: Claim) -> Status:
    """Where a withdrawn claim stood."""
    return Status(claim.withdrawn_from or Status.NEW)


def return_claim(claim: Claim, to: Status, person: Person) -> None:
    """Inside the change that undoes an act: back by a step that the person may make. What the step needs was
    there when the act was made, and an act is undone only as long as nothing of it was changed since. Raises
    NotAllowed."""
    if claim.status is not to:
        person.require(find_transition(claim.status, to).permission)
        move_claim(claim, to)
