"""Reads of the history: who changed what about a claim, an article or a source, when and why."""

import uuid
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select, union_all
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.models import (
    Adjudication,
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    BlindRequest,
    BlindVerdict,
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
from workbench.queries.history_entries import Act, Entry, group_acts, make_entry
from workbench.queries.history_names import load_names
from workbench.queries.history_payloads import leave_withheld, list_every_id, read_body
from workbench.queries.seals import load_seals
from workbench.queries.source_names import list_withheld_keys

MOST_ENTRIES = 200
HIGHEST = 2**31 - 1  # of an integer column
_ID: Any = bindparam("id")  # of the claim, article or row that is asked about
_HEADER: Sequence[Any] = tuple(
    getattr(Revision, name)
    for name in ("seq", "entity", "entity_id", "version", "actor", "at", "action", "reason", "hash")
)


def read_claim_history(
    session: Session, claim: Claim, *, sight: bool, before: int | None = None
) -> list[Act]:
    """Everything that happened to a claim and what hangs on it, newest first: also to the sources that say
    it or give evidence, because a new name or grade of theirs reads differently under a signed verdict.

    At most MOST_ENTRIES revisions, those `before` a number; `find_older` says where the next ones begin.
    """
    query = _query_claim(sight, before is not None)
    return _read(session, query, {"id": claim.id, "before": before}, sight=sight)


def read_newest_acts(session: Session, claim: Claim, *, sight: bool, most: int) -> tuple[list[Act], int]:
    """The newest acts of a claim's history, and how many read_claim_history() would tell."""
    if not sight:  # what may be told is known only once it was read
        acts = read_claim_history(session, claim, sight=False)
        return acts[:most], len(acts)
    heads = session.execute(_query_claim_heads(), {"id": claim.id})
    found = [list(act) for _, act in groupby(heads, key=lambda head: (head.at, head.actor, head.action))]
    shown = [head.seq for act in found[:most] for head in act]
    return _read(session, _query_numbered(), {"seqs": shown}, sight=True), len(found)


def read_article_history(
    session: Session, article: Article, *, sight: bool, before: int | None = None
) -> list[Act]:
    """Everything that happened to an article, its versions and its furniture, newest first."""
    query = _query_article(before is not None)
    return _read(session, query, {"id": article.id, "before": before}, sight=sight)


def read_row_history(
    session: Session, row_id: uuid.UUID, *, sight: bool, before: int | None = None
) -> list[Act]:
    """Everything that happened to one row, newest first."""
    query = _query_row(before is not None)
    return _read(session, query, {"id": row_id, "before": before}, sight=sight)


def find_older(acts: Sequence[Act]) -> int | None:
    """Where to go on `before`, when there may be more than these acts show."""
    entries = [entry for act in acts for entry in act.entries]
    return min(entry.seq for entry in entries) if len(entries) >= MOST_ENTRIES else None


def get_entry(session: Session, seq: int) -> Entry:
    """One revision with everything in it. Raises NotFound, also for one that is sealed."""
    found = session.execute(_query_numbered(), {"seqs": [seq]}).first() if seq <= HIGHEST else None
    if found is None:
        raise NotFound(f"There is no revision {seq}.")
    seals = load_seals(session, [found])
    if seals.covers(found):
        raise NotFound(f"Revision {seq} is sealed until both verdicts are in.")
    body = read_body(found.body)
    names, _ = load_names(session, list_every_id([(found, body)]))
    return seals.veil(make_entry(found, body, names, sight=True), found)


def _read(session: Session, query: Select[Any], values: dict[str, Any], *, sight: bool) -> list[Act]:
    found = [(row, read_body(row.body)) for row in session.execute(query, values)]
    names, withheld = load_names(session, list_every_id(found))
    shown = found if sight else leave_withheld(found, withheld, list_withheld_keys(session))
    seals = load_seals(session, [row for row, _ in shown])
    return group_acts([seals.veil(make_entry(row, body, names, sight=sight), row) for row, body in shown])


# Each query is put together once: that costs more than to run it.


@cache
def _query_claim(sight: bool, older: bool) -> Select[Any]:
    return _select_whole(_about_claim(sight), older=older)


@cache
def _query_claim_heads() -> Select[Any]:
    """What acts there are, without what they changed; with sight."""
    columns: Sequence[Any] = (Revision.seq, Revision.at, Revision.actor, Revision.action)
    return _order(select(*columns).where(_about_claim(True)))


@cache
def _query_article(older: bool) -> Select[Any]:
    versions = select(col(ArticleVersion.id)).where(col(ArticleVersion.article_id) == _ID)
    furniture = select(col(Furniture.id)).where(col(Furniture.article_version_id).in_(versions))
    visits = select(col(Capture.id)).where(col(Capture.article_id) == _ID)
    return _select_whole(_about([versions, furniture, visits]), older=older)


@cache
def _query_row(older: bool) -> Select[Any]:
    return _select_whole(col(Revision.entity_id) == _ID, older=older)


@cache
def _query_numbered() -> Select[Any]:
    return _select_whole(col(Revision.seq).in_(bindparam("seqs", expanding=True)), older=False)


def _about_claim(sight: bool) -> ColumnElement[bool]:
    """Revisions of a claim and of what hangs on it, as far as a reader may know of it."""
    appearances = select(col(Appearance.id)).where(col(Appearance.claim_id) == _ID)
    attributions = select(col(Attribution.id)).where(col(Attribution.appearance_id).in_(appearances))
    evidence = select(col(Evidence.id)).where(col(Evidence.claim_id) == _ID)
    replies = select(col(Reply.id)).where(col(Reply.claim_id) == _ID)
    foreign = select(col(ForeignVerdict.id)).where(col(ForeignVerdict.claim_id) == _ID)
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
        select(col(model.id)).where(col(model.claim_id) == _ID)
        for model in (Verdict, Review, BlindRequest, BlindVerdict, Adjudication, ReportClaim, ClaimTag)
    ]
    # What is said about evidence that may not be seen may name its source.
    about = or_(col(Comment.evidence_id).is_(None), col(Comment.evidence_id).in_(evidence))
    parts.append(select(col(Comment.id)).where(col(Comment.claim_id) == _ID, about))
    # A link belongs to both of its claims.
    tied = or_(col(ClaimLink.claim_id) == _ID, col(ClaimLink.other_id) == _ID)
    parts.append(select(col(ClaimLink.id)).where(tied))
    return _about(parts)


def _about(parts: Sequence[Select[Any]]) -> ColumnElement[bool]:
    return or_(col(Revision.entity_id) == _ID, col(Revision.entity_id).in_(union_all(*parts)))


def _select_whole(wanted: ColumnElement[bool], *, older: bool) -> Select[Any]:
    """Everything that a page tells of a revision."""
    query = (
        select(*_HEADER, col(RevisionPayload.body))
        .join(RevisionPayload, col(RevisionPayload.seq) == col(Revision.seq))
        .where(wanted)
    )
    return _order(query.where(col(Revision.seq) < bindparam("before")) if older else query)


def _order(query: Select[Any]) -> Select[Any]:
    """The newest first, as many as a page tells."""
    return query.order_by(col(Revision.seq).desc()).limit(MOST_ENTRIES)
