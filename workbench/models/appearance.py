"""Where a claim was said, in which words, and by whom."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field

from workbench.domain.statements import Manner, Modality
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class Appearance(Tracked, table=True):
    """The claim as said in one article version.

    `slices` are [[start, end], …] in order, code points of the version's text; `start` repeats the first
    for ordering; `quote` is the slices joined by " … "; `prefix` and `suffix` are the words around it.
    `position` 1 is the claim's first appearance, whose claimant is the claim's. `details` holds what the
    splitter read in the words: quantities, dates, places, entities (decimal numbers as text).
    `rank` orders the claims of an article where a person wants another order than the text's: see
    domain/claim_order.py.
    """

    claim_id: uuid.UUID = link("claim.id")
    article_version_id: uuid.UUID = link("article_version.id")
    position: int = 1
    start: int
    slices: list[list[int]] = Field(sa_type=plain_json())
    quote: str
    prefix: str = ""
    suffix: str = ""
    modality: Modality = Field(default=Modality.ASSERTED, sa_type=choice(Modality))
    hedges: list[dict[str, Any]] = Field(default_factory=no_items, sa_type=plain_json())
    details: dict[str, Any] = Field(default_factory=dict, sa_type=plain_json())
    said_on: date | None = None
    withdrawn_at: datetime | None = None
    rank: int | None = None


# An article page reads its claims in text order.
Index(None, Appearance.__table__.c.article_version_id, Appearance.__table__.c.start)  # type: ignore[attr-defined]


class Attribution(Tracked, table=True):
    """One claimant of an appearance. Position 1 is the outermost: in "X said that Y accused Z" X is 1, Y 2.
    The innermost is the claimant: it is Y's claim, X passes it on.

    `name` is the claimant as the article has it; `source_id` the record it was linked to, None for the
    article's own voice. `cue` is the speech word ("said"), with its place in the text where it has one.
    """

    appearance_id: uuid.UUID = link("appearance.id")
    position: int
    source_id: uuid.UUID | None = link("source.id", nullable=True)
    name: str = ""
    name_slice: list[int] | None = Field(default=None, sa_type=plain_json())
    cue: str = ""
    cue_slice: list[int] | None = Field(default=None, sa_type=plain_json())
    manner: Manner = Field(sa_type=choice(Manner))
    withdrawn_at: datetime | None = None
