"""What people of the desk say to each other about a claim."""

import uuid
from datetime import datetime

from workbench.models.tracked import Tracked, link


class Comment(Tracked, table=True):
    """Anchored to a claim, or to one piece of its evidence. `author_id` wrote it; who resolved it stands in
    the history."""

    claim_id: uuid.UUID = link("claim.id")
    evidence_id: uuid.UUID | None = link("evidence.id", nullable=True)
    author_id: uuid.UUID = link("user_account.id")
    words: str
    made_at: datetime
    resolved_at: datetime | None = None
    withdrawn_at: datetime | None = None
