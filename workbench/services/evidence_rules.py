"""What evidence may not be: the checked article again, or a repetition of itself. Asked behind the lock."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from sqlmodel import Session, col, select

from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import Stance
from workbench.domain.independence import makes_circle
from workbench.files import FileStore
from workbench.models import Claim, Evidence
from workbench.queries.circularity import Supporting, find_circles
from workbench.queries.evidence import list_evidence
from workbench.queries.source_names import find_source


class Saying(Protocol):
    """What counts here of the values of a form."""

    @property
    def source(self) -> str: ...
    @property
    def stance(self) -> Stance: ...
    @property
    def url(self) -> str: ...
    @property
    def excerpt(self) -> str: ...
    @property
    def published_on(self) -> date | None: ...


def refuse_circle(
    session: Session, files: FileStore, claim: Claim, values: Saying, evidence: Evidence | None = None
) -> None:
    """Raises RuleBroken for evidence that would support the claim by the very article that makes it; also
    where `evidence`, which it is already, was visited at this address, and the visit came out at that
    article, or what was captured there is hardly more than its words."""
    if values.stance is not Stance.SUPPORTS:
        return
    source = find_source(session, values.source)
    offered = Supporting(
        evidence.id if evidence is not None else uuid.uuid4(),
        claim.id,
        source.id if source is not None else None,
        values.url,
        values.excerpt,
        values.published_on,
    )
    circle = find_circles(session, [offered], files.read).get(offered.id)
    if circle is not None:
        raise RuleBroken(circle.reason, field=circle.field)


def refuse_circular(session: Session, files: FileStore, claims: Sequence[Claim], act: str) -> None:
    """Raises RuleBroken where one of these claims is supported by the article that makes it: what was no
    circle when it was added may be one since claims or sources were merged, an article turned out to be a
    copy, or its page was captured. `act` says what can't be done ("signed")."""
    rows = list_evidence(session, [claim.id for claim in claims], sight=True, read=files.read)
    found = {row.evidence.claim_id for row in rows if row.circle is not None}
    if found:
        names = ", ".join(f"C-{claim.number}" for claim in claims if claim.id in found)
        raise RuleBroken(
            f"{names}: evidence that supports it is the checked article again, so it cannot be {act}. "
            "Withdraw that evidence, or let it stand as context."
        )


def refuse_origin(session: Session, evidence: Evidence) -> None:
    """Raises RuleBroken where what it repeats is no evidence of its claim, or in the end repeats it."""
    if evidence.origin_id is None:
        return
    query = select(Evidence.id, Evidence.origin_id).where(col(Evidence.claim_id) == evidence.claim_id)
    chains = {row[0]: row[1] for row in session.exec(query)}
    if evidence.origin_id not in chains:
        raise RuleBroken("Choose another piece of evidence of this claim.", field="origin")
    if makes_circle(evidence.id, evidence.origin_id, chains):
        raise RuleBroken("That one repeats this one: one of the two has to be the first.", field="origin")
