"""What evidence may not be: the checked article again, or a repetition of itself. Asked behind the lock."""

from datetime import date
from typing import Protocol

from sqlmodel import Session, col, select

from workbench.domain.circularity import Offered, find_circle
from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import Stance
from workbench.domain.independence import makes_circle
from workbench.domain.web_addresses import fold_address
from workbench.models import Claim, Evidence
from workbench.queries.circularity import list_checked_articles, list_claimants
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


def refuse_circle(session: Session, claim: Claim, values: Saying) -> None:
    """Raises RuleBroken for evidence that would support the claim by the very article that makes it."""
    if values.stance is not Stance.SUPPORTS:
        return
    source = find_source(session, values.source)
    offered = Offered(
        fold_address(values.url),
        values.excerpt,
        values.published_on,
        own_words=source is not None and source.id in list_claimants(session, claim),
    )
    circle = find_circle(offered, list_checked_articles(session, claim))
    if circle is not None:
        raise RuleBroken(circle.reason, field=circle.field)


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
