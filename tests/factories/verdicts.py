"""Verdicts, reviews, and verdicts that nobody may read yet."""

from typing import Any

from sqlmodel import Session

from tests.factories.claims import make_claim, make_claimant
from tests.factories.desk import make_user
from tests.factories.evidence import make_evidence
from tests.factories.rows import NOON, save_row
from workbench import history
from workbench.domain.evidence import Stance
from workbench.domain.ratings import DEFAULT_SCALE, Confidence, find_scale
from workbench.domain.roles import Role
from workbench.models import (
    Adjudication,
    BlindRequest,
    BlindVerdict,
    Claim,
    Followed,
    Review,
    ReviewOutcome,
    User,
    Verdict,
)


def make_ready(session: Session, claim: Claim) -> None:
    """Evidence for and against, and an author who stands behind the article: with a verdict besides, the
    claim can go into review. The claim's own row stays as it is."""
    make_claimant(session, claim)
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        make_evidence(session, claim, stance=stance)


def make_verdict(
    session: Session,
    claim: Claim | None = None,
    author: User | None = None,
    rating: str = "half-true",
    **values: Any,
) -> Verdict:
    """A verdict in force: the claim's `verdict_id` names it, in the same change."""
    claim = claim or make_claim(session)
    author = author or make_user(session)
    scale = find_scale(values.get("scale", DEFAULT_SCALE))
    label = scale.label(rating)
    defaults: dict[str, Any] = {
        "scale": scale.code,
        "scale_version": scale.version,
        "scale_name": scale.name,
        "rating": rating,
        "rating_text": label.text,
        "rating_definition": label.definition,
        "rating_colour": label.colour,
        "rollup": label.rollup,
        "confidence": Confidence.MEDIUM,
        "reasoning": "One map shows it, another does not.",
        "given_at": NOON,
    }
    verdict = Verdict(claim_id=claim.id, author_id=author.id, **{**defaults, **values})
    with history.change(session, by=str(author.id), action="verdict.given"):
        session.add(verdict)
        claim.verdict_id = verdict.id
        session.add(claim)
    return verdict


def make_review(
    session: Session, verdict: Verdict | None = None, reviewer: User | None = None, **values: Any
) -> Review:
    verdict = verdict or make_verdict(session)
    reviewer = reviewer or make_user(session, Role.REVIEWER)
    review = Review(
        claim_id=verdict.claim_id,
        verdict_id=verdict.id,
        reviewer_id=reviewer.id,
        **{"outcome": ReviewOutcome.SIGNED, "reviewed_at": NOON, **values},
    )
    return save_row(session, review)


def make_blind_verdict(
    session: Session,
    claim: Claim | None = None,
    author: User | None = None,
    beside: BlindVerdict | None = None,
    **values: Any,
) -> BlindVerdict:
    """A sealed verdict; with `beside` the second person's."""
    claim = claim or make_claim(session)
    author = author or make_user(session)
    scale = find_scale(DEFAULT_SCALE)
    rating = values.get("rating", "half-true")
    defaults: dict[str, Any] = {
        "beside_id": beside.id if beside else None,
        "scale": scale.code,
        "scale_version": scale.version,
        "rating": rating,
        "rating_text": scale.label(rating).text,
        "confidence": Confidence.MEDIUM,
        "reasoning": "One map shows it, another does not.",
        "given_at": NOON,
    }
    return save_row(session, BlindVerdict(claim_id=claim.id, author_id=author.id, **{**defaults, **values}))


def make_blind_request(session: Session, claim: Claim | None = None, **values: Any) -> BlindRequest:
    """A second verdict that is asked for of whoever comes; none is in."""
    claim = claim or make_claim(session)
    asked_by = make_user(session, Role.REVIEWER)
    defaults: dict[str, Any] = {"asked_by_id": asked_by.id, "asked_at": NOON}
    return save_row(session, BlindRequest(claim_id=claim.id, **{**defaults, **values}))


def make_adjudication(
    session: Session, verdict: Verdict, first: BlindVerdict, second: BlindVerdict, **values: Any
) -> Adjudication:
    """The verdict in force is what came of the two sealed ones; a reviewer followed the first."""
    reviewer = make_user(session, Role.REVIEWER)
    defaults: dict[str, Any] = {
        "followed": Followed.FIRST,
        "reasoning": "The map is dated.",
        "decided_at": NOON,
    }
    row = Adjudication(
        claim_id=verdict.claim_id,
        first_id=first.id,
        second_id=second.id,
        verdict_id=verdict.id,
        adjudicator_id=reviewer.id,
        **{**defaults, **values},
    )
    return save_row(session, row)
