"""One checkable statement."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field

from workbench.domain.statements import ClaimKind
from workbench.domain.status import Origin, Status
from workbench.models.tracked import Tracked, choice, link, no_items, plain_json


class Claim(Tracked, table=True):
    """`number` is the permanent reference, C-142. A machine's proposal has no `accepted_at` yet.

    `check_worthiness` is in thousandths (no floats in the history). `additions` lists the words of the
    statement that are not in the quote: [{"text", "reason"}]. `verdict_id` is the verdict in force.
    `withdrawn_from` keeps the status to go back to on reinstatement. `merged_into_id` is the claim that a
    withdrawn one was merged into. `look_again` says in words why a claim needs another look, empty when it
    does not. `due_on` is when it should be checked. `claimant_unknown` says why nobody is named who makes the
    claim; `one_sided_note` why there is evidence on one side alone, or on none.
    """

    number: int = Field(unique=True)
    title: str
    statement: str
    origin: Origin = Field(sa_type=choice(Origin))
    accepted_at: datetime | None = None
    status: Status = Field(default=Status.NEW, sa_type=choice(Status))
    withdrawn_from: str | None = None
    withdrawn_reason: str = ""
    kind: ClaimKind = Field(sa_type=choice(ClaimKind))
    negated: bool = False
    check_worthiness: int | None = None
    reasons: list[str] = Field(default_factory=no_items, sa_type=plain_json())
    additions: list[dict[str, Any]] = Field(default_factory=no_items, sa_type=plain_json())
    verdict_id: uuid.UUID | None = link("verdict.id", nullable=True, later=True)
    created_at: datetime
    assignee_id: uuid.UUID | None = link("user_account.id", nullable=True)
    merged_into_id: uuid.UUID | None = link("claim.id", nullable=True)
    look_again: str = Field(default="", sa_column_kwargs={"server_default": ""})
    due_on: date | None = None
    claimant_unknown: str = Field(default="", sa_column_kwargs={"server_default": ""})
    one_sided_note: str = Field(default="", sa_column_kwargs={"server_default": ""})


# A filtered list pages by number; every list of work filters by status.
_CLAIMS = Claim.__table__  # type: ignore[attr-defined]
Index(None, _CLAIMS.c.status, _CLAIMS.c.number)
# Proposals are few beside what a desk has accepted over the years.
Index(
    "ix_claim_proposed",
    _CLAIMS.c.number,
    sqlite_where=_CLAIMS.c.accepted_at.is_(None),
    postgresql_where=_CLAIMS.c.accepted_at.is_(None),
)
Index(
    "ix_claim_due",
    _CLAIMS.c.due_on,
    sqlite_where=_CLAIMS.c.due_on.is_not(None),
    postgresql_where=_CLAIMS.c.due_on.is_not(None),
)
