"""Reads of saves that were answered already."""

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
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
    Custody,
    Evidence,
    ForeignVerdict,
    Furniture,
    IdempotencyKey,
    Reply,
    Report,
    ReportClaim,
    ReportFile,
    ReportPage,
    Review,
    Revision,
    Snapshot,
    Source,
    Tracked,
    Verdict,
)

# A row that has no page of its own is shown on the page of the row it belongs to.
_OWNERS: dict[str, tuple[type[Tracked], str, str]] = {
    "adjudication": (Adjudication, "claim_id", "claim"),
    "anchor": (Anchor, "appearance_id", "appearance"),
    "appearance": (Appearance, "claim_id", "claim"),
    "article_version": (ArticleVersion, "article_id", "article"),
    "blind_request": (BlindRequest, "claim_id", "claim"),
    "blind_verdict": (BlindVerdict, "claim_id", "claim"),
    "claim_link": (ClaimLink, "claim_id", "claim"),
    "claim_tag": (ClaimTag, "claim_id", "claim"),
    "comment": (Comment, "claim_id", "claim"),
    "attribution": (Attribution, "appearance_id", "appearance"),
    "evidence": (Evidence, "claim_id", "claim"),
    "foreign_verdict": (ForeignVerdict, "claim_id", "claim"),
    "furniture": (Furniture, "article_version_id", "article_version"),
    "report_claim": (ReportClaim, "report_id", "report"),
    "report_file": (ReportFile, "report_id", "report"),
    "report_page": (ReportPage, "report_id", "report"),
    "reply": (Reply, "claim_id", "claim"),
    "review": (Review, "claim_id", "claim"),
    "verdict": (Verdict, "claim_id", "claim"),
}
# What was kept belongs to one of several: to evidence, or to an article.
_KEPT: dict[str, tuple[type[Tracked], tuple[tuple[str, str], ...]]] = {
    "capture": (Capture, (("evidence_id", "evidence"), ("article_id", "article"))),
    "custody": (Custody, (("snapshot_id", "snapshot"),)),
    "snapshot": (Snapshot, (("capture_id", "capture"), ("evidence_id", "evidence"))),
}
NOWHERE = "nowhere"
_NUMBERED: dict[str, Any] = {
    "article": Article,
    "claim": Claim,
    "report": Report,
    "source": Source,
}


@dataclass(frozen=True, slots=True)
class Saved:
    """What an earlier save made: a noun that has a page, with its number where it has one."""

    noun: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A save under a key: what it made, and the digest of what its form held."""

    saved: Saved
    digest: str


def find_saved(session: Session, key: str, user_id: uuid.UUID) -> Stored | None:
    """What this person's save with this key made, or None when there was no such save."""
    query = select(col(Revision.entity), col(Revision.entity_id), col(IdempotencyKey.digest)).join(
        IdempotencyKey, col(IdempotencyKey.seq) == col(Revision.seq)
    )
    found = session.execute(
        query.where(col(IdempotencyKey.key) == key, col(IdempotencyKey.user_id) == user_id)
    ).first()
    if found is None:
        return None
    return Stored(_describe(session, found.entity, found.entity_id), found.digest)


def describe_revision(session: Session, seq: int) -> Saved:
    """The noun with a page that a revision belongs to. Raises NotFound."""
    revision = session.get(Revision, seq)
    if revision is None:
        raise NotFound(f"There is no revision {seq}.")
    return _describe(session, revision.entity, revision.entity_id)


def _describe(session: Session, entity: str, entity_id: uuid.UUID) -> Saved:
    while entity in _OWNERS or entity in _KEPT:
        if entity in _OWNERS:
            model, link, entity = _OWNERS[entity]
            entity_id = getattr(session.get_one(model, entity_id), link)
            continue
        entity, entity_id = _find_keeper(session, entity, entity_id)
    if entity in _NUMBERED:
        return Saved(entity, session.get_one(_NUMBERED[entity], entity_id).number)
    return Saved(entity)


def _find_keeper(session: Session, entity: str, entity_id: uuid.UUID) -> tuple[str, uuid.UUID]:
    """The row that something kept belongs to. An uploaded file is named by its evidence; a link of the chain
    of custody that speaks of every file belongs to none."""
    model, links = _KEPT[entity]
    row = session.get_one(model, entity_id)
    for link, owner in links:
        if (owner_id := getattr(row, link)) is not None:
            return owner, owner_id
    if entity == "snapshot":
        named = select(col(Evidence.id)).where(col(Evidence.snapshot_id) == entity_id)
        if (evidence_id := session.execute(named).scalars().first()) is not None:
            return "evidence", evidence_id
    return NOWHERE, entity_id
