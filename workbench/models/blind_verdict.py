"""Verdicts given without sight of each other. They are in no verdict's place until they are opened."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field

from workbench.domain.ratings import Confidence
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class BlindVerdict(Tracked, table=True):
    """A sealed verdict: `beside_id` is None for the first person's, and names the first for the second's.

    Nothing reads this table but what opens it: as long as a pair waits for its second half, no page, list,
    export or search has a verdict to show.
    """

    __tablename__ = "blind_verdict"

    claim_id: uuid.UUID = link("claim.id")
    beside_id: uuid.UUID | None = link("blind_verdict.id", nullable=True)
    author_id: uuid.UUID = link("user_account.id")
    scale: str
    scale_version: int
    rating: str
    rating_text: str
    conclusion: str = ""
    confidence: Confidence = Field(sa_type=choice(Confidence))
    reasoning: str
    grades: list[dict[str, Any]] = Field(
        default_factory=no_items, sa_type=plain_json(), sa_column_kwargs={"nullable": False}
    )
    given_at: datetime


class Followed(StrEnum):
    """Which of two sealed verdicts an adjudication goes with."""

    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"


class Adjudication(Tracked, table=True):
    """How a disagreement was settled: by whom, which verdict was followed and why, and what came of it.
    Without `verdict_id` neither was, and a new verdict is asked for."""

    claim_id: uuid.UUID = link("claim.id")
    first_id: uuid.UUID = link("blind_verdict.id")
    second_id: uuid.UUID = link("blind_verdict.id")
    verdict_id: uuid.UUID | None = link("verdict.id", nullable=True)
    adjudicator_id: uuid.UUID = link("user_account.id")
    followed: Followed = Field(sa_type=choice(Followed))
    reasoning: str
    decided_at: datetime
