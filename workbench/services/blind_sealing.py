"""Verdicts that are sealed until both are in: asked for, given, opened. All of it inside an open change."""

from sqlmodel import Session

from workbench import history
from workbench.domain.agreement import Closeness, compare, read_judgement
from workbench.domain.errors import RuleBroken
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.domain.ratings import Label, Scale
from workbench.domain.status import Status
from workbench.models import BlindRequest, BlindVerdict, Claim, Verdict
from workbench.queries.blind import find_first_author, find_first_scale, was_asked
from workbench.queries.desk import get_desk
from workbench.queries.scales import load_used
from workbench.queries.users import list_writers
from workbench.services.blind_rules import check_turn, find_sealable
from workbench.services.claim_links import flag_dependents, forget_verdict
from workbench.services.claim_status import move_claim
from workbench.services.news import tell
from workbench.services.verdict_values import VerdictValues, build_verdict, list_grades


def ask_by_rule(session: Session, claim: Claim, person: Person) -> BlindRequest | None:
    """A request of the desk's own accord, where the settings ask for a second verdict on every claim: once a
    claim, and not of a person who has nobody beside them."""
    if not get_desk(session).blind_second or was_asked(session, claim):
        return None
    if all(other.id == person.id for other in list_writers(session)):
        return None
    at = history.open_change(session).at
    request = BlindRequest(claim_id=claim.id, asked_by_id=person.id, asked_at=at)
    session.add(request)
    verdict = find_sealable(session, claim)
    if verdict is not None:
        _take_away(session, claim, request, verdict)  # no half: the one that is given now is the first
    return request


def seal_standing(session: Session, claim: Claim, request: BlindRequest, verdict: Verdict) -> None:
    """The verdict in force leaves its place, and is the first of the pair."""
    first = BlindVerdict(
        claim_id=claim.id,
        author_id=verdict.author_id,
        scale=verdict.scale,
        scale_version=verdict.scale_version,
        rating=verdict.rating,
        rating_text=verdict.rating_text,
        conclusion=verdict.conclusion,
        confidence=verdict.confidence,
        reasoning=verdict.reasoning,
        grades=verdict.grades,
        given_at=verdict.given_at,
    )
    session.add(first)
    request.first_id = first.id
    _take_away(session, claim, request, verdict)


def _take_away(session: Session, claim: Claim, request: BlindRequest, verdict: Verdict) -> None:
    request.sealed_id, claim.verdict_id = verdict.id, None
    forget_verdict(session, claim)
    flag_dependents(session, claim, "is judged a second time")


def seal_verdict(
    session: Session,
    claim: Claim,
    request: BlindRequest,
    values: VerdictValues,
    label: Label,
    person: Person,
) -> BlindVerdict:
    """Take a verdict without showing it; with the second one both are opened. Whoever gave the first may give
    it anew as long as it is sealed.

    Raises NotAllowed for a person who was not asked, RuleBroken for another scale than the first one's.
    """
    change = history.open_change(session)
    change.action = "verdict.sealed"
    first_author = find_first_author(session, request)
    check_turn(session, request, first_author, person)
    second = first_author not in {None, person.id}
    if second and find_first_scale(session, request) != (values.scale.code, values.scale.version):
        raise RuleBroken("Both verdicts are given on the same scale. Open the page again.", field="scale")
    sealed = BlindVerdict(
        claim_id=claim.id,
        beside_id=request.first_id if second else None,
        author_id=person.id,
        scale=values.scale.code,
        scale_version=values.scale.version,
        rating=label.key,
        rating_text=label.text,
        conclusion=values.conclusion.strip() if values.scale.conclusion else "",
        confidence=values.confidence,
        reasoning=values.reasoning.strip(),
        grades=list_grades(session, claim),
        given_at=change.at,
    )
    session.add(sealed)
    change.touch(claim)  # whoever has the page open has not seen that one is in, nor on which scale
    if claim.status is Status.NEW:
        move_claim(claim, Status.CHECKING)
    change.subject = sealed
    if second:
        _open_pair(session, claim, request, sealed, values.scale)
    else:
        request.first_id = sealed.id
        if first_author is None:
            tell(session, [request.person_id], NewsKind.BLIND_ASKED, claim)
    return sealed


def take_first(session: Session, claim: Claim, request: BlindRequest) -> Verdict | None:
    """The verdict that is in comes into force, or back into it; None when none is in."""
    first = session.get(BlindVerdict, request.first_id) if request.first_id else None
    if first is None:
        return None
    return unseal(session, claim, request, first)


def unseal(session: Session, claim: Claim, request: BlindRequest, half: BlindVerdict) -> Verdict:
    """One of a pair becomes the claim's verdict: the row that was in force before it was sealed, if it still
    says the same, else a new one."""
    before = session.get(Verdict, request.sealed_id) if request.sealed_id else None
    if before is not None and (before.author_id, before.given_at) == (half.author_id, half.given_at):
        return put_in_force(session, claim, before)
    scale = load_used(session)[half.scale, half.scale_version]
    verdict = build_verdict(
        claim,
        scale,
        scale.label(half.rating),
        confidence=half.confidence,
        reasoning=half.reasoning,
        conclusion=half.conclusion,
        author_id=half.author_id,
        at=half.given_at,
        grades=half.grades,
        blind_id=half.id,
    )
    return put_in_force(session, claim, verdict)


def put_in_force(session: Session, claim: Claim, verdict: Verdict) -> Verdict:
    """Make a verdict the claim's, and ask for another look at what depends on it."""
    before = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
    if before is None:
        what = f"has a verdict now: {verdict.rating_text}"
    else:
        same = before.rating_text == verdict.rating_text
        what = f"has {'a new' if same else 'another'} verdict: {verdict.rating_text}"
    session.add(verdict)
    flag_dependents(session, claim, what)
    claim.verdict_id = verdict.id
    return verdict


def _open_pair(
    session: Session, claim: Claim, request: BlindRequest, second: BlindVerdict, scale: Scale
) -> None:
    """Both are in: everybody may read them. The same rating is the claim's verdict; others wait for somebody
    who settles them."""
    change = history.open_change(session)
    change.action = "verdict.opened"
    first = session.get_one(BlindVerdict, request.first_id)
    request.second_id, request.opened_at = second.id, change.at
    judged = [read_judgement(scale, half.rating) for half in (first, second)]
    if compare(*judged) is Closeness.SAME:
        request.settled_at = change.at
        unseal(session, claim, request, first)
    people = [first.author_id, second.author_id, request.asked_by_id, claim.assignee_id]
    tell(session, people, NewsKind.BLIND_OPENED, claim)
