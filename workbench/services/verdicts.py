"""Writes to verdicts: giving one, and a second person's signature or return."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import NotAllowed, RuleBroken, StaleEdit
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.domain.pointing import MOST_POINTS, read_points
from workbench.domain.ratings import Confidence, Label, Scale
from workbench.domain.roles import Permission
from workbench.domain.scale_files import pack_scale
from workbench.domain.status import Need, Status, describe_needs, find_transition
from workbench.models import Claim, Review, ReviewOutcome, UsedScale, Verdict
from workbench.queries.claim_facts import load_facts
from workbench.queries.evidence import list_evidence
from workbench.queries.scales import find_used
from workbench.services.claim_links import flag_dependents
from workbench.services.claim_rules import refuse_signed, require_accepted
from workbench.services.evidence_rules import refuse_circular
from workbench.services.news import tell


@dataclass(frozen=True, slots=True)
class VerdictValues:
    """`conclusion` is asked for by some scales and stands on none of the others."""

    scale: Scale
    rating: str
    confidence: Confidence
    reasoning: str
    conclusion: str = ""


def give_verdict(
    session: Session, claim: Claim, values: VerdictValues, *, seen: int, person: Person
) -> Verdict:
    """A new verdict in force; the one before stays readable. The claim is being checked again.

    Raises RuleBroken for a checked or published claim: re-open it first, so that nothing signed changes.
    """
    _check_seen(session, claim, seen)
    require_accepted(claim)
    refuse_signed(claim)
    label = check_values(values)
    scale = values.scale
    with history.change(session, by=person.actor, action="verdict.given") as change:
        verdict = Verdict(
            claim_id=claim.id,
            scale=scale.code,
            scale_version=scale.version,
            rating=label.key,
            rating_text=label.text,
            scale_name=scale.name,
            rating_definition=label.definition,
            rating_colour=label.colour,
            rollup=label.rollup,
            conclusion=values.conclusion.strip() if scale.conclusion else "",
            confidence=values.confidence,
            reasoning=values.reasoning.strip(),
            author_id=person.id,
            given_at=change.at,
            grades=list_grades(session, claim),
        )
        session.add(verdict)
        keep_scale(session, scale, change.at)
        flag_dependents(session, claim, _describe_change(session, claim, label.text))
        claim.verdict_id = verdict.id
        # A signature asked for the old verdict is not one for the new.
        claim.status = Status.CHECKING
        change.subject = verdict
    return verdict


def check_values(values: VerdictValues) -> Label:
    """The label that was chosen. Raises RuleBroken on the field to mend."""
    label = values.scale.label(values.rating)
    if label.retired:
        raise RuleBroken(f"“{label.text}” is {label.retired}. Choose another.", field="rating")
    if values.scale.conclusion and not values.conclusion.strip():
        raise RuleBroken("Say in a sentence what was found.", field="conclusion")
    if not values.reasoning.strip():
        raise RuleBroken("Say how the evidence leads to this.", field="reasoning")
    return label


def list_grades(session: Session, claim: Claim) -> list[dict[str, Any]]:
    """The evidence of a claim as it is graded now, to be kept with a verdict."""
    return [
        {"evidence": str(row.evidence.id), "version": row.evidence.version, "grade": row.grade}
        for row in list_evidence(session, [claim.id], sight=True)
    ]


def keep_scale(session: Session, scale: Scale, at: datetime) -> None:
    """Keep the version that a verdict is given on, whole, within the open change; once for all verdicts.

    Raises RuleBroken when the same version was used with other labels: what was judged on is not changed.
    """
    used = find_used(session, scale.code, scale.version)
    if used is None:
        row = UsedScale(
            code=scale.code,
            scale_version=scale.version,
            name=scale.name,
            body=pack_scale(scale),
            first_used_at=at,
        )
        session.add(row)
    elif used != scale:
        raise RuleBroken(
            f"Version {scale.version} of “{scale.name}” read differently when it was used.", "scale"
        )


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
            "conclusion": verdict.conclusion if verdict else "",
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
    facts = replace(load_facts(session, [claim])[claim.id], own_verdict=own, alone=alone)
    missing = find_transition(claim.status, Status.CHECKED).list_missing(facts)
    if Need.SECOND_PERSON in missing:
        raise NotAllowed(describe_needs([Need.SECOND_PERSON]))
    if missing:
        raise RuleBroken(
            f"Return it, it is not ready to be signed. {describe_needs(missing)}", field="comment"
        )
    with history.change(session, by=person.actor, action="verdict.signed", reason=comment) as change:
        refuse_circular(session, [claim], "signed")
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
        tell(session, [verdict.author_id, claim.assignee_id], NewsKind.SIGNED, claim)
        change.subject = review
    return review


def return_verdict(
    session: Session, claim: Claim, *, comment: str, seen: int, person: Person, points: str = ""
) -> Review:
    """Send a verdict back with a word on why: the claim is being checked again. `points`: the words that it
    is about, of the statement or the verdict, one passage a line. Raises RuleBroken for words that are in
    neither."""
    verdict = _verdict_in_review(session, claim, seen, person)
    if not comment.strip():
        raise RuleBroken("Say what has to be mended.", field="comment")
    found, lost = read_points(points, read_pointable(claim, verdict))
    if lost:
        words = "; ".join(f"“{line}”" for line in lost)
        raise RuleBroken(f"Not in the statement or the verdict: {words}. Copy the words.", field="points")
    if len(found) > MOST_POINTS:
        raise RuleBroken(f"Point at no more than {MOST_POINTS} passages.", field="points")
    with history.change(session, by=person.actor, action="verdict.returned", reason=comment) as change:
        review = Review(
            claim_id=claim.id,
            verdict_id=verdict.id,
            reviewer_id=person.id,
            outcome=ReviewOutcome.RETURNED,
            comment=comment.strip(),
            own_verdict=verdict.author_id == person.id,
            points=[asdict(point) for point in found],
            reviewed_at=change.at,
        )
        session.add(review)
        claim.status = Status.CHECKING
        tell(session, [verdict.author_id, claim.assignee_id], NewsKind.RETURNED, claim)
        change.subject = review
    return review


def read_pointable(claim: Claim, verdict: Verdict) -> dict[str, str]:
    """What a return can point at, by the field that holds it."""
    return {
        "statement": claim.statement,
        "conclusion": verdict.conclusion,
        "reasoning": verdict.reasoning,
    }


def _verdict_in_review(session: Session, claim: Claim, seen: int, person: Person) -> Verdict:
    _check_seen(session, claim, seen)
    person.require(Permission.REVIEW)
    if claim.status is not Status.IN_REVIEW:
        raise RuleBroken("Only a claim in review can be signed or returned.")
    verdict = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
    if verdict is None:
        raise RuleBroken("The claim has no verdict to sign.")
    return verdict
