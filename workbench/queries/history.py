"""Reads of the history: who changed what about a claim, an article or a source, when and why."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, union_all
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
        for model in (Verdict, Review, BlindRequest, BlindVerdict, Adjudication, ReportClaim, ClaimTag)
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


def get_entry(session: Session, seq: int) -> Entry:
    """One revision with everything in it. Raises NotFound, also for one that is sealed."""
    if seq > HIGHEST:
        raise NotFound(f"There is no revision {seq}.")
    revision, payload = session.get(Revision, seq), session.get(RevisionPayload, seq)
    if revision is None or payload is None:
        raise NotFound(f"There is no revision {seq}.")
    body = read_body(payload)
    if load_seals(session).covers(revision):
        raise NotFound(f"Revision {seq} is sealed until both verdicts are in.")
    names, _ = load_names(session, list_every_id([(revision, payload, body)]))
    return make_entry(revision, payload, body, names, sight=True)


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
    found = [(row[0], row[1], read_body(row[1])) for row in session.execute(query)]
    names, withheld = load_names(session, list_every_id(found))
    shown = found if sight else leave_withheld(found, withheld, list_withheld_keys(session))
    seals = load_seals(session)
    return group_acts(
        [
            seals.veil(make_entry(revision, payload, body, names, sight=sight), revision)
            for revision, payload, body in shown
        ]
    )
