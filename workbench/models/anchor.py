"""Where a claim's words stand in another version of their article."""

import uuid
from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from workbench.domain.anchors import AnchorOutcome
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class Anchor(Tracked, table=True):
    """What became of an appearance in `article_version_id`. `slices` and `quote` are where its words stand
    there now, or the best that was found; empty when they are gone. What is exact is decided when it is made;
    the rest waits for a person: `decided_at` is None until then, and `taken` says whether they took it."""

    appearance_id: uuid.UUID = link("appearance.id")
    article_version_id: uuid.UUID = link("article_version.id")
    outcome: AnchorOutcome = Field(sa_type=choice(AnchorOutcome))
    slices: list[list[int]] = Field(default_factory=no_items, sa_type=plain_json())
    quote: str = ""
    decided_at: datetime | None = None
    taken: bool = False


# What waits for a person is little beside what was decided over the years.
_ANCHORS = Anchor.__table__  # type: ignore[attr-defined]
Index(
    "ix_anchor_waiting",
    _ANCHORS.c.article_version_id,
    sqlite_where=_ANCHORS.c.decided_at.is_(None),
    postgresql_where=_ANCHORS.c.decided_at.is_(None),
)
