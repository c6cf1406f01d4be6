"""Which source a name stands for: by its own name, by another one it goes by, after merging by the one that
stayed."""

import json
import uuid
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.names import fold_name
from workbench.models import Revision, RevisionPayload, Source

# A source as a row names it, before merging: see standing_for(). Made once, as a fresh alias costs more than
# most of the queries that it is for. What becomes a part of other queries has one of its own.
GIVEN = aliased(Source)
_ASKED = aliased(Source)


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


def list_earlier_names(session: Session, source: Source) -> list[str]:
    """Every name that the history knows of this source, or of those merged into it, the oldest first; those
    that it has now may be among them. What was redacted is no longer known."""
    query = (
        select(col(RevisionPayload.body))
        .join(Revision, col(Revision.seq) == col(RevisionPayload.seq))
        .where(col(Revision.entity_id).in_(list_family(session, source)))
        .where(col(RevisionPayload.body).is_not(None))
        .order_by(col(Revision.seq))
    )
    found: dict[str, None] = {}
    for body in session.execute(query).scalars():
        after = json.loads(body).get("after") or {}
        names = [after.get("name", ""), *after.get("aliases", ())]
        found |= dict.fromkeys(name for name in names if name)
    return list(found)


def list_ids_of(number: int, *, sight: bool) -> Select[Any]:
    """A query of the ids under which the claims and articles of a source are kept: its own, and those of what
    was merged into it. Without sight none of a withheld one."""
    ids = (
        select(col(_ASKED.id))
        .join(Source, col(Source.id) == standing_for(_ASKED))
        .where(or_(col(Source.number) == number, col(_ASKED.number) == number))
    )
    return ids if sight else ids.where(col(Source.withheld).is_(False))


def list_withheld_keys(session: Session) -> frozenset[str]:
    """The folded names of every withheld source: who may not see them may not read one of these as a claimant
    either, where a proposal has a name and no source yet."""
    query = select(col(Source.name), col(Source.aliases)).where(col(Source.withheld).is_(True))
    return frozenset(
        fold_name(one) for name, aliases in session.execute(query) for one in (name, *aliases) if one.strip()
    )


def _find_by_alias(session: Session, name: str) -> Source | None:
    key = fold_name(name)
    if not key:
        return None
    known = select(Source).where(
        cast(col(Source.aliases), String) != "[]", col(Source.merged_into_id).is_(None)
    )
    rows = session.execute(known.order_by(col(Source.number))).scalars()
    return next((row for row in rows if key in map(fold_name, row.aliases)), None)
