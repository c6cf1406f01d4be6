"""Blanking the values of one revision, which only an owner may do."""

from sqlmodel import Session

from workbench import history
from workbench.domain.people import Person
from workbench.domain.roles import Permission


def redact_revision(session: Session, seq: int, *, reason: str, person: Person) -> None:
    """Blank a revision's values for good; the history still verifies. Raises RuleBroken or NotAllowed."""
    person.require(Permission.MANAGE)
    history.redact(session, seq, by=person.actor, reason=reason)
