"""Writes to how the work is shared out and sorted: who a claim is assigned to, and its tags."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.news import NewsKind
from workbench.domain.roles import Permission, may
from workbench.domain.status import Status
from workbench.domain.tags import MOST_TAGS
from workbench.models import Claim, ClaimTag, User
from workbench.services.news import tell


def assign_claims(session: Session, claims: Sequence[Claim], to: User | None, *, by: str) -> int:
    """Put claims into somebody's hands, or into nobody's. Returns how many changed hands.

    Raises RuleBroken for a person who may not write, a proposal, or a withdrawn claim.
    """
    if to is not None and not (to.active and may(to.role, Permission.WRITE)):
        raise RuleBroken(f"{to.name} may not write here, so no claim can be assigned to them.", field="to")
    for claim in claims:
        _require_work(claim)
    assignee = to.id if to else None
    changed = [claim for claim in claims if claim.assignee_id != assignee]
    if changed:
        with history.change(session, by=by, action="claim.assigned"):
            for claim in changed:
                claim.assignee_id = assignee
                session.add(claim)
                tell(session, [assignee], NewsKind.ASSIGNED, claim)
    return len(changed)


def assign_claim(session: Session, claim: Claim, to: User | None, *, seen: int, by: str) -> None:
    """Put one claim into somebody's hands as the person saw it: nobody takes what another one just took.

    Raises StaleEdit, or RuleBroken as `assign_claims` does.
    """
    try:
        history.check_version(claim, seen)
    except StaleEdit as stale:
        now = session.get(User, claim.assignee_id) if claim.assignee_id else None
        raise StaleEdit(stale.current, {"to": now.login if now else ""}) from None
    assign_claims(session, [claim], to, by=by)


def set_due(session: Session, claims: Sequence[Claim], day: date | None, *, by: str) -> int:
    """Say by which day claims should be checked, or that there is none. Returns how many changed.

    Raises RuleBroken for a proposal, or a withdrawn claim.
    """
    for claim in claims:
        _require_work(claim)
    changed = [claim for claim in claims if claim.due_on != day]
    if changed:
        with history.change(session, by=by, action="claim.due.set"):
            for claim in changed:
                claim.due_on = day
                session.add(claim)
                if day:
                    tell(session, [claim.assignee_id], NewsKind.DUE, claim)
    return len(changed)


def set_due_on(session: Session, claim: Claim, day: date | None, *, seen: int, by: str) -> None:
    """The same for one claim as the person saw it. Raises StaleEdit, too."""
    history.check_version(claim, seen, ("due_on",))
    set_due(session, [claim], day, by=by)


def retag_claim(
    session: Session, claim: Claim, *, before: Sequence[str], wanted: Sequence[str], by: str
) -> None:
    """Give a claim the tags that are wanted in place of those a person saw `before`. What others put on or
    took off meanwhile stays so. Raises RuleBroken for too many."""
    now = [row.name for row in list_tag_rows(session, [claim]) if row.withdrawn_at is None]
    kept = [name for name in now if name in wanted or name not in before]
    tags = [*kept, *(name for name in wanted if name not in kept and name not in before)]
    if len(tags) > MOST_TAGS:
        raise RuleBroken(f"A claim has at most {MOST_TAGS} tags.", field="tags")
    set_tags(session, claim, tags, by=by)


def set_tags(session: Session, claim: Claim, tags: Iterable[str], *, by: str) -> None:
    """Give a claim exactly these tags; those it had besides are taken off, and stay in the history."""
    wanted = list(tags)
    rows = {row.name: row for row in list_tag_rows(session, [claim])}
    if {name for name, row in rows.items() if row.withdrawn_at is None} == set(wanted):
        return
    with history.change(session, by=by, action="claim.tagged") as change:
        for name in wanted:
            _put_on(session, claim, name, rows.get(name))
        for name, row in rows.items():
            if name not in wanted and row.withdrawn_at is None:
                row.withdrawn_at = change.at


def tag_claims(session: Session, claims: Sequence[Claim], tags: Sequence[str], *, by: str) -> int:
    """Put tags on claims beside those they have. Returns how many claims got one they did not have."""
    if not tags:
        raise RuleBroken("Write a tag first.", field="tags")
    rows = {(row.claim_id, row.name): row for row in list_tag_rows(session, claims)}
    lacking = [claim for claim in claims if any(_lacks(rows.get((claim.id, tag))) for tag in tags)]
    for claim in lacking:
        worn = {row.name for row in rows.values() if row.claim_id == claim.id and row.withdrawn_at is None}
        if len(worn.union(tags)) > MOST_TAGS:
            raise RuleBroken(f"C-{claim.number} would have more than {MOST_TAGS} tags.", field="tags")
    if lacking:
        with history.change(session, by=by, action="claim.tagged"):
            for claim in lacking:
                for tag in tags:
                    _put_on(session, claim, tag, rows.get((claim.id, tag)))
    return len(lacking)


def list_tag_rows(session: Session, claims: Sequence[Claim]) -> list[ClaimTag]:
    """Every tag these claims have or had."""
    query = select(ClaimTag).where(col(ClaimTag.claim_id).in_([claim.id for claim in claims]))
    return list(session.exec(query.order_by(col(ClaimTag.name))))


def _put_on(session: Session, claim: Claim, name: str, row: ClaimTag | None) -> None:
    if row is None:
        session.add(ClaimTag(claim_id=claim.id, name=name))
    elif row.withdrawn_at is not None:
        row.withdrawn_at = None


def _lacks(row: ClaimTag | None) -> bool:
    return row is None or row.withdrawn_at is not None


def _require_work(claim: Claim) -> None:
    if claim.accepted_at is None:
        raise RuleBroken(f"C-{claim.number} is a proposal: accept it first.")
    if claim.status is Status.WITHDRAWN:
        raise RuleBroken(f"C-{claim.number} is withdrawn: reinstate it first.")
