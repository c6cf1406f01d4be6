"""Which source a name stands for: by its own name, by another one it goes by, after merging by the one that
stayed."""

import uuid
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlmodel import Session, col

from workbench.domain.names import fold_name
from workbench.models import Source


def find_source(session: Session, name: str) -> Source | None:
    """The source of this name, however it is spelled, or that goes by it, too; the oldest when several do."""
    query = select(Source).where(col(Source.name_key) == fold_name(name)).order_by(col(Source.number))
    named: Source | None = session.execute(query.limit(1)).scalar_one_or_none()
    return follow(session, named) if named is not None else _find_by_alias(session, name)


def follow(session: Session, source: Source) -> Source:
    """The source itself, or the one that it was merged into."""
    while source.merged_into_id is not None:
        source = session.get_one(Source, source.merged_into_id)
    return source


def standing_for(given: Any) -> ColumnElement[uuid.UUID]:
    """The id of the source that a row of an aliased Source is read as. Joined by it, claims and evidence of
    what was merged are those of the one that stayed; merging is one step deep."""
    return func.coalesce(given.merged_into_id, given.id)


def list_family(session: Session, source: Source) -> list[uuid.UUID]:
    """The ids under which this source's claims and evidence are kept: its own, and those merged into it."""
    merged = select(col(Source.id)).where(col(Source.merged_into_id) == source.id)
    return [source.id, *session.execute(merged).scalars()]


def _find_by_alias(session: Session, name: str) -> Source | None:
    key = fold_name(name)
    if not key:
        return None
    known = select(Source).where(
        cast(col(Source.aliases), String) != "[]", col(Source.merged_into_id).is_(None)
    )
    rows = session.execute(known.order_by(col(Source.number))).scalars()
    return next((row for row in rows if key in map(fold_name, row.aliases)), None)
