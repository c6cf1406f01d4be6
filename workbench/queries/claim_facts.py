"""What claims have of what their next step needs."""

import uuid
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import exists, func, or_, select
from sqlmodel import Session, col

from workbench.domain.evidence import Stance
from workbench.domain.status import Facts
from workbench.models import Appearance, Article, ArticleVersion, Attribution, Claim, Evidence, Verdict
from workbench.queries.blind import load_requests


def load_facts(session: Session, claims: Sequence[Claim]) -> dict[uuid.UUID, Facts]:
    """The facts of each claim; who acts, and why, is not among them. Withheld sources count: what is asked is
    whether there is something, not what."""
    ids = [claim.id for claim in claims]
    named = _list_named(session, ids)
    pieces = _count_pieces(session, ids)
    verdicts = [claim.verdict_id for claim in claims if claim.verdict_id]
    given = select(col(Verdict.id), col(Verdict.reasoning)).where(col(Verdict.id).in_(verdicts))
    reasonings: dict[uuid.UUID, str] = {row[0]: row[1] for row in session.execute(given)}
    requests = load_requests(session, ids)
    sealed = {one: request for one, request in requests.items() if request.first_id is not None}
    return {
        claim.id: Facts(
            claimant_known=claim.id in named or bool(claim.claimant_unknown),
            supports=pieces[claim.id, Stance.SUPPORTS],
            refutes=pieces[claim.id, Stance.REFUTES],
            context=pieces[claim.id, Stance.CONTEXT],
            one_sided_note=bool(claim.one_sided_note),
            # Nobody seals a verdict without its reasoning.
            has_verdict=claim.verdict_id is not None or claim.id in sealed,
            has_reasoning=claim.id in sealed
            or bool(claim.verdict_id and reasonings[claim.verdict_id].strip()),
            awaits_second=claim.id in requests and requests[claim.id].opened_at is None,
            apart=claim.id in requests and requests[claim.id].opened_at is not None,
        )
        for claim in claims
    }


def is_claimant_named(session: Session, claim: Claim) -> bool:
    """Whether anybody stands behind the claim: a claimant by name, or the article's outlet or author."""
    return claim.id in _list_named(session, [claim.id])


def _list_named(session: Session, ids: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """In the article's own voice it is the outlet's claim, or its author's."""
    attributed = (
        exists()
        .where(col(Attribution.appearance_id) == col(Appearance.id), col(Attribution.withdrawn_at).is_(None))
        .where(or_(col(Attribution.name) != "", col(Attribution.source_id).is_not(None)))
    )
    query = (
        select(col(Appearance.claim_id))
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(Appearance.claim_id).in_(ids), col(Appearance.withdrawn_at).is_(None))
        .where(or_(attributed, col(Article.outlet_id).is_not(None), col(Article.author) != ""))
    )
    return set(session.execute(query).scalars())


def _count_pieces(session: Session, ids: Sequence[uuid.UUID]) -> defaultdict[tuple[uuid.UUID, Stance], int]:
    query = (
        select(col(Evidence.claim_id), col(Evidence.stance), func.count())
        .where(col(Evidence.claim_id).in_(ids), col(Evidence.withdrawn_at).is_(None))
        .group_by(col(Evidence.claim_id), col(Evidence.stance))
    )
    found: defaultdict[tuple[uuid.UUID, Stance], int] = defaultdict(int)
    for claim_id, stance, count in session.execute(query):
        found[claim_id, stance] = count
    return found
