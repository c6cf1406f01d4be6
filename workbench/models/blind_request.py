"""A second verdict that is asked for without sight of the first, until both are opened."""

import uuid
from datetime import datetime

from sqlmodel import Field

from workbench.models.tracked import Tracked, link


class BlindRequest(Tracked, table=True):
    """One pair of sealed verdicts on a claim, from the asking to the opening. Open as long as neither
    `opened_at` nor `withdrawn_at` is set; a claim has at most one that is open.

    `person_id` is who was asked, None for whoever comes. `sealed_id` is the verdict that was in force when it
    was asked for and left its place for the time: `first_id` repeats it. `first_id` and `second_id` are the
    sealed verdicts that count, in the order in which they came. `settled_at`: what came of the pair is known.
    """

    __tablename__ = "blind_request"

    claim_id: uuid.UUID = link("claim.id")
    asked_by_id: uuid.UUID = link("user_account.id")
    asked_at: datetime
    person_id: uuid.UUID | None = link("user_account.id", nullable=True)
    sealed_id: uuid.UUID | None = link("verdict.id", nullable=True)
    first_id: uuid.UUID | None = link("blind_verdict.id", nullable=True)
    second_id: uuid.UUID | None = link("blind_verdict.id", nullable=True)
    opened_at: datetime | None = None
    settled_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = Field(default="")
