"""Writes to verdicts: giving one, and a second person's signature or return."""

from dataclasses import dataclass

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import NotAllowed, RuleBroken, StaleEdit
from workbench.domain.people import Person
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Permission
from workbench.domain.status import Status
from workbench.models import Claim, Review, ReviewOutcome, Verdict
from workbench.queries.evidence import list_evidence
from workbench.services.claim_links import flag_dependents
from workbench.services.claims import refuse_signed, require_accepted


@dataclass(frozen=True, slots=True)
class VerdictValues:
    scale: str
    rating: str
    confidence: Confidence
    reasoning: str


def give_verdict(
    session: Session, claim: Claim, values: VerdictValues, *, seen: int, person: Person
) -> Verdict:
    """A new verdict in force; the one before stays readable. The claim is being checked again.

    Raises RuleBroken for a checked or published claim: re-open it first, so that nothing signed changes.
    """
    _check_seen(session, claim, seen)
    require_accepted(claim)
    refuse_signed(claim)
    if not values.reasoning.strip():
        raise RuleBroken("Say how the evidence leads to this rating.", field="reasoning")
    scale = find_scale(values.scale)
    label = scale.label(values.rating)
    with history.change(session, by=person.actor, action="verdict.given") as change:
        verdict = Verdict(
            claim_id=claim.id,
            scale=scale.code,
            scale_version=scale.version,
            rating=label.key,
            rating_text=label.text,
            confidence=values.confidence,
            reasoning=values.reasoning.strip(),
            author_id=person.id,
            given_at=change.at,
            grades=[
                {"evidence": str(row.evidence.id), "version": row.evidence.version, "grade": row.grade}
                for row in list_evidence(session, [claim.id], sight=True)
            ],
        )
        session.add(verdict)
        flag_dependents(session, claim, _describe_change(session, claim, label.text))
        claim.verdict_id = verdict.id
        # A signature asked for the old verdict is not one for the new.
        claim.status = Status.CHECKING
        change.subject = verdict
    return verdict


def _describe_change(session: Session, claim: Claim, rating: str) -> str:
    """What a new verdict is beside the one in force, for the claims that depend on it."""
    before = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
    if before is None:
        return f"has a verdict now: {rating}"
    return f"has {'a new' if before.rating_text == rating else 'another'} verdict: {rating}"


def _check_seen(session: Session, claim: Claim, seen: int) -> None:
    """Raises StaleEdit that tells the verdict in force now, which is no column of the claim."""
    try:
        history.check_version(claim, seen)
    except StaleEdit as stale:
        verdict = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
        now = {
            "rating": verdict.rating if verdict else "",
            "confidence": verdict.confidence.value if verdict else "",
            "reasoning": verdict.reasoning if verdict else "",
        }
        raise StaleEdit(stale.current, {**now, "status": claim.status.value}) from None


def sign_verdict(
    session: Session, claim: Claim, *, alone: bool, comment: str, seen: int, person: Person
) -> Review:
    """A reviewer's signature: the claim is checked. One's own verdict only where the desk works alone."""
    verdict = _verdict_in_review(session, claim, seen, person)
    own = verdict.author_id == person.id
    if own and not alone:
        raise NotAllowed(
            "Somebody else has to sign your verdict. The settings say that this desk does not work alone."
        )
    with history.change(session, by=person.actor, action="verdict.signed", reason=comment) as change:
        review = Review(
            claim_id=claim.id,
            verdict_id=verdict.id,
            reviewer_id=person.id,
            outcome=ReviewOutcome.SIGNED,
            comment=comment.strip(),
            own_verdict=own,
            reviewed_at=change.at,
        )
        session.add(review)
        claim.status = Status.CHECKED
        change.subject = review
    return review


def return_verdict(session: Session, claim: Claim, *, comment: str, seen: int, person: Person) -> Review:
    """Send a verdict back with a word on why: the claim is being checked again."""
    verdict = _verdict_in_review(session, claim, seen, person)
    if not comment.strip():
        raise RuleBroken("Say what has to be mended.", field="comment")
    with history.change(session, by=person.actor, action="verdict.returned", reason=comment) as change:
        review = Review(
            claim_id=claim.id,
            verdict_id=verdict.id,
            reviewer_id=person.id,
            outcome=ReviewOutcome.RETURNED,
            comment=comment.strip(),
            own_verdict=verdict.author_id == person.id,
            reviewed_at=change.at,
        )
        session.add(review)
        claim.status = Status.CHECKING
        change.subject = review
    return review


def _verdict_in_review(session: Session, claim: Claim, seen: int, person: Person) -> Verdict:
    _check_seen(session, claim, seen)
    person.require(Permission.REVIEW)
    if claim.status is not Status.IN_REVIEW:
        raise RuleBroken("Only a claim in review can be signed or returned.")
    verdict = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
    if verdict is None:
        raise RuleBroken("The claim has no verdict to sign.")
    return verdict
