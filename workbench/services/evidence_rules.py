"""What evidence may not be: the checked article again, or a repetition of itself. Asked behind the lock."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from sqlmodel import Session, col, select

from workbench.domain.circularity import Offered, find_circle
from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import Stance
from workbench.domain.independence import makes_circle
from workbench.domain.web_addresses import fold_address
from workbench.models import Claim, Evidence
from workbench.queries.circularity import find_circles, list_checked_articles, list_claimants, list_ends
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


def refuse_circle(session: Session, claim: Claim, values: Saying, evidence: Evidence | None = None) -> None:
    """Raises RuleBroken for evidence that would support the claim by the very article that makes it; also
    where a visit to the address of `evidence`, which it has already, came out at that article."""
    if values.stance is not Stance.SUPPORTS:
        return
    source = find_source(session, values.source)
    same = evidence is not None and evidence.url == values.url
    ends = list_ends(session, [evidence.id]) if evidence is not None and same else {}
    offered = Offered(
        frozenset({fold_address(values.url)}.union(*ends.values()) - {""}),
        values.excerpt,
        values.published_on,
        own_words=source is not None and source.id in list_claimants(session, claim),
    )
    circle = find_circle(offered, list_checked_articles(session, claim))
    if circle is not None:
        raise RuleBroken(circle.reason, field=circle.field)


def refuse_circular(
    session: Session, claims: Sequence[Claim], act: str, read: Callable[[str], bytes] | None = None
) -> None:
    """Raises RuleBroken where one of these claims is supported by the article that makes it: what was no
    circle when it was added may be one since claims or sources were merged, or an article turned out to be
    a copy. `act` says what can't be done ("signed"); with `read` (a kept file's bytes by its hash) the words
    of captured pages are looked at, too."""
    rows = list_evidence(session, [claim.id for claim in claims], sight=True)
    circles = find_circles(session, rows, read)
    found = {row.evidence.claim_id for row in rows if row.evidence.id in circles}
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
