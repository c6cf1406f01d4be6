"""Revisions as people read them: what changed, from what to what, and what was written together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row

from workbench.domain import chain

# Columns that repeat what another one says, or that only the machine reads.
HIDDEN = frozenset(
    {"added_at", "adjudicator_id", "appearance_id", "asked_at", "asked_by_id", "beside_id", "first_id"}
    | {"second_id", "sealed_id"}
    | {"article_id", "article_version_id", "author_id", "blind_id"}
    | {"check_worthiness", "claim_id", "created_at", "cue_slice", "details", "evidence_id", "given_at"}
    | {"grades", "made_at", "name_key", "name_slice", "number", "points", "position", "prefix", "rank"}
    | {"rating", "rating_colour", "rating_definition", "reviewed_at", "rollup", "scale", "scale_version"}
    | {"start", "suffix", "text_sha256", "verdict_id"}
)
# What may tell of a source that is withheld, beside it: another piece that is repeated, a merged one's name.
_WITH_SIGHT = frozenset({("evidence", "origin_id"), ("evidence", "origin_note"), ("source", "aliases")})
# A link is read from either of its claims.
SHOWN = frozenset({("claim_link", "claim_id")})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text; `before` is None where the row is new."""

    field: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision as people read it. `changes` is empty and `redacted` true where values were blanked."""

    seq: int
    entity: str
    version: int
    at: datetime
    actor: str
    action: str
    reason: str
    hash: str
    changes: tuple[FieldChange, ...]
    redacted: bool


@dataclass(frozen=True, slots=True)
class Act:
    """Everything one person changed at once, the row they meant first."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        return self.entries[0]


def group_acts(entries: Sequence[Entry]) -> list[Act]:
    """Revisions, newest first, as acts: what was written together is read together."""
    acts = [tuple(found) for _, found in groupby(entries, key=lambda one: (one.at, one.actor, one.action))]
    return [Act(tuple(reversed(found))) for found in acts]


def make_entry(revision: Row[Any], body: dict[str, Any], names: dict[str, str], *, sight: bool) -> Entry:
    """A revision with names in place of ids; without `sight` not what may tell of a withheld source. `body`:
    what its payload holds."""
    return Entry(
        seq=revision.seq,
        entity=revision.entity,
        version=revision.version,
        at=chain.parse_time(revision.at),
        actor=names.get(revision.actor, revision.actor),
        action=revision.action,
        reason=revision.reason,
        hash=revision.hash,
        changes=tuple(_list_changes(revision.entity, body, names, sight=sight)),
        redacted=revision.body is None,
    )


def _list_changes(
    entity: str, body: dict[str, Any], names: dict[str, str], *, sight: bool
) -> Iterable[FieldChange]:
    before, after = body.get("before"), body.get("after") or {}
    for field, value in after.items():
        if field in HIDDEN and (entity, field) not in SHOWN:
            continue
        if (entity, field) in _WITH_SIGHT and not sight:
            continue
        now = _show(value, names)
        past = None if before is None else _show(before.get(field), names)
        if before is None and (not now or value is False):
            continue  # a new row tells what is, not what is not
        yield FieldChange(field.removesuffix("_id"), past, now)


def _show(value: Any, names: dict[str, str]) -> str:
    """A payload value in words: ids by name, lists by their texts, a digest by its length."""
    if value is None or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return str(value.get("text") or f"{value.get('length', 0)} characters")
    if isinstance(value, list):
        return "; ".join(
            f"{item[0]} to {item[1]}" if isinstance(item, list) else _show(item, names) for item in value
        )
    return names.get(str(value), str(value))
