"""Writes to verdicts: giving one, and a second person's signature or return."""

from dataclasses import asdict, replace

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import NotAllowed, RuleBroken, StaleEdit
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.domain.pointing import MOST_POINTS, read_points
from workbench.domain.roles import Permission
from workbench.domain.status import AGREED, Need, Status, describe_needs, find_transition
from workbench.files import FileStore
from workbench.models import BlindVerdict, Claim, Review, ReviewOutcome, Verdict
from workbench.queries.blind import find_request
from workbench.queries.claim_facts import load_facts
from workbench.queries.sorting import is_only_sorted
from workbench.services.blind_sealing import ask_by_rule, put_in_force, seal_verdict
from workbench.services.claim_rules import refuse_signed, require_accepted
from workbench.services.claim_status import move_claim
from workbench.services.evidence_rules import refuse_circular
from workbench.services.news import tell
from workbench.services.verdict_values import (
    VerdictValues,
    build_verdict,
    check_values,
    keep_scale,
    list_grades,
)


def give_verdict(
    session: Session, claim: Claim, values: VerdictValues, *, seen: int, person: Person
) -> Verdict | BlindVerdict:
    """A new verdict in force; the one before stays readable. The claim is being checked again. Where a second
    verdict is asked for without sight of the first it is sealed instead, see `blind_sealing`.

    Raises RuleBroken for a checked or published claim: re-open it first, so that nothing signed changes.
    """
    _check_seen(session, claim, seen)
    require_accepted(claim)
    refuse_signed(claim)
    label = check_values(values)
    with history.change(session, by=person.actor, action="verdict.given") as change:
        keep_scale(session, values.scale, change.at)
        request = find_request(session, claim) or ask_by_rule(session, claim, person)
        if request is not None:
            return seal_verdict(session, claim, request, values, label, person)
        verdict = build_verdict(
            claim,
            values.scale,
            label,
            confidence=values.confidence,
            reasoning=values.reasoning,
            conclusion=values.conclusion,
            author_id=person.id,
            at=change.at,
            grades=list_grades(session, claim),
        )
        put_in_force(session, claim, verdict)
        # A signature asked for the old verdict is not one for the new.
        move_claim(claim, Status.CHECKING)
        change.subject = verdict
    return verdict


_WENT_ON = (
    "This claim went on after you opened it: a verdict came in and is sealed, or something else changed. "
    "Nothing of yours is lost."
)


def _check_seen(session: Session, claim: Claim, seen: int) -> None:
    """Raises StaleEdit that tells the verdict in force now, which is no column of the claim; beside a sealed
    one another is given, not over it. That the claim was assigned or got a due day meanwhile, is no other
    text to judge."""
    if seen < claim.version and is_only_sorted(session, claim.id, since=seen):
        return
    try:
        history.check_version(claim, seen)
    except StaleEdit as stale:
        request = find_request(session, claim)
        if request is not None and request.opened_at is None:
            raise StaleEdit(stale.current, message=_WENT_ON) from None
        verdict = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
        now = {
            "rating": verdict.rating if verdict else "",
            "conclusion": verdict.conclusion if verdict else "",
            "confidence": verdict.confidence.value if verdict else "",
            "reasoning": verdict.reasoning if verdict else "",
        }
        raise StaleEdit(stale.current, {**now, "status": claim.status.value}) from None


def sign_verdict(
    session: Session, files: FileStore, claim: Claim, *, alone: bool, comment: str, seen: int, person: Person
) -> Review:
    """A reviewer's signature: the claim is checked. One's own verdict only where the desk works alone.
    `files` hold the captured pages behind its evidence: one that is the checked article again is refused."""
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
        refuse_circular(session, files, [claim], "signed")
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
        move_claim(claim, Status.CHECKED)
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
        move_claim(claim, Status.CHECKING)
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
        missing = find_transition(claim.status, Status.CHECKED).list_missing(
            load_facts(session, [claim])[claim.id]
        )
        sealed = [need for need in missing if need in AGREED]
        raise RuleBroken(describe_needs(sealed) or "The claim has no verdict to sign.")
    return verdict
