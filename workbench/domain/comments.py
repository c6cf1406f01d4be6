"""What people of the desk say to each other about a claim: how long, and who may take it back."""

import uuid

from workbench.domain.people import Person
from workbench.domain.roles import Permission

LONGEST_COMMENT = 10_000  # characters


def may_withdraw(author_id: uuid.UUID, person: Person) -> bool:
    """Whether this person may take back what the author wrote: the author may, and every owner."""
    return author_id == person.id or person.may(Permission.MANAGE)
