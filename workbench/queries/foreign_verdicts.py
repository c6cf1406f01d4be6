"""Reads of what other fact-checkers have said of claims."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.models import Claim, ForeignVerdict, Source
from workbench.queries.source_names import GIVEN, standing_for


@dataclass(frozen=True, slots=True)
class ForeignVerdictRow:
    """A verdict of somebody else, and who gave it."""

    verdict: ForeignVerdict
    publisher: Source


def list_foreign_verdicts(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, withdrawn: bool = False
) -> dict[uuid.UUID, list[ForeignVerdictRow]]:
    """By claim, the newest review first; those of a withheld source only with `sight`. `withdrawn`: also
    those that a person withdrew, but not what was replaced by a newer one."""
    found: dict[uuid.UUID, list[ForeignVerdictRow]] = {}
    for verdict, publisher in session.execute(_query(sight, withdrawn), {"claims": claim_ids}):
        found.setdefault(verdict.claim_id, []).append(ForeignVerdictRow(verdict, publisher))
    return found


@cache  # put together once: that costs as much as to run it
def _query(sight: bool, withdrawn: bool) -> Any:
    query: Any = (
        select(ForeignVerdict, Source)
        .join(GIVEN, col(GIVEN.id) == col(ForeignVerdict.publisher_id))
        .join(Source, col(Source.id) == standing_for(GIVEN))
        .where(col(ForeignVerdict.claim_id).in_(bindparam("claims", expanding=True)))
        .order_by(col(ForeignVerdict.reviewed_on).desc().nulls_last(), col(ForeignVerdict.added_at).desc())
    )
    stands = col(ForeignVerdict.withdrawn_at).is_(None)
    query = query.where(or_(stands, col(ForeignVerdict.withdrawn_reason) != "") if withdrawn else stands)
    return query if sight else query.where(col(Source.withheld).is_(False))


def get_foreign_verdict(
    session: Session, verdict_id: uuid.UUID, claim: Claim, *, sight: bool
) -> ForeignVerdictRow:
    """One of this claim's. Raises NotFound, also when its source is withheld from the reader."""
    found = list_foreign_verdicts(session, [claim.id], sight=sight, withdrawn=True).get(claim.id, [])
    row = next((row for row in found if row.verdict.id == verdict_id), None)
    if row is None:
        raise NotFound("Nobody else gave that verdict on this claim.")
    return row
