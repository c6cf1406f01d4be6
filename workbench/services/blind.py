"""Asking for a second verdict without sight of the first, and no longer asking for it."""

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.models import BlindRequest, Claim, User
from workbench.queries.blind import find_first_author, find_request
from workbench.services.blind_rules import check_asked, check_asking, find_sealable, require_waiting
from workbench.services.blind_sealing import seal_standing, take_first
from workbench.services.news import tell


def ask_second(
    session: Session, claim: Claim, asked: User | None, *, seen: int, person: Person
) -> BlindRequest:
    """Ask for a verdict of somebody who does not see the other one: of `asked`, or of whoever comes. A
    verdict in force is sealed for the time, unless it was published: what stands in a report is no secret.

    Raises NotAllowed, StaleEdit, or RuleBroken for a claim that is signed, or where nobody could give it.
    """
    history.check_version(claim, seen)
    check_asking(claim, find_request(session, claim), person)
    verdict = find_sealable(session, claim)
    check_asked(session, asked, verdict.author_id if verdict else None)
    with history.change(session, by=person.actor, action="blind.asked") as change:
        request = BlindRequest(
            claim_id=claim.id,
            asked_by_id=person.id,
            asked_at=change.at,
            person_id=asked.id if asked else None,
        )
        session.add(request)
        change.touch(claim)  # whoever has the page open has a form that would give an open verdict
        if verdict is not None:
            seal_standing(session, claim, request, verdict)
        tell(session, [request.person_id], NewsKind.BLIND_ASKED, claim)
        change.subject = request
    return request


def withdraw_request(session: Session, claim: Claim, *, reason: str, seen: int, person: Person) -> None:
    """Ask for no second verdict any more: the one that is in comes into force. Raises NotAllowed, StaleEdit,
    or RuleBroken without a reason, and once both are in."""
    history.check_version(claim, seen)
    request = require_waiting(find_request(session, claim), person)
    if not reason.strip():
        raise RuleBroken("Say why no second verdict is needed.", field="reason")
    with history.change(session, by=person.actor, action="blind.withdrawn", reason=reason) as change:
        request.withdrawn_at, request.withdrawn_reason = change.at, reason.strip()
        session.add(request)
        change.touch(claim)
        people = [request.person_id, find_first_author(session, request)]
        take_first(session, claim, request)
        tell(session, people, NewsKind.BLIND_WITHDRAWN, claim)
        change.subject = request
