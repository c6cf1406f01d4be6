"""Writes to what ties claims together: link two, undo a link, and flag what hangs on a changed verdict."""

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.links import LinkKind
from workbench.domain.references import format_reference
from workbench.domain.status import Status
from workbench.models import Claim, ClaimLink
from workbench.services.news import ask_for_look


def link_claims(
    session: Session, claim: Claim, other: Claim, kind: LinkKind, *, by: str, note: str = ""
) -> ClaimLink:
    """Say how `claim` stands to `other`. Neither row changes, so a signed claim can be linked, too.

    Raises RuleBroken for a claim and itself, for what is no accepted claim, and when the two are linked in
    this way already, from either side.
    """
    if claim.id == other.id:
        raise RuleBroken("A claim cannot be linked to itself.", field="other")
    for one in (claim, other):
        _require_work(one)
    with history.change(session, by=by, action="link.made", reason=note) as change:
        # Behind the lock: somebody may be making the same link now.
        if _find_double(session, claim, other, kind):
            raise RuleBroken(_describe_double(claim, other, kind), field="other")
        link = ClaimLink(
            claim_id=claim.id, other_id=other.id, kind=kind, note=note.strip(), made_at=change.at
        )
        session.add(link)
        change.subject = link
    return link


def unlink_claims(session: Session, link: ClaimLink, *, seen: int, by: str) -> None:
    """Take a link back; the history keeps it. Raises StaleEdit, or RuleBroken when it is gone already."""
    if link.withdrawn_at is not None:
        raise RuleBroken("The link is gone already.")
    history.check_version(link, seen)
    with history.change(session, by=by, action="link.withdrawn") as change:
        link.withdrawn_at = change.at


def flag_dependents(session: Session, claim: Claim, what: str) -> None:
    """Ask for another look at every claim that depends on this one. `what` happened, in words: "was
    re-opened". Inside an open change only; statuses and signatures stay as they are."""
    query = (
        select(Claim)
        .join(ClaimLink, col(ClaimLink.claim_id) == col(Claim.id))
        .where(col(ClaimLink.other_id) == claim.id, col(ClaimLink.kind) == LinkKind.DEPENDS)
        .where(col(ClaimLink.withdrawn_at).is_(None), col(Claim.status) != Status.WITHDRAWN)
    )
    reference = format_reference("C", claim.number)
    for dependent in session.exec(query):
        ask_for_look(session, dependent, f"{reference},", f"which this depends on, {what}.")


def forget_verdict(session: Session, claim: Claim) -> None:
    """Take out of every claim's list of reasons for a look what tells the verdict of this one, whether they
    are still linked or not. Inside an open change only."""
    subject = f"{format_reference('C', claim.number)},"
    for other in session.exec(select(Claim).where(col(Claim.look_again).contains(subject, autoescape=True))):
        lines = [line for line in other.look_again.splitlines() if not line.startswith(subject)]
        other.look_again = "\n".join(lines)


def clear_look_again(session: Session, claim: Claim, *, seen: int, by: str, note: str = "") -> None:
    """A person has looked again. Raises StaleEdit, also when a further reason came up meanwhile, or
    RuleBroken when nothing asks for a look."""
    history.check_version(claim, seen)
    if not claim.look_again:
        raise RuleBroken("Nobody asked for another look at this claim.")
    with history.change(session, by=by, action="claim.looked.again", reason=note):
        claim.look_again = ""


def _require_work(claim: Claim) -> None:
    name = format_reference("C", claim.number)
    if claim.accepted_at is None:
        raise RuleBroken(f"{name} is only proposed. Accept it first.", field="other")
    if claim.status is Status.WITHDRAWN:
        raise RuleBroken(f"{name} is withdrawn. Reinstate it first.", field="other")


def _find_double(session: Session, claim: Claim, other: Claim, kind: LinkKind) -> bool:
    # From either side: two claims that are each narrower than the other are a mistake.
    both = [claim.id, other.id]
    query = select(ClaimLink).where(
        col(ClaimLink.claim_id).in_(both),
        col(ClaimLink.other_id).in_(both),
        col(ClaimLink.kind) == kind,
        col(ClaimLink.withdrawn_at).is_(None),
    )
    return session.exec(query).first() is not None


def _describe_double(claim: Claim, other: Claim, kind: LinkKind) -> str:
    mine, theirs = format_reference("C", claim.number), format_reference("C", other.number)
    return f"{mine} and {theirs} are linked by “{kind}” already."
