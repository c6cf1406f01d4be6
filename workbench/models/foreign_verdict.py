"""What another fact-checker has said of a claim."""

import uuid
from datetime import date, datetime

from sqlmodel import Field

from workbench.models.tracked import Tracked, link


class ForeignVerdict(Tracked, table=True):
    """A published verdict of somebody else, as their ClaimReview has it. It never is the desk's own
    verdict. `rating` is their label as printed; best and worst are their scale's ends as text, empty where
    not given. `withdrawn_reason` is what a person said of it; what was replaced by a newer one has none."""

    __tablename__ = "foreign_verdict"

    claim_id: uuid.UUID = link("claim.id")
    publisher_id: uuid.UUID = link("source.id")
    url: str
    rating: str
    rating_value: str = ""
    best: str = ""
    worst: str = ""
    reviewed_on: date | None = None
    language: str = ""
    added_at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = Field(default="", sa_column_kwargs={"server_default": ""})
