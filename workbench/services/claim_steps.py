"""A claim moves through the work: from status to status, out of it and back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.domain.status import SIGNED, Facts, Need, Status, describe_needs, find_transition
from workbench.models import Claim
from workbench.queries.claim_facts import is_claimant_named, load_facts
from workbench.services.claim_links import flag_dependents
from workbench.services.claim_rules import refuse_withdrawn, require_accepted
from workbench.services.claim_status import bring_back, find_way_back, move_claim, take_out
from workbench.services.news import list_concerned, tell

# Which field of the status form a missing thing is told at.
_NOTED = {Need.CLAIMANT: "claimant_unknown", Need.BOTH_SIDES: "one_sided", Need.REASON: "reason"}


@dataclass(frozen=True, slots=True)
class Notes:
    """Why something is not there that a verdict should stand on: nobody who is named as the claimant, no
    evidence on one side."""

    claimant_unknown: str = ""
    one_sided: str = ""


def set_status(
    session: Session,
    claim: Claim,
    to: Status,
    *,
    seen: int,
    person: Person,
    reason: str = "",
    notes: Notes | None = None,
) -> None:
    """Move a claim to another status by hand, with notes on what it lacks. Raises RuleBroken that says what
    is missing, NotAllowed or StaleEdit."""
    history.check_version(claim, seen, ("status",))
    notes = notes or Notes(claim.claimant_unknown, claim.one_sided_note)
    facts = load_facts(session, [claim])[claim.id]
    facts = replace(
        facts,
        claimant_known=bool(notes.claimant_unknown.strip()) or is_claimant_named(session, claim),
        one_sided_note=bool(notes.one_sided.strip()),
        reason=bool(reason.strip()),
    )
    _check_step(claim, to, person, facts)
    with history.change(session, by=person.actor, action="claim.status.changed", reason=reason) as change:
        change.subject = claim
        claim.claimant_unknown = notes.claimant_unknown.strip()
        claim.one_sided_note = notes.one_sided.strip()
        _move(session, claim, to)


def set_statuses(
    session: Session, claims: Sequence[Claim], to: Status, *, person: Person, reason: str = ""
) -> None:
    """Move several claims to another status in one act, all for one reason; if one of them can't go there,
    none does.

    Raises RuleBroken, which names that claim, or NotAllowed.
    """
    facts = load_facts(session, claims)
    for claim in claims:
        try:
            _check_step(claim, to, person, replace(facts[claim.id], reason=bool(reason.strip())))
        except RuleBroken as error:
            raise RuleBroken(f"C-{claim.number}: {error}") from error
    with history.change(session, by=person.actor, action="claim.status.changed", reason=reason):
        for claim in claims:
            _move(session, claim, to)
            session.add(claim)


def withdraw_claim(session: Session, claim: Claim, *, reason: str, seen: int, person: Person) -> None:
    """Take a claim out of the work; it stays readable. Raises RuleBroken without a reason."""
    history.check_version(claim, seen, ("status",))
    refuse_withdrawn(claim)
    step = find_transition(claim.status, Status.WITHDRAWN)
    missing = step.list_missing(Facts(reason=bool(reason.strip())))
    if missing:
        raise RuleBroken(describe_needs(missing), field="reason")
    person.require(step.permission)
    with history.change(session, by=person.actor, action="claim.withdrawn", reason=reason) as change:
        change.subject = claim
        flag_dependents(session, claim, "was withdrawn")
        take_out(claim, reason.strip())


def reinstate_claim(session: Session, claim: Claim, *, seen: int, person: Person) -> None:
    """Bring a withdrawn claim back to the status it had; a dismissed proposal waits again."""
    history.check_version(claim, seen, ("status",))
    if claim.status is not Status.WITHDRAWN:
        raise RuleBroken("The claim is not withdrawn.")
    if claim.merged_into_id is not None:
        raise RuleBroken(
            "The claim was merged: its words and evidence are another claim's now. Make a new one."
        )
    person.require(find_transition(Status.WITHDRAWN, find_way_back(claim)).permission)
    with history.change(session, by=person.actor, action="claim.reinstated") as change:
        change.subject = claim
        flag_dependents(session, claim, "was reinstated")
        bring_back(claim)


def _move(session: Session, claim: Claim, to: Status) -> None:
    if claim.status in SIGNED:
        flag_dependents(session, claim, "was re-opened")
        tell(session, list_concerned(session, claim), NewsKind.REOPENED, claim)
    move_claim(claim, to)


def _check_step(claim: Claim, to: Status, person: Person, facts: Facts) -> None:
    require_accepted(claim)
    step = find_transition(claim.status, to)
    if not step.by_hand:
        raise RuleBroken(f"A claim becomes “{to}” by its own action, not by the status form.", field="status")
    person.require(step.permission)
    missing = step.list_missing(facts)
    if missing:
        raise RuleBroken(describe_needs(missing), field=_NOTED.get(missing[0], "status"))
