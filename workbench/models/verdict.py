"""Verdicts and the second person's word on them."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field

from workbench.domain.ratings import Confidence
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class ReviewOutcome(StrEnum):
    SIGNED = "signed"
    RETURNED = "returned"


class Verdict(Tracked, table=True):
    """Rating + confidence + reasoning on a claim. Replaced by a new one, never edited: a claim's other
    verdicts are its earlier ones. The label is kept as it read when it was given (text, definition, colour
    token, roll-up; the scale as a whole is in `used_scale`), and `grades` the evidence as it was then:
    [{"evidence", "version", "grade"}]. On a scale that asks for one `conclusion` says in a sentence what
    was found. `blind_id` is the sealed verdict that this one came from."""

    claim_id: uuid.UUID = link("claim.id")
    scale: str
    scale_version: int
    rating: str = Field(index=True)
    rating_text: str
    confidence: Confidence = Field(sa_type=choice(Confidence))
    reasoning: str
    author_id: uuid.UUID = link("user_account.id")
    given_at: datetime
    grades: list[dict[str, Any]] = Field(
        default_factory=no_items,
        sa_type=plain_json(),
        sa_column_kwargs={"server_default": "[]", "nullable": False},
    )
    scale_name: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rating_definition: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rating_colour: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rollup: str = Field(default="", sa_column_kwargs={"server_default": ""})
    conclusion: str = Field(default="", sa_column_kwargs={"server_default": ""})
    blind_id: uuid.UUID | None = link("blind_verdict.id", nullable=True)


class Review(Tracked, table=True):
    """A sign-off or return of one verdict. `own_verdict` says the reviewer wrote the verdict themselves.
    `points` are the words that a return speaks of: [{"field", "quote", "note"}]."""

    claim_id: uuid.UUID = link("claim.id")
    verdict_id: uuid.UUID = link("verdict.id")
    reviewer_id: uuid.UUID = link("user_account.id")
    outcome: ReviewOutcome = Field(sa_type=choice(ReviewOutcome))
    comment: str = ""
    own_verdict: bool = False
    reviewed_at: datetime
    points: list[dict[str, Any]] = Field(
        default_factory=no_items,
        sa_type=plain_json(),
        sa_column_kwargs={"server_default": "[]", "nullable": False},
    )
