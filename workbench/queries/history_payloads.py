"""What stands in the payloads of revisions: ids, names, and what gives a withheld source away."""

import json
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from workbench.domain.names import fold_name

Loaded = tuple[Row[Any], dict[str, Any]]  # a revision and its values
# Rows that are all about one source.
_OF_SOURCES = frozenset({"attribution", "evidence", "reply", "foreign_verdict"})


def read_body(text: str | None) -> dict[str, Any]:
    """The values of a revision, empty where they were blanked."""
    body: dict[str, Any] = json.loads(text) if text is not None else {}
    return body


def list_every_id(found: Sequence[Loaded]) -> set[str]:
    """Who acted, and whatever these revisions name by its id."""
    return {revision.actor for revision, _ in found}.union(*(_list_ids(body) for _, body in found))


def leave_withheld(found: Sequence[Loaded], withheld: set[str], keys: frozenset[str]) -> list[Loaded]:
    """Without the revisions that give a withheld source away: those that name it by its id or in words
    (`keys`: folded names), and whatever stands before them in a row about one source, for it held the name
    before it was linked to the source."""
    named: dict[uuid.UUID, int] = {}
    for revision, body in found:
        if withheld & _list_ids(body):
            named[revision.entity_id] = max(revision.seq, named.get(revision.entity_id, 0))
    return [
        (revision, body)
        for revision, body in found
        if not withheld & _list_ids(body)
        and not keys & _list_name_keys(body)
        and not (revision.entity in _OF_SOURCES and revision.seq < named.get(revision.entity_id, 0))
    ]


def _list_ids(body: dict[str, Any]) -> set[str]:
    """The ids of other rows that stand in a payload."""
    sides = [body.get("before") or {}, body.get("after") or {}]
    return {value for side in sides for key, value in side.items() if key.endswith("_id") and value}


def _list_name_keys(body: dict[str, Any]) -> set[str]:
    """The folded names of claimants and of people asked in a payload, as they were typed."""
    sides = [body.get("before") or {}, body.get("after") or {}]
    return {fold_name(side[key]) for side in sides for key in ("name", "asked") if side.get(key)}
