"""A word that a desk sorts its claims by."""

import uuid
from datetime import datetime

from sqlalchemy import Index

from workbench.models.tracked import Tracked, link


class ClaimTag(Tracked, table=True):
    """`name` is folded to lower case; a tag that is taken off is withdrawn, and back when put on again."""

    __tablename__ = "claim_tag"

    claim_id: uuid.UUID = link("claim.id")
    name: str
    withdrawn_at: datetime | None = None


# A list narrowed to a tag starts from the tag.
Index(None, ClaimTag.__table__.c.name, ClaimTag.__table__.c.claim_id)  # type: ignore[attr-defined]
