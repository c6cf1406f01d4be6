"""The right of reply: who was asked about a claim, and what they said."""

import uuid
from datetime import date, datetime

from workbench.models.tracked import Tracked, link


class Reply(Tracked, table=True):
    """`asked` is whom the desk asked, in words; `answer` is empty until they answer."""

    claim_id: uuid.UUID = link("claim.id")
    source_id: uuid.UUID | None = link("source.id", nullable=True)
    asked: str
    asked_on: date
    question: str = ""
    answer: str = ""
    answered_on: date | None = None
    added_at: datetime
    withdrawn_at: datetime | None = None
