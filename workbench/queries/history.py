"""Reads of the history: who changed what about a claim, an article or a source, when and why."""

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, union_all
from sqlmodel import Session, col

from workbench.domain import chain
from workbench.domain.errors import NotFound
from workbench.domain.names import fold_name
from workbench.models import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    Capture,
    Claim,
    ClaimLink,
    ClaimTag,
    Comment,
    Evidence,
    ForeignVerdict,
    Furniture,
    Reply,
    ReportClaim,
    Review,
    Revision,
    RevisionPayload,
    Source,
    Verdict,
)
from workbench.queries.history_names import load_names
from workbench.queries.source_names import list_withheld_keys

MOST_ENTRIES = 200
HIGHEST = 2**31 - 1  # of an integer column
_OF_SOURCES = frozenset(
    {"attribution", "evidence", "reply", "foreign_verdict"}
)  # rows that are all about one source
Loaded = tuple[Revision, RevisionPayload, dict[str, Any]]
# Columns that repeat what another one says, or that only the machine reads.
WRITTEN = frozenset(
    {"author", "comment", "description", "excerpt", "locator", "method", "name", "note", "quote", "reasoning"}
    | {"words", "look_again", "conclusion", "claimant_unknown", "one_sided_note"}
    | {"statement", "title", "url", "withdrawn_reason", "reliability_reason", "withheld_reason", "contact"}
)
HIDDEN = frozenset(
    {"number", "name_key", "start", "prefix", "suffix", "details", "added_at", "created_at", "claim_id"}
    | {
        "article_version_id",
        "appearance_id",
        "position",
        "verdict_id",
        "text_sha256",
        "article_id",
        "scale_version",
    }
    | {"name_slice", "cue_slice", "check_worthiness", "given_at", "reviewed_at", "rating", "rank", "made_at"}
    | {
        "evidence_id",
        "author_id",
        "grades",
        "rating_definition",
        "rating_colour",
        "rollup",
        "blind_id",
        "scale",
    }
    | {"points"}
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


def read_claim_history(
    session: Session, claim: Claim, *, sight: bool, before: int | None = None
) -> list[Act]:
    """Everything that happened to a claim and what hangs on it, newest first: also to the sources that say
    it or give evidence, because a new name or grade of theirs reads differently under a signed verdict.

    At most MOST_ENTRIES revisions, those `before` a number; `find_older` says where the next ones begin.
    """
    appearances = select(col(Appearance.id)).where(col(Appearance.claim_id) == claim.id)
    attributions = select(col(Attribution.id)).where(col(Attribution.appearance_id).in_(appearances))
    evidence = select(col(Evidence.id)).where(col(Evidence.claim_id) == claim.id)
    replies = select(col(Reply.id)).where(col(Reply.claim_id) == claim.id)
    foreign = select(col(ForeignVerdict.id)).where(col(ForeignVerdict.claim_id) == claim.id)
    if not sight:
        withheld = select(col(Source.id)).where(col(Source.withheld).is_(True))
        shown = or_(col(Attribution.source_id).is_(None), col(Attribution.source_id).not_in(withheld))
        attributions = attributions.where(shown)
        evidence = evidence.where(col(Evidence.source_id).not_in(withheld))
        replies = replies.where(or_(col(Reply.source_id).is_(None), col(Reply.source_id).not_in(withheld)))
        foreign = foreign.where(col(ForeignVerdict.publisher_id).not_in(withheld))
    anchors = select(col(Anchor.id)).where(col(Anchor.appearance_id).in_(appearances))
    said = select(col(Attribution.source_id)).where(col(Attribution.id).in_(attributions))
    gave = select(col(Evidence.source_id)).where(col(Evidence.id).in_(evidence))
    known = said.where(col(Attribution.source_id).is_not(None))
    parts = [appearances, anchors, attributions, evidence, known, gave, replies, foreign]
    parts += [
        select(col(model.id)).where(col(model.claim_id) == claim.id)
        for model in (Verdict, Review, ReportClaim, ClaimTag)
    ]
    # What is said about evidence that may not be seen may name its source.
    about = or_(col(Comment.evidence_id).is_(None), col(Comment.evidence_id).in_(evidence))
    parts.append(select(col(Comment.id)).where(col(Comment.claim_id) == claim.id, about))
    # A link belongs to both of its claims.
    tied = or_(col(ClaimLink.claim_id) == claim.id, col(ClaimLink.other_id) == claim.id)
    parts.append(select(col(ClaimLink.id)).where(tied))
    return _read(session, [claim.id], parts, sight=sight, before=before)


def read_article_history(
    session: Session, article: Article, *, sight: bool, before: int | None = None
) -> list[Act]:
    """Everything that happened to an article, its versions and its furniture, newest first."""
    versions = select(col(ArticleVersion.id)).where(col(ArticleVersion.article_id) == article.id)
    furniture = select(col(Furniture.id)).where(col(Furniture.article_version_id).in_(versions))
    visits = select(col(Capture.id)).where(col(Capture.article_id) == article.id)
    return _read(session, [article.id], [versions, furniture, visits], sight=sight, before=before)


def read_row_history(
    session: Session, row_id: uuid.UUID, *, sight: bool, before: int | None = None
) -> list[Act]:
    """Everything that happened to one row, newest first."""
    return _read(session, [row_id], [], sight=sight, before=before)


def find_older(acts: Sequence[Act]) -> int | None:
    """Where to go on `before`, when there may be more than these acts show."""
    entries = [entry for act in acts for entry in act.entries]
    return min(entry.seq for entry in entries) if len(entries) >= MOST_ENTRIES else None


def find_same_words(session: Session, seq: int) -> list[int]:
    """Other revisions of the same row that hold one of this one's longer texts: a redaction of one of them
    leaves the words readable in the others."""
    revision = session.get_one(Revision, seq)
    query = (
        select(RevisionPayload)
        .join(Revision, col(Revision.seq) == col(RevisionPayload.seq))
        .where(col(Revision.entity_id) == revision.entity_id)
        .order_by(col(Revision.seq))
    )
    texts = {row.seq: _list_texts(_read_body(row)) for row in session.execute(query).scalars()}
    return [other for other, found in texts.items() if other != seq and found & texts.get(seq, set())]


def _list_texts(body: dict[str, Any]) -> set[str]:
    """The values of a payload that somebody wrote, not the desk's own words ("checking", "link")."""
    sides = [body.get("before") or {}, body.get("after") or {}]
    return {
        value
        for side in sides
        for key, value in side.items()
        if key in WRITTEN and isinstance(value, str) and value.strip()
    }


def get_entry(session: Session, seq: int) -> Entry:
    """One revision with everything in it. Raises NotFound."""
    if seq > HIGHEST:
        raise NotFound(f"There is no revision {seq}.")
    revision, payload = session.get(Revision, seq), session.get(RevisionPayload, seq)
    if revision is None or payload is None:
        raise NotFound(f"There is no revision {seq}.")
    body = _read_body(payload)
    names, _ = load_names(session, _list_every_id([(revision, payload, body)]))
    return _make_entry(revision, payload, body, names, sight=True)


def _read(
    session: Session,
    ids: Sequence[uuid.UUID],
    parts: Sequence[Select[Any]],
    *,
    sight: bool,
    before: int | None,
) -> list[Act]:
    wanted: ColumnElement[bool] = col(Revision.entity_id).in_(ids)
    if parts:
        wanted = or_(wanted, col(Revision.entity_id).in_(union_all(*parts)))
    query = (
        select(Revision, RevisionPayload)
        .join(RevisionPayload, col(RevisionPayload.seq) == col(Revision.seq))
        .where(wanted)
        .order_by(col(Revision.seq).desc())
        .limit(MOST_ENTRIES)
    )
    if before is not None:
        query = query.where(col(Revision.seq) < before)
    found = [(row[0], row[1], _read_body(row[1])) for row in session.execute(query)]
    names, withheld = load_names(session, _list_every_id(found))
    shown = found if sight else _leave_withheld(found, withheld, list_withheld_keys(session))
    return group_acts(
        [_make_entry(revision, payload, body, names, sight=sight) for revision, payload, body in shown]
    )


def _leave_withheld(found: Sequence[Loaded], withheld: set[str], keys: frozenset[str]) -> list[Loaded]:
    """Without the revisions that give a withheld source away: those that name it by its id or in words
    (`keys`: folded names), and whatever stands before them in a row about one source, for it held the name
    before it was linked to the source."""
    named: dict[uuid.UUID, int] = {}
    for revision, _, body in found:
        if withheld & _list_ids(body):
            named[revision.entity_id] = max(revision.seq, named.get(revision.entity_id, 0))
    return [
        (revision, payload, body)
        for revision, payload, body in found
        if not withheld & _list_ids(body)
        and not keys & _list_name_keys(body)
        and not (revision.entity in _OF_SOURCES and revision.seq < named.get(revision.entity_id, 0))
    ]


def _read_body(payload: RevisionPayload) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(payload.body) if payload.body is not None else {}
    return body


def _list_ids(body: dict[str, Any]) -> set[str]:
    """The ids of other rows that stand in a payload."""
    sides = [body.get("before") or {}, body.get("after") or {}]
    return {value for side in sides for key, value in side.items() if key.endswith("_id") and value}


def _list_every_id(found: Sequence[Loaded]) -> set[str]:
    """Who acted, and whatever these revisions name by its id."""
    return {revision.actor for revision, _, _ in found}.union(*(_list_ids(body) for _, _, body in found))


def _list_name_keys(body: dict[str, Any]) -> set[str]:
    """The folded names of claimants and of people asked in a payload, as they were typed."""
    sides = [body.get("before") or {}, body.get("after") or {}]
    return {fold_name(side[key]) for side in sides for key in ("name", "asked") if side.get(key)}


def _make_entry(
    revision: Revision, payload: RevisionPayload, body: dict[str, Any], names: dict[str, str], *, sight: bool
) -> Entry:
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
        redacted=payload.body is None,
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
        if before is None and not now:
            continue
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
