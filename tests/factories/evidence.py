"""Evidence, what was kept of it, and who was asked."""

import hashlib
from itertools import count
from typing import Any

from sqlmodel import Session

from tests.factories.claims import make_claim
from tests.factories.rows import NOON, save_row
from tests.factories.sources import make_source
from workbench.domain.captures import CaptureOutcome, CustodyAct
from workbench.domain.evidence import EvidenceKind, Stance
from workbench.models import (
    Capture,
    Claim,
    Custody,
    Evidence,
    ForeignVerdict,
    Reply,
    Snapshot,
    Source,
)

_pages = count(1)  # each piece of evidence has a page of its own: one page is one origin


def make_snapshot(session: Session, content: bytes = b"captured", **values: Any) -> Snapshot:
    """The row alone; the bytes are put into the file store by the test that reads them."""
    digest = hashlib.sha256(content).hexdigest()
    defaults = {"size": len(content), "media_type": "text/plain", "method": "upload", "captured_at": NOON}
    return save_row(session, Snapshot(sha256=digest, **{**defaults, **values}))


def make_capture(session: Session, evidence: Evidence | None = None, **values: Any) -> Capture:
    """A visit to the address of the evidence, or of the article with `article_id`, that found its page; its
    files are not in the file store."""
    if evidence is None and "article_id" not in values:
        evidence = make_evidence(session)
    url = evidence.url if evidence else "https://example.org/article"
    defaults: dict[str, Any] = {
        "evidence_id": evidence.id if evidence else None,
        "url": url,
        "final_url": url,
        "status_code": 200,
        "outcome": CaptureOutcome.CAPTURED,
        "tool": "workbench 0",
        "captured_at": NOON,
    }
    return save_row(session, Capture(**{**defaults, **values}))


def make_custody(
    session: Session, snapshot: Snapshot | None = None, act: CustodyAct = CustodyAct.COLLECTED
) -> Custody:
    snapshot = snapshot or make_snapshot(session)
    return save_row(session, Custody(snapshot_id=snapshot.id, act=act, at=NOON))


def make_reply(session: Session, claim: Claim | None = None, **values: Any) -> Reply:
    claim = claim or make_claim(session)
    defaults: dict[str, Any] = {
        "asked": "The ministry's press office",
        "asked_on": NOON.date(),
        "added_at": NOON,
    }
    return save_row(session, Reply(claim_id=claim.id, **{**defaults, **values}))


def make_foreign_verdict(
    session: Session, claim: Claim | None = None, publisher: Source | None = None, **values: Any
) -> ForeignVerdict:
    claim = claim or make_claim(session)
    publisher = publisher or make_source(session, "Fact desk")
    defaults: dict[str, Any] = {
        "url": "https://example.org/check",
        "rating": "Mostly false",
        "added_at": NOON,
    }
    row = ForeignVerdict(claim_id=claim.id, publisher_id=publisher.id, **{**defaults, **values})
    return save_row(session, row)


def make_evidence(
    session: Session, claim: Claim | None = None, source: Source | None = None, **values: Any
) -> Evidence:
    claim = claim or make_claim(session)
    source = source or make_source(session)
    defaults: dict[str, Any] = {
        "kind": EvidenceKind.LINK,
        "stance": Stance.SUPPORTS,
        "url": f"https://example.org/report/{next(_pages)}",
        "excerpt": "The front line runs 30 km from the border.",
        "added_at": NOON,
    }
    return save_row(session, Evidence(claim_id=claim.id, source_id=source.id, **{**defaults, **values}))
