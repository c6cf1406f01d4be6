"""What ties one claim to another."""

import uuid
from datetime import datetime

from sqlmodel import Field

from workbench.domain.links import LinkKind
from workbench.models.tracked import Tracked, choice, link


class ClaimLink(Tracked, table=True):
    """`claim_id` is narrower than, repeats, depends on … `other_id`."""

    __tablename__ = "claim_link"

    claim_id: uuid.UUID = link("claim.id")
    other_id: uuid.UUID = link("claim.id")
    kind: LinkKind = Field(sa_type=choice(LinkKind))
    note: str = ""
    made_at: datetime
    withdrawn_at: datetime | None = None
