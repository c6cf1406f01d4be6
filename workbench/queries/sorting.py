"""Acts that sort a claim: into whose hands it is put, by when it is due. Nobody types over what they say."""

import uuid

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.models import Revision

SORTING = ("claim.assigned", "claim.due.set")


def is_only_sorted(session: Session, claim_id: uuid.UUID, since: int) -> bool:
    """Whether every version of a claim after `since` came by such an act."""
    other = (
        select(col(Revision.seq))
        .where(col(Revision.entity_id) == claim_id, col(Revision.version) > since)
        .where(col(Revision.action).not_in(SORTING))
    )
    return session.execute(other.limit(1)).first() is None
