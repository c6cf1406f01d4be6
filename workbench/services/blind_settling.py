"""Settling two verdicts that differ: a third person decides, with reasons; it becomes the claim's verdict."""

from dataclasses import dataclass

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.domain.roles import Permission
from workbench.domain.status import Status
from workbench.models import Adjudication, Claim, Followed, Verdict
from workbench.queries.blind import OpenedPair, find_request, load_pairs
from workbench.services.blind_rules import check_settling
from workbench.services.blind_sealing import put_in_force, unseal
from workbench.services.claim_status import move_claim
from workbench.services.news import tell
from workbench.services.verdict_values import (
    VerdictValues,
    build_verdict,
    check_values,
    keep_scale,
    list_grades,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """Which of two verdicts is followed and why; with NEITHER either a verdict of one's own, or, without one,
    a new verdict is asked for."""

    followed: Followed
    reasoning: str
    own: VerdictValues | None = None


def settle_pair(
    session: Session, claim: Claim, decision: Decision, *, seen: int, person: Person
) -> Adjudication:
    """Decide between two verdicts that were given without sight of each other.

    Raises NotAllowed for whoever gave one of them, unless nobody else may review here; StaleEdit; RuleBroken
    without reasons, or when there is nothing to settle.
    """
    history.check_version(claim, seen)
    person.require(Permission.REVIEW)
    pair = _find_pair(session, claim)
    check_settling(session, claim, pair, person)
    if not decision.reasoning.strip():
        raise RuleBroken("Say why you decide so.", field="settling")
    if decision.own is not None:
        check_values(decision.own)
    with history.change(
        session, by=person.actor, action="blind.settled", reason=decision.reasoning
    ) as change:
        verdict = _find_verdict(session, claim, pair, decision, person)
        settled = Adjudication(
            claim_id=claim.id,
            first_id=pair.first.verdict.id,
            second_id=pair.second.verdict.id,
            verdict_id=verdict.id if verdict else None,
            adjudicator_id=person.id,
            followed=decision.followed,
            reasoning=decision.reasoning.strip(),
            decided_at=change.at,
        )
        session.add(settled)
        pair.request.settled_at = change.at
        session.add(pair.request)
        change.touch(claim)
        if verdict is None:
            move_claim(claim, Status.CHECKING)
        tell(session, [*sorted(pair.authors), claim.assignee_id], NewsKind.BLIND_SETTLED, claim)
        change.subject = settled
    return settled


def _find_pair(session: Session, claim: Claim) -> OpenedPair:
    request = find_request(session, claim)
    if request is None or request.opened_at is None:
        raise RuleBroken("There are no two verdicts here that have to be settled.")
    return load_pairs(session, [request])[0]


def _find_verdict(
    session: Session, claim: Claim, pair: OpenedPair, decision: Decision, person: Person
) -> Verdict | None:
    """What the claim's verdict is now; None where a new one is asked for."""
    halves = {Followed.FIRST: pair.first.verdict, Followed.SECOND: pair.second.verdict}
    if decision.followed in halves:
        return unseal(session, claim, pair.request, halves[decision.followed])
    own = decision.own
    if own is None:
        return None
    at = history.open_change(session).at
    keep_scale(session, own.scale, at)
    verdict = build_verdict(
        claim,
        own.scale,
        check_values(own),
        confidence=own.confidence,
        reasoning=own.reasoning,
        conclusion=own.conclusion,
        author_id=person.id,
        at=at,
        grades=list_grades(session, claim),
    )
    return put_in_force(session, claim, verdict)
