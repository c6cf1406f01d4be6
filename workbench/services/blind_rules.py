"""What holds for two verdicts given without sight of each other: who may ask for them, give, settle and do
without them, and what of the claim stays as it is meanwhile. Pages ask the same before they offer it."""

import uuid

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain.errors import NotAllowed, RuleBroken
from workbench.domain.people import Person
from workbench.domain.references import format_reference
from workbench.domain.roles import Permission
from workbench.models import BlindRequest, Claim, User, Verdict
from workbench.queries.blind import OpenedPair, find_request, list_settlers
from workbench.queries.seals import stands_in_report
from workbench.queries.users import find_name, list_writers
from workbench.services.claim_rules import refuse_signed, require_accepted


def check_asking(claim: Claim, request: BlindRequest | None, person: Person) -> None:
    """Whether a second verdict may be asked for. Raises NotAllowed, or RuleBroken for a claim that is signed
    or out of the work, and where there is a request already."""
    person.require(Permission.REVIEW)
    require_accepted(claim)
    refuse_signed(claim)
    if request is not None:
        raise RuleBroken("A second verdict is asked for already.")


def check_asked(session: Session, asked: User | None, author: uuid.UUID | None) -> None:
    """Whether `asked`, or None for whoever comes, can give a verdict beside that of `author`; None where
    there is none to seal. Raises RuleBroken."""
    if asked is not None and asked.id == author:
        raise RuleBroken("They gave the verdict that is there. Ask somebody else.", field="person")
    others = list_askable(session, author)
    if asked is not None and asked.id not in {user.id for user in others}:
        raise RuleBroken("They may not give verdicts here.", field="person")
    if len(others) < (1 if author else 2):
        raise RuleBroken("There is nobody else at this desk who could give it.", field="person")


def list_askable(session: Session, author: uuid.UUID | None) -> list[User]:
    """Who could give a verdict beside that of `author`: everybody else who writes here."""
    return [user for user in list_writers(session) if user.id != author]


def find_sealable(session: Session, claim: Claim) -> Verdict | None:
    """The verdict in force, unless it stands in a report: then both people give new ones."""
    if claim.verdict_id is None:
        return None
    query = select(Verdict).where(col(Verdict.id) == claim.verdict_id, ~stands_in_report())
    verdict: Verdict | None = session.execute(query).scalar_one_or_none()
    return verdict


def check_turn(
    session: Session, request: BlindRequest, first_author: uuid.UUID | None, person: Person
) -> None:
    """Raises NotAllowed for a person whose verdict is not asked for, RuleBroken once both are in."""
    person.require(Permission.WRITE)
    if request.opened_at is not None:
        raise RuleBroken("Both verdicts are in. They have to be settled before another one is given.")
    asked = find_asked(session, request)
    # Who was asked may also come first: then the other half is anybody's.
    if first_author in {None, person.id} or asked in {None, person.id, first_author}:
        return
    raise NotAllowed(f"{find_name(session, asked)} was asked for the second verdict.")


def find_asked(session: Session, request: BlindRequest) -> uuid.UUID | None:
    """Who was asked; None for whoever comes, also where they may not give verdicts any more."""
    writers = {user.id for user in list_writers(session)} if request.person_id else set()
    return request.person_id if request.person_id in writers else None


def require_waiting(request: BlindRequest | None, person: Person) -> BlindRequest:
    """The request, as one that a reviewer may withdraw: it is not opened yet. That of a claim that has left
    the work, too: else what is sealed there would never open. Raises NotAllowed or RuleBroken."""
    person.require(Permission.REVIEW)
    if request is None:
        raise RuleBroken("No second verdict is asked for.")
    if request.opened_at is not None:
        raise RuleBroken("Both verdicts are in: they are settled, not withdrawn.")
    return request


def check_settling(session: Session, claim: Claim, pair: OpenedPair, person: Person) -> None:
    """Raises NotAllowed for whoever gave one of the two, unless nobody else may review here; RuleBroken for a
    claim that is signed or out of the work."""
    person.require(Permission.REVIEW)
    require_accepted(claim)
    refuse_signed(claim)
    if person.id not in {user.id for user in list_settlers(session, pair)}:
        raise NotAllowed("You gave one of the two verdicts: somebody else settles them.")


def refuse_sealed(session: Session, claim: Claim) -> None:
    """What a claim says stays as its first verdict was given on it. Raises RuleBroken while one of two
    verdicts is in that are given without sight of each other."""
    request = find_request(session, claim)
    if request is not None and request.first_id is not None:
        raise RuleBroken(
            f"{format_reference('C', claim.number)} has a verdict that is sealed: the second is given on the "
            "same words. A reviewer can withdraw the request for it."
        )


def refuse_asked(session: Session, claim: Claim) -> None:
    """A claim that goes for good takes no open request along: nobody could answer it any more, and what is
    sealed would stay so. Raises RuleBroken."""
    request = find_request(session, claim)
    if request is not None and request.opened_at is None:
        raise RuleBroken(
            f"A second verdict on {format_reference('C', claim.number)} is asked for. "
            "Withdraw the request for a second verdict first."
        )
