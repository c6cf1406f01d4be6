"""Reads of what other fact-checkers have said of claims."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.models import ForeignVerdict, Source
from workbench.queries.source_names import standing_for


@dataclass(frozen=True, slots=True)
class ForeignVerdictRow:
    """A verdict of somebody else, and who gave it."""

    verdict: ForeignVerdict
    publisher: Source


def list_foreign_verdicts(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool
) -> dict[uuid.UUID, list[ForeignVerdictRow]]:
    """By claim, the newest review first; those of a withheld source only with `sight`."""
    given = aliased(Source)
    query = (
        select(ForeignVerdict, Source)
        .join(given, col(given.id) == col(ForeignVerdict.publisher_id))
        .join(Source, col(Source.id) == standing_for(given))
        .where(col(ForeignVerdict.claim_id).in_(claim_ids), col(ForeignVerdict.withdrawn_at).is_(None))
        .order_by(col(ForeignVerdict.reviewed_on).desc().nulls_last(), col(ForeignVerdict.added_at).desc())
    )
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    found: dict[uuid.UUID, list[ForeignVerdictRow]] = {}
    for verdict, publisher in session.execute(query):
        found.setdefault(verdict.claim_id, []).append(ForeignVerdictRow(verdict, publisher))
    return found
